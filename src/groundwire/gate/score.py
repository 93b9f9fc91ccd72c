"""The fact score: how far the stored evidence carries a text, 0 to 10, with its arithmetic."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from groundwire.gate.texts import FinalText, sound, weight
from groundwire.language.folding import fold
from groundwire.records.claim import Claim, Materiality
from groundwire.records.gate import FactScore
from groundwire.records.policy import ScorePolicy
from groundwire.records.source import Document, Genre, Origin, SourceKind
from groundwire.records.verdict import Label, Level, Verdict

SameClaim = Callable[[Claim, Claim], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sum: a claim, or several wordings of it, with weight 1 to 3 and probability of support in [0, 1]."""

    weight: int
    probability: float


def same_wording(one: Claim, other: Claim) -> bool:
    """Whether two claims are worded alike after folding: the least that merging must do."""
    return fold(one.text) == fold(other.text)


def wilson_lower(share: float, n: float, z: float) -> float:
    """The lowest share that n observations with this share leave plausible, in [0, 1]; 0 for no observation.

    Args:
        share: observed, in [0, 1].
        n: number of observations, 0 or more, may be a fraction.
        z: one-sided normal quantile (1.2816 for 90 %).
    Source: Wilson, JASA 1927.
    """
    if n <= 0:
        return 0.0
    centre = share + z * z / (2 * n)
    spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return min(1.0, max(0.0, (centre - spread) / (1 + z * z / n)))


def fact_score(
    verdicts: Sequence[Verdict],
    documents: Sequence[Document],
    origins: Sequence[Origin],
    now: datetime,
    policy: ScorePolicy,
    open_conflict: bool = False,
    *,
    unresolved: Sequence[int] = (),
    same: SameClaim = same_wording,
    calibrated: bool = False,
    drafted: int = 0,
    removed: int = 0,
) -> FactScore:
    """How far the stored evidence carries the final text, with the arithmetic in words.

    Args:
        verdicts: of the checkable claims of the final text, in its order; removed claims are not among them.
        documents, origins: of the story; only those that carry a supported claim matter.
        now: the clock's time, aware.
        open_conflict: whether a conflict on a lead claim is open.
        unresolved: weights of the sentences of a draft that could not be resolved; they enter at probability 0.
        same: whether two claims say the same thing; paraphrases are merged first.
        calibrated: False to enter a supported claim at 1 (docs/decisions/0010-the-score-without-calibration.md).
        drafted, removed: printed beside the score; they do not enter it.
    Returns: a value from 0 to 10.
    Source: VERIFICATION.md section 4, Wilson's lower bound.
    """
    judged = [sound(verdict) for verdict in verdicts]
    entries = merged(judged, same, calibrated) + [Entry(each, 0.0) for each in unresolved]
    total = sum(entry.weight for entry in entries)
    share = sum(entry.weight * entry.probability for entry in entries) / total if total else 0.0
    material = [entry.weight for entry in entries if entry.weight > Materiality.BACKGROUND]
    effective = sum(material) ** 2 / sum(each * each for each in material) if material else 0.0
    lower = wilson_lower(share, effective, policy.z)
    # Half up, and a hair above floating point noise: 0.65 must not become 6 on one machine and 7 on another.
    uncapped = math.floor(10 * lower + 0.5 + 1e-9)
    caps = tuple(_caps(judged, documents, origins, now, policy, open_conflict))
    value = min([uncapped, *(cap for _, cap, _ in caps)])
    binding = tuple(cap for cap in caps if cap[1] == value and value < uncapped)
    lines = (
        _counts(judged, len(unresolved), drafted, removed),
        *_merging(len(judged) + len(unresolved), len(entries)),
        _probabilities(calibrated, bool(judged)),
        f"Weighted support {share:.2f}: the weights of the claims (3 lead, money, conduct, harm; 2 other numbers, dates, quotes; "
        f"1 background) add up to {total}.",
        f"{effective:.1f} claims of weight 2 or 3 count as observations; the 90 % lower Wilson bound of {share:.2f} "
        f"is {lower:.2f}, which makes {uncapped}.",
        *(_cap_line(cap, cap in binding) for cap in caps),
        f"Fact {value}/10.",
    )
    return FactScore(value=value, arithmetic=lines, caps=caps, uncapped=uncapped)


