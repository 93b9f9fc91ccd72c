"""Shorter ways to say the same: what a sentence can lose without saying anything it did not say."""

from __future__ import annotations

import re

from groundwire.briefs.proofreading import reads_clean
from groundwire.briefs.wording import word_count
from groundwire.language import grammar
from groundwire.language.tokens import words

_DIGIT = re.compile(r"\d|\$|per cent|%|million|billion")
_TAIL_PARTICIPLE = re.compile(
    r", (?:thereby |thus |further |often |substantially )?(?:resulting|setting|making|allowing|causing|bringing|giving|leading|ensuring|helping|citing|calling|noting|saying|adding|marking|raising|"
    r"putting|leaving|sending|creating|posing|prompting|forcing|showing|reflecting|highlighting|underscoring|including|particularly|especially|compromising|harming|working|continuing|seeking|using|providing|"
    r"regardless of|even as|as well as|along with|among other|subject to)\b[^,]{0,160}(?:, [^,]{0,120}){0,3}\.?$"
)
_WHICH_TAIL = re.compile(r", (?:which|who|whose|where|some of which|many of whom)\b[^;]{8,260}\.?$")
_WHICH_MIDDLE = re.compile(r", (?:which|who|whose)\b[^,;]{6,140}(?<!and),(?= [a-z])")
_APPOSITIVE = re.compile(r"(?<=[a-z]), (?:a|an|the) (?:[^,;]{3,90}),(?= (?:[a-z]|[A-Z][a-z]+ed))")
_PURPOSE_TAIL = re.compile(
    r" (?:in order to|so that|to ensure|to make sure|to help|in an effort to|in an attempt to|designed to|aimed at|intended to)\b[^,;]{6,200}\.?$"
)
_CLAUSE_TAIL = re.compile(
    r", (?:and|but|while|although|though|because|since|as|when|where|after|before|so)\b .{6,300}$"
)
# A hyphen inside a word opens no aside: a dash has a space on both sides or is doubled.
_DASH_ASIDE = re.compile(r"(?: -- ?| - |(?<=\w)--)(?:[^-]|\b-\b){4,140}?(?: -- ?| - |(?<=\w)--)(?=[a-z])")
# Which court of which district, and before which judge: detail that a reader of a brief can find behind the citation.
_COURT = re.compile(
    r",? (?:by|before) (?:the Honorable )?(?:Chief )?(?:U\.S\. )?(?:District |Magistrate |Circuit )?Judge [A-Z][\w.'-]+(?: [A-Z][\w.'-]*){0,3}(?: (?:of|for|in) the [A-Z][\w]+(?: (?:of|[A-Z]\w+)){1,5})?|(?: in| before)(?: the)? (?:U\.S\. )?(?:District|federal) [Cc]ourt(?: (?:for|of|in) the [A-Z]\w+(?: (?:of|[A-Z]\w+)){1,5})| (?:of|for) the (?:(?:Eastern|Western|Northern|Southern|Central|Middle) )District of [A-Z]\w+(?: [A-Z]\w+)?"
)
_ANNOUNCED = re.compile(r" (?:has |have )?announced(?: (?:on )?\d{1,2} [A-Z]\w+(?: \d{4})?)?\.?$")

_CITING = re.compile(r"(?<=[a-z]), (?:so-called|known as|formerly|also known as|or) [^,]{3,60},(?= )")
_SEMICOLON = re.compile(r"; .{6,400}$")
# Ends that tell the why and how of a fact that stands without them.
_MANNER_TAIL = re.compile(
    r",? (?:by [a-z]+ing|for (?:his|her|their|its) (?:alleged )?(?:role|part|work|involvement|conduct) in|for (?:conspiring|failing|violating|allegedly)|over its|stemming from|arising out of|following (?:a|an|the)|in the wake of|in response to|with the aim of|on the grounds? (?:that|of))\b.{6,400}$"
)
_RESTRICTIVE = re.compile(
    r" (?:that|which|who) (?:would|will|could|may|had|has|have|was|were|is|are|allows?|allowed|requires?|required|includes?|included|led|gave|gives)\b[^;]{12,300}$| to be [a-z]+(?:ed|en|wn|ld) [^;,]{12,200}$"
)


def variants(text: str) -> list[str]:
    """The sentence and shorter versions of it that read well, longest first; none when even the whole is no clean prose.

    Each is whole and says nothing more than the first.

    What is cut stands at an edge or between commas, and a cut never takes a number away, because a reader who is given
    the rest would take the number's absence for silence of the source.
    """
    found = [_announced(_court(text))]
    for cut in (_dash, _middle, _appositive, _participle, _which, _purpose, _manner, _restrictive, _clause, _semicolon):
        for base in list(found):
            shorter = cut(base)
            if shorter != base and word_count(shorter) >= 6 and shorter not in found:
                found.append(shorter)
        found = found[:24]
    return [text for text in sorted(found, key=word_count, reverse=True) if reads_clean(text)]


def _has_verb(text: str) -> bool:
    """Whether a word of the text can be a finite verb; a participle counts, to be safe."""
    forms = ((word, grammar.verb(word)) for word in words(text))
    return any(
        word in grammar.FINITE_BE | grammar.HAVE | grammar.MODALS
        or (form is not None and form.kinds & (grammar.PAST | grammar.THIRD))
        for word, form in forms
    )


def _trimmed(text: str) -> str:
    return text.strip(" ,;-").rstrip(".") + "."


