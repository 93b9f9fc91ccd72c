"""How far along a clause says its matter is: done, under way, ongoing, planned, possible, conditional or denied."""

from __future__ import annotations

from dataclasses import replace

from groundwire.claims.auxiliaries import Group
from groundwire.claims.tokens import Token, is_adverb
from groundwire.language.grammar import COORDINATORS, GERUND, PREPOSITIONS, SUBORDINATORS, verb, word_set
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
# Verbs of moving that somebody can also do to something.
_MOVED = word_set(
    "move run ease expand increase decrease improve cut grow slow tighten widen narrow stabilize deepen weaken strengthen"
)
# What is under one of these is in hand.
_HANDLED = word_set(
    "investigation construction review development consideration discussion negotiation examination repair treatment way scrutiny"
)
_PLEASED = word_set("pleased proud happy excited thrilled delighted glad honored")
_LAUNCHES = word_set("announce introduce release present launch share unveil welcome make")
_MANNERS = word_set("properly adequately sufficiently correctly necessarily entirely only just merely simply securely")
_QUOTE_MARKS = frozenset('"“‘')
_ANNOUNCING = word_set("announce release launch publish unveil introduce")
# What goes on while it is being done.
_ACTIVITIES = word_set("""
    talks talk negotiations discussions work works search searches rescue investigation investigations inquiry probe
    efforts operation operations construction repairs clean-up cleanup evacuations evacuation testing tests preparations
    consultations consultation fighting clashes strikes strike protests deliberations hearings trial recount counting
    """)
_LASTING = word_set(
    "use rely live play benefit follow grapple pay see make do go come recommend encourage urge expect pose apply threaten boost weigh hamper constrain drive hurt help affect plague limit hold put receive exceed outpace lag view evolve ensure"
)
_HELD = word_set(
    "serve work live lead run head operate teach chair own hold govern rule reside belong manage host house"
)
_PROPOSALS = word_set(
    "bill proposal plan legislation measure amendment rule act resolution ordinance deal draft law agreement merger"
)
_REJECT = word_set("reject dismiss dispute refute rebut contest deny")
_SAID_OF = word_set("""
    allegation allegations accusation accusations charge charges claim claims suggestion suggestions report reports
    assertion assertions wrongdoing criticism rumor rumors rumours idea notion
    """)
_CONSENTS = word_set(
    "approval approvals court regulatory shareholder shareholders customary closing review conditions consent final government financing ratification clearance board"
)
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
    if rejects(words, group):
        return Modality.DENIED, True
    negated = group.negated or _negative(words, group, clause)
    if negated and any(
        w.low == "but" and words[i + 1].low in ("rather", "also", "instead")
        for i, w in enumerate(words[group.head + 1 : group.head + 14], group.head + 1)
        if i + 1 < len(words)
    ):
        # "not the structure but rather the information": something is affirmed.
        negated, group = False, replace(group, negated=False)
    found = _affirmative(words, group, lows, conditional)
    if found is Modality.ONGOING and not group.past and _hangs_on(words, group):
        found = Modality.CONDITIONAL
    intended = found is Modality.PLANNED and group.base in _INTENTIONS and not group.modal
    if (
        negated
        and (found in (Modality.DONE, Modality.ONGOING, Modality.UNDER_WAY) or intended)
        and not _mild(group, words)
    ):
        return Modality.DENIED, True
    if group.negated and found is Modality.PLANNED and group.modal == "will":
        return Modality.DENIED, True
    if negated and found is Modality.POSSIBLE and group.modal in ("can", "could") and group.negated:
        # "could not be reached": what cannot be is not.
        return Modality.DENIED, True
    return found, negated


def _affirmative(words: list[Token], group: Group, lows: list[str], conditional: bool) -> Modality:
    """The modality without regard to negation: what the auxiliary says, then the verb's meaning, then its tense."""
    after = [w.low for w in words[group.head + 1 : group.head + 4]]
    if group.modal == "would" and any(w.low in _PROPOSALS for w in words[max(0, group.first - 8) : group.first]):
        # "The bill would require": on condition that it is passed.
        return Modality.CONDITIONAL
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
    if _is_under_way(words, group, after):
        return Modality.UNDER_WAY
    if group.base == "be":
        pleased = (
            bool(after)
            and after[0] in _PLEASED
            and any(w.low in _LAUNCHES for w in words[group.head + 2 : group.head + 5])
        )
    else:
        pleased = group.passive and words[group.head].low in _PLEASED and group.to in _LAUNCHES
    if pleased:
        # "We are pleased to announce": it is announced.
        return Modality.DONE
    if group.base == "accuse" and not group.passive:
        # What somebody is accused of is said to have happened.
        return Modality.DONE
    if group.progressive and group.base in _ANNOUNCING and (lows[:1] in (["we"], ["today"]) or "today" in lows):
        # "Today we are announcing": saying so does it.
        return Modality.DONE
    if group.progressive:
        waiting = group.base in ("await", "wait") or (group.past and group.base in ("look", "hope"))
        if group.base in _MOVED and _has_object(words, group):
            return Modality.UNDER_WAY
        return Modality.ONGOING if group.base in TRENDS or group.base in STATES or waiting else Modality.UNDER_WAY
    return _tense(words, group)


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


