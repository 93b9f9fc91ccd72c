"""The veto `quantifier`: some or most told as all, once told as always, one of several told as the only one."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.language.tokens import words
from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned, closest

# From weak to strong; a stronger one does not follow from a weaker one.
RANK = {
    **dict.fromkeys(("some", "several", "few", "handful"), 1),
    **dict.fromkeys(("many", "numerous", "dozens", "partly", "partially", "half"), 2),
    **dict.fromkeys(("most", "majority", "mostly", "largely", "nearly", "almost"), 3),
    **dict.fromkeys(("all", "every", "everyone", "everybody", "entire", "entirely", "whole", "wholly", "fully", "unanimous", "unanimously", "exclusively"), 4),
}  # fmt: skip
_STRONG = 3
# Never said without being in the source: that nobody was against.
_NEEDED = frozenset({"unanimous", "unanimously"})
_VOTES = frozenset({"unopposed", "dissent", "dissented", "objection", "against", "vote", "voted", "votes", "joined"})


def quantifier(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when the closest sentence quantifies more weakly than the claim, else None."""
    unheard = next((word for word in words(claim.text) if word in _NEEDED), "")
    if unheard and not any(word in _NEEDED or word in _VOTES for row in rows for word in words(row.text)):
        reason = f'The claim says "{unheard}"; no sentence that speaks of it says how the votes fell.'
        return Veto(VetoName.QUANTIFIER, Label.UNSUPPORTED, unheard, "", reason)
    mine = _strongest(claim.text)
    if mine is None or RANK[mine] < _STRONG:
        return None
    near = closest(rows, policy.close_at)
    weaker = ""
    for row in near:
        theirs = _strongest(row.text)
        if theirs is None:
            continue
        if RANK[theirs] >= RANK[mine]:
            return None
        weaker = weaker or theirs
    if not weaker:
        return None
    reason = f'The claim says "{mine}"; the evidence says "{weaker}".'
    return Veto(VetoName.QUANTIFIER, Label.UNSUPPORTED, mine, weaker, reason)


def _strongest(text: str) -> str | None:
    """The strongest quantifier of a text; "nearly all" counts as nearly."""
    run = words(text)
    found = []
    for i, word in enumerate(run):
        if word not in RANK or (word == "few" and "a" not in run[max(0, i - 1) : i]):
            continue
        if RANK[word] == 4 and (
            (i and run[i - 1] in ("nearly", "almost", "not", "at", "in", "of", "for", "after"))
            or run[i + 1 : i + 2] == ["but"]
        ):
            continue
        found.append(word)
    return max(found, key=RANK.__getitem__, default=None)
