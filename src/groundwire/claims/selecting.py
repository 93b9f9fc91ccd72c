"""Whether a sentence can be checked at all, and if not, why not."""

from __future__ import annotations

import re

from groundwire.claims.auxiliaries import Group
from groundwire.claims.tokens import Token
from groundwire.claims.verbwords import SAYING
from groundwire.language.grammar import (
    DETERMINERS,
    PLAIN,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    verb,
    word_set,
)

_BOILERPLATE = re.compile(
    r"\b(?:for (?:more|further|additional) (?:information|details)|(?:more|further|additional) information (?:about|on|is|can|regarding)|please (?:contact|visit|see|email|call|feel|note)|click here|read more|sign up|subscribe|"
    r"follow us|all rights reserved|copyright ©|©|terms of (?:use|service)|privacy policy|(?:available|found) (?:for (?:reading|download)|on the .{1,40}(?:webpage|website|page))|is provided below|press contact|media contact|you can (?:also )?(?:read|find|see|download|learn|watch|check out|view|browse) (?:more|the (?:full|complete|entire|rest|source|code|slides|recording|video|documentation)|all|our|it|them)|^(?:[\w ]+ )?disclaimer: |"
    r"if you have (?:any )?(?:questions|comments)|unless and until proven guilty|presumed innocent|forward-looking statements?|statements? (?:\w+ ){1,6}forward-looking|not investment advice|advertisement|share this|cookies|will continue to (?:aggressively|vigorously)|"
    r"provides a section for|this (?:press release|article|story|report) (?:was|is|has been)|photo(?:graph)? by|image credit|getty images)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:(?:strongly |also )?(?:recommend(?:s|ed)?|encourage(?:s|d)?|urge(?:s)?|advise(?:s)?|remind(?:s)?) (?:that |all |the )?(?:organizations|users|customers|protecting|configuring|updating|using|you|applying|operators|administrators|businesses|consumers|everyone|people|installing|enabling|restricting|limiting)|"
    r"(?:organizations|users|customers|you|we|operators|administrators|everyone) (?:should|must|need to|ought to|have to)|(?:it is|it's) (?:\w+ )?(?:important|imperative|essential|crucial|vital|critical)|we will be asking|let's|let us)\b",
    re.IGNORECASE,
)
_ADVISES = re.compile(r"\b(?:recommends?|encourages?|urges?|advises?|reminds?)\b")
_OPINION = re.compile(
    r"\b(?:i (?:felt|feel|was excited|am excited(?! to announce)|am struck|love|loved|hope|wish|am (?:proud|pleased|happy|delighted|honored|grateful))|(?:we|i) (?:trust|hope|are (?:excited|thrilled|proud|happy|delighted)(?! to (?:announce|introduce|release|present|launch|share|unveil))|would like|feel|look forward)|it (?:just )?felt like|felt like|"
    r"is (?:a )?(?:crucial|vital|essential|huge|shameful|wonderful|amazing|fantastic|terrible|exciting|outrageous|disgraceful|remarkable|beautiful|priceless|a must|a great|a shame|a disgrace|the best|the worst|important|critical|imperative)|are (?:crucial|vital|essential|important|shameful|wonderful|amazing)|"
    r"(?:unfortunately|fortunately|sadly|thankfully|arguably|frankly|in my (?:view|opinion))|we would like|i'd argue|(?:i|we) (?:want|wish) to thank|thank you|(?:many |special )?thanks to (?:all|everyone|the|our)|needless to say|it is (?:clear|time|no surprise|hard to|easy to))\b",
    re.IGNORECASE,
)
# An entry of a log of changes ("[1a2b3c4d] - text").
_ENTRY = re.compile(r"\\?\[[0-9a-f]{7,40}\\?\]|[0-9a-f]{7,40} ")
# Judgements of taste, as a predicate or as an unbounded superlative; none of them can be looked up.
_EVALUATION = re.compile(
    r"\b(?:is|are|was|were|be|remains?|it's|that's|what) (?:\w+ly |such |quite |truly |nothing short of |nothing less than |simply |just )?(?:a |an )?(?:very |truly |deeply |rather )?"
    r"(?:sad|sorry|shameful|beautiful|lovely|gorgeous|awful|dreadful|horrible|horrific|splendid|superb|brilliant|marvellous|marvelous|magnificent|delightful|charming|pathetic|ridiculous|absurd|ludicrous|laughable|insane|crazy|stunning|breathtaking|"
    r"inspiring|heartbreaking|heartwarming|disgusting|appalling|despicable|unacceptable|intolerable|inexcusable|unforgivable|tragic|unfair|unjust|wrong|foolish|stupid|silly|reckless|irresponsible|madness|nonsense|folly|disgrace|scandal|travesty|farce|"
    r"joke|nightmare|joy|delight|pleasure|treat|triumph|spectacle|pity|shame|outrage|insult|embarrassment|no-brainer|eyesore|sham|mess|fiasco|mockery|charade|game[- ]changer|masterpiece|gem|must-see)\b|"
    r"\bthe (?:very )?(?:finest|greatest|loveliest|noblest|coolest|nicest|happiest|saddest|best|worst|most (?:elegant|beautiful|exciting|wonderful|amazing|innovative|inspiring|shameful|stunning|thrilling|enjoyable|delightful|talented|dedicated)) "
    r"(?:[\w-]+ ){0,3}?(?:anywhere|in the world|on earth|of all time|imaginable|(?:we|i|you) (?:have |could |can )?(?:ever )?\w+|out there|around)\b|"
    r"\b(?:loved|admired|adored|envied|trusted|celebrated) (?:around|across|throughout|all over) the (?:world|globe|country|nation)\b|\bdeserves? (?:better|more|nothing|no less|a fair)\b|\bsecond to none\b|\bworld[- ]class\b|\bbest[- ]in[- ]class\b|\bunrivall?ed\b|\bunparallel+ed\b",
    re.IGNORECASE,
)
# Those whom notices call on to do something.
_PEOPLE = word_set("""
    anyone anybody everyone everybody those people persons individuals residents users customers drivers travellers travelers patients
    consumers parents voters companies businesses firms governments agencies developers administrators employees
    employers workers members citizens visitors motorists passengers households witnesses victims applicants readers
    investors lawmakers congress government parliament leaders regulators policymakers teams organizations
    organisations operators owners students participants contributors maintainers vendors you
    """)
