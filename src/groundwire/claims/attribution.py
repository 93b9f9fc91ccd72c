"""On whose word a clause stands: the document's own, somebody's, an accusation, or another medium's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundwire.claims.auxiliaries import Group
from groundwire.claims.media import is_medium
from groundwire.claims.modality import rejects
from groundwire.claims.resolving import DAYS
from groundwire.claims.speakers import head_noun, noun_phrase, opens_name, subject_of, trim_speaker
from groundwire.claims.tokens import Token, is_adverb
from groundwire.language.grammar import (
    word_set,
)
from groundwire.records.claim import ClaimStatus

# Verbs that attribute what follows to their subject; the second set needs a clause or a quotation as its object.
_ATTRIBUTE = word_set("""
    say tell report note state explain indicate mention claim argue warn believe expect confirm deny insist maintain
    contend assert testify tweet reply caution concede observe remark reiterate anticipate view predict forecast
    recommend stress emphasize think
    """)
_WITH_CLAUSE = word_set("""
    announce continue add admit acknowledge reveal disclose conclude estimate project find suggest declare respond complain
    discuss write promise pledge hope fear agree show feel describe judge call label brand slam blast denounce read hail condemn
    """)
_WITH_OBJECT = word_set("""
    report note indicate expect view anticipate predict forecast cite recommend mention discuss deny describe
    """)
_ACCUSE = frozenset(["allege", "accuse"])
_NO_SPEAKER = word_set("""
    information data indicator indicators figures figure results result evidence numbers statistics signs sign
    measures estimates estimate increases gains risks market markets prices it this that there these those survey
    surveys reading readings trend trends which what
    """)
_PAPERS = word_set("""
    complaint indictment lawsuit suit charges allegations affidavit prosecutors plaintiffs prosecutor plaintiff
    indictments complaints
    """)
_FEELINGS = word_set("optimistic pessimistic upbeat confident concerned worried hopeful cautious")
_PEOPLE = word_set(
    "respondents contacts retailers manufacturers officials analysts economists firms businesses companies residents investors bankers builders dealers participants members executives workers producers"
)
_CAUSE = re.compile(r"\b(?:reasonable|probable) cause to believe\b")
_BY = re.compile(r"\b(?:by|from)\s+((?:(?:[A-Z][\w.’'-]*|of|the|and|for)\s?){2,8})")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose word it is.

    Args:
        speaker: in the sentence's words, "" when the text names none.
        verb: index of the attributing verb group's head token, -1 when there is none.
        first, last: tokens of the attributing words (subject and verb), empty when there are none.
    """

    status: ClaimStatus
    speaker: str = ""
    depth: int = 0
    verb: int = -1
    first: int = 0
    last: int = 0


STATED = Attribution(ClaimStatus.STATED)


def attribution(
    sentence: str,
    words: list[Token],
    groups: list[Group],
    group: Group | None,
    clause: tuple[int, int],
    quoted: tuple[tuple[int, int], ...],
) -> Attribution:
    """Whose word a clause is, from its main verb group and from "according to".

    Args:
        group: the verb group that carries the clause, None for one without.
        clause: first and last token (exclusive).
        quoted: spans of quotations in the sentence.
    """
    according = _according(sentence, words, clause)
    if according is not None:
        return according
    if any(words[i].low in ("reportedly",) for i in range(*clause)):
        return Attribution(ClaimStatus.REPORTED, "", 1)
    for saying in _saying_groups(words, groups, clause, quoted):
        found = _spoken(sentence, words, groups, saying, clause, quoted)
        if found is not None:
            return found
    turned_down = _turned_down(sentence, words, group, clause)
    if turned_down is not None:
        return turned_down
    feeling = _feeling(sentence, words, group, clause)
    if feeling is not None:
        return feeling
    rumoured = _rumoured(words, group) if group is not None else None
    if rumoured is not None:
        return rumoured
    if group is not None and _accused(words, group):
        return Attribution(ClaimStatus.ALLEGED, "", 1)
    if any(words[i].low in ("allegedly", "purportedly") for i in range(*clause)):
        return Attribution(ClaimStatus.ALLEGED, "", 1)
    return STATED


