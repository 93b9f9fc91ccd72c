"""Turns a source's sentence into words that can be printed: clean, plain, shorter, and never a copy of its damage."""

from __future__ import annotations

import re
from collections.abc import Callable

from groundwire.language import grammar
from groundwire.language.folding import plain
from groundwire.language.tokens import FUNCTION_WORDS, stem
from groundwire.language.weights import known

_MARKUP = re.compile(
    r"\{/\*[^}]{0,200}\*/\}|\[\d{1,3}\]|\[citation needed\]|https?://\S{1,300}|(?<!\w)[*_`]{1,3}(?=\w)|(?<=\w)[*_`]{1,3}(?!\w)"
)
_BEFORE_NOUN = re.compile(r"\b([A-Za-z][A-Za-z&]*s) (?=([A-Za-z0-9]\w*)(?: (\w+))?)")
# An article or a clause after it shows that what looks like a noun is the verb ("Districts indicate that").
_OBJECT = frozenset(["a", "an", "the", "that", "it", "them", "its", "their", "this", "these"])
# Spellings that no plural has ("companys"), and words that stand before a noun only as owners.
_ALWAYS_OWNED = re.compile(r"[A-Za-z]+[^aeiou]ys|[Tt]odays|[Yy]esterdays|[Cc]hildrens|(?:[Ww]o)?mens|[Ww]omens")
_TITLES = frozenset(
    [
        "Senators",
        "Representatives",
        "Attorneys",
        "Judges",
        "Justices",
        "Ministers",
        "Presidents",
        "Secretaries",
        "Governors",
        "Members",
        "Officers",
        "Professors",
        "Doctors",
        "Commissioners",
        "Directors",
    ]
)
_LAYOUT = " -*•>"
# What is left of an apostrophe read in the wrong encoding ("presidentâs").
_QUOTE_BYTE = re.compile(r"(?<=[a-z])â(?=(?:s|t|d|m|ll|re|ve)\b)")
_APART = re.compile(r" '(?=s\b)")
_EMPTY = re.compile(r"\( ?\) ?:? ?")
_DATELINE_INSIDE = re.compile(
    r"\b[A-Z]{4,}(?: [A-Z]{4,})?, (?:[A-Z]{2}|D\.C\.|[A-Z][a-z]{1,4}\.) ?--? ?(?=[A-Z][a-z.]|[A-Z]\.)"
)
_SPACE = re.compile(r"\s+")
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,]{2,30}(?:\([^)]{1,20}\) ?)?(?:--?|:) ?(?=[A-Z])|^(?:[A-Z]{4,20})(?:, [A-Z][a-z]{1,4}\.?)? (?=[A-Z][a-zA-Z])"
)
# A bracket is kept when it holds what a reader may need to tell things apart: an identifier such as a case or flaw number.
_IDENTIFIER = re.compile(r"[A-Z]{2}-\d|\d-\d{3}")
# Two words that lost the mark between them ("publishersHolt"), or a full stop without its space.
_GLUED = re.compile(
    r"\b[a-z]{3,}[A-Z][a-z]{2,}\w*|\b\w{1,40}[a-z]{3}\.[A-Z][a-z]\w*|\b\w{1,40}[a-z]\.[a-z]{3,}\b(?<!\.com)(?<!\.org)(?<!\.gov)(?<!\.exe)"
)
_BRACKET = re.compile(r" ?\(([^()]{1,160})\)")