_LEADS_IN = word_set("also then just always never first next finally instead")
# Orders that bring in a clause of their own: its verb is not the order's.
_BRINGS_CLAUSE = word_set(
    "ensure make note remember consider check see tell let think imagine suppose say know please assume verify confirm"
)
_LABEL = re.compile(r"^[A-Z][\w /&-]{2,40}:\s+")
_VERBISH_START = word_set("""
    check see read use click visit note remember consider keep join contact call learn find follow get go hire
    eliminate drive recognize make take try let do don't please ensure avoid add create download install update
    watch listen share tell ask imagine think look sign send submit help support stay be
    """)


def not_checkable(
    sentence: str, words: list[Token], groups: list[Group], heading: bool, draft: bool, attributed: bool
) -> str:
    """Why a sentence claims nothing that can be checked, "" when it does.

    Args:
        heading: whether it stands alone as a heading.
        attributed: whether it is somebody's word: an attributed opinion is a claim that it was said.
    """
    text = sentence.strip()
    body = text
    label = _LABEL.match(text)
    if label and not re.match(r"^[A-Z][\w-]*\d", text):
        body = text[label.end() :]
    finite = [g for g in groups if g.role in ("main", "content")]
    if _question(text, words):
        return "question"
    if not any(character.isalpha() for character in text) or _ENTRY.match(text):
        return "fragment"
    if _BOILERPLATE.search(text):
        return "boilerplate"
    if _imperative(body) and not _noun_first(words, finite):
        return "heading" if heading and not finite else "exhortation"
    if not finite:
        return "heading" if heading else "fragment"
    if text[0].islower() and not re.match(r"[a-z]+[A-Z0-9]", text):
        return "fragment"
    if text.endswith((";", ",")) and len(words) < 40 and not groups:
        return "fragment"
    if _cut_off(words, groups):
        return "fragment"
    if attributed:
        # Somebody's opinion is a claim that it was said; a standing recommendation ("X recommends updating") is advice.
        advises = _ADVICE.search(text) and _ADVISES.search(text) and not any(map(str.isdigit, text))
        return "exhortation" if advises else ""
    if _ADVICE.search(text) or _called_on(words, finite):
        return "exhortation"
    if _OPINION.search(text) or _boast(text):
        return "opinion"
    return ""


