"""What could be printed: every sentence of the sources that can be made a clean, self-contained line, and how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from groundwire.briefs import dating, naming, resolving, speech, wording
from groundwire.briefs.parting import parts, trims
from groundwire.briefs.quoting import Quoting
from groundwire.briefs.readable import capitalised as capitalised
from groundwire.briefs.readable import has_verb, titled
from groundwire.briefs.readable import reads_as_sentence as reads_as_sentence
from groundwire.briefs.rewording import reworded
from groundwire.briefs.shortening import variants
from groundwire.briefs.units import units
from groundwire.language.tokens import FUNCTION_WORDS, words
from groundwire.records.claim import ReadDocument, ReadSentence, SentenceState
from groundwire.records.source import Document

_BOILERPLATE = re.compile(
    r"made the announcement|(?:was|were) announced today by|^Contact\b|for more information|click here|^See (?:the|this|also)\b|Thank you|^Please\b|^Thanks\b|subscribe|sign up|all rights reserved|"
    r"^To learn more|^Follow |investigated the case|prosecuting the case|prosecuted by|the case (?:is|was) being|case was investigated|^Note:|^Read |^See |newsletter|"
    r"want to thank|for immediate release|^Photo|^Image|file photo|^Updated?\b.{0,40}$|^By [A-Z]|available (?:here|online) at|is an accusation|presumed innocent|full text of|is below|made a statement|made statements|issued a statement on|made the following|^Download|^Related|\bplease\b|learn more|came together to|find out more|\bclick\b",
    re.IGNORECASE,
)
_OPEN_PRONOUN = re.compile(
    r" (?:him|her|them|it|this|that|these|those)\.$|^[^A-Z]*\b(?:he|she|they|his|their)\b[^A-Z]*$"
)
_STATEMENT = re.compile(r"\b(issued|released|made) the following statement\b")
_QUESTION = re.compile(r"\?[\"']?$")
_DEICTIC = re.compile(
    r"\b(?:the (?:above|latter|former)|above-mentioned|aforementioned|see (?:above|below)|as follows|listed below|described (?:above|below)|the same (?:time|way)|(?:two|three|four|several|a few) (?:days|weeks) ago)\b|:$"
)

# "X said: 'P'", where P is a sentence of its own; its closing mark may stand sentences later.
_QUOTED_STATEMENT = re.compile(
    r'^(?P<who>(?!In |He |She |They |It )[A-Z][^"]{2,120}? (?:said|stated|wrote|noted|added|warned)(?: (?:in|at|on|during|from) [^",:]{3,60})?)[,:] "(?P<what>[A-Z][^"]{12,300})"?$'
)
_MOST_PARTS, _MOST_VERSIONS = 5, 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a source, ready to be printed.

    Args:
        document: the document it stands in.
        place: its running number among the sentences of the document's body, from 0.
        texts: printable versions, longest first, without the source in front.
        own_speaker: whether the sentence itself says on whose word it stands.
        raw: the sentence as the source has it.
        part: 0 for the whole sentence, from 1 for a part of it that stands alone.
    """

    document: Document
    place: int
    paragraph: int
    texts: tuple[str, ...]
    own_speaker: str
    raw: str
    read: ReadSentence
    part: int = 0


