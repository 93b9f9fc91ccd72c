"""How far along a clause says its matter is: done, under way, ongoing, planned, possible, conditional or denied."""

from __future__ import annotations

from groundwire.claims.tokens import Token, is_adverb
from groundwire.claims.verbgroups import Group
from groundwire.language.grammar import word_set
from groundwire.records.claim import Modality

# Verbs that name a state rather than something that happens.
STATES = word_set("""
    be have remain stay seem appear feel know believe think want need like love own hold contain include consist
    belong depend exist live resemble differ equal cost weigh mean matter represent lack deserve possess involve
    cover concern understand fear hope doubt suppose regard consider stand lie tend keep continue support reflect
    show suggest indicate face comprise compete serve operate provide offer produce employ sell describe constitute
    require allow enable fit suit sound look reside span range total lead struggle enjoy suffer experience expect
    """)
# Of these, what a past form says was once done and is over.
_EVENT_IN_PAST = word_set("""
    include cover concern support show lead provide offer produce employ sell serve describe require allow enable
    sound look face consider hold reflect suffer expect experience total cost
    """)
# Verbs of moving up or down, forward or back: with "has" or "was -ing" they tell a trend that goes on.
TRENDS = word_set("""
    rise fall grow expand contract increase decrease decline drop climb improve worsen weaken strengthen tighten
    ease slow accelerate soften deteriorate recover rebound edge move moderate stabilize pick widen narrow deepen
    stagnate shrink continue remain stay accumulate run surge slump advance soar trend become get see
    """)
_PLANS = word_set("""
    plan intend aim pledge promise vow propose schedule commit prepare agree undertake want target slate set oblige
    order require direct mandate bind
    """)
_PASSIVE_PLANS = word_set("""
    schedule plan require set slate oblige order due direct mandate commit prepare bind intend propose design
    """)
_CHANCES = word_set("""
    consider mull weigh explore ponder expect anticipate forecast predict project hope threaten contemplate study
    evaluate foresee estimate
    """)
_PASSIVE_CHANCES = word_set("expect anticipate forecast predict project think believe consider estimate rumor tip")
_HEDGES = word_set("perhaps maybe possibly probably likely potentially presumably conceivably")
_MAY_BE = word_set("likely unlikely possible probable conceivable able expected poised apt liable")
_TALKS = word_set("talks negotiations discussions process works middle midst course preparation")
_OUGHT = frozenset(["must"])


def modality(
    words: list[Token], group: Group, clause: tuple[int, int], conditional: bool = False
) -> tuple[Modality, bool]:
    """The modality of a clause and whether it is negated.

    Args:
        words: tokens of the sentence.
        group: the verb group that carries the clause.
        clause: first and last token (exclusive) of the clause.
        conditional: whether an if-clause or the like stands beside it.
    """
    lows = [words[i].low for i in range(*clause)]
    negated = group.negated or _negative(words, group, clause)
    found = _affirmative(words, group, lows, conditional)
    if negated and found in (Modality.DONE, Modality.ONGOING, Modality.UNDER_WAY) and not _mild(group, words):
        return Modality.DENIED, True
    return found, negated