def _noun_first(words: list[Token], finite: list[Group]) -> bool:
    """Whether a sentence that seems to open with an order goes on to its real verb ("Share trading was halted")."""
    if not finite or finite[0].role != "main" or finite[0].sure < 4:
        return False
    order = 1 if words[0].low in _LEADS_IN else 0
    form = verb(words[order].low)
    if words[order].low in _BRINGS_CLAUSE or (form is not None and form.base in SAYING):
        return False
    before = words[order + 1 : finite[0].first]
    if not before or len(before) > 12 or before[0].low in DETERMINERS | SUBJECT_PRONOUNS:
        return False
    return not any(w.text in ',;:—–"“' or w.low in SUBORDINATORS | RELATIVES for w in before[1:]) and before[
        0
    ].low not in ("that", "if", "sure", "to")


def _called_on(words: list[Token], finite: list[Group]) -> bool:
    """Whether the text itself tells people what they should do ("Anyone with information should call")."""
    call = next((g for g in finite if g.role == "main" and g.modal == "should"), None)
    if call is None or call.perfect or call.base == "be":
        return False
    subject = [w.low for w in words[: call.first]]
    if subject and subject[0] in PREPOSITIONS | SUBORDINATORS and "," in subject:
        subject = subject[len(subject) - subject[::-1].index(",") :]
    return len(subject) <= 25 and any(low in _PEOPLE for low in subject[:4])


def _boast(text: str) -> bool:
    """Whether a text praises or blames in its own voice ("It is a sad spectacle", "the finest engineers anywhere")."""
    return bool(_EVALUATION.search(text)) and not re.search(r"\d", text)


def _question(text: str, words: list[Token]) -> bool:
    if not text.rstrip("\"'”’)").endswith("?"):
        return False
    if re.search(r"[\"”’'],?\s+(?:said|asked|says|wrote)\b", text):
        return False
    # A question that ends a quotation in somebody's account of it.
    return not (text.rstrip()[-1] in '"”' and re.search(r"\b(?:said|asked|says|wrote)\b[^\"“]{0,120}[\"“]", text))


def _imperative(text: str) -> bool:
    """Whether a sentence starts with a verb that orders."""
    start = re.match(
        r"[\"“'(]*(?:(?:also|then|just|always|never|please|first|next|finally|instead),?\s+)?([A-Za-z']+)\s+([^\s]+)",
        text,
        re.IGNORECASE,
    )
    if not start:
        return False
    first, second = start.group(1).lower(), start.group(2).lower().rstrip(",.;:")
    condition = re.match(
        r"(?:When|If|For|To|In order to)\b[^,.]{5,120},\s+(use|see|please|check|visit|contact|do|keep|make|consider|ensure|refer|apply|follow|update|install|click|read)\b",
        text,
    )
    if condition:
        return True
    if first == "please":
        return True
    form = verb(first)
    if form is None or not form.kinds & PLAIN or first in ("will", "may"):
        return False
    objects = second in (
        "the",
        "a",
        "an",
        "your",
        "our",
        "that",
        "it",
        "them",
        "this",
        "these",
        "those",
        "out",
        "up",
        "more",
        "all",
        "any",
        "to",
        "for",
        "sure",
        "in",
        "on",
        "with",
        "how",
        "what",
        "if",
        "yourself",
        "here",
        "at",
        "about",
        "us",
        "me",
        "vpn",
        "because",
    )
    if first in _VERBISH_START:
        return objects or (
            not second.endswith(("s", "ed"))
            and not re.match(r"(?:is|are|was|were|has|have|will|said|can)$", second)
            and second[:1].isalpha()
        )
    return objects and second not in ("in", "on", "at", "for", "with", "about", "to")


def _cut_off(words: list[Token], groups: list[Group]) -> bool:
    """Whether a sentence breaks off right after what was to bring in its point ("alleges that on Sept.")."""
    last = groups[-1]
    if words[-1].text == ":" and last.modal and len(words) - last.head <= 2 and last.base == last.modal:
        return True
    rest = [w.low for w in words[last.head + 1 :]]
    if last.role == "main" and "that" in rest[:2] and len(groups) == 1 and len(rest) <= 5:
        return True
    return last.base in ("find", "say", "think", "believe") and rest[:1] == ["that"] and len(rest) <= 2