# Heavier words and the plain ones that mean the same; whole words only, the first letter's case is kept.
PLAIN_WORDS: tuple[tuple[str, str], ...] = (
    ("in connection with", "over"), ("in order to", "to"), ("prior to", "before"), ("subsequent to", "after"), ("pursuant to", "under"),
    ("in the event that", "if"), ("due to the fact that", "because"), ("as a result of", "because of"), ("in addition to", "besides"),
    ("with respect to", "on"), ("with regard to", "on"), ("for the purpose of", "for"), ("a number of", "several"), ("at the time of", "at"),
    ("approximately", "about"), ("additional", "further"), ("commenced", "began"), ("utilize", "use"), ("utilized", "used"), ("utilizing", "using"),
    ("purchasers", "buyers"), ("purchaser", "buyer"), ("attempting to", "trying to"), ("attempted to", "tried to"), ("in excess of", "more than"),
    ("currently", "now"), ("numerous", "many"), ("assist", "help"), ("obtain", "get"), ("sufficient", "enough"), ("percent", "per cent"),
    ("stemming from", "over"), ("on behalf of", "for"), ("provided that", "if"), ("upon", "on"), ("for a period of", "for"), ("in the amount of", "of"),
    ("as long as", "up to"), ("along with", "with"), ("together with", "with"), ("such as", "like"), ("including", "among them"),
)  # fmt: skip
# These open a sentence as joints only before a comma: "First Lady", "Further talks", "So far" and "Instead of" are not joints.
_LEADING = re.compile(
    r"^(?:(?:And|But|Additionally|Finally|However|Moreover|Furthermore|Specifically|Meanwhile|Indeed|Unfortunately|Fortunately|Hopefully|Sadly|Obviously|Frankly|"
    r"Nonetheless|Nevertheless|Therefore|Consequently|Accordingly|Likewise|Notably|Interestingly|Ultimately|"
    r"(?:Yet|So|Also|Still|Thus|Instead|Similarly|Further|Again|Overall|First|Second|Third|Fourth|Lastly|Basically|Luckily)(?=,)|"
    r"(?:Please )?[Nn]ote (?:also )?that|In addition(?! to)|In fact|In particular|In other words|In short|In turn|As a result|For example|For instance|At the same time|"
    r"On the other hand|In the meantime|As before|As you (?:know|are aware|may know|may recall)|As we know|As previously (?:noted|announced|reported)|To that end|Of course|Among other things|"
    r"Among other (?:provisions|terms)|In general|By contrast|In contrast|That said|As such|For the above-mentioned reasons|In this regard)(?: too)?,? )+"
)
_ASIDE_ADVERBS = re.compile(
    r",? (?:however|moreover|furthermore|therefore|meanwhile|in fact|in particular|of course|for example|for instance|as well|reportedly known)(?=[,.])(?:,(?= ))?"
)
_FURTHER = re.compile(
    r"\b(?<=\w )(?:also|further|additionally|then|now-|already) (?=(?:alleges?|alleged|said|says|announced|noted|stated|wrote|found|ordered|requires?|required|agreed|pleaded|called|urged)\b)"
)


def tidy(text: str) -> str:
    """The sentence with its layout, footnote marks, addresses and dateline gone, and its typography plain."""
    clean = _SPACE.sub(" ", _MARKUP.sub(" ", plain(text))).strip(_LAYOUT)
    clean = _EMPTY.sub("", _APART.sub("'", _QUOTE_BYTE.sub("'", clean)))
    # A heading that an archive ran into the first sentence ends where the dateline does.
    inside = _DATELINE_INSIDE.search(clean)
    clean = clean[inside.end() :] if inside is not None else clean
    return (
        _DATELINE.sub("", clean).replace(" v. ", " v ").replace("( ", "(").replace(" ,", ",").replace(" .", ".").strip()
    )


# Letters that in English text are the remains of a mark read in the wrong encoding.
_BROKEN_BYTES = re.compile(r"[âÃÂ](?![a-zà-ÿ]{2})|[a-z]â[a-z]{0,2}\b")

# A full stop or an apostrophe is lost where a word that opens sentences has its capital ("output In response to") or an s is alone.
_RUN_ON = re.compile(
    r"[a-z0-9] (?:In|The|This|These|They|It|We|He|She|But|And|As|For|With|At|While|When|If|There|Our|His|Her|Its|Under|Since|After|Before|Although|However|That|Also|To) [a-z]|\b[a-z]{2,} [st] (?=[a-z])"
)


