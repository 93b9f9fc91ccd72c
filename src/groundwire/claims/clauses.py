"""Finds the finite verb groups of a sentence and how they hang together, by closed word classes alone."""

from __future__ import annotations

from dataclasses import replace

from groundwire.claims.auxiliaries import Group
from groundwire.claims.tokens import Token, is_adverb
from groundwire.claims.verbgroups import PARTICLES, TOLD, candidates, last_resort
from groundwire.claims.verbwords import NOUNISH, SAYING
from groundwire.language.grammar import (
    COORDINATORS,
    DETERMINERS,
    FINITE_BE,
    GERUND,
    MODALS,
    PAST,
    PLAIN,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    THIRD,
    verb,
    word_set,
)


def groups(words: list[Token], headline: bool = False) -> list[Group]:
    """The finite verb groups in order, with their roles."""
    found = _settled(words, candidates(words, headline))
    if found and found[0].first == 0 and words[0].low == "should" and len(found) > 1 and words[-1].text != "?":
        # "Should the deal go through, ...": an "if" by word order.
        found[0] = replace(found[0], role="sub", opener="if")
    return found


def _settled(words: list[Token], found: list[Group]) -> list[Group]:
    """Gives each group its role and drops those that turn out to be nouns or participles."""
    while True:
        kept, weakest = _roles(words, found)
        if weakest is None:
            break
        found = [g for g in found if g.first != weakest]
    if kept and not any(g.role in ("main", "content") for g in kept):
        return _with_main(words, kept)
    return kept


def _with_main(words: list[Token], kept: list[Group]) -> list[Group]:
    """Finds the main verb where every group seemed to hang on something: a noun's form, else the last sure one."""
    spare = [g for g in last_resort(words) if not any(g.first == k.first for k in kept)]
    if spare and words[0].low not in SUBORDINATORS:
        return sorted([*kept, *spare], key=lambda g: g.first)
    last = kept[-1]
    alone = len(kept) == 1
    if alone and (last.opener not in _ALSO_PREPOSITIONS | {"as"} or words[0].low == last.opener):
        return kept
    return [*kept[:-1], replace(last, role="main", opener="")] if last.sure >= 2 else kept


def _roles(words: list[Token], found: list[Group]) -> tuple[list[Group], int | None]:
    """The groups with their roles, and the first word of the weakest one where two stand in one clause."""
    kept: list[Group] = []
    main: Group | None = None
    for group in found:
        last = kept[-1] if kept else None
        opener, role, apart = _opening(words, last.head + 1 if last else 0, group.first, last)
        if inverted(words, group):
            opener, role, apart = "", "main", True
        elif role == "main" and last is not None and group.sure > 2 and _bare_relative(words, group.first):
            role, apart = "relative", False
        elif role == "main" and last is not None and group.sure > 2 and _says_between(words, last.head, group.first):
            role, apart = "content", False
        elif role == "main" and not apart and main is not None and last is not None:
            after_comma = words[group.first - 1].text in ',"”' and group.first == group.head
            if (
                group.base in SAYING
                and group.sure >= 2
                and (after_comma or (main.base not in SAYING and _after_comma(words, main.head, group.first)))
            ):
                apart = True
            elif group.sure > 2 and _says(words, main):
                role = "content"
            else:
                rivals = [g for g in (*kept[kept.index(main) :], group) if g.sure < 4 and (not g.opener or g.sure < 2)]
                if rivals:
                    return kept, min(rivals, key=lambda g: g.sure).first
                if main.base in SAYING:
                    role = "content"
        elif (
            (role == "content" and not opener and not apart and group.sure < 2)
            or (group.sure < 1 and (main is not None or opener or role != "main"))
            or (
                group.sure <= 1
                and group.past
                and main is not None
                and role == "main"
                and not _takes(words, group)
                and main.sure >= group.sure
            )
        ):
            return kept, group.first
        if role == "main" and main is not None and main.sure < 1 <= group.sure and main.base not in SAYING:
            # A noun was taken for the verb ("..., face masks and helmets gathered").
            return kept, main.first
        if (
            role == "main"
            and apart
            and main is not None
            and main.sure <= 1
            and main.past
            and group.sure >= 2
            and not _takes(words, main)
        ):
            # "According to papers filed in court, he and his friends agreed": the first was a participle.
            return kept, main.first
        group = replace(group, role=role, opener=opener)
        if role == "main" and not _parenthetical(words, group, last):
            main = group
        kept.append(group)
    return kept, None


