"""The headline and the summary: made last, from accepted facts only, and never stronger than they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from groundwire.briefs import naming
from groundwire.briefs.attributing import Attributor
from groundwire.briefs.candidates import Candidate
from groundwire.briefs.readable import has_verb, reads_as_sentence
from groundwire.briefs.substance import RHETORIC
from groundwire.briefs.wording import word_count
from groundwire.language import grammar
from groundwire.language.folding import plain
from groundwire.language.publishers import same_publisher
from groundwire.language.tokens import FUNCTION_WORDS, stem, stems, words
from groundwire.language.weights import known as is_known
from groundwire.records.policy import ComposePolicy
from groundwire.records.source import Document

# Words whose loss would make a sentence say more than it does.
HOLDS_BACK = re.compile(
    r"\b(?:if|unless|until|only|not|no|never|may|might|could|would|should|alleg\w+|propos\w+|plan\w*|seek\w*|expected|likely|subject|pending|tentative\w*|about|at least|up to|"
    r"nearly|almost|except|but|claim\w*|accus\w+|according|reportedly|attempt\w*|try\w*|tried)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r",? (?=(?:for|over|after|before|because|under|in|at|on|following|during|from|while|when|which|who|and|against|amid|since)\b)"
)
_DATE = re.compile(
    r",? ?\b(?:[Oo]n )(?:the (?:night|morning|evening|afternoon) of )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
)
_ANNOUNCED = re.compile(r"^((?:The )?[A-Z][\w. ]{2,60}?) (?:announced|said)(?: on \d{1,2} [A-Z]\w+(?: \d{4})?)? that ")
# The legal form of a firm, which a headline leaves out.
_FORM = re.compile(r"(?<=[A-Za-z]),? (?:Incorporated|Inc\.?|Corp\.|LLC|L\.L\.C\.|Ltd\.?|GmbH)(?=[ ,]),?(?= )")
_OPEN_END = re.compile(
    r"\b(?:required|expected|set|able|likely|due|going|trying|agreed|plans?|seeks?|wants?|ordered|asked|urged|allowed|forced|determined|found|announced|said|says|reported|among|between|that|of|to|sworn|taken|put|carried|brought|turned|broken|called|calling|asking|urging|seeking|saying|based|made|given|held|used|led|issued|statement|following|role|part|conduct)$"
)
_SUMMARY_WORDS = 30
_NO_TITLE = re.compile(
    r"[?!]|: |\.\.\.|^(?:Statement|Remarks|Letter|Fact sheet|Video|Photos?|Update|Transcript)\b|\b(?:CVE-|v?\d+\.\d+)",
    re.IGNORECASE,
)
# A rank in front of a name keeps its capital.
_RANK = re.compile(
    r"\b(?:senators?|representatives?|governor|president|minister|mayor|chancellor|secretary|judge|justice) (?=[A-Z])"
)
_LEAST_TITLE = 5
# Least share of a title's words that the report's opening must carry.
_CARRIED = 0.7
_OFFICE = frozenset(["us", "uk", "eu", "blog", "senator", "representative", "office", "the"])
# Reports read for the spelling of a word, and characters of each: a hostile folder must not make a headline slow.
_READ, _LENGTH = 20, 40_000


def headline_of(candidate: Candidate, attributor: Attributor, policy: ComposePolicy) -> Iterator[str]:
    """Possible headlines from one fact, the shortest whole wording first; with its source behind it.

    A headline is a version of the fact that ends earlier; a part that hedges is never the part that goes.
    """
    source = attributor.speaker(candidate.document)
    announced = _ANNOUNCED.match(candidate.texts[0])
    flat = not candidate.own_speaker or (
        announced is not None and same_publisher(candidate.document.source.name, announced.group(1))
    )
    tail = f", {source.removeprefix('the ')} says" if flat else ""
    room = policy.headline_words - word_count(tail.strip(" ,"))
    texts = [_ANNOUNCED.sub("", text) for text in candidate.texts] if flat else list(candidate.texts)
    texts = [_FORM.sub("", text) for text in texts]
    for text in _short(texts, room):
        bare = text.rstrip(".")
        yield bare[:1].upper() + bare[1:] + tail


def title_of(document: Document, opening: str, everyone: Sequence[Document], policy: ComposePolicy) -> Iterator[str]:
    """The report's own title as a headline in sentence case, when it says what the report's opening says; with its source behind.

    A title is written to be read, so it may judge or shout: one that judges, asks or says what the opening does not carry is
    not used, and every word takes the case that the reports give it within their sentences.

    Args:
        opening: the first sentences of the report.
    """
    title = naming.full_titles(_plain_title(document.title))
    own = set(stems(title))
    carried = len(own & set(stems(opening)))
    if len(title.split()) < _LEAST_TITLE or _NO_TITLE.search(title) or RHETORIC.search(title) or not own:
        return
    if carried < _CARRIED * len(own) or not has_verb(title):
        return
    cased = _recased(title, everyone)
    name = naming.shown_name(document.source.name, everyone)
    told = {word for word in words(name) if word not in FUNCTION_WORDS and word not in _OFFICE}
    own_act = bool(told) and told <= set(words(" ".join(cased.split()[:6])))
    tail = "" if own_act else f", {name.removeprefix('the ')} {'reports' if naming.reports(document) else 'says'}"
    room = policy.headline_words - word_count(tail.strip(" ,"))
    for text in (cased, *_shorter(cased)):
        if _LEAST_TITLE <= word_count(text) <= room and not _OPEN_END.search(text) and has_verb(text):
            yield text + tail
            return


def _plain_title(title: str) -> str:
    """A title without a speaker in front, a note in brackets or its full stop."""
    title = re.sub(r"\b(SEN|REP|GOV)(S?)\.", lambda m: m.group(1).capitalize() + m.group(2).lower() + ".", title)
    bare = re.sub(r" ?\([^)]{1,40}\)|\[[^\]]{1,40}\]", "", plain(title))
    return re.split(r"; | -- | - ", " ".join(bare.split()).rstrip("."))[0]


def _shorter(title: str) -> Iterator[str]:
    """A title that ends earlier, longest first; what hedges never goes."""
    for cut in reversed(list(_JOINT.finditer(title))):
        if not HOLDS_BACK.search(title[cut.start() :]):
            yield title[: cut.start()]
    for joint in (", but ", ", and ", ", "):
        if joint in title and not HOLDS_BACK.search(title.split(joint, 1)[1]):
            yield title.split(joint, 1)[0]


def _recased(title: str, everyone: Sequence[Document]) -> str:
    """Every word of a title in the case that it mostly has inside the sentences of the reports."""
    forms: dict[str, Counter[str]] = {}
    for document in everyone[:_READ]:
        for word in re.findall(r"(?<=[a-z0-9,;'] )[\w$][\w'&.-]*\w", plain(document.text[:_LENGTH])):
            forms.setdefault(word.lower(), Counter())[word] += 1
    shown = []
    for word in title.split():
        core = word.strip(",;:\"'")
        base = re.sub(r"'s?$", "", core.lower())
        seen = forms.get(core.lower()) or forms.get(base)
        if seen is None:
            # Not a word of the reports: small when it is a word at all, else as it stands, without shouting.
            common = core.lower() in FUNCTION_WORDS or is_known(stem(base))
            shouts = core.isupper() and len(core) > 4
            new = core.lower() if common else core.capitalize() if shouts else core
        else:
            best = max(seen, key=lambda form: (seen[form], form))
            new = best + core[len(base) :].lower() if core.lower() not in forms and len(best) == len(base) else best
        shown.append(word.replace(core, new))
    text = _RANK.sub(lambda m: m.group(0)[:1].upper() + m.group(0)[1:], " ".join(shown))
    return text[:1].upper() + text[1:]


def _short(texts: Sequence[str], room: int) -> Iterator[str]:
    """Wordings of at most so many words, longest first, then the shortest there is."""
    undated = [_DATE.sub("", text, count=1).strip(" ,") for text in texts]
    whole = [text[:1].upper() + text[1:] for text in undated if reads_as_sentence(text)]
    for text in whole:
        if word_count(text) <= room:
            yield text
            break
    for text in whole:
        for cut in reversed(list(_JOINT.finditer(text))):
            head, rest = text[: cut.start()], text[cut.start() :]
            if (
                5 <= word_count(head) <= room
                and not HOLDS_BACK.search(rest)
                and not _OPEN_END.search(head)
                and not _opens_bent(head)
                and reads_as_sentence(head)
                and _says_something(head)
            ):
                yield head
                break
    shortest = min(whole or list(texts), key=word_count)
    yield shortest


def _says_something(text: str) -> bool:
    """Whether what is said is a clause of its own: a finite verb that no "to", article or owner stands before."""
    said = re.split(r"\b(?:said|says)(?: on \d{1,2} [A-Z]\w+(?: \d{4})?)?(?: that)? ", text, maxsplit=1)
    if len(said) == 1:
        return True
    told = words(said[1])
    for before, word in zip(["", *told], told, strict=False):
        form = grammar.verb(word)
        finite = word in grammar.FINITE_BE | grammar.HAVE | grammar.MODALS or (
            form is not None and form.kinds & (grammar.PAST | grammar.THIRD) != 0
        )
        if finite and before not in ("to", "its", "their", "his", "her") and before not in grammar.DETERMINERS:
            return True
    return False


def _opens_bent(text: str) -> bool:
    """Whether a wording opens with a phrase or clause that only leads up to its statement."""
    first = text.split()[0].lower()
    return first in grammar.PREPOSITIONS | grammar.SUBORDINATORS and "," not in text


def summary_text(candidate: Candidate, chosen: str) -> str:
    """The wording for the summary: the one chosen for the facts when it is short enough, else the longest that is."""
    if word_count(chosen) <= _SUMMARY_WORDS:
        return chosen
    fitting = [text for text in candidate.texts if word_count(text) <= _SUMMARY_WORDS]
    return max(fitting, key=word_count) if fitting else chosen