def candidates(read: ReadDocument, now_year: int, everyone: Sequence[Document]) -> list[Candidate]:
    """Every sentence of one document that can be printed, in its order."""
    document = read.document
    published = dating.day(document.published.iso) if document.published else None
    names = capitalised(" ".join(d.text for d in everyone))
    found: list[Candidate] = []
    before: list[str] = []
    topic = ""
    place = 0
    speaking = Quoting(document, everyone)
    for raw, sentence in units(read):
        if (sentence.sentence.heading and not raw.endswith(".")) or (place == 0 and titled(raw)):
            topic = resolving.identifier(raw) or topic
            before = [raw]
            continue
        topic = resolving.topic_after(raw, topic)
        spoken = speaking.whole_quote(raw, sentence.sentence.paragraph)
        prepared = _prepare(
            spoken,
            sentence,
            document,
            published,
            now_year,
            [_headline_of(document), *before],
            topic,
            names,
            speaking.speaker,
            everyone,
        )
        before = [*before[-2:], raw]
        place += 1
        if prepared is None:
            continue
        text, speaker = prepared
        for part, wording_of_part in enumerate([text, *parts(text)][:_MOST_PARTS]):
            texts = _versions(wording_of_part)
            if texts:
                found.append(
                    Candidate(document, place - 1, sentence.sentence.paragraph, texts, speaker, raw, sentence, part)
                )
    return found


def _versions(text: str) -> tuple[str, ...]:
    """The wordings of one text that can be printed, longest first."""
    whole = [version for each in (text, *trims(text)) for version in variants(each) if reads_as_sentence(version)]
    # "v." would end the line for whoever reads it again.
    whole = [version for version in whole if " v. " not in version] or whole
    whole = sorted(dict.fromkeys(whole), key=wording.word_count, reverse=True)[-_MOST_VERSIONS:]
    return tuple(dict.fromkeys(other for version in whole for other in (version, reworded(version))))


def _headline_of(document: Document) -> str:
    """The title as something that names things, not as a speaker."""
    return document.title.lower()


def _prepare(
    raw: str,
    sentence: ReadSentence,
    document: Document,
    published: date | None,
    now_year: int,
    before: list[str],
    topic: str,
    names: frozenset[str],
    inside: str,
    everyone: Sequence[Document],
) -> tuple[str, str] | None:
    """The sentence made printable, with its speaker or ""; None when it cannot be."""
    if titled(raw) or _QUESTION.search(raw) or _BOILERPLATE.search(raw) or not 5 <= len(raw.split()) <= 130:
        return None
    if sentence.state is SentenceState.NOT_CHECKABLE and sentence.reason in (
        "question",
        "fragment",
        "boilerplate",
        "heading",
    ):
        return None
    text = wording.part_joined(_STATEMENT.sub(r"\1 a statement", raw).removesuffix(":"), document.text)
    text = wording.part_glued(wording.mend_apostrophes(text, document.text))
    text = wording.drop_joints(wording.drop_leading(wording.drop_brackets(naming.full_titles(text))))
    told = speech.tail_speech(text)
    speaker = ""
    if inside == "?" and told is None:
        return None
    if told is not None:
        who = resolving.person(told.who, before)
        if who is None:
            return None
        speaker = who
        act = speech.performed(told.what, who)
        what = _reported(told.what)
        if not act and what is None:
            return None
        text = act or speech.as_head(
            speech.Speech(
                told.who,
                told.verb,
                wording.lower_first(what or "", lambda w: w in names),
                told.quoted,
                told.role.rstrip("."),
                told.rest.rstrip("."),
            ),
            who,
        )
    elif inside:
        speaker = inside
        act = speech.performed(text, inside)
        what = _reported(text.strip('"'))
        if not act and (what is None or resolving.PRONOUN_START.match(what)):
            return None
        text = act or f"{inside} said that {wording.lower_first(what or '', lambda w: w in names)}"
    elif '"' in text:
        text = _with_quotes(text, names)
        if not text:
            return None
    if speech.speaks_of_itself(text):
        shifted = _other_person(text, document, everyone)
        if shifted is None or speech.speaks_of_itself(shifted[0]):
            return None
        text, speaker = shifted
    resolved = resolving.resolved(text, before, topic)
    if resolved is None:
        return None
    dated = dating.absolute(resolved, published, now_year)
    if (
        dated is None
        or _OPEN_PRONOUN.search(dated)
        or wording.is_damaged(dated, document.text)
        or _DEICTIC.search(dated)
    ):
        return None
    dated = wording.sentence_case(wording.plainer(dated).rstrip(" .,;:!") + ".")
    dated = dated.replace('.".', '".').replace(',".', '".')
    if not speaker:
        speaker = _own_act(dated, document, everyone) or (
            speech.head_speaker(dated) or "named" if speech.has_speaker(dated) else ""
        )
    return dated, speaker