def score_of(
    text: FinalText,
    now: datetime,
    policy: ScorePolicy,
    same: SameClaim = same_wording,
) -> FactScore:
    """The fact score of a final text, everything it needs taken from the text itself."""
    return fact_score(
        text.verdicts,
        text.documents,
        text.origins,
        now,
        policy,
        any(conflict.lead and not conflict.settled for conflict in text.conflicts),
        unresolved=[int(Materiality.LEAD) if line.lead else policy.unresolved_materiality for line in text.unresolved],
        same=same,
        calibrated=text.calibrated,
        drafted=text.drafted,
        removed=len(text.removed) or len(text.rejected),
    )


def merged(verdicts: Sequence[Verdict], same: SameClaim, calibrated: bool) -> list[Entry]:
    """One entry a claim: wordings of one claim keep the weight of the first and the lowest probability among them.

    So repeating a claim, in the same words or in others, can never raise the score.
    """
    groups: list[list[Verdict]] = []
    by_text: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        words = fold(verdict.claim.text)
        group = by_text.get(words) or next((each for each in groups if same(each[0].claim, verdict.claim)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(verdict)
        by_text.setdefault(words, group)
    return [Entry(weight(group[0].claim), min(_support(each, calibrated) for each in group)) for group in groups]


def _support(verdict: Verdict, calibrated: bool) -> float:
    """The probability at which a verdict enters the sum."""
    if not verdict.supported:
        return 0.0
    return verdict.probability if calibrated else 1.0


def _counts(verdicts: Sequence[Verdict], unresolved: int, drafted: int, removed: int) -> str:
    """The first line: how many claims there were and what became of them.

    A brief says a claim in its headline, its summary and its facts: what was drafted and what the final text states are then
    counted apart.
    """
    by_label = {label: sum(verdict.label is label for verdict in verdicts) for label in Label}
    before = [f"{drafted or len(verdicts) + removed} drafted", *([f"{removed} removed"] if removed else [])]
    now = [
        f"{by_label[label]} {words}"
        for label, words in (
            (Label.SUPPORTED, "supported"),
            (Label.CONTRADICTED, "contradicted"),
            (Label.UNSUPPORTED, "unsupported"),
            (Label.NO_EVIDENCE, "without evidence"),
        )
        if by_label[label] or label is Label.SUPPORTED
    ]
    if unresolved:
        now.append(f"{unresolved} unresolved")
    if not drafted or drafted == len(verdicts) + removed:
        return f"Claims: {', '.join([*before, *now])}."
    return f"Claims: {', '.join(before)}; the final text states {len(verdicts)}: {', '.join(now)}."


def _merging(before: int, after: int) -> list[str]:
    """The line on merged wordings, when some were."""
    gone = before - after
    if not gone:
        return []
    return [f"{gone} {'claim says' if gone == 1 else 'claims say'} again what another says: merged, {after} are left."]


def _probabilities(calibrated: bool, any_claim: bool) -> str:
    """The line on how support enters."""
    if not any_claim:
        return "No checkable claim: nothing to score."
    if calibrated:
        return "A supported claim enters at its calibrated probability, any other at 0."
    return "The verifier is not calibrated: a supported claim enters at 1, any other at 0."


def _cap_line(cap: tuple[str, int, str], binds: bool) -> str:
    """One cap as it is printed."""
    name, value, reason = cap
    return f"{name}: cap {value}{'' if binds else ', does not bind'} ({reason})."


def _caps(
    verdicts: Sequence[Verdict],
    documents: Sequence[Document],
    origins: Sequence[Origin],
    now: datetime,
    policy: ScorePolicy,
    open_conflict: bool,
) -> list[tuple[str, int, str]]:
    """Every cap that applies: (name, cap, reason)."""
    supported = [verdict for verdict in verdicts if verdict.supported]
    used = {passage.document for verdict in supported for passage in verdict.passages}
    evidence = [document for document in documents if document.id in used]
    caps = []
    contradicted = sum(verdict.label is Label.CONTRADICTED for verdict in verdicts)
    if contradicted:
        reason = f"the evidence contradicts {contradicted} of the claims"
        caps.append(("contradicted claim", policy.cap_contradicted, reason))
    one = _one_origin(supported)
    if one:
        caps.append(("one origin", policy.cap_one_origin, one))
    weak = _anonymous_or_company(supported, evidence, origins)
    if weak:
        caps.append((weak[0], policy.cap_anonymous_or_company, weak[1]))
    if open_conflict:
        caps.append(("open conflict", policy.cap_open_conflict, "the sources disagree on a lead claim"))
    old = _past_shelf_life(evidence, now, policy.shelf_life_days)
    if old:
        caps.append(("old evidence", policy.cap_past_shelf_life, old))
    if any("machine_translated" in document.flags for document in evidence):
        caps.append(
            ("machine translation", policy.cap_machine_translated, "some of the evidence was translated by a machine")
        )
    return caps


def _one_origin(supported: Sequence[Verdict]) -> str:
    """Why the cap for one origin applies, "" when it does not.

    It applies when the whole text rests on one origin, and when a lead, number or date in it does: with one origin such a
    sentence may stand if it attributes itself, and the score is capped (VERIFICATION.md section 3). A primary document
    needs no second witness.
    """
    if not supported:
        return ""
    everywhere = {origin for verdict in supported for origin in verdict.origin_ids}
    if len(everywhere) == 1 and all(verdict.level is not Level.CONFIRMED for verdict in supported):
        return "everything rests on one origin"
    weighty = [verdict for verdict in supported if needs_second_origin(verdict.claim)]
    alone = [verdict for verdict in weighty if verdict.origins <= 1 and verdict.level is not Level.CONFIRMED]
    if not alone:
        return ""
    return f"{len(alone)} of {len(weighty)} claims that lead or give a number or a date rest on one origin each"


def needs_second_origin(claim: Claim) -> bool:
    """Whether a flat statement of the claim needs two origins or a primary document: lead, money, number or date."""
    return claim.materiality == Materiality.LEAD or bool(claim.quantities) or bool(claim.dates)


def _anonymous_or_company(
    supported: Sequence[Verdict], evidence: Sequence[Document], origins: Sequence[Origin]
) -> tuple[str, str] | None:
    """Name and reason of the cap for anonymous or company word alone, None when something else stands beside it."""
    ids = {origin for verdict in supported for origin in verdict.origin_ids}
    carrying = [origin for origin in origins if origin.id in ids]
    if carrying and all(origin.anonymous for origin in carrying):
        return "anonymous sources only", "nobody who says it is named"
    if evidence and all(
        document.source.kind is SourceKind.COMPANY
        or (document.genre is Genre.RELEASE and document.source.kind is not SourceKind.PRIMARY)
        for document in evidence
    ):
        return "company claims only", "all of it comes from the companies concerned"
    return None


def _past_shelf_life(evidence: Sequence[Document], now: datetime, days: int) -> str:
    """Why the cap for old evidence applies: its newest dated document is past its shelf life; "" when it does not."""
    dates = [day for document in evidence if (day := newest_day(document)) is not None]
    if not dates or max(dates) >= (now - timedelta(days=days)).date():
        return ""
    return f"the newest evidence is of {max(dates).isoformat()}, more than {days} days before {now.date().isoformat()}"


def newest_day(document: Document) -> date | None:
    """The last day that a document's dates allow, None when it has no usable date."""
    days = []
    for dated in (document.published, document.updated):
        if dated is None:
            continue
        iso = dated.day
        try:
            days.append(
                date.fromisoformat(iso if len(iso) == 10 else f"{iso}-12-31" if len(iso) == 4 else _month_end(iso))
            )
        except (ValueError, OverflowError):
            continue
    return max(days, default=None)


def _month_end(iso: str) -> str:
    """The last day of YYYY-MM; raises ValueError for anything else."""
    first = date.fromisoformat(f"{iso}-01")
    return ((first + timedelta(days=31)).replace(day=1) - timedelta(days=1)).isoformat()
