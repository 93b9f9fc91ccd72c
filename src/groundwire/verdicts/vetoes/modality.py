"""The veto `modality`: what is planned, possible or under way told as done, or an open end told as settled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundwire.language.kinship import root
from groundwire.language.names import same_name
from groundwire.language.tokens import words
from groundwire.records.claim import Claim, Modality
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned, closest
from groundwire.verdicts.wording import cover, shared

# How much a modality commits to. Weakening goes down the ladder and is allowed; strengthening goes up and is not.
RANK = {
    Modality.DONE: 4,
    Modality.ONGOING: 4,
    Modality.UNDER_WAY: 3,
    Modality.PLANNED: 2,
    Modality.POSSIBLE: 1,
    Modality.CONDITIONAL: 1,
    Modality.DENIED: 4,
}
WORDS = {
    Modality.DONE: "done",
    Modality.ONGOING: "going on",
    Modality.UNDER_WAY: "under way",
    Modality.PLANNED: "planned",
    Modality.POSSIBLE: "possible",
    Modality.CONDITIONAL: "conditional",
    Modality.DENIED: "not so",
}

# Verbs that make a claim one of intentions, whatever its tense ("had aimed at Tuesday").
_SOFT = frozenset(
    [
        "aim",
        "plan",
        "intend",
        "propos",
        "seek",
        "want",
        "hope",
        "expect",
        "consid",
        "offer",
        "urg",
        "ask",
        "call",
        "request",
        "demand",
        "try",
        "attempt",
        "may",
        "might",
        "could",
        "would",
        "announc",
        "forese",
        "foresaw",
        "forecast",
        "predict",
        "anticip",
        "project",
        "describ",
        "claim",
        "schedul",
        "pledg",
        "promis",
        "vow",
    ]
)

# What closes a deal; talks about it do not.
_DEALS = frozenset(
    [
        "sign",
        "agre",
        "buy",
        "acquir",
        "purchas",
        "contract",
        "merg",
        "sell",
        "take",
        "conclud",
        "reach",
        "close",
        "complet",
        "order",
        "suppli",
        "hire",
        "invest",
        "commit",
    ]
)
_ENDS = frozenset(
    ["finish", "end", "build", "open", "deliv", "launch", "achiev", "pass", "approv", "adopt", "ratifi", "win", "becom",
     "leav", "resolv", "find", "restor", "repair", "releas", "start", "begin", "introduc"]
)  # fmt: skip
# A statement must hold this much of the claim to be taken for what the claim strengthens.
_SAME_MATTER = 0.4
_TALKS = re.compile(r"\b(talks?|negotiat\w{1,8}|discuss(?:ions?|ing))\b")


_CONDITION = re.compile(
    r"\b(if|provided|unless|subject to|on condition|depend\w{0,3}|conditional|should|assuming|in case|as long as)\b"
)

# A statement that is far enough along counts when it fits the claim at least this well, beside the best fit of a weaker one.
_AS_NEAR = 0.8


def modality(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when every sentence that speaks of the matter is weaker than the claim, else None."""
    if claim.modality in (Modality.DENIED, Modality.POSSIBLE):
        return None
    near = closest(rows, policy.close_at)
    talks = _only_talks(claim, rows)
    if talks is not None:
        return _veto(claim, talks)
    if claim.modality is Modality.ONGOING or _SOFT & {root(word) for word in words(claim.text)}:
        # What goes on is told in the present, and so is what is planned ("the law takes effect in May").
        return None
    # "Valley in talks to buy buses", a headline without its verb, plans nothing: it tells of talks.
    claimed = Modality.UNDER_WAY if _TALKS.search(claim.text.lower()) else claim.modality
    best: tuple[float, Claim] | None = None
    carried = 0.0
    for row in near:
        for given in row.sentence.claims:
            if given.modality is Modality.DENIED or not shared(claim.text, given.text):
                continue
            fit = cover(claim.text, given.text)
            if follows(claimed, given.modality) or _alike(claim, given):
                carried = max(carried, fit)
            elif best is None or fit > best[0]:
                best = (fit, given)
    # A sentence that merely shares a word, and tells of something done, does not make a plan done.
    if (
        best is None
        or carried >= _AS_NEAR * best[0]
        or best[0] < _SAME_MATTER
        or (best[1].modality is Modality.UNDER_WAY and not _ends(claim))
    ):
        return None
    return _veto(claim, best[1])


def _ends(claim: Claim) -> bool:
    """Whether a claim has something come to its end, which is more than that it goes on; a past tense alone is not."""
    return bool((_DEALS | _ENDS) & {root(word) for word in words(claim.text)})


def _only_talks(claim: Claim, rows: Sequence[Aligned]) -> Claim | None:
    """The statement that a deal is being talked about, when the claim closes it and no sentence says that it is closed."""
    deal = _DEALS & {root(word) for word in words(claim.text)}
    if not deal or _TALKS.search(claim.text.lower()) or claim.modality in (Modality.CONDITIONAL,):
        return None
    found: Claim | None = None
    for row in rows:
        for given in row.sentence.claims:
            open_ended = given.modality in (Modality.UNDER_WAY, Modality.POSSIBLE)
            talks = open_ended and (
                _TALKS.search(given.text.lower()) is not None or bool(deal & {root(word) for word in words(given.text)})
            )
            if (
                not talks
                and deal & {root(word) for word in words(given.text)}
                and follows(claim.modality, given.modality)
            ):
                return None
            if talks and found is None and _same_parties(claim, given):
                found = given
    return found


def _alike(claim: Claim, given: Claim) -> bool:
    """Whether two wordings of one modality are told apart by form only: a condition in both, or "is giving" for "will give"."""
    if given.modality is Modality.CONDITIONAL:
        return _CONDITION.search(claim.text.lower()) is not None
    futurate = claim.modality is Modality.UNDER_WAY and given.modality is Modality.PLANNED
    return futurate and " will " in given.text


def _same_parties(claim: Claim, given: Claim) -> bool:
    """Whether the first name of the claim is among those of the statement."""
    return bool(claim.names) and any(same_name(claim.names[0], name) for name in given.names)


def _veto(claim: Claim, given: Claim) -> Veto:
    mine, theirs = WORDS[claim.modality], WORDS[given.modality]
    reason = f"The claim tells as {mine} what the evidence tells as {theirs}."
    return Veto(VetoName.MODALITY, Label.UNSUPPORTED, mine, given.span or given.text, reason)


def follows(claimed: Modality, given: Modality) -> bool:
    """Whether what is claimed commits to no more than what is given."""
    if claimed is Modality.POSSIBLE:
        return True
    if claimed is Modality.PLANNED and given is Modality.UNDER_WAY:
        # Talks about a deal are no plan to close it; work under way on a thing is.
        return False
    return RANK[given] >= RANK[claimed]