def _own_act(text: str, document: Document, everyone: Sequence[Document]) -> str:
    """The source's name when the sentence tells of the source's own act, which needs no second naming, else ""."""
    name = naming.shown_name(document.source.name, everyone)
    if "blog" in name.lower():
        # What a blog is named after is its subject, not its author.
        return ""
    opening = set(words(" ".join(text.split()[:7])))
    known = [
        word
        for word in words(name)
        if word not in FUNCTION_WORDS and word not in ("us", "uk", "blog", "senator", "representative")
    ]
    return name if known and all(word in opening for word in known) else ""


def _other_person(text: str, document: Document, everyone: Sequence[Document]) -> tuple[str, str] | None:
    """A sentence in the first or second person as a third party tells it, with its speaker; None when that takes a guess.

    "We" of an institution is the institution; "I" of a person's own statement is that person; "we" of a person may be
    a family, a party or a nation, and is left alone.
    """
    name = naming.shown_name(document.source.name, everyone)
    bare = speech.outside_quotes(text)
    if re.search(r"\b(?:I(?!-)|[Mm]y|me|myself|I'm|I've|I'll)\b", bare):
        if (
            not naming.is_person(name)
            or re.search(r"\b(?:[Ww]e|[Oo]ur|us|me|myself|I'm|I've|I'll|[Yy]ou)\b", bare)
            or bare.count(" I ") > 1
        ):
            return None
        told = re.sub(r"\bI\b(?!-),?", name, re.sub(r"\b[Mm]y\b", f"{name}'s", speech.of_one(text)))
        return (told, name) if told.count(name) == 1 else None
    if re.search(r"\b(?:[Ww]e|[Oo]ur|us)\b", bare):
        if not naming.speaks_as_one(document, everyone) or naming.is_person(name) or speech.SECOND_PERSON.search(bare):
            return None
        told = speech.to_third_person(text)
        return (
            f"{wording.sentence_case(naming.speaker_of(document.source.name, everyone))} said that {wording.lower_first(told, lambda _: False)}",
            name,
        )
    # A paper or a blogger who says "you" means anybody; a notice means those who use the thing.
    return (speech.to_users(text), "") if naming.speaks_as_one(document, everyone) else None


def _reported(what: str) -> str | None:
    """Direct speech as it can stand after "that": without the first person, or the part of it that does."""
    if speech.FIRST_PERSON.search(what) is None and speech.SECOND_PERSON.search(what) is None and "?" not in what:
        return what
    for joint in (", but ", ", and ", "; "):
        if joint in what:
            last = what.split(joint)[-1]
            if (
                not speech.FIRST_PERSON.search(last)
                and not speech.SECOND_PERSON.search(last)
                and len(last.split()) > 6
                and has_verb(re.split(r" (?:that|which|who|to) ", last)[0])
                and not resolving.PRONOUN_START.match(wording.sentence_case(last))
            ):
                return last
    return None


def _with_quotes(text: str, names: frozenset[str]) -> str:
    """The sentence when its quotations are short and balanced; a whole statement in quotes as reported speech; else ""."""
    whole = _QUOTED_STATEMENT.match(text)
    if whole is not None:
        what = _reported(whole.group("what").strip(' ".'))
        return f"{whole.group('who')} that {wording.lower_first(what, lambda w: w in names)}." if what else ""
    quotes = re.findall(r'"([^"]*)"', text)
    if text.count('"') % 2 or any(len(quote.split()) > 18 for quote in quotes) or text.startswith('"'):
        return ""
    return text