def _bare_relative(words: list[Token], first: int) -> bool:
    """Whether a clause hangs on the noun before it without a relative pronoun ("the prices we observe")."""
    if first < 2 or words[first - 1].low not in ("we", "i", "he", "she", "they", "you", "it"):
        return False
    noun = words[first - 2]
    return (
        noun.text[0].islower()
        and noun.low not in _NO_ANCHOR
        and noun.low not in COORDINATORS
        and noun.low not in SUBORDINATORS
        and not is_adverb(noun.low)
        and verb(noun.low) is None
    )


def _says_between(words: list[Token], start: int, first: int) -> bool:
    """Whether a verb of saying stands between, so that what follows is what is said ("alleging they conspired")."""
    for k in range(first - 1, start, -1):
        if words[k].low in COORDINATORS or words[k].text in ",;:":
            return False
        form = verb(words[k].low)
        if form is not None and form.base in SAYING and words[k].low not in NOUNISH and (form.kinds & (GERUND | PLAIN)):
            return True
    return False


def _says(words: list[Token], main: Group) -> bool:
    """Whether a verb of saying is finite and not a participle with its preposition ("sales reported in May")."""
    after = words[main.head + 1].low if main.head + 1 < len(words) else ""
    told = main.base in ("say", "tell", "add", "write")
    return main.base in SAYING and main.sure >= 2 and (told or main.sure == 4 or after not in PREPOSITIONS)


def inverted(words: list[Token], group: Group) -> bool:
    """Whether a verb of saying follows what was said and comes before the speaker (", said the mayor")."""
    if (
        group.first <= 1
        or words[group.first - 1].text not in ',"”'
        or group.first != group.head
        or group.base not in TOLD
    ):
        return False
    after = words[group.head + 1] if group.head + 1 < len(words) else None
    return (
        not group.to
        and after is not None
        and (group.base == "say" or after.text[0].isupper() or after.low in DETERMINERS)
    )


def _parenthetical(words: list[Token], group: Group, last: Group | None) -> bool:
    """Whether a verb of saying stands between commas in another clause ("The firm, its lawyers said, knew")."""
    start = last.head if last is not None else 0
    if group.base not in SAYING or group.head + 1 >= len(words) or words[group.head + 1].text != ",":
        return False
    return any(words[k].text == "," for k in range(max(start, group.first - 6), group.first))


def _takes(words: list[Token], group: Group) -> bool:
    """Whether no preposition follows a past form, so that it may have its object."""
    after = words[group.head + 1] if group.head + 1 < len(words) else None
    return after is None or after.low not in PREPOSITIONS - PARTICLES


def _after_comma(words: list[Token], start: int, first: int) -> bool:
    return any(words[k].low in ',"”' for k in range(max(start, first - 14), first))