def _affirmative(words: list[Token], group: Group, lows: list[str], conditional: bool) -> Modality:
    after = [w.low for w in words[group.head + 1 : group.head + 4]]
    following = next((low for low in after if not is_adverb(low)), "") if after else ""
    hedged = any(low in _HEDGES for low in lows[max(0, group.first - 4) :][:8]) or (
        any(low in _MAY_BE for low in after[:2]) and group.base == "be"
    )
    if group.modal in ("may", "might", "could", "can", "would", "should", "ought"):
        if conditional and group.modal not in ("can",):
            return Modality.CONDITIONAL
        return Modality.POSSIBLE
    if conditional and (group.modal or not (group.past or group.perfect)):
        return Modality.CONDITIONAL
    if hedged or (group.passive and group.base in _PASSIVE_CHANCES and (group.to or "that" in after)):
        return Modality.POSSIBLE
    if group.modal in ("will", "must"):
        return (
            Modality.POSSIBLE
            if group.base
            in (
                "help",
                "affect",
                "depend",
                "likely",
                "rise",
                "fall",
                "grow",
                "increase",
                "decline",
                "improve",
                "remain",
                "boost",
                "continue",
            )
            and group.modal == "will"
            else Modality.PLANNED
        )
    if (
        group.passive
        and group.base in _PASSIVE_PLANS
        and (group.to or group.base in ("schedule", "plan", "slate", "propose") or group.base == "require")
        and not group.perfect
    ):
        return Modality.PLANNED
    if group.base == "be" and ("due" in after[:2] or "poised" in after[:2] or ("set" in after[:1] and group.to)):
        return Modality.PLANNED
    if (
        group.base in ("plan", "intend", "aim", "want", "hope", "pledge", "promise", "vow", "propose", "prepare")
        and group.to
        and not group.passive
    ):
        return (
            Modality.PLANNED
            if not (group.past and group.base in ("pledge", "promise", "vow", "propose"))
            else Modality.PLANNED
        )
    if (
        group.base in _CHANCES
        and not group.passive
        and (
            not group.past or group.progressive or group.base in ("expect", "anticipate", "forecast", "predict", "hope")
        )
    ):
        return Modality.POSSIBLE
    if (
        group.base in ("be", "enter", "hold", "have", "start", "begin")
        and any(low in _TALKS for low in after)
        and following in ("in", "talks", "negotiations", "under", "discussions")
    ):
        return Modality.UNDER_WAY
    if group.base == "be" and (
        after[:2] == ["under", "way"]
        or after[:1] == ["underway"]
        or after[:3] == ["hard", "at", "work"]
        or after[:2] == ["at", "work"]
    ):
        return Modality.UNDER_WAY
    if group.base in ("negotiate", "discuss", "talk") and not group.past and not group.perfect and not group.passive:
        return Modality.UNDER_WAY
    if group.progressive and group.passive and group.base in _CHANCES:
        return Modality.POSSIBLE
    if group.progressive:
        if group.base in TRENDS or group.base in STATES or (group.past and group.base in ("look", "hope", "wait")):
            return Modality.ONGOING
        return Modality.UNDER_WAY
    return _tense(group)


def _tense(group: Group) -> Modality:
    if group.passive:
        if group.perfect or group.past:
            return (
                Modality.DONE
                if group.base
                not in ("locate", "headquarter", "base", "situate", "know", "own", "comprise", "compose", "temper")
                or group.perfect
                else Modality.ONGOING
            )
        return Modality.ONGOING
    if group.perfect and group.past and not group.progressive:
        return Modality.ONGOING if group.base in ("continue", "remain", "stay", "be", "have", "keep") else Modality.DONE
    if group.perfect:
        return (
            Modality.ONGOING
            if group.base in TRENDS
            or group.base in ("be", "have", "focus", "know", "want", "live", "maintain")
            or (group.to and group.base in ("continue", "fail"))
            else Modality.DONE
        )
    if group.past:
        return Modality.ONGOING if group.base in STATES and group.base not in _EVENT_IN_PAST else Modality.DONE
    return Modality.ONGOING


def _mild(group: Group, words: list[Token]) -> bool:
    """Whether the negation concerns an ability or a manner and not the matter itself ("was not able to")."""
    after = words[group.head + 1].low if group.head + 1 < len(words) else ""
    return group.base == "be" and after in ("able", "only", "as", "just", "yet")


def _negative(words: list[Token], group: Group, clause: tuple[int, int]) -> bool:
    """Whether the subject or what follows the verb at once is negative ("no plan has", "there were no", "never")."""
    start = clause[0]
    head = [words[i].low for i in range(start, group.first)]
    for i, low in enumerate(head):
        if low in ("no", "none", "neither", "nobody", "nothing") and not (
            low == "no" and i + 1 < len(head) and head[i + 1] in ("longer", "doubt", "matter", "more", "less", "one")
        ):
            return not any(k in (",", ";", ":") for k in head[i:]) or ":" in head[:i]
        if low == "no" and i + 1 < len(head) and head[i + 1] == "one":
            return True
        if low == "never":
            return True
    after = [w.low for w in words[group.head + 1 : group.head + 3]]
    return group.base in ("be", "have", "make", "give", "find", "see", "show", "take", "receive") and after[:1] in (
        ["no"],
        ["none"],
        ["nothing"],
        ["nobody"],
    )


def told_by_headline(group: Group) -> bool:
    """Whether a headline's present tense tells what has happened ("Firm buys rival")."""
    return (
        not (group.modal or group.past or group.perfect or group.progressive or group.passive)
        and group.base not in _STAYS
    )


_STAYS = word_set(
    "be have remain stay seem appear feel know believe think want need like love own hold contain consist belong depend live resemble differ cost mean matter lack plan expect say keep continue work talk rise fall"
)