def _is_under_way(words: list[Token], group: Group, after: list[str]) -> bool:
    """Whether something has begun and is not done: talks, work in hand."""
    following = next((low for low in after if not is_adverb(low)), "")
    talks = group.base in ("be", "enter", "hold", "have", "start", "begin") and any(low in _TALKS for low in after)
    if talks and (following in ("in", "under", "the") or following in _TALKS or group.base == "hold"):
        return True
    if group.base in ("be", "remain", "come") and after[:1] == ["under"] and any(low in _HANDLED for low in after[1:3]):
        return True
    if group.base in ("begin", "start") and group.perfect and not group.past and not group.passive:
        form = verb(after[0]) if after else None
        return bool(group.to and group.to not in TRENDS | STATES) or (
            form is not None and bool(form.kinds & GERUND) and form.base not in TRENDS | STATES
        )
    if (
        group.base in ("continue", "go", "proceed", "resume")
        and not group.perfect
        and (group.progressive or not group.past)
    ):
        if group.to and group.base == "continue":
            return group.to not in TRENDS | STATES | _LASTING
        return any(w.low in _ACTIVITIES for w in words[max(0, group.first - 4) : group.first])
    if group.base == "be" and (
        after[:2] in (["under", "way"], ["at", "work"]) or after[:1] == ["underway"] or after == ["hard", "at", "work"]
    ):
        return True
    return group.base in _TALKED_OF and not group.past and not group.perfect and not group.passive


def _tense(words: list[Token], group: Group) -> Modality:
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
    if group.perfect and any(w.low in ("long", "always") for w in words[group.first + 1 : group.head]):
        return Modality.ONGOING
    if group.perfect and group.base in _HELD and any(w.low == "since" for w in words[group.head + 1 : group.head + 14]):
        # "has served on the committee since 2019"
        return Modality.ONGOING
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


def rejects(words: list[Token], group: Group) -> bool:
    """Whether somebody turns down what is said of him ("has rejected the allegation", "dismissed reports that")."""
    if group.passive or group.negated or group.modal or group.base not in _REJECT:
        return False
    return any(w.low in _SAID_OF for w in words[group.head + 1 : group.head + 6])


def _hangs_on(words: list[Token], group: Group) -> bool:
    """Whether something comes about only if something else does ("is subject to approval", "hinges on a loan")."""
    after = [w.low for w in words[group.head + 1 : group.head + 5]]
    if group.base == "be":
        bound = after[:2] in (["subject", "to"], ["contingent", "on"], ["contingent", "upon"], ["conditional", "on"])
        return bound and any(low in _CONSENTS for low in after[2:])
    if group.base == "hinge":
        return True
    return (
        group.base == "depend"
        and after[:1] in (["on"], ["upon"])
        and after[1:2] in (["a"], ["an"], ["whether"], ["how"])
    )


def _has_object(words: list[Token], group: Group) -> bool:
    """Whether a noun follows a verb at once, so that somebody does it to something ("moving water pipes")."""
    after = words[group.head + 1] if group.head + 1 < len(words) else None
    return (
        after is not None
        and after.text[0].isalpha()
        and after.low not in PREPOSITIONS
        and after.low not in COORDINATORS
        and after.low not in SUBORDINATORS
        and not is_adverb(after.low)
        and after.low not in ("higher", "lower", "faster", "slower", "more", "less", "closer", "sharply")
    )


def _mild(group: Group, words: list[Token]) -> bool:
    """Whether the negation concerns an ability or a manner and not the matter itself ("was not able to")."""
    if any(w.low in _MANNERS for w in words[group.first + 1 : group.head]):
        # "does not properly check": it is done, in another manner.
        return True
    after = words[group.head + 1].low if group.head + 1 < len(words) else ""
    return group.base == "be" and after in ("able", "only", "as", "just", "yet")


def _negative(words: list[Token], group: Group, clause: tuple[int, int]) -> bool:
    """Whether the subject or what follows the verb at once is negative ("no plan has", "there were no", "never")."""
    start = clause[0]
    head = [words[i].low for i in range(start, group.first)]
    for i, low in enumerate(head):
        if low in ("no", "none", "neither", "nobody", "nothing", "nor") and not (
            low == "no" and i + 1 < len(head) and head[i + 1] in ("longer", "doubt", "matter", "more", "less", "one")
        ):
            if i and head[i - 1] in _QUOTE_MARKS:
                # A negative title: 'This "no wrong door" approach'.
                continue
            return not any(k in (",", ";", ":") for k in head[i:]) or ":" in head[:i]
        if low == "no" and i + 1 < len(head) and head[i + 1] == "one":
            return True
        if low == "never":
            return True
    after = [w.low for w in words[group.head + 1 : group.head + 3]]
    if after[1:2] and after[1] in ("question", "doubt", "secret", "wonder", "surprise", "longer"):
        # "There is no doubt that": what follows is affirmed.
        return after[1] == "longer"
    if words[group.first - 1].low == "longer" and words[group.first - 2].low == "no" and group.first >= 2:
        return True
    if after[:1] == ["no"]:
        return after[1:2] not in (["more"], ["less"], ["fewer"], ["later"], ["earlier"], ["longer"])
    return after[:1] in (["none"], ["nothing"], ["nobody"], ["neither"])


def told_by_headline(group: Group) -> bool:
    """Whether a headline's present tense tells what has happened ("Firm buys rival")."""
    return (
        not (group.modal or group.past or group.perfect or group.progressive or group.passive)
        and group.base not in _STAYS
    )


_STAYS = word_set(
    "be have remain stay seem appear feel know believe think want need like love own hold contain consist belong depend live resemble differ cost mean matter lack plan expect say keep continue work talk rise fall"
)
