"""The closed classes of English and the forms of its common verbs: enough to find who does what without a parser."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple


def word_list(text: str) -> list[str]:
    """The words of a text, in order: how the word lists of the rooms are written down."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


DETERMINERS = word_set("""
    a an the this that these those my your his her its our their every each some any no all both many few several
    most another such either neither certain various
    """)
PREPOSITIONS = word_set("""
    of in on at to from by with without within into onto upon over under above below between among through during
    before after since until till as like about against toward towards per via off out up down for across along
    around behind beside besides beyond despite except inside near outside throughout than amid amidst amongst
    concerning regarding including following unlike versus
    """)
COORDINATORS = frozenset(["and", "or", "but", "nor", "yet", "so", "and/or"])
SUBORDINATORS = word_set("""
    if because while although though when where since unless until till whereas once whether that before after as
    whenever wherever lest provided
    """)
RELATIVES = frozenset(["who", "whom", "whose", "which", "that"])
SUBJECT_PRONOUNS = word_set("""
    i he she it we they you who there this that these those everyone everybody someone somebody nobody anyone
    something nothing everything one
    """)
MODALS = word_set("""
    will would shall should can could may might must cannot 'll ought won't wouldn't shan't shouldn't can't couldn't
    mightn't mustn't
    """)
BE = word_set("be am is are was were been being 's 're 'm isn't aren't wasn't weren't")
FINITE_BE = word_set("am is are was were 's 're 'm isn't aren't wasn't weren't")
HAVE = word_set("have has had having 've haven't hasn't hadn't")
DO = frozenset(["do", "does", "did", "don't", "doesn't", "didn't"])
NEGATORS = word_set("not never no none nobody nothing neither nor nowhere cannot without hardly scarcely n't")
ADVERBS = word_set("""
    not never also already still just only even ever now then soon later again always often sometimes usually once
    recently currently previously formerly long yet too very quite rather well today yesterday tomorrow together
    further farther far almost nearly about approximately roughly however therefore thus instead otherwise first
    finally perhaps maybe once twice both all each ago away back here there n't likely
    """)


PAST, PARTICIPLE, GERUND, THIRD, PLAIN = 1, 2, 4, 8, 16


class Form(NamedTuple):
    """What one spelling can be of a verb.

    Args:
        base: the verb's base form.
        kinds: sum of PAST, PARTICIPLE, GERUND, THIRD, PLAIN for the forms the spelling stands for.
    """

    base: str
    kinds: int


@cache
def verb_forms() -> dict[str, Form]:
    """Spelling to what it can be, for every listed verb."""
    forms: dict[str, Form] = {}

    def note(spelling: str, base: str, kind: int) -> None:
        known = forms.get(spelling)
        if known is None:
            forms[spelling] = Form(base, kind)
        elif known.base == base:
            forms[spelling] = Form(base, known.kinds | kind)
        # Else the first listed wins, and irregular verbs come first: "found" is rather the past of find.

    lines = files("groundwire.language").joinpath("verbs.txt").read_text(encoding="utf-8").splitlines()
    for parts in (line.split() for line in lines if line and not line.startswith("#")):
        base = parts[0]
        past, participle = (parts[1], parts[2]) if len(parts) == 3 else (_past(base),) * 2
        note(past, base, PAST)
        note(participle, base, PARTICIPLE)
        note(base, base, PLAIN)
        note(_third(base), base, THIRD)
        note(_gerund(base, past), base, GERUND)
    return forms


def verb(word: str) -> Form | None:
    """What a folded word can be as a verb form, or None when it is none that is listed."""
    return verb_forms().get(word)


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


def _third(base: str) -> str:
    if base in ("have", "be"):
        return {"have": "has", "be": "is"}[base]
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _gerund(base: str, past: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    # The doubled consonant of a listed past ("banned") or of the usual short irregular ones ("running").
    if past == base + base[-1] + "ed" or base in _DOUBLING:
        return base + base[-1] + "ing"
    return base + "ing"


_DOUBLING = word_set("""
    begin run win swim spin get let set put sit hit cut shut split quit bet bid dig forget forbid
    """)