def _tail(pattern: re.Pattern[str], text: str, keep_numbers: bool = True) -> str:
    found = pattern.search(text)
    if (
        found is None
        or word_count(text[: found.start()]) < 6
        or (keep_numbers and word_count(text) < 26 and _DIGIT.search(found.group(0)) is not None)
    ):
        return text
    return _trimmed(text[: found.start()])


def _dash(text: str) -> str:
    return _DASH_ASIDE.sub(" ", text, count=1)


def _court(text: str) -> str:
    """Without the name of the court's district and the judge, unless the sentence goes on to speak of them."""

    def drop(match: re.Match[str]) -> str:
        after = text[match.end() : match.end() + 6]
        return match.group(0) if re.match(r",? (?:wh|and)|\w", after) else ""

    return _COURT.sub(drop, text)


def _announced(text: str) -> str:
    """Without the source's own announcing at the end: the line names its source anyway."""
    found = _ANNOUNCED.search(text)
    if found is None:
        return text
    start = None
    for comma in reversed(list(re.finditer(r", (?=(?:and )?(?:(?:the )?[A-Z]|the [a-z]+$))", text[: found.start()]))):
        if _has_verb(text[comma.end() : found.start()]):
            break
        start = comma.start()
    return text if start is None or word_count(text[:start]) < 8 else _trimmed(text[:start])


def _middle(text: str) -> str:
    """Without a relative clause between commas, where the sentence goes on with its verb or another clause after it."""
    found = _WHICH_MIDDLE.search(text)
    if found is None or (word_count(text) < 30 and _DIGIT.search(found.group(0))):
        return text
    return text[: found.start()] + text[found.end() :] if _goes_on(text[found.end() :]) else text


def _appositive(text: str) -> str:
    """Without an apposition ("X, the mayor of Y, did"); what stands after an opening "According to X," or "In Y," is none."""
    opening = text.find(",") if words(text)[:1] and words(text)[0] in _LEADS else -1
    found = next(
        (each for each in _APPOSITIVE.finditer(text) if each.start() != opening and not _has_verb(each.group(0))), None
    )
    if found is None or (word_count(text) < 30 and _DIGIT.search(found.group(0))):
        return text
    return text[: found.start()] + text[found.end() :] if _goes_on(text[found.end() :]) else text


# Words that open a phrase before the subject.
_LEADS = grammar.PREPOSITIONS | grammar.SUBORDINATORS | frozenset(["according"])
_JOINS = grammar.COORDINATORS | grammar.SUBORDINATORS


def _goes_on(rest: str) -> bool:
    """Whether what follows a cut is the sentence's verb, with an adverb at most before it, or a clause that is joined on."""
    for word in words(rest)[:2]:
        form = grammar.verb(word)
        if word in grammar.FINITE_BE | grammar.HAVE | grammar.DO | grammar.MODALS | _JOINS:
            return True
        if (form is not None and form.kinds & (grammar.PAST | grammar.THIRD)) or word.endswith("ed"):
            return True
        if not word.endswith("ly") and word not in grammar.ADVERBS:
            return form is not None and bool(form.kinds & grammar.PLAIN)
    return False


def _participle(text: str) -> str:
    return _tail(_TAIL_PARTICIPLE, text)


def _which(text: str) -> str:
    return _tail(_WHICH_TAIL, text)


def _purpose(text: str) -> str:
    return _tail(_PURPOSE_TAIL, text)


def _restrictive(text: str) -> str:
    """Without a last clause that only tells more of the one thing meant ("the bill that would ...").

    Of several, or of one not yet known ("buyers who ...", "a line that was exempt"), the clause says which or is the news
    itself, and stays.
    """
    found = _RESTRICTIVE.search(text)
    if found is None or word_count(text) < 26:
        return text
    before = words(text[: found.start()])
    form = grammar.verb(before[-1]) if before else None
    if form is not None and form.kinds & (grammar.PAST | grammar.THIRD | grammar.GERUND):
        return text
    near = before[-5:]
    single = "the" in near and not {"a", "an", "all", "any", "every", "each", "no", "only", "those"} & set(
        near[near.index("the") :]
    )
    if found.group(0).startswith((" that", " which", " who")) and (
        not single or before[-1].endswith("s") or found.group(0).split()[1] in ("were", "are", "have")
    ):
        return text
    return _tail(_RESTRICTIVE, text)


def _manner(text: str) -> str:
    return _tail(_MANNER_TAIL, text) if word_count(text) > 20 else text


def _clause(text: str) -> str:
    """Without a last clause that a conjunction joins; a condition, an exception or the end of a list is never cut."""
    found = _CLAUSE_TAIL.search(text)
    if found is None or re.search(r", (?:and|but) (?:only|not|no)\b", found.group(0)):
        return text
    if re.match(r", (?:and|as|since|where) ", found.group(0)) and not _opens_clause(found.group(0).split(" ", 2)[2]):
        return text
    return _tail(_CLAUSE_TAIL, text)


def _opens_clause(text: str) -> bool:
    """Whether the words begin a clause of their own: a subject, and a finite verb soon after it."""
    head = text.split()[:9]
    if not head or not (
        head[0][0].isupper()
        or (words(head[0])[:1] and words(head[0])[0] in grammar.DETERMINERS | grammar.SUBJECT_PRONOUNS)
    ):
        return False
    return _has_verb(" ".join(head[1:]))


def _semicolon(text: str) -> str:
    return _tail(_SEMICOLON, text, keep_numbers=False)
