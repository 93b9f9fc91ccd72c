"""Cuts a text into paragraphs and sentences with exact offsets, in time linear in its length."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from groundwire.language.grammar import word_set
from groundwire.records.claim import Sentence

# A sentence longer than this is cut: nobody claims one thing in so many words, and a text without spaces or full
# stops (Thai, a hostile line) must not come back whole.
LONGEST = 1500

# A paragraph with a line longer than this is not wrapped by hand: every line of it is a paragraph of its own.
WRAPPED_WIDTH = 100

_NEWLINE = re.compile(r"\n")
_BLANK = re.compile(r"\n[ \t\r\f\v]*(?=\n)")
_BULLET = re.compile(r"[ \t]*(?:[-*•‣▪●–—·][ \t]+|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)][ \t]+|#{1,6}[ \t])")
# Possessive and anchored on its first mark, so that a hundred thousand dots cost one step each.
_STOP = re.compile(r"""(?<![.!?…])[.!?…]++["'”’»)\]]{0,4}(?=\s)|[。！？｡]["'”’»」』)\]]{0,4}""")
_NEXT = re.compile(r"""\s{1,64}["'“‘«(\[]{0,3}(\S)""")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“'‘]{1,40}$")
_END_MARK = re.compile(r"""[.!?…:;。！？｡]["'”’»)\]]{0,4}$""")
_SOFT_CUT = re.compile(r"[\s,;，、；]")

_NEVER_LAST = word_set("""
    mr mrs ms dr prof sen rep gov gen col lt sgt cpl capt cmdr adm maj rev hon st messrs pres supt vs v no nos fig
    art sec pp vol ch al approx est dept univ e.g i.e cf viz resp ca sens reps govs gens amb insp det rt atty supp
    ed eds u.s.c op
    """)
_MAY_BE_LAST = word_set("""
    inc corp co ltd llc plc bros jr sr etc a.m p.m am pm u.s u.k u.n u.s.a d.c e.u ph.d m.d b.a m.a b.s m.s u.a.e
    n.y l.a ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla
    ore pa tenn tex va vt wash wis wyo n.c s.c n.j n.h n.m n.d s.d w.va r.i q.v esq assn intl natl mfg ave blvd rd
    ft mt bn mn hrs min
    """)
_MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
_STARTERS = word_set("""
    the a an this that these those he she it they we i you his her its their our my but and or so yet in on at for
    from to by with as if when while after before since although though because however meanwhile moreover there
    here what who where why how some many most all both each no not under according during among between last one
    two three another other such also then still even only once until unless
    """)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; each one's text is exactly text[start:end].

    A line broken in the middle of a sentence stays in it; a blank line, a list mark and a short line without an end
    mark (a heading) end one. Linear in the length of the text.
    """
    newlines = [match.start() for match in _NEWLINE.finditer(text)]
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_blocks(text)):
        spans = [(a, b) for a, b in _cuts(text, start, end) if any(map(str.isalnum, text[a:b]))]
        heading = len(spans) == 1 and _is_heading(text[spans[0][0] : spans[0][1]])
        for first, last in spans:
            line = bisect_right(newlines, first - 1) if first else 0
            column = first - (newlines[line - 1] + 1 if line else 0) + 1
            found.append(
                Sentence(
                    index=len(found),
                    line=line + 1,
                    column=column,
                    start=first,
                    end=last,
                    text=text[first:last],
                    paragraph=number,
                    heading=heading,
                )
            )
    return tuple(found)


def _is_heading(text: str) -> bool:
    """Whether a paragraph of one line reads as a heading: short, starts high, has no end mark."""
    words = text.split()
    return (
        "\n" not in text
        and 0 < len(words) <= 20
        and not _END_MARK.search(text[-8:])
        and text[-1] not in ",-–—"
        and (words[0][0].isupper() or words[0][0].isdigit() or words[0][0] in "#\"'“‘")
    )


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs as spans without white space at their ends: by blank lines, list marks and heading lines."""
    start = 0
    for blank in _BLANK.finditer(text):
        yield from _lines(text, start, blank.start())
        start = blank.end()
    yield from _lines(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Splits one paragraph where its lines are separate ones and not one wrapped run."""
    bounds: list[tuple[int, int]] = []
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        bounds.append((position, stop))
        position = stop + 1
    if not bounds:
        return
    wrapped = max(b - a for a, b in bounds) <= WRAPPED_WIDTH
    first = bounds[0][0]
    for (a, b), (c, d) in pairwise(bounds):
        unwrapped = not wrapped and not text[c:d].lstrip()[:1].islower()
        if unwrapped or _BULLET.match(text, c, d) or _ends_alone(text, a, b, c, d):
            yield _trim(text, first, b)
            first = c
    yield _trim(text, first, bounds[-1][1])


def _ends_alone(text: str, a: int, b: int, c: int, d: int) -> bool:
    """Whether the line a..b stands for itself: short, without end mark, before a line that starts high."""
    line, after = text[a:b].strip(), text[c:d].lstrip()[:1]
    if not line or not after or len(line) > 45 or not (after.isupper() or after in '"“#'):
        return False
    last = line.rsplit(None, 1)[-1].lower()
    return (
        line[-1] not in ",;-–—&"
        and last not in _STARTERS
        and last not in ("of", "by", "is", "are", "was", "has", "had", "have", "said")
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return (start + left, end - (len(piece) - len(piece.rstrip()))) if left < len(piece) else (end, end)


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentence spans of one paragraph."""
    bullet = _BULLET.match(text, start, end)
    first = begin = bullet.end() if bullet and bullet.end() < end else start
    for stop in _STOP.finditer(text, begin, end):
        if stop.end() < end and _is_end(text, first, stop.start(), stop.end(), end):
            yield from _short_enough(text, *_trim(text, first, stop.end()))
            first = stop.end()
    yield from _short_enough(text, *_trim(text, first, end))


def _is_end(text: str, first: int, mark: int, after: int, end: int) -> bool:
    """Whether the stop at mark..after ends the sentence that began at first."""
    if text[mark] in "。！？｡":
        return True
    following = _NEXT.match(text, after, min(end, after + 70))
    if not following:
        return False
    head = following.group(1)
    if head.islower():
        return False
    if text[mark : mark + 1] != "." or text.startswith("..", mark):
        return head.isupper() or head.isdigit() or not head.isalnum() or ord(head) > 0x2E7F
    before = _WORD_BEFORE.search(text, max(first, mark - 40), mark)
    word = before.group(0).lower() if before else ""
    if word in _NEVER_LAST:
        # "No." before a number is a title; "no." before a word that starts high ends a sentence.
        return word in ("no", "nos", "v", "al", "ed", "ch", "art") and not head.isdigit()
    if word in _MONTHS:
        return not head.isdigit()
    if len(word) == 1 and word.isalpha():
        # An initial, unless the word is "I" and a sentence starts after it.
        return word == "i" and _next_word(text, following.start(1), end) in _STARTERS
    if word.isdigit() and mark - len(word) <= first:
        return False
    if word in _MAY_BE_LAST or _is_acronym(word):
        return _next_word(text, following.start(1), end) in _STARTERS
    return True


def _is_acronym(word: str) -> bool:
    """Whether a word without its last stop is letters with stops between ("u.s")."""
    parts = word.split(".")
    return len(parts) > 1 and all(len(part) == 1 for part in parts)


def _next_word(text: str, start: int, end: int) -> str:
    """The word that starts at a place, in lower case."""
    stop = start
    while stop < min(end, start + 20) and text[stop].isalpha():
        stop += 1
    return text[start:stop].lower()


def _short_enough(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts a run that is too long at white space or a comma, else in the middle of it."""
    while end - start > LONGEST:
        cut = start + LONGEST
        for back in range(cut, cut - 300, -1):
            if _SOFT_CUT.match(text, back - 1):
                cut = back
                break
        else:
            while cut > start + LONGEST - 50 and _joins(text[cut]):
                cut -= 1
        yield _trim(text, start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _joins(character: str) -> bool:
    """Whether a character belongs to the one before it (mark, joiner, skin tone)."""
    code = ord(character)
    return code in (0x200D, 0xFE0F) or 0x300 <= code <= 0x36F or 0x1F3FB <= code <= 0x1F3FF or 0xE31 <= code <= 0xE4E
