"""A lens: a reusable analytic frame; and the event frames that say which facts an event of a kind has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signal:
    """Something observable to watch, with what counts as seeing it."""

    text: str
    criterion: str


@dataclass(frozen=True, slots=True)
class CheckTemplate:
    """A dated question a lens asks.

    Args:
        after_days: 1, 3 or 7.
        question: closed question; slots in {braces} are filled from accepted claims.
        counts_as_yes: what answers it with yes.
        void_if: when it cannot be decided.
    """

    after_days: int
    question: str
    counts_as_yes: str
    void_if: str


@dataclass(frozen=True, slots=True)
class Sign:
    """What shows that an event is of a kind: one term out of each group, near together in one sentence.

    Args:
        name: the groups by their names in the file, joined by " + ", for the reason that is printed.
        groups: lower-case terms of one to four words; inflected forms count.
        weight: how much one sighting in a title says, in (0, 1].
        within: most words from the first to the last of the terms.
        unless: terms that take the sign away when the same sentence holds one of them.
        title_only: whether only a title counts, since the words are too common elsewhere.
        least: when above 0, the sign is not looked for in single sentences: it is seen when title and lead together
            hold at least so many different terms of its first group.
    """

    name: str
    groups: tuple[tuple[str, ...], ...]
    weight: float
    within: int = 12
    unless: tuple[str, ...] = ()
    title_only: bool = False
    least: int = 0


@dataclass(frozen=True, slots=True)
class Lens:
    """A reusable analytic frame; holds no name, figure, date or quote except slots.

    Args:
        id: file name without suffix.
        does_not_apply: conditions in words, printed with the lens.
        signs: what speaks for it in a story.
        against: what speaks against it (the does-not-apply in terms).
    """

    id: str
    version: int
    title: str
    thesis: str
    trigger: str
    mechanism: tuple[str, ...]
    impact_path: tuple[str, ...]
    horizon: str
    sectors: tuple[str, ...]
    signals: tuple[Signal, ...]
    checks: tuple[CheckTemplate, ...]
    why_it_matters: tuple[str, ...]
    policy_link: tuple[str, ...]
    builders: tuple[str, ...]
    does_not_apply: tuple[str, ...]
    sha256: str = ""
    signs: tuple[Sign, ...] = ()
    against: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class LensMatch:
    """Which lens fits a story, or none, with the nearest ones.

    Args:
        lens: id, or None when none fits.
        score: of the best lens, in [0, 1].
        near: (id, score, why not) of the runners-up.
    """

    lens: str | None
    score: float
    near: tuple[tuple[str, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Filler:
    """One way in which a claim can fill a slot.

    Args:
        groups: as in a sign; all within one claim.
        modalities: the words of Modality that count ("done", "under way", ...); a denied or merely possible one does
            not fill a slot unless it is listed.
        needs: "money", "percent", "count", "date", "quote", "name" or "": what the claim must hold besides.
        within: most words from the first to the last of the terms.
        unless: terms that keep the claim from filling the slot.
        lead: whether only a claim of the title or the lead fills it, since such words occur anywhere.
    """

    groups: tuple[tuple[str, ...], ...]
    modalities: tuple[str, ...]
    needs: str = ""
    within: int = 14
    unless: tuple[str, ...] = ()
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One fact that an event of a kind has or should have.

    Args:
        id: short name, e.g. "signed".
        open_text: the line printed when the evidence does not show it ("that a contract is signed").
        shown_text: the line used when it does ("a contract is signed").
        kind: "event", "amount", "date", "party" or "condition".
        fillers: what in the evidence fills it; any one is enough.
    """

    id: str
    open_text: str
    shown_text: str
    kind: str
    fillers: tuple[Filler, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of event, with its slots in the order a reader would ask.

    Args:
        signs: what shows that an event is of this kind; the general frame has none.
        against: what shows that it is not.
    """

    id: str
    version: int
    title: str
    slots: tuple[Slot, ...]
    sha256: str = ""
    signs: tuple[Sign, ...] = ()
    against: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """One slot as the record stands.

    Args:
        frame: id of the frame.
        slot: id of the slot.
        text: the line for the reader.
        filled: whether the evidence shows it.
        passages: what fills it, as (document, start, end); empty when open.
    """

    frame: str
    slot: str
    text: str
    filled: bool
    passages: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SectionRule:
    """Which stories a section of the paper takes.

    Args:
        section: the word a reader sees ("Energy").
        lenses: ids of lenses whose stories belong to it.
        frames: ids of frames whose stories belong to it.
        signs: what else puts a story there.
    """

    section: str
    lenses: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words a reader sees that are not facts: titles, verbs of saying, hedges, disclaimers, reasons.

    Args:
        language: BCP 47 code.
        tables: table name to (key, wording) pairs, as in the file; wordings may hold slots in {braces}.
        lists: "table.key" to the wordings of a list, as in the file.
    """

    language: str
    version: int
    sha256: str
    tables: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def say(self, key: str, **slots: str | int) -> str:
        """The wording of "table.key" with its slots filled.

        Raises: KeyError when the file has no such wording, or a slot stays without a value.
        """
        table, _, name = key.partition(".")
        return dict(dict(self.tables)[table])[name].format(**slots)

    def all_of(self, key: str) -> tuple[str, ...]:
        """The wordings of the list "table.key", in the file's order.

        Raises: KeyError when the file has no such list.
        """
        return dict(self.lists)[key]