def _turned_down(sentence: str, words: list[Token], group: Group | None, clause: tuple[int, int]) -> Attribution | None:
    """Who rejects what is said of him; a medium or reports that put a figure at something: their word."""
    if group is None or group.role != "main" or group.passive:
        return None
    against = rejects(words, group)
    if not against and group.base not in ("put", "suggest", "indicate", "speak", "quote", "place"):
        return None
    speaker, first = subject_of(sentence, words, group, clause)
    speaker = trim_speaker(speaker)
    if against and speaker and speaker.split()[0].lower() not in _NO_SPEAKER:
        return Attribution(ClaimStatus.SAID, speaker, 1, -1, first, group.head + 1)
    if not against and is_medium(speaker):
        return Attribution(ClaimStatus.REPORTED, speaker, 1, -1, first, group.head + 1)
    return None


def _rumoured(words: list[Token], group: Group) -> Attribution | None:
    """ "is reported to be", "is said to have": somebody's word without a name."""
    if not group.passive or not (
        group.to or (words[group.head + 1 : group.head + 2] and words[group.head + 1].low == "that")
    ):
        return None
    if group.base in ("report", "say", "understand", "rumor", "rumour"):
        return Attribution(ClaimStatus.REPORTED, "", 1)
    return Attribution(ClaimStatus.SAID, "", 1) if group.base in ("believe", "think") else None


def _accused(words: list[Token], group: Group) -> bool:
    if not group.passive:
        return False
    after = [w.low for w in words[group.head + 1 : group.head + 12] if w.low not in DAYS and not is_adverb(w.low)]
    if group.base in ("allege", "accuse", "suspect"):
        return True
    return (
        group.base in ("charge", "indict")
        and after[:1] in (["with"], ["in"], ["on"], ["by"], ["for"])
        and after[1:2] != ["connection"]
    )


def _according(sentence: str, words: list[Token], clause: tuple[int, int]) -> Attribution | None:
    """The speaker after "according to"."""
    for i in range(clause[0], clause[1] - 2):
        if words[i].low == "according" and words[i + 1].low == "to":
            speaker, last = noun_phrase(sentence, words, i + 2, clause[1])
            if not speaker or (i > clause[0] and words[i - 1].text[0] not in ',"”(.:;' and i - clause[0] < 3):
                continue
            low = speaker.lower()
            by = _BY.search(speaker)
            if (
                by
                and len(speaker.split()) > len(by.group(1).split()) + 1
                and not any(paper in low for paper in _PAPERS)
            ):
                speaker = by.group(1).strip()
            first_word = low.split()[0]
            if any(
                re.search(rf"\b{paper}\b", low)
                for paper in ("charges", "complaint", "indictment", "lawsuit", "allegations", "affidavit")
            ) or re.match(r"the information\b", low):
                status = ClaimStatus.ALLEGED
            elif first_word in ("plans", "schedule", "guidelines", "operational"):
                continue
            else:
                status = ClaimStatus.REPORTED if is_medium(speaker) else ClaimStatus.SAID
            return Attribution(status, speaker, 1, -1, i, last)
    return None


def _saying_groups(
    words: list[Token], groups: list[Group], clause: tuple[int, int], quoted: tuple[tuple[int, int], ...]
) -> list[Group]:
    """The groups that may attribute the clause: main ones with a verb of saying, outside quotations."""
    found = []
    for group in (g for g in groups if clause[0] <= g.head < clause[1]):
        if group.role not in ("main", "sub") or group.base not in _ATTRIBUTE | _WITH_CLAUSE | _ACCUSE or group.passive:
            continue
        if group.modal in ("would", "could", "can", "may", "might"):
            continue
        if group.role == "sub" and not (
            group.opener in ("as", "while") and group.base in ("say", "report", "indicate", "note")
        ):
            continue
        if not any(a <= words[group.head].start < b for a, b in quoted):
            found.append(group)
    return found


def _feeling(sentence: str, words: list[Token], group: Group | None, clause: tuple[int, int]) -> Attribution | None:
    """People who "are optimistic about" something: their own word, as much as if they said so."""
    if group is None or group.base not in ("be", "remain") or group.role != "main":
        return None
    if not any(w.low in _FEELINGS for w in words[group.head + 1 : group.head + 4]):
        return None
    speaker, first = subject_of(sentence, words, group, clause)
    lows = trim_speaker(speaker).lower().split()
    if not lows or head_noun(lows) not in _PEOPLE:
        return None
    return Attribution(ClaimStatus.SAID, trim_speaker(speaker), 1, -1, first, group.head + 1)