def is_damaged(text: str, whole: str = "") -> bool:
    """Whether a sentence is too broken to be printed: shouted, run on, unbalanced, or with marks of lost characters.

    Args:
        whole: the document's text; a word that looks glued together but stands there twice is a name or a term.
    """
    letters = [ch for ch in text if ch.isalpha()]
    if (
        not letters
        or "\ufffd" in text
        or _BROKEN_BYTES.search(text)
        or _RUN_ON.search(text)
        or "??" in text
        or re.search(r"[a-z]\?[a-z]|(?:^|\s)\?\w", text)
    ):
        return True
    words = text.split()
    shouted = sum(word.isupper() and len(word) > 3 for word in words)
    if shouted * 3 > len(words):
        return True
    if any(whole.count(glued) < 2 for glued in _GLUED.findall(text)):
        return True
    return (
        text.count("(") != text.count(")")
        or text.count('"') % 2 == 1
        or re.search(r"\w--? [A-Z][\w.]+ [A-Z]", text) is not None
    )


def mend_apostrophes(text: str, whole: str) -> str:
    """Gives back the apostrophes that an archive lost, only where the document itself shows what the word was.

    A possessive is mended when the same word stands without its s elsewhere in the document and a noun follows ("Apples petition"
    where "Apple" stands alone too), when the spelling admits no plural ("companys"), and for an acronym ("EPAs standards").
    """
    if whole.count("'") + whole.count("’") > len(whole.split()) / 100 + 1:
        return text
    known = set(re.findall(r"\b[A-Z][\w.&]*\b", whole))

    def mend(match: re.Match[str]) -> str:
        word, after = match.group(1), match.group(2)
        stem = word[:-1]
        verb = grammar.verb(after.lower())
        if after.lower() in FUNCTION_WORDS or (verb is not None and (match.group(3) or "").lower() in _OBJECT):
            return match.group(0)
        capital = word[0].isupper() and stem in known and len(stem) > 1 and word not in _TITLES
        # The name of a body that ends in a title's word: "the Ministry of Justices lawyers".
        capital = capital or (
            stem in known and re.search(rf"\bof {word}\b", text) is not None and f" of {stem}" in whole
        )
        lower = _ALWAYS_OWNED.fullmatch(word) is not None
        acronym = re.fullmatch(r"[A-Z][A-Z&]{1,5}s", word) is not None
        owned = (
            not word[0].isupper()
            and re.search(rf"\b[Tt]he {re.escape(word)}\b", text) is not None
            and f"he {stem} " in whole
            and not after.endswith(("ed", "ing", "ly"))
        )
        possessive = owned or (capital and _one_of_its_kind(stem, word, whole)) or lower or acronym
        return f"{stem}'s " if possessive else match.group(0)

    return _BEFORE_NOUN.sub(mend, text)


def _one_of_its_kind(stem: str, word: str, whole: str) -> bool:
    """Whether the document speaks of the thing in the singular at least as often as with an s."""
    singular = len(re.findall(rf"\b{re.escape(stem)}\b", whole))
    return singular >= 2 and singular >= len(re.findall(rf"\b{re.escape(word)}\b", whole))


_JOINED = re.compile(
    r"\b([a-z]{3,})([A-Z][\w.]{2,})|\b([A-Z]{2,}[a-z]?)([a-z]{2,})\b|\b(Inc\.|Co\.|Ltd\.)([a-z]{2,})\b"
)


def part_joined(text: str, whole: str) -> str:
    """Gives back a dash between two words that an archive ran together, where the document has both words apart elsewhere."""
    spaced = frozenset(whole.split())

    def part(match: re.Match[str]) -> str:
        first, second = (group for group in match.groups() if group is not None)
        known = first in spaced and any(each.startswith(second) for each in spaced)
        return f"{first} -- {second}" if known else match.group(0)

    return _JOINED.sub(part, text)


def part_glued(text: str) -> str:
    """Gives back a space between two words that an archive ran together ("toaddress"), where no word is spelled so."""
    text = re.sub(r"\b(Inc|Corp|Co|Ltd)\.s\b", r"\1.'s", text)
    return re.sub(r"\b[A-Za-z]?[a-z]{4,}\b", _parted, text)


