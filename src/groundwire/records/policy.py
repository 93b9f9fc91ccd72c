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
        about: relative difference within which "about" still holds.
        rounding: relative difference within which a rounded number still stands for the exact one.
        close_at: share of the best sentence's cover from which another sentence counts as speaking to the claim.
        aligned_at: cover of a claim by one sentence from which the two are taken to speak of the same matter.
    """

    support_at: float
    contradict_at: float
    related_at: float
    abstain_from: float
    passages: int
    about: float
    rounding: float
    close_at: float
    aligned_at: float


@dataclass(frozen=True, slots=True)
class ScorePolicy:
    """Numbers of the fact score.

    Args:
        z: one-sided normal quantile of the Wilson bound (1.2816 for 90 %).
        shelf_life_days: age of evidence past which its cap applies.
        unresolved_materiality: weight at which an unresolved sentence of a draft enters, at probability 0.
    """

    z: float
    cap_one_origin: int
    cap_anonymous_or_company: int
    cap_open_conflict: int
    cap_past_shelf_life: int
    cap_machine_translated: int
    cap_contradicted: int
    shelf_life_days: int
    unresolved_materiality: int


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
    """Thresholds of grouping and origins.

    Args:
        join_at: two stories become one when their likeness is at or above it, in [0, 1].
        window_days: up to this many days apart, time says nothing against a join.
        time_half_life_days: past the window the likeness loses half of what time may take, every so many days.
        time_floor: the fraction of the likeness that no distance in time takes away.
        near_duplicate_at: share of word shingles in common (Jaccard) from which two bodies are one text.
        reuse_at: share of a text's word shingles that stand in another, from which it is reused.
        head_words, lead_words: how much of a body is compared, and how much of it is its lead.
        lead_weight: how many times more a word of title and lead counts.
        name_weight, number_weight: factors on the weight of a word of a name, and of a number.
        features: most words kept for a document, heaviest first.
        lookup_features, lookup_shared, look_back: a document is compared with those before it that share
            `lookup_shared` of its `lookup_features` heaviest words, at most `look_back` for each word.
        foreign_at: weight of the shared names from which a report that is not judged joins a story.
        draft_at: share of a draft's telling words that a story must hold to be what the draft is about.
        near_at, nearest: likeness from which, and how many, neighbours of a document are remembered.
        tightness: exponent: how much the likeness is measured against how alike the two stories are inside.
        loose, loose_pairs: inner likeness assumed of a story that has few pairs, and for how many pairs it counts.
        stalled_after_days, closed_after_days: days without a new document after which a story is stalled, and closed.
    """

    join_at: float
    window_days: int
    time_half_life_days: float
    time_floor: float
    near_duplicate_at: float
    reuse_at: float
    head_words: int
    lead_words: int
    lead_weight: float
    name_weight: float
    number_weight: float
    features: int
    lookup_features: int
    lookup_shared: int
    look_back: int
    near_at: float
    nearest: int
    tightness: float
    loose: float
    loose_pairs: int
    draft_at: float
    foreign_at: float
    stalled_after_days: int
    closed_after_days: int


@dataclass(frozen=True, slots=True)
class LensPolicy:
    """Thresholds of the lens and frame matchers, in [0, 1].

    Args:
        show_at: a lens at or above it is shown.
        near_at: a lens at or above it is named as near.
        frame_at: an event frame at or above it is taken, else the general one.
        in_title, in_opening, in_lead, in_background: what a sign says of the event by where it stands: title, first
            sentence, sentences up to `lead_sentences`, the rest.
        short_text: a text of at most so many sentences has no background: all of it is lead.
        theme_weight, theme_full: what signs say that run through the text, and the share of its sentences at which they
            say all of it; a short text has no theme of its own.
    """

    show_at: float
    near_at: float
    frame_at: float
    in_title: float
    in_opening: float
    in_lead: float
    in_background: float
    lead_sentences: int
    short_text: int
    theme_weight: float
    theme_full: float


@dataclass(frozen=True, slots=True)
class ComposePolicy:
    """Sizes of a brief, and what makes a sentence important (briefs/choosing.py; fitted on invented and licensed events).

    Args:
        facts, words: most lines of What happened, and words of the brief that a reader has patience for.
        fact_words: words of What happened.
        line_words: a longer line loses worth in proportion.
        headline_words: most words of the headline.
        fresh_share: least share of new matter in a line, by weight.
        length_power: worth is divided by words to this power.
        same_report: factor on each further line of one report.
        first_of_report: factor on the first line of a report.
        report_power: worth is multiplied by how central its report is (0 to 1) to this power.
        first_sentence, early_sentence, upper_sentence, title_overlap, event_word, money, number, newness: added to a
            sentence's prior of 1 when it stands first, among the first three, among the first six, and so on.
        rhetoric, opinion, nameless: factors below 1 on praise and blame, on words without a number, on general talk.
        background: factor below 1 on a sentence that tells how things are, without a date, and not what happened.
        said_again: share of its weight that a word keeps once it was said.
        number_weight: weight of a number.
        origins_weight, mentions_weight: how much a word gains by the origins and sentences that hold it (logarithms).
        single_mention: factor on a word that occurs in one sentence only.
        core_words: how many words are taken to be what the story is about, of which a fact that leads must hold two.
    """

    facts: int
    words: int
    summary_sentences: int
    fact_words: int = 420
    line_words: int = 34
    headline_words: int = 14
    fresh_share: float = 0.25
    length_power: float = 0.6
    same_report: float = 0.9
    first_of_report: float = 2.0
    report_power: float = 1.0
    first_sentence: float = 0.8
    early_sentence: float = 0.5
    upper_sentence: float = 0.35
    title_overlap: float = 0.5
    event_word: float = 0.35
    money: float = 0.25
    number: float = 0.1
    newness: float = 0.4
    rhetoric: float = 0.7
    opinion: float = 0.25
    nameless: float = 0.5
    background: float = 0.5
    said_again: float = 0.1
    number_weight: float = 5.6
    origins_weight: float = 0.5
    mentions_weight: float = 0.14
    single_mention: float = 0.4
    core_words: int = 20


@dataclass(frozen=True, slots=True)
class FollowupPolicy:
    """Which dated events of the record become checks by themselves.

    Args:
        record_checks: most of them in one brief.
        record_horizon_days: how far ahead their date may lie.
        same_event_at: share of common words, in [0, 1], from which two statements for one day are one event.
    """

    record_checks: int
    record_horizon_days: int
    same_event_at: float


@dataclass(frozen=True, slots=True)
class GateWords:
    """The words that the gates look for, in lower case unless the file writes them in capitals.

    Args:
        placeholders: left in by mistake; a text that holds one cannot be published.
        placeholders_unless_evidenced: the same, but only where no evidence holds them.
        blanks: what a bracket holds that nobody filled ("[age]").
        open_licences, closed_licences: beginnings of licence names without verbatim limits, and parts that keep them.
        accusations: words that accuse of a crime or of misconduct.
        organisations: words that show that a name is no person's.
        person_titles: titles before a person's name.
        conditionals: words that make analysis conditional.
    """

    placeholders: tuple[str, ...] = ()
    placeholders_unless_evidenced: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    open_licences: tuple[str, ...] = ()
    closed_licences: tuple[str, ...] = ()
    accusations: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    person_titles: tuple[str, ...] = ()
    conditionals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GateRule:
    """What happens when one gate does not pass: "reject", "hold" or "hold-locked"; and whether the policy asks for it."""

    name: str
    on_fail: str
    asked: bool


@dataclass(frozen=True, slots=True)
class IntakePolicy:
    """Limits of reading one input, and where a text counts as whole.

    Args:
        max_bytes: largest input, also largest decompressed size of one; bytes.
        max_depth, max_attributes: most open elements at once and most attributes of one element.
        max_items: items of one feed or records of one archive that are taken; the rest is counted and reported.
        max_pages: pages of a PDF.
        cpu_seconds, wall_seconds: time one input may use.
        memory_mb: address space of the reading process.
        result_bytes: largest answer of the reading process.
        title_graphemes: titles are cut here.
        full_from_words: fewer words than this are a snippet.
        future_days: a date later than the capture by more than this is unknown; by less it is set to the capture.
        first_year: dates before it are taken for defaults of a broken clock.
    """

    max_bytes: int = 5_000_000
    max_depth: int = 256
    max_attributes: int = 256
    max_items: int = 1_000
    max_pages: int = 50
    cpu_seconds: int = 10
    wall_seconds: int = 15
    memory_mb: int = 512
    result_bytes: int = 32_000_000
    title_graphemes: int = 300
    full_from_words: int = 120
    future_days: int = 366
    first_year: int = 1971


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
    intake: IntakePolicy
    gates: tuple[GateRule, ...]
    words: GateWords = GateWords()
    followups: FollowupPolicy = FollowupPolicy(record_checks=4, record_horizon_days=400, same_event_at=0.34)

    @property
    def label(self) -> str:
        """Id, version and the head of the hash, as printed on every decision."""
        return f"{self.id} v{self.version} ({self.sha256[:12]})"
