"""Finds proper names in English text and tells whether two names are one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from groundwire.language.folding import fold
from groundwire.language.grammar import verb, word_set
from groundwire.language.tokens import FUNCTION_WORDS, stem
from groundwire.language.weights import idf

TITLES = word_set("""
    sens reps mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor gen general col
    colonel lt lieutenant sgt sergeant capt captain cmdr commander adm admiral maj major rev reverend hon judge
    justice president vice chancellor prime minister secretary ambassador mayor chief attorney king queen prince
    princess pope sheikh chairman chairwoman chair ceo cfo cto director acting deputy former spokesman spokeswoman
    spokesperson congressman congresswoman detective officer inspector sheriff analyst economist
    """)
_CORPORATE = word_set("""
    inc inc. corp corp. corporation co co. company ltd ltd. limited llc plc group holdings holding ag sa nv gmbh lp
    llp
    """)
_JOINERS = word_set("of the de del della van von der bin ibn al el du da dos la le for and & on in")
_CALENDAR = word_set("""
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """)
_NO_NAMES = word_set(
    "nobody everyone everybody somebody someone anyone anybody yesterday today tomorrow meanwhile however moreover"
)
_NUMBER_WORDS = word_set(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands dozens half"
)
_QUARTER = re.compile(r"[QH][1-4]|FY\d{0,4}|CEO|CFO|CTO|COO")
_WORD = re.compile(r"[^\W_]+(?:[.&'’‑-][^\W_]+)*+\.?|[,;:()\"“”—–]")
# A word that starts a sentence is no name when it is this common: in one document of fifteen or more.
_COMMON = 5.0


def names(text: str) -> list[str]:
    """Proper names of a text in order of appearance, each once, as written without possessive endings.

    A capital at the start of a sentence makes no name unless the word is rare, an acronym, or is seen with a capital
    elsewhere in the text.
    """
    return list(_names(text)) if len(text) <= _REMEMBERED else list(dict.fromkeys(name for name, _, _ in spans(text)))


# Texts up to a sentence's length are read again and again by different rooms.
_REMEMBERED = 2000


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, _, _ in spans(text)))


def spans(text: str) -> list[tuple[str, int, int]]:
    """Names with their offsets: text[start:end] is the name as written."""
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    if not any(w != w.lower() for w, _, _ in words):
        return []
    inside = {w.rstrip(".") for i, (w, start, _) in enumerate(words) if w[0].isupper() and not _starts(text, words, i)}
    found: list[tuple[str, int, int]] = []
    i = 0
    while i < len(words):
        if words[i][0] == words[i][0].lower() or not _is_name_word(text, words, i, inside):
            i += 1
            continue
        j = _run_end(text, words, i, inside)
        start, end = words[i][1], words[j - 1][2]
        name = _bare(text[start:end])
        if name and name.rstrip(".").lower() not in TITLES:
            found.append((name, start, start + len(name)))
        i = j
    return found


def _starts(text: str, words: list[tuple[str, int, int]], i: int) -> bool:
    """Whether a word starts a sentence, a line or a quotation."""
    if i == 0:
        return True
    between = text[words[i - 1][2] : words[i][1]]
    last = words[i - 1][0]
    if "\n" in between or words[i - 1][0] in '"“”:;' or any(mark in between for mark in ".!?•*#"):
        return True
    return last.endswith(".") and not _abbreviated(last)


def _abbreviated(word: str) -> bool:
    low = word.lower().rstrip(".")
    return (
        low in TITLES
        or len(low) == 1
        or "." in low
        or word.lower() in _CORPORATE
        or low in ("st", "jr", "no", "va", "vs")
    )


def _is_name_word(text: str, words: list[tuple[str, int, int]], i: int, inside: set[str]) -> bool:
    word = words[i][0]
    if (
        text[words[i][2] : words[i][2] + 1] == "$"
        or not word[0].isalpha()
        or not any(character.isupper() for character in word)
    ):
        return False
    low = word.rstrip(".").lower()
    if not word[0].isupper() and not (len(word) > 2 and word[1].isupper()):
        return False
    if (
        low in _CALENDAR
        or low in _NO_NAMES
        or _QUARTER.fullmatch(word.rstrip("."))
        or low.split("-")[0] in _NUMBER_WORDS
    ):
        return False
    if low in ("i", "i'm", "i've", "i’m", "a", "an", "the"):
        return False
    if not _starts(text, words, i):
        return low not in FUNCTION_WORDS or (word.isupper() and len(word) > 1)
    if (word.isupper() and len(word) > 1) or any(character.isupper() for character in word[1:]):
        return low not in FUNCTION_WORDS
    if low in FUNCTION_WORDS:
        return False
    following = words[i + 1][0] if i + 1 < len(words) else ""
    if word.rstrip(".") in inside:
        return True
    common = _is_common(low)
    if (
        following[:1].isupper()
        and following.rstrip(".").lower() not in _CALENDAR
        and text[words[i][2] : words[i + 1][1]] == " "
    ):
        return not common or low in TITLES or _is_given(low) or following.rstrip(".").lower() in _CORPORATE
    return not common


@lru_cache(maxsize=20_000)
def _is_common(low: str) -> bool:
    """Whether a lower-cased word is an ordinary one: a verb form, or in many documents."""
    base = low.removesuffix("'s").removesuffix("’s")
    return verb(base) is not None or base.endswith("ly") or idf(stem(base)) < _COMMON


@lru_cache(maxsize=20_000)
def _is_given(low: str) -> bool:
    """Whether a word before another capital is likely a given name: no verb, no adverb, not in one text of thirty."""
    return (
        verb(low) is None
        and not low.endswith(("ly", "ing", "ese", "ian", "ish", "al", "ic", "an"))
        and idf(stem(low)) > 3.4
    )


def _run_end(text: str, words: list[tuple[str, int, int]], i: int, inside: set[str]) -> int:
    """The end (exclusive) of the run of words that makes one name."""
    j = i + 1
    while j < len(words):
        gap = text[words[j - 1][2] : words[j][1]]
        if gap not in (" ", "\n", " & ") or words[j - 1][0].endswith(("'s", "’s")):
            break
        if _starts(text, words, j) and gap != " ":
            break
        word = words[j][0]
        low = word.lower()
        if (
            word[0].isupper()
            and low.rstrip(".") not in _CALENDAR
            and low not in FUNCTION_WORDS
            and not _starts(text, words, j)
        ):
            j += 1
            continue
        if word.isdigit() and len(word) <= 4 and j + 1 <= len(words) and len(word) < 4:
            j += 1
            break
        # "Bank of England", "Department of Justice"; "and" only inside an office's name ("Food and Drug Administration").
        if low in _JOINERS and j + 1 < len(words):
            k = j + 1
            if words[k][0].lower() == "the" and k + 1 < len(words):
                k += 1
            following = words[k][0]
            opens = (
                following[0].isupper()
                and following.lower().rstrip(".") not in _CALENDAR
                and text[words[j][2] : words[j + 1][1]] == " "
            )
            if opens and (
                low
                in (
                    "of",
                    "de",
                    "del",
                    "van",
                    "von",
                    "der",
                    "bin",
                    "ibn",
                    "al",
                    "el",
                    "du",
                    "da",
                    "la",
                    "le",
                    "dos",
                    "&",
                )
                or (low == "and" and k == j + 1 and _office(words, i, j, k))
                or (
                    low == "for"
                    and words[j - 1][0].lower()
                    in (
                        "centers",
                        "center",
                        "centre",
                        "institute",
                        "agency",
                        "office",
                        "organization",
                        "association",
                        "committee",
                        "council",
                        "fund",
                        "bank",
                        "court",
                    )
                )
            ):
                j = k + 1
                continue
        break
    return j


def _office(words: list[tuple[str, int, int]], i: int, j: int, k: int) -> bool:
    """Whether "X and Y Administration" is one office: a common word before, and an office word soon after."""
    ahead = [w[0].lower().rstrip(".") for w in words[k : k + 5]]
    office = {
        "administration",
        "commission",
        "agency",
        "department",
        "ministry",
        "authority",
        "service",
        "services",
        "bureau",
        "association",
        "organization",
        "committee",
        "act",
        "board",
        "office",
        "council",
        "corps",
        "development",
    }
    return j - i <= 3 and (
        (bool(office & set(ahead)) and _is_common(words[j - 1][0].lower()))
        or (words[i][0].lower() in ("department", "ministry", "office", "centers", "bureau") and j - i >= 3)
    )


def _bare(name: str) -> str:
    """A name without possessive ending or closing stop."""
    name = " ".join(name.split())
    for ending in ("'s", "’s", "'", "’"):
        if name.endswith(ending):
            name = name[: -len(ending)]
            break
    if name.endswith(".") and not _abbreviated(name.rsplit(" ", 1)[-1]):
        name = name[:-1]
    return name


@lru_cache(maxsize=50_000)
def _key(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, folded: no titles, no corporate endings, no articles."""
    folded = fold(name).replace(".", "")
    words = [word.removesuffix("'s").strip("'\"(),") for word in folded.split()]
    bare = [word for word in words if word and word not in ("the", "a", "an")]
    while len(bare) > 1 and bare[0] in TITLES:
        bare = bare[1:]
    while len(bare) > 1 and (bare[-1] in _CORPORATE or bare[-1] in ("jr", "sr", "ii", "iii")):
        bare = bare[:-1]
    return tuple(bare)