def _spoken(
    sentence: str,
    words: list[Token],
    groups: list[Group],
    group: Group,
    clause: tuple[int, int],
    quoted: tuple[tuple[int, int], ...],
) -> Attribution | None:
    following = [g for g in groups if group.head < g.first < clause[1]]
    said = [g for g in following[:2] if g.role == "content"]
    content = bool(said) and following[0].role != "main" and _said_at_once(words, group, said[0])
    content = content or bool(_CAUSE.search(sentence, words[group.head].end, words[group.head].end + 40))
    after = words[group.head + 1].low if group.head + 1 < clause[1] else ""
    before = words[group.first - 1].low if group.first > clause[0] else ""
    beside = any(
        words[group.first].start - 80 < b <= words[group.first].start + 1
        or words[group.head].end <= a <= words[group.head].end + 160
        for a, b in quoted
    )
    trailing = any(g.head < group.first and g.role == "main" for g in groups if g.head >= clause[0]) or beside
    speech = (
        content
        or beside
        or (trailing and "," in [w.low for w in words[max(clause[0], group.first - 14) : group.first]])
    )
    between = after == "," and any(w.low == "," for w in words[max(clause[0], group.first - 6) : group.first])
    speech = speech or (between and group.base == "say")
    if group.to and not content and not beside:
        return None
    inverted = (
        before in (",", '"', "”", "“", "")
        and not content
        and opens_name(words, group.head + 1, clause[1])
        and trailing
        and (group.base in ("say", "add", "tell", "write", "report", "tweet") or beside or _names_office(words, group))
        and group.first > clause[0]
    )
    takes_object = group.base in _WITH_OBJECT and group.first > clause[0]
    if group.base in _WITH_CLAUSE and not (speech or inverted or takes_object):
        return None
    if group.base in _ATTRIBUTE and not (speech or inverted or group.base in _WITH_OBJECT or after in ("that",)):
        return None
    if inverted:
        speaker, last = noun_phrase(sentence, words, group.head + 1, clause[1])
        first = group.first
    else:
        speaker, first = subject_of(sentence, words, group, clause)
        last = group.head + 1
    speaker = trim_speaker(speaker)
    lows = speaker.lower().split()
    if not lows:
        return None
    if lows[0] in ("i",):
        return (
            Attribution(ClaimStatus.SAID, "", 1, group.head, first, last)
            if group.base in ("believe", "think", "expect", "say", "predict", "argue") and content
            else None
        )
    head = head_noun(lows)
    if head in _NO_SPEAKER or lows[0] in _NO_SPEAKER or lows[0] == "we":
        return None
    if group.base in (
        "show",
        "suggest",
        "find",
        "describe",
        "agree",
        "feel",
        "hope",
        "fear",
        "discuss",
        "promise",
        "pledge",
        "judge",
        "view",
        "think",
    ) and not (content or beside or group.base in _WITH_OBJECT):
        return None
    if group.base == "show" or (group.base == "suggest" and not speaker[0].isupper()):
        return None
    if (
        group.base in _ACCUSE
        or (group.base == "claim" and content)
        or any(paper in lows for paper in _PAPERS)
        or _CAUSE.search(sentence)
    ):
        return Attribution(ClaimStatus.ALLEGED, speaker, 1, group.head, first, last)
    inner = [
        g
        for g in following
        if g.role == "content" and g.base in ("say", "allege", "claim", "report", "tell") and not g.passive
    ]
    alleged = any(
        words[i].low in ("alleged", "allegedly") for i in range(group.head + 1, min(clause[1], group.head + 8))
    )
    medium = is_medium(speaker) or (
        group.base == "report" and not group.past and len(lows) == 1 and speaker[0].isupper() and content
    )
    return Attribution(
        ClaimStatus.REPORTED if medium else ClaimStatus.SAID,
        speaker,
        2 if inner or alleged else 1,
        group.head,
        first,
        last,
    )


def _names_office(words: list[Token], group: Group) -> bool:
    """Whether an announcing verb stands before its subject (", announced Acting Attorney General Jane Doe")."""
    after = words[group.head + 1] if group.head + 1 < len(words) else None
    return (
        group.base in ("announce", "note", "explain", "warn", "confirm", "argue")
        and after is not None
        and (after.text[0].isupper() or after.low in ("the", "a", "an", "his", "her", "its"))
    )


def _said_at_once(words: list[Token], group: Group, said: Group) -> bool:
    """Whether a clause is what the verb brings in, and not a later "what" or "how" of its object."""
    if said.opener in ("", "that"):
        return True
    return any(words[k].low == said.opener for k in range(group.head + 1, min(group.head + 5, said.first)))
