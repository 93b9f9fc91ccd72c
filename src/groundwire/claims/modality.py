"""How far along a clause says its matter is: done, under way, ongoing, planned, possible, conditional or denied."""

from __future__ import annotations

from groundwire.claims.auxiliaries import Group
from groundwire.claims.tokens import Token, is_adverb
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
_INTENTIONS = word_set("plan intend aim want hope pledge promise vow propose prepare seek")
_PASSIVE_PLANS = word_set(
    "schedule plan require set slate oblige order direct mandate commit prepare bind intend propose design"
)
# Of these, what needs no infinitive to tell a plan: "is scheduled for May".
_PLANNED_ALONE = word_set("schedule plan slate propose require")
_CHANCES = word_set(
    "consider mull weigh explore ponder expect anticipate forecast predict project hope contemplate study evaluate foresee estimate"
)
_CHANCES_IN_PAST = word_set("expect anticipate forecast predict hope")
_PASSIVE_CHANCES = word_set("expect anticipate forecast predict project think believe consider estimate rumor tip")
_HEDGES = word_set("perhaps maybe possibly probably likely potentially presumably conceivably")
_MAY_BE = word_set("likely unlikely possible probable conceivable able expected poised apt liable")
_TALKS = word_set("talks negotiations discussions process middle midst preparation")
_TALKED_OF = word_set("negotiate discuss talk")
# With "will" these foretell; other verbs with "will" tell what somebody is going to do.
_FORETOLD = word_set("help affect depend rise fall grow increase decline improve remain boost")


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
    """The modality without regard to negation: what the auxiliary says, then the verb's meaning, then its tense."""
    after = [w.low for w in words[group.head + 1 : group.head + 4]]
    if group.modal and group.modal not in ("will", "must"):
        return Modality.CONDITIONAL if conditional and group.modal != "can" else Modality.POSSIBLE
    if conditional and (group.modal or not (group.past or group.perfect)):
        return Modality.CONDITIONAL
    if _is_chance(words, group, lows, after):
        return Modality.POSSIBLE
    if group.modal:
        foretold = group.base in _FORETOLD or (group.base == "continue" and group.to in TRENDS | STATES)
        return Modality.POSSIBLE if foretold and group.modal == "will" else Modality.PLANNED
    if _is_plan(group, after):
        return Modality.PLANNED
    if _is_under_way(group, after):
        return Modality.UNDER_WAY
    if group.progressive:
        waiting = group.past and group.base in ("look", "hope", "wait")
        return Modality.ONGOING if group.base in TRENDS or group.base in STATES or waiting else Modality.UNDER_WAY
    return _tense(group)


def _is_chance(words: list[Token], group: Group, lows: list[str], after: list[str]) -> bool:
    """Whether a verb or an adverb beside it leaves open whether its matter is so."""
    near = [w.low for w in words[max(0, group.first - 2) : group.head + 3]]
    if any(low in _HEDGES for low in near if low in lows) or (
        group.base == "be" and any(low in _MAY_BE for low in after[:2])
    ):
        return True
    if group.passive and group.base in _PASSIVE_CHANCES and (group.to or "that" in after or group.progressive):
        return True
    if group.passive and group.progressive and group.base in _CHANCES:
        return True
    if group.base not in _CHANCES or group.passive:
        return False
    return not group.past or group.progressive or group.base in _CHANCES_IN_PAST


def _is_plan(group: Group, after: list[str]) -> bool:
    """Whether something is intended, scheduled or required."""
    if (
        group.passive
        and not group.perfect
        and group.base in _PASSIVE_PLANS
        and (group.to or group.base in _PLANNED_ALONE)
    ):
        return True
    if group.base == "be" and ("due" in after[:2] or "poised" in after[:2] or (after[:1] == ["set"] and "to" in after)):
        return True
    return (
        group.base in _INTENTIONS
        and not group.passive
        and (bool(group.to) or after[:1] == ["to"])
        and group.base != "seek"
    )


def _is_under_way(group: Group, after: list[str]) -> bool:
    """Whether something has begun and is not done: talks, work in hand."""
    following = next((low for low in after if not is_adverb(low)), "")
    talks = group.base in ("be", "enter", "hold", "have", "start", "begin") and any(low in _TALKS for low in after)
    if talks and (following in ("in", "under", "the") or following in _TALKS or group.base == "hold"):
        return True
    if group.base == "be" and (
        after[:2] in (["under", "way"], ["at", "work"]) or after[:1] == ["underway"] or after == ["hard", "at", "work"]
    ):
        return True
    return group.base in _TALKED_OF and not group.past and not group.perfect and not group.passive


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
    if after[1:2] and after[1] in ("question", "doubt", "secret", "wonder", "surprise", "longer"):
        # "There is no doubt that": what follows is affirmed.
        return after[1] == "longer"
    return group.base in _TAKES_NO and after[:1] in (["no"], ["none"], ["nothing"], ["nobody"])


def told_by_headline(group: Group) -> bool:
    """Whether a headline's present tense tells what has happened ("Firm buys rival")."""
    return (
        not (group.modal or group.past or group.perfect or group.progressive or group.passive)
        and group.base not in _STAYS
    )


_TAKES_NO = word_set("be have make give find see show take receive")
_STAYS = word_set(
    "be have remain stay seem appear feel know believe think want need like love own hold contain consist belong depend live resemble differ cost mean matter lack plan expect say keep continue work talk rise fall"
)