def same_name(a: str, b: str) -> bool:
    """Whether two names are one: alike after folding, one the end or the start of the other, or one the other's initials.

    Letters of another script never match the Latin ones they look like: a Cyrillic "А" is not an "A".
    """
    first, second = _key(a), _key(b)
    if not first or not second:
        return False
    if first == second:
        return True
    short, long = (first, second) if len(first) <= len(second) else (second, first)
    if len(short) < len(long):
        if short == long[-len(short) :] or short == long[: len(short)]:
            return True
        if len(short) == 1 and _initials(short[0], long):
            return True
        if len(short) == 2 and short[0] == long[0] and short[1] == long[-1]:
            return True
    return (
        len(short) == len(long)
        and len(short) > 1
        and short[-1] == long[-1]
        and all(x == y or ((len(x) == 1 or len(y) == 1) and x[0] == y[0]) for x, y in zip(short, long, strict=True))
    )


def _initials(acronym: str, words: tuple[str, ...]) -> bool:
    letters = "".join(word[0] for word in words if word not in ("of", "and", "for", "in", "on", "de", "la", "&"))
    return 2 <= len(acronym) == len(letters) and acronym == letters


def mixed_script(name: str) -> bool:
    """Whether a word mixes Latin with letters that look like it from another script (a forged name)."""
    for word in name.split():
        scripts = {unicodedata.name(character, "?").split()[0] for character in word if character.isalpha()}
        if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}:
            return True
    return False
