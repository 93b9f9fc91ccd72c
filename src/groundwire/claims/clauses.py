"""Finds the finite verb groups of a sentence and how they hang together, by closed word classes alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from groundwire.language.folding import plain
from groundwire.language.grammar import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    DO,
    FINITE_BE,
    GERUND,
    HAVE,
    MODALS,
    NEGATORS,
    PARTICIPLE,
    PAST,
    PLAIN,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    THIRD,
    verb,
)

_TOKEN = re.compile(r"\w+(?:[.,’'‑/&-]\w+)*+|[^\w\s]")
_CLITIC = re.compile(r"^(i|he|she|it|we|you|they|that|there|what|who|here|where|let)('(?:s|re|ve|ll|d|m))$")
_BREAKS = frozenset(',;:()—–-"“”')
# Verbs that bring in what somebody says or thinks, so that a clause may follow without "that".
SAYING = frozenset(
    [
        "say",
        "tell",
        "announce",
        "report",
        "note",
        "add",
        "state",
        "explain",
        "indicate",
        "mention",
        "claim",
        "allege",
        "argue",
        "warn",
        "believe",
        "expect",
        "think",
        "find",
        "confirm",
        "admit",
        "acknowledge",
        "deny",
        "suggest",
        "predict",
        "insist",
        "maintain",
        "contend",
        "assert",
        "declare",
        "reveal",
        "disclose",
        "conclude",
        "estimate",
        "forecast",
        "project",
        "hope",
        "fear",
        "feel",
        "know",
        "show",
        "agree",
        "promise",
        "pledge",
        "vow",
        "stress",
        "emphasize",
        "recommend",
        "propose",
        "testify",
        "write",
        "tweet",
        "reply",
        "respond",
        "caution",
        "concede",
        "observe",
        "remark",
        "complain",
        "charge",
        "accuse",
        "reiterate",
        "tell",
        "anticipate",
        "view",
        "understand",
        "learn",
        "recognize",
        "hear",
        "see",
        "mean",
        "ensure",
    ]
)


# Verbs whose bare forms are more often nouns in the news: they need a subject that leaves no doubt.
NOUNISH = frozenset(
    [
        "issue",
        "market",
        "project",
        "program",
        "structure",
        "fund",
        "state",
        "post",
        "sign",
        "increase",
        "measure",
        "plan",
        "price",
        "rate",
        "stock",
        "share",
        "trade",
        "report",
        "plant",
        "state",
        "show",
        "place",
        "store",
        "point",
        "record",
        "service",
        "supply",
        "use",
        "demand",
        "result",
        "return",
        "order",
        "offer",
        "concern",
        "cost",
        "charge",
        "claim",
        "cause",
        "change",
        "force",
        "group",
        "house",
        "interest",
        "land",
        "level",
        "limit",
        "line",
        "link",
        "list",
        "load",
        "loss",
        "mark",
        "matter",
        "model",
        "name",
        "need",
        "note",
        "number",
        "object",
        "part",
        "patch",
        "pay",
        "play",
        "power",
        "practice",
        "present",
        "press",
        "pressure",
        "process",
        "produce",
        "profit",
        "protest",
        "purchase",
        "question",
        "race",
        "raid",
        "rally",
        "range",
        "rank",
        "release",
        "request",
        "reserve",
        "resort",
        "rest",
        "review",
        "risk",
        "rule",
        "sanction",
        "scale",
        "search",
        "sentence",
        "shift",
        "ship",
        "source",
        "spark",
        "stage",
        "standard",
        "start",
        "step",
        "stress",
        "strike",
        "study",
        "support",
        "surge",
        "survey",
        "suspect",
        "swing",
        "target",
        "tax",
        "test",
        "threat",
        "total",
        "tour",
        "track",
        "train",
        "transfer",
        "transport",
        "travel",
        "treat",
        "trial",
        "turn",
        "update",
        "upgrade",
        "value",
        "view",
        "visit",
        "vote",
        "wage",
        "walk",
        "wave",
        "win",
        "work",
        "import",
        "export",
        "design",
        "experience",
        "exploit",
        "interview",
        "lead",
        "loan",
        "attack",
        "attempt",
        "award",
        "base",
        "benefit",
        "bid",
        "block",
        "boost",
        "broadcast",
        "budget",
        "campaign",
        "call",
        "capture",
        "challenge",
        "check",
        "comment",
        "commission",
        "contact",
        "contest",
        "contract",
        "control",
        "cover",
        "crash",
        "credit",
        "cut",
        "damage",
        "date",
        "deal",
        "debate",
        "decline",
        "decrease",
        "defeat",
        "delay",
        "document",
        "download",
        "draft",
        "drill",
        "drop",
        "effect",
        "end",
        "estimate",
        "exchange",
        "exercise",
        "fall",
        "fear",
        "feature",
        "figure",
        "file",
        "fine",
        "finance",
        "fire",
        "flood",
        "flow",
        "focus",
        "forecast",
        "form",
        "gain",
        "guarantee",
        "guide",
        "hand",
        "harm",
        "head",
        "help",
        "hire",
        "hit",
        "hold",
        "host",
        "impact",
        "influence",
        "input",
        "invest",
        "judge",
        "label",
        "lack",
        "launch",
        "lease",
        "license",
        "lift",
        "look",
        "mandate",
        "march",
        "merge",
        "mine",
        "move",
        "murder",
        "open",
        "operate",
        "outline",
        "park",
        "pass",
        "permit",
        "pilot",
        "poll",
        "probe",
        "promise",
        "prompt",
        "push",
        "quote",
        "raise",
        "reform",
        "refund",
        "regard",
        "remark",
        "rent",
        "repair",
        "repeat",
        "reply",
        "representative",
        "rescue",
        "resolve",
        "respect",
        "ride",
        "rise",
        "roll",
        "run",
        "sample",
        "save",
        "schedule",
        "score",
        "season",
        "seat",
        "signal",
        "slide",
        "slump",
        "sound",
        "split",
        "spread",
        "spring",
        "stand",
        "stay",
        "stem",
        "stop",
        "storm",
        "stream",
        "switch",
        "talk",
        "tie",
        "top",
        "touch",
        "trace",
        "trigger",
        "trim",
        "trust",
        "try",
        "view",
        "volunteer",
        "want",
        "warrant",
        "waste",
        "watch",
        "water",
        "weight",
        "wish",
        "witness",
        "worry",
        "yield",
        "time",
        "detail",
        "board",
        "crop",
        "fish",
        "book",
        "bill",
        "address",
        "aim",
        "answer",
        "appeal",
        "approach",
        "audit",
        "balance",
        "bar",
        "wind",
        "access",
        "rain",
        "lower",
        "narrow",
        "near",
        "battle",
        "breach",
        "brief",
        "bundle",
        "chase",
        "clash",
        "close",
        "combine",
        "compromise",
        "conduct",
        "conflict",
        "count",
        "counter",
        "cross",
        "crack",
        "dispute",
        "display",
        "divide",
        "double",
        "doubt",
        "drift",
        "drive",
        "dump",
        "edge",
        "escape",
        "face",
        "fit",
        "flag",
        "fly",
        "ground",
        "halt",
        "handle",
        "highlight",
        "hope",
        "increase",
        "jump",
        "kick",
        "kill",
        "lease",
        "lobby",
        "lock",
        "love",
        "mail",
        "manufacture",
        "match",
        "miss",
        "need",
        "notice",
        "pause",
        "phase",
        "pick",
        "pledge",
        "plot",
        "plunge",
        "pose",
        "program",
        "queue",
        "rout",
        "sail",
        "scan",
        "seal",
        "sense",
        "set",
        "shut",
        "smoke",
        "sponsor",
        "spot",
        "store",
        "struggle",
        "subject",
        "tackle",
        "tear",
        "tend",
        "tweet",
        "veto",
        "vow",
        "wrap",
    ]
) - frozenset(["want", "try", "pay", "hold", "stay", "operate", "invest", "merge", "resolve", "tend", "treat"])
_ALONE = frozenset(["this", "that", "these", "those", "all", "both", "some", "many", "each", "several", "few"])
_PERSONAL = frozenset(["i", "he", "she", "it", "we", "they", "you", "there"])
_PLURALS = frozenset(["people", "police", "men", "women", "children", "media", "data"])


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence: low is folded, start and end are offsets into the sentence."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """A finite verb group: auxiliaries, head verb and what hangs on them.

    Args:
        first, head: indices of its first word and of its head verb among the tokens.
        base: base form of the head verb ("be" for a copula).
        modal: the modal verb, "" when there is none; "must" for "has to", "will" for "is going to".
        past, perfect, progressive, passive, negated: as they say.
        to: base form of an infinitive that follows at once ("plans to buy": buy), "" when none.
        role: "main", "sub", "relative" or "content" (what somebody says or thinks).
        opener: the word that opens its clause ("if", "which"), "" when none.
        sure: from 4 when it can only be finite, over 2 when it may be a participle, to 0 when it is likely a noun.
    """

    first: int
    head: int
    base: str
    modal: str = ""
    past: bool = False
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    to: str = ""
    role: str = "main"
    opener: str = ""
    sure: int = 4


def tokens(sentence: str) -> list[Token]:
    """Words and marks of a sentence; "it's" is two, "don't" one."""
    found: list[Token] = []
    for match in _TOKEN.finditer(sentence):
        text = match.group()
        low = plain(text).lower()
        clitic = _CLITIC.match(low) if "'" in low else None
        if clitic:
            cut = match.start() + len(clitic.group(1))
            found.append(Token(text[: cut - match.start()], clitic.group(1), match.start(), cut))
            found.append(Token(text[cut - match.start() :], clitic.group(2), cut, match.end()))
        else:
            found.append(Token(text, low, match.start(), match.end()))
    return found


def groups(words: list[Token]) -> list[Group]:
    """The finite verb groups in order, with their roles."""
    found: list[Group] = []
    position = 0
    while position < len(words):
        group = _group_at(words, position, found[-1] if found else None)
        if group is None:
            position += 1
        else:
            found.append(group)
            position = group.head + 1
    return _settled(words, found or _last_resort(words))


def _last_resort(words: list[Token]) -> list[Group]:
    """The first word that can be a finite verb after a noun, for a sentence where nothing else looks like one."""
    for i in range(1, len(words) - 1):
        form = verb(words[i].low)
        if form is None or not words[i].text[0].islower() or not form.kinds & (THIRD | PLAIN | PAST):
            continue
        before = words[i - 1].low
        if (
            before in DETERMINERS
            or before in PREPOSITIONS
            or before in COORDINATORS
            or not is_word(words[i - 1])
            or before == "to"
        ):
            continue
        if _is_object(words[i + 1]) or (words[i + 1].low in PREPOSITIONS and form.base not in NOUNISH):
            return [Group(i, i, form.base, past=bool(form.kinds & PAST), to=_infinitive(words, i + 1), sure=0)]
    return []


def is_word(token: Token) -> bool:
    """Whether a token is a word or number and not a mark."""
    return token.text[0].isalnum() or (token.low[0] == "'" and len(token.low) > 1)


def is_adverb(low: str) -> bool:
    """Whether a folded word is an adverb by list or by its ending."""
    return low in ADVERBS or (
        low.endswith("ly")
        and len(low) > 4
        and low
        not in ("family", "supply", "apply", "reply", "early", "only", "july", "italy", "rely", "assembly", "likely")
    )


def _group_at(words: list[Token], i: int, before: Group | None) -> Group | None:
    low = words[i].low
    if low == "'d":
        # "I'd been": had; "I'd go": would.
        return _chain(words, i, "had" if _follows(words, i + 1, PARTICIPLE) else "would")
    if low in MODALS or low in FINITE_BE or low in HAVE - {"having"} or low in DO - {"done"}:
        previous = words[i - 1].low if i else ""
        if low in ("will", "might", "can", "must", "may") and (
            previous in DETERMINERS or (words[i].text[0].isupper() and i > 0)
        ):
            return None
        if low in HAVE | DO and previous == "to":
            return None
        return _chain(words, i, low)
    form = verb(low)
    if form is None or not form.kinds & (PAST | THIRD | PLAIN):
        if form is None and low.endswith("ed") and len(low) > 4 and low[0].isalpha() and words[i].text[0].islower():
            return _bare(words, i, low, PAST | PARTICIPLE, before)
        return None
    if (
        words[i].text[0].isupper()
        and i > 0
        and not all(w.text[0].isupper() for w in words if len(w.text) > 4 and w.text[0].isalpha())
    ):
        return None
    return _bare(words, i, form.base, form.kinds, before)


def _bare(words: list[Token], i: int, base: str, kinds: int, before: Group | None) -> Group | None:
    """A verb form without auxiliary, when what stands before and after it lets it be finite."""
    j = i - 1
    while j >= 0 and is_adverb(words[j].low) and words[j].low not in ("both", "all", "each", "first", "once"):
        j -= 1
    previous = words[j] if j >= 0 else None
    if previous is None:
        return None
    low = previous.low
    demonstrative = low in _ALONE or low in SUBJECT_PRONOUNS
    if low == "to" or (low in DETERMINERS and not demonstrative) or low in ("be", "been", "being"):
        return None
    if low in PREPOSITIONS and low not in SUBORDINATORS | RELATIVES and low not in ("up", "down", "out", "off", "over"):
        return None
    if low.endswith(("'s", "s'")) and not kinds & PAST:
        return None
    if before is not None and before.head == j and before.base != "be" and before.sure > 2:
        return None
    after = words[i + 1] if i + 1 < len(words) else None
    to = _infinitive(words, i + 1)
    takes = after is not None and _is_object(after)
    if kinds & PAST:
        sure = 4 if not kinds & PARTICIPLE else 3 if takes or low in _PERSONAL else 2
        if low == ",":
            sure = min(sure, 3 if takes and before is None else 1)
        elif to and sure == 2:
            sure = 3
        elif low in COORDINATORS and not takes:
            sure = min(sure, 1)
        elif after is not None and after.low in ("by", "of") and sure == 2:
            sure = 1
        if demonstrative and low in DETERMINERS and sure == 2 and after is not None and _may_be_noun(after):
            return None
        return Group(i, i, base, past=True, to=to, sure=sure)
    if low in _PERSONAL or low in ("who", "which"):
        return Group(i, i, base, to=to, sure=4)
    noun = base in NOUNISH
    if after is None or not (_opens_object(after) or not noun):
        return None
    if low in COORDINATORS:
        fits = before is not None and (
            (kinds & PLAIN and (before.modal or before.to or before.sure <= 3)) or kinds & THIRD
        )
        return Group(i, i, base, to=to, sure=0 if noun else 2 if takes else 1) if fits else None
    if low in _BREAKS or (low in SUBORDINATORS and low != "that"):
        return None
    plural = (low.endswith("s") and not low.endswith(("ss", "us", "is"))) or low in _PLURALS or _joined(words, j)
    if (kinds & THIRD and (not plural or previous.text[0].isupper())) or (kinds & PLAIN and plural):
        return Group(i, i, base, to=to, sure=(1 if takes else 0) if noun else 3)
    if kinds & PLAIN and not noun and any(w.low.endswith("s") for w in words[:j]):
        return Group(i, i, base, to=to, sure=2)
    return None


def _joined(words: list[Token], j: int) -> bool:
    """Whether the noun at j is the last of several ("food and energy")."""
    return any(words[k].low == "and" for k in range(max(0, j - 3), j))


def _is_object(token: Token) -> bool:
    """Whether a token can only start an object, so that the verb before it is no participle or noun."""
    return (
        token.low in DETERMINERS
        or token.low in SUBJECT_PRONOUNS
        or token.low in ("him", "them", "us", "me")
        or token.text[0].isdigit()
        or token.text[0] in '$€£¥"“'
    )


def _may_be_noun(token: Token) -> bool:
    return (
        token.text[0].isalpha()
        and token.low not in PREPOSITIONS
        and token.low not in DETERMINERS
        and token.low not in COORDINATORS
        and token.low not in SUBORDINATORS
        and not is_adverb(token.low)
    )


def _opens_object(token: Token) -> bool:
    """Whether a token can follow a finite present verb rather than a noun."""
    low = token.low
    if low in MODALS or low in FINITE_BE or low in HAVE or low in DO:
        return False
    if (
        _is_object(token)
        or low == "to"
        or is_adverb(low)
        or low in PREPOSITIONS
        or low in SUBORDINATORS
        or token.text[0] in ".,;:)"
    ):
        return True
    form = verb(low)
    return not (form and form.kinds & (PAST | THIRD))


def _follows(words: list[Token], i: int, kind: int) -> bool:
    """Whether the next word that is no adverb has a verb form of that kind."""
    while i < len(words) and is_adverb(words[i].low):
        i += 1
    if i >= len(words):
        return False
    form = verb(words[i].low)
    return bool(form and form.kinds & kind) or words[i].low == "been"


def _infinitive(words: list[Token], i: int) -> str:
    """Base form of the infinitive at i ("to buy", "not to buy"), "" when there is none."""
    if i < len(words) and words[i].low == "not":
        i += 1
    if i + 1 < len(words) and words[i].low == "to":
        i += 1
        while i < len(words) - 1 and is_adverb(words[i].low):
            i += 1
        form = verb(words[i].low)
        if form and form.kinds & PLAIN:
            return form.base
        if words[i].low in ("be", "have", "do"):
            return words[i].low
    return ""


def _chain(words: list[Token], first: int, low: str) -> Group:
    """Reads auxiliaries and head verb from their first word on."""
    modal = low.replace("n't", "") if low in MODALS or low == "would" else ""
    negated = "n't" in low or low == "cannot"
    modal = {"wo": "will", "ca": "can", "cannot": "can", "'ll": "will", "sha": "will", "shall": "will"}.get(
        modal, modal
    )
    past = low in ("was", "were", "wasn't", "weren't", "had", "hadn't", "did", "didn't")
    state = "modal" if modal else "be" if low in FINITE_BE else "have" if low in HAVE or low == "had" else "do"
    perfect = progressive = passive = False
    head, base = first, {"be": "be", "have": "have", "do": "do"}.get(state, modal)
    i = first + 1
    while i < len(words) and i - head <= 5:
        word = words[i].low
        if (
            word in NEGATORS
            and word not in ("none", "nothing", "nobody", "nor", "without")
            and not (word in ("no", "neither") and state != "be")
        ):
            negated = negated or word != "no" or state in ("be",)
            i += 1
            if word == "no":
                break
            continue
        if is_adverb(word):
            i += 1
            continue
        form = verb(word)
        if state in ("modal", "do", "to") and word == "have":
            state, head, base = "have", i, "have"
        elif (state in ("modal", "to") and word == "be") or (state == "have" and word == "been"):
            perfect = perfect or word == "been"
            state, head, base = "be", i, "be"
        elif state == "be" and word == "being":
            progressive, head = True, i
        elif state == "be" and word == "going" and i + 1 < len(words) and words[i + 1].low == "to":
            modal, state, head = "will", "to", i + 1
            i += 1
        elif state == "have" and word == "to":
            modal, state, head = "must", "to", i
        elif state == "be" and word == "to" and i - first <= 2 and not past and head == first:
            modal, state, head = "will", "to", i
        elif state == "be" and form and form.kinds & GERUND:
            progressive, head, base = True, i, form.base
            break
        elif state == "be" and (
            (form and form.kinds & PARTICIPLE and not form.kinds & PLAIN) or _regular_past(word, form)
        ):
            passive, head, base = True, i, form.base if form else word
            break
        elif state == "be" and form and form.kinds & PARTICIPLE and form.kinds & PLAIN and words[i].text[0].islower():
            passive, head, base = True, i, form.base
            break
        elif state == "have" and ((form and form.kinds & PARTICIPLE) or _regular_past(word, form)):
            perfect, head, base = True, i, form.base if form else word
            break
        elif state in ("modal", "do", "to") and form and form.kinds & PLAIN:
            head, base = i, form.base
            break
        elif (
            state in ("modal", "do", "to")
            and word not in DETERMINERS
            and word not in SUBJECT_PRONOUNS
            and words[i].text[0].islower()
            and word not in PREPOSITIONS
        ):
            # A verb that is not listed.
            head, base = i, word
            break
        elif word in SUBJECT_PRONOUNS and head == first:
            i += 1
            continue
        else:
            break
        i += 1
    return Group(first, head, base, modal, past, perfect, progressive, passive, negated, _infinitive(words, head + 1))


def _regular_past(word: str, form: object) -> bool:
    return form is None and word.endswith("ed") and len(word) > 4


def _settled(words: list[Token], found: list[Group]) -> list[Group]:
    """Gives each group its role and drops those that turn out to be nouns or participles."""
    while True:
        kept, weakest = _roles(words, found)
        if weakest is None:
            break
        found = [g for g in found if g.first != weakest]
    if kept and not any(g.role in ("main", "content") for g in kept):
        last = max((g for g in kept if g.role == "sub"), key=lambda g: g.first, default=None)
        if (
            last is not None
            and last.opener in ("as", "before", "after", "since", "until", "once")
            and words[0].low != last.opener
        ):
            kept = [replace(g, role="main", opener="") if g is last else g for g in kept]
    return kept


def _roles(words: list[Token], found: list[Group]) -> tuple[list[Group], int | None]:
    """The groups with their roles, and the first word of the weakest one where two stand in one clause."""
    kept: list[Group] = []
    main: Group | None = None
    for group in found:
        last = kept[-1] if kept else None
        opener, role, apart = _opening(words, last.head + 1 if last else 0, group.first, last)
        if role == "main" and not apart and main is not None and last is not None:
            if group.base in SAYING and _after_comma(words, last.head, group.first):
                apart = True
            elif group.sure > 2 and _bare_relative(words, group.first):
                role = "relative"
            elif group.sure > 2 and _says_between(words, last.head, group.first):
                role = "content"
            else:
                rivals = [g for g in (*kept[kept.index(main) :], group) if g.sure < 4 and (not g.opener or g.sure < 2)]
                if rivals:
                    return kept, min(reversed(rivals), key=lambda g: g.sure).first
                if main.base in SAYING:
                    role = "content"
        elif (
            (role == "content" and not opener and not apart and group.sure < 2)
            or (group.sure < 1 and main is not None and role == "main")
            or (group.opener and group.sure < 1)
        ):
            return kept, group.first
        group = replace(group, role=role, opener=opener)
        if role == "main":
            main = group
        kept.append(group)
    return kept, None


def _bare_relative(words: list[Token], first: int) -> bool:
    """Whether a clause hangs on the noun before it without a relative pronoun ("the prices we observe")."""
    return (
        first >= 2
        and words[first - 1].low in ("we", "i", "he", "she", "they", "you", "it")
        and words[first - 2].text[0].isalpha()
        and words[first - 2].low not in PREPOSITIONS
    )


def _says_between(words: list[Token], start: int, first: int) -> bool:
    """Whether a verb of saying in any form stands between, so that what follows is what is said."""
    return any(
        (form := verb(words[k].low)) is not None and form.base in SAYING and words[k].low not in NOUNISH
        for k in range(start + 1, first - 1)
    )


def _after_comma(words: list[Token], start: int, first: int) -> bool:
    return any(words[k].low in ',"”' for k in range(max(start, first - 14), first))


def _opening(words: list[Token], start: int, first: int, last: Group | None) -> tuple[str, str, bool]:
    """How the clause of a verb group opens: (opener, role, whether it is set off from the clause before)."""
    apart = start == 0
    comma = False
    for i in range(first - 1, start - 1, -1):
        low = words[i].low
        if low in (",", "(", ")", "—", "–", '"', "“", "”"):
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
        if low in _ALSO_PREPOSITIONS and i + 1 < len(words) and words[i + 1].text[0].isdigit():
            continue
        if comma and i + 1 < first and _finite_between(words, i, first):
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
        return "", "content", True
    if last is not None and last.role == "content" and apart and start and not comma:
        return "", "content", True
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
_ALSO_PREPOSITIONS = frozenset(["before", "after", "since", "until", "till", "once", "as", "like"])
