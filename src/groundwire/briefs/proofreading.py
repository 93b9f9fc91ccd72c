"""The last reading before a line is offered: what no editor would sign is dropped, since no line is better than a broken one."""

from __future__ import annotations

import re

from groundwire.language import grammar
from groundwire.language.tokens import words

_SAID = re.compile(
    r"^[^,;:\"]{2,120}?(?:, [^\"]{3,120}?,)? (?:said|says|wrote|stated|noted|reported|announced|argued|warned|added)(?: on [\w ]{3,30}?| in [\w ]{3,40}?)? that (?P<what>.+)$"
)
# Two prepositions or an article before a date come of a date put where a weekday was ("the on 3 May hearing").
_BENT_DATE = re.compile(
    r"\b(?:the|a|an|to|of|at|with|until|since|from|by|before|after|during) (?:on|in) (?:the (?:week|month|year|night|morning|evening)s? |\d{1,2} [A-Z]|(?:19|20)\d\d\b)"
)
_STILL_RELATIVE = re.compile(
    r"\b(?:yesterday|tomorrow|tonight|last (?:night|week|month)|next (?:week|month)|(?:earlier|later) (?:today|this week)|this (?:morning|afternoon|evening|week)|right now)\b",
    re.IGNORECASE,
)
_POINTS_NOWHERE = re.compile(
    r"^(?:this|that|these|those)(?: (?:is|was|are|were|will|would|has|have|had|can|could|may|might|should|must|does|did|means?|really|also|isn't|wasn't|won't|comes?|came)\b|'s\b)",
    re.IGNORECASE,
)
_WONDERS = re.compile(r"^(?:what|why|how|who|whom|where|whether|which)\b", re.IGNORECASE)
_DOUBLE = re.compile(
    r"\b(?!that\b|had\b)(\w{2,}) \1\b|\bthat that\b.*\bthat that\b|\bsaid (?:that )?\w+ (?:\w+ )?said\b|, ,|,\.|\( ?\)"
)
_CUT_SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|No|vs|v|BY)\.?$|\b(?:requires?|orders?|ordered|asks?|asked|allows?|forces?|directs?) [^,;]{1,60}\b(?:Inc|Corp|Co|Ltd)\.?$|[;:,] ?(?:\d{1,2}|[a-z])\.?$|\b(?:and|or|but|the|a|an|as|than|its|their|which|who|that|because|while|where|if|when)\.?$",
    re.IGNORECASE,
)
# A subject that lists names and a singular verb: the head of the list stayed in the sentence before.
_BEHEADED = re.compile(
    r"^(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}, ){1,6}and (?:[A-Z][\w.'-]*)(?: [A-Z][\w.'-]*){0,3},? (?:was|is|has)\b"
)
_WRONG_PERSON = re.compile(
    r"\b(?:Senator|Representative|Governor|Minister|Mayor|President) [A-Z][\w'-]+(?: [A-Z][\w'-]+)? (?:have|are|am|do|don't|were)\b(?<!and)"
)
_TIMETABLE = re.compile(r"^(?:At )?\d{1,2}[:.]\d\d\b|^\d+[.)] |^[>#*|•'-]")
# "On 4 December: Initial fixes created": a note of a timeline, which says what was done without its verb.
_NOTE = re.compile(r"^(?:On )?\d{1,2} [A-Z][a-z]+(?: \d{4})?: (?!.*\b(?:is|are|was|were|has|have|had|will)\b)")
# A question printed as a statement.
_ASKS = re.compile(
    r"^(?:Who|What|How|Why|Where) (?:could|would|can|will|did|does|do|is|are|was|were|should)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"\w@\w[\w-]*\.\w|\bwww\.")
_INTERJECTION = re.compile(
    r"^(?:Yes|No|Nope|Well|Oh|Hey|Wow|OK|Okay|Look|Sure|Ah), |^(?:Yup|Yep|Yeah|Hmm),? ", re.IGNORECASE
)
_OPENERS = grammar.RELATIVES | frozenset(
    [
        "what",
        "when",
        "where",
        "while",
        "if",
        "because",
        "although",
        "though",
        "unless",
        "whereas",
        "how",
        "why",
        "whether",
    ]
)

_AUXILIARIES = grammar.FINITE_BE | grammar.HAVE | grammar.DO | grammar.MODALS
_IN_GROUP = _AUXILIARIES | grammar.BE | grammar.ADVERBS


def reads_clean(text: str) -> bool:
    """Whether an editor could sign the sentence as it stands, whether or not it is true.

    It is not when it is cut short, starts with a word that points at nothing, has no statement in it ("the process by which
    the sale was approved"), still holds a relative date or a date in a bent place, or says a word twice.
    """
    bare = text.strip().rstrip(".")
    told = _SAID.match(text)
    what = told.group("what") if told else text
    return not (
        _BENT_DATE.search(text)
        or _STILL_RELATIVE.search(re.sub(r'"[^"]*"', "", text))
        or _DOUBLE.search(text)
        or _CUT_SHORT.search(bare[-90:])
        or _BEHEADED.match(what)
        or _WRONG_PERSON.search(text)
        or _TIMETABLE.match(what)
        or _NOTE.match(what.rstrip("."))
        or _ASKS.match(what)
        or _ADDRESS.search(text)
        or _INTERJECTION.match(what)
        or _POINTS_NOWHERE.match(what)
        or (told is not None and _WONDERS.match(what))
        or not states_something(what)
    )


def states_something(text: str) -> bool:
    """Whether a verb is left for the sentence itself when every subordinate clause has had one.

    Participles count as verbs, since many a past tense is spelled like one: only what cannot be a statement is refused.
    """
    tokens = words(text)
    verbs = openers = 0
    before = ""
    group = False
    for place, word in enumerate(tokens):
        finite = _can_be_finite(word, before, place, tokens)
        if finite and not group:
            verbs += 1
        # "was approved", "has been seen": one group, one verb.
        group = (finite or (group and word in grammar.ADVERBS)) and (word in _IN_GROUP)
        openers += word in _OPENERS and _opens_clause(tokens, place)
        before = word
    return verbs > 0 and verbs >= min(openers, _most(tokens)) + 1


def _most(tokens: list[str]) -> int:
    """How many subordinate clauses are held against a sentence: in a long one the count of verbs is too rough to ask for more."""
    return 1 if len(tokens) > 18 else 2


def _opens_clause(tokens: list[str], place: int) -> bool:
    """Whether a word that can open a subordinate clause does so here: not in "because of", "while working", "said that"."""
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    if after == "of" or after.endswith("ing"):
        return False
    if tokens[place] == "that":
        before = grammar.verb(tokens[place - 1]) if place else None
        return before is None or not before.kinds & (grammar.PAST | grammar.THIRD | grammar.PLAIN)
    return tokens[place] in grammar.RELATIVES or place == 0 or not after.endswith("ed")


def _can_be_finite(word: str, before: str, place: int, tokens: list[str]) -> bool:
    if before == "to" or before in grammar.MODALS:
        return word in grammar.MODALS
    if word in _AUXILIARIES:
        return word != "having"
    form = grammar.verb(word)
    if form is None:
        # An unlisted verb: "-ed" is one more often than not.
        return word.endswith("ed") and len(word) > 4
    if (before in grammar.DETERMINERS and before not in grammar.RELATIVES) or before in grammar.PREPOSITIONS:
        return False
    if form.kinds & (grammar.PAST | grammar.THIRD):
        return True
    return bool(form.kinds & grammar.PLAIN) and place > 0
