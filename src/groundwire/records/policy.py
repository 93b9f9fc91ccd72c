"""The thresholds and rules a decision was made under, with version and hash."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VerdictPolicy:
    """Thresholds of judging; probabilities in [0, 1].

    Args:
        support_at: at or above it a claim is supported, if nothing is vetoed.
        contradict_at: odds of contradiction at or above it contradict.
        related_at: retrieval score at or above which evidence counts as related.
        abstain_from: supported claims below it hold the brief (the abstain band is [support_at, abstain_from)).
        passages: how many passages are looked at for a claim.
    """

    support_at: float
    contradict_at: float
    related_at: float
    abstain_from: float
    passages: int


@dataclass(frozen=True, slots=True)
class ScorePolicy:
    """Numbers of the fact score.

    Args:
        z: one-sided normal quantile of the Wilson bound (1.2816 for 90 %).
        shelf_life_days: age of evidence past which its cap applies.
    """

    z: float
    cap_one_origin: int
    cap_anonymous_or_company: int
    cap_open_conflict: int
    cap_past_shelf_life: int
    cap_machine_translated: int
    cap_contradicted: int
    shelf_life_days: int


@dataclass(frozen=True, slots=True)
class QuotePolicy:
    """Verbatim limits (words).

    Args:
        run_from: a verbatim run counts from this many words in a row.
        longest_run: most words in one run from one source.
        all_runs: most words in all runs from one source.
        share: most of a source over `share_from` words, as a fraction.
    """

    run_from: int
    longest_run: int
    all_runs: int
    share: float
    share_from: int


@dataclass(frozen=True, slots=True)
class GroupingPolicy:
    """Thresholds of grouping and origins."""

    join_at: float
    window_days: int
    near_duplicate_at: float
    reuse_at: float


@dataclass(frozen=True, slots=True)
class LensPolicy:
    """Thresholds of the lens and frame matchers, in [0, 1]."""

    show_at: float
    near_at: float
    frame_at: float


@dataclass(frozen=True, slots=True)
class ComposePolicy:
    """Sizes of a brief: facts, words."""

    facts: int
    words: int
    summary_sentences: int


@dataclass(frozen=True, slots=True)
class GateRule:
    """What happens when one gate does not pass: "reject", "hold" or "hold-locked"; and whether the policy asks for it."""

    name: str
    on_fail: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Policy:
    """All of it, as one version.

    Args:
        id: "offline", "newsroom".
        sha256: over the merged files it was read from.
    """

    id: str
    version: int
    sha256: str
    verdicts: VerdictPolicy
    score: ScorePolicy
    quotes: QuotePolicy
    grouping: GroupingPolicy
    lens: LensPolicy
    compose: ComposePolicy
    gates: tuple[GateRule, ...]

    @property
    def label(self) -> str:
        """Id, version and the head of the hash, as printed on every decision."""
        return f"{self.id} v{self.version} ({self.sha256[:12]})"