def _opening(words: list[Token], start: int, first: int, last: Group | None) -> tuple[str, str, bool]:
    """How the clause of a verb group opens: (opener, role, whether it is set off from the clause before)."""
    apart = start == 0
    comma = False
    for i in range(first - 1, start - 1, -1):
        low = words[i].low
        if low in '"“' and i == first - 1 and i > start and words[i - 1].text[-1].isalnum():
            # 'said the city "had no right"': a quotation that begins with the verb keeps its subject.
            continue
        if low in (",", "-", "(", ")", "—", "–", '"', "“", "”"):
            comma = True
            if low in '—–"“':
                apart = True
            continue
        if low in ";:":
            return "", "main", True
        if low in COORDINATORS:
            apart = (
                apart
                or not comma
                or (words[i + 1].low != "," and i + 4 >= first)
                or (i - 1 >= start and words[i - 1].low == ",")
            )
            continue
        if low not in _OPENERS or (comma and low in _ALSO_PREPOSITIONS):
            continue
        if low == "as" and words[i + 1].low in ("of", "part", "well", "for"):
            continue
        if low in _ALSO_PREPOSITIONS and i + 1 < len(words) and words[i + 1].text[0].isdigit():
            continue
        if comma and i == 0 and low in SUBORDINATORS:
            # "When the car senses the test, it ...": the comma closes the clause that opens the sentence.
            continue
        if comma and i + 1 < first and _finite_between(words, i, first):
            continue
        if (
            low == "that"
            and 0 < i == first - 1 <= 3
            and all(is_adverb(w.low) or w.low in COORDINATORS or w.text == "," for w in words[:i])
        ):
            # "However, that is not practical": it points to what was said.
            continue
        if low == "that" and (
            i == 0 or (words[i - 1].low in PREPOSITIONS and words[i - 1].low not in ("in", "except", "so"))
        ):
            # "at that point", "That deal ...": it points, and opens nothing.
            continue
        if (
            i + 1 < first
            and low in SUBORDINATORS
            and (form := verb(words[i + 1].low)) is not None
            and form.kinds & GERUND
        ):
            # "While working there, he ...": no clause of its own.
            continue
        if (
            low in _ALSO_PREPOSITIONS | {"as"}
            and i + 2 < first
            and words[first - 1].low in ("he", "she", "it", "they", "we", "i")
            and i == 0
        ):
            # "As governor she intends ...".
            continue
        if low == "that":
            before = verb(words[i - 1].low) if i else None
            near = last is not None and i - last.head <= 4 and (last.base in SAYING or last.base == "be")
            return (
                low,
                "content"
                if near
                or (before and before.base in SAYING)
                or (last is not None and last.role == "content" and i and words[i - 1].low in COORDINATORS)
                else "relative",
                True,
            )
        if low in ("who", "which", "whom", "whose"):
            return low, "relative", True
        if low in ("what", "how", "why", "whether", "whatever"):
            return low, "content" if last is not None else "sub", True
        return low, "sub", True
    if (
        last is not None
        and last.base in SAYING
        and not comma
        and not (apart and start)
        and last.role in ("main", "content")
    ):
        return "", "content", False
    if last is not None and last.role == "content" and apart and start and not comma:
        return "", "content", True
    if last is not None and last.role in ("sub", "relative") and apart and start:
        k = first - 1
        while k > start and is_adverb(words[k].low):
            k -= 1
        if words[k].low in COORDINATORS and words[k - 1].text != ",":
            return "", last.role, True
    return "", "main", apart


def _finite_between(words: list[Token], i: int, first: int) -> bool:
    """Whether an opener at i has its verb before the comma that follows, so that it does not open what comes later."""
    stop = next((k for k in range(first - 1, i, -1) if words[k].low == ","), first)
    for k in range(i + 1, stop):
        form = verb(words[k].low)
        if (
            words[k].low in FINITE_BE
            or words[k].low in MODALS
            or (form is not None and form.kinds & (PAST | THIRD | PLAIN) and form.base not in NOUNISH)
        ):
            return True
    return False


_OPENERS = RELATIVES | SUBORDINATORS | frozenset(["what", "how", "why", "whatever"])
# Words before "it" or "they" that are no noun for a clause to hang on.
_NO_ANCHOR = PREPOSITIONS | word_set(
    "that year years month months week weeks day days time times moment when today yesterday"
)
_ALSO_PREPOSITIONS = word_set("before after since until till once as like")