def _parted(match: re.Match[str]) -> str:
    word = match.group(0)
    if known(stem(word.lower())):
        return word
    for cut in range(2, len(word) - 1):
        first, second = word[:cut], word[cut:]
        joins = first.lower() in _SMALL and len(second) > 3 and known(stem(second))
        follows = second in _SMALL and len(first) > 3 and known(stem(first.lower()))
        if joins or follows:
            return f"{first} {second}"
    return word


# Little words that are found stuck to their neighbours; shorter or rarer ones would part real words.
_SMALL = frozenset(["to", "and", "the", "from", "with", "for", "that"])


def drop_brackets(text: str) -> str:
    """The text without its bracketed asides; an identifier in brackets stays."""

    def keep(match: re.Match[str]) -> str:
        return match.group(0) if _IDENTIFIER.search(match.group(1)) and len(match.group(1)) < 40 else ""

    return _SPACE.sub(" ", _BRACKET.sub(keep, text)).replace(" ,", ",").replace(" .", ".").strip()


def drop_leading(text: str) -> str:
    """The sentence without an opening that only joins it to the one before."""
    return sentence_case(_LEADING.sub("", text))


def drop_joints(text: str) -> str:
    """The sentence without joining words in its middle ("however", "further alleges")."""
    return _FURTHER.sub("", _ASIDE_ADVERBS.sub("", text))


def plainer(text: str) -> str:
    """The text with heavy words exchanged for plain ones of the same meaning."""
    return right_article(_PLAIN.sub(_exchange, text))


def right_article(text: str) -> str:
    """The text with "a" and "an" right before words that an exchange may have put there."""
    text = re.sub(r"\b([Aa])n (?=(?:further|first|possible|whole|biggest|yearly|buy|fast|small)\b)", r"\1 ", text)
    return re.sub(r"\b([Aa]) (?=(?:almost|about|early|effect|earlier|end)\b)", r"\1n ", text)


_TABLE = {heavy: light for heavy, light in PLAIN_WORDS if heavy not in ("such as", "including", "as long as")}
# What follows "several" is a plain plural: "a number of the largest" stays, and "a few" of them is not said.
_NOT_BEFORE = r"(?! (?:the|these|those|its|their|our|his|her|them)\b)"
_PLAIN = re.compile(
    r"\b("
    + "|".join(
        re.escape(heavy) + (_NOT_BEFORE if heavy == "a number of" else "")
        for heavy in sorted(_TABLE, key=len, reverse=True)
    )
    + r")\b",
    re.IGNORECASE,
)


def _exchange(match: re.Match[str]) -> str:
    light = _TABLE[match.group(1).lower()]
    return light[0].upper() + light[1:] if match.group(1)[0].isupper() else light


def sentence_case(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def lower_first(text: str, is_name: Callable[[str], bool]) -> str:
    """The text ready to stand after "that": its first letter in lower case, unless the first word is a name or an acronym."""
    first, _, after = text.partition(" ")
    comma, first = first.endswith(","), first.rstrip(",")
    low = first.lower()
    if first == "I" or (len(first) > 1 and (first[1:] != first[1:].lower() or any(ch.isdigit() for ch in first))):
        return text
    if low in _OPENS_ANYTHING:
        return low + text[len(first) :]
    # Two capitals in a row are a name, unless the first is a word that opens any sentence or a comma parts them.
    if after[:1].isupper() and not comma and low not in FUNCTION_WORDS and not after.isupper():
        return text
    # A word that no list of common words has is a name that stands nowhere else ("Halderians").
    if is_name(first) or (low not in FUNCTION_WORDS and not known(stem(low))):
        return text
    return text[:1].lower() + text[1:]


# Words that open a sentence before a name and are never part of one.
_OPENS_ANYTHING = grammar.word_set(
    "while when where if because although though after before since until as in on at by from with without under during "
    "for of to the a an this that these those its their his her our there it he she they we both all some many most "
    "several no not according former incumbent two three four five six seven eight nine ten about nearly almost"
)


def word_count(text: str) -> int:
    """Words as a reader counts them: runs between spaces."""
    return len(text.split())
