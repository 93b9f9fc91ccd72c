"""Two told side by side: the veto `entity` for a claim that gives each of two the other's part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned, closest
from groundwire.verdicts.wording import Word, carried, roots, wording

_BETWEEN = re.compile(r",? (?:while|whereas|but|and) |; |, ")
_SAME = 0.7
# The rest of a clause counts as found where this much of it stands, by weight.
_FOUND = 0.5


def contrast(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when the two clauses of a claim have exchanged who they are about, else None."""
    pairs = list(_BETWEEN.finditer(claim.text))
    clauses = [clause for row in closest(rows, policy.close_at) for clause in _BETWEEN.split(row.text)]
    there = [roots(clause) for clause in clauses]
    for link in pairs:
        first, second = wording(claim.text[: link.start()]), wording(claim.text[link.end() :])
        one, two = _place(first, second, there), _place(second, first, there)
        if one is None or two is None or one[0] == one[1]:
            continue
        if one[0] == two[1] and one[1] == two[0]:
            reason = "The claim says of each of two what the evidence says of the other."
            words = f"{clauses[one[0]]} ... {clauses[one[1]]}"
            return Veto(VetoName.ENTITY, Label.CONTRADICTED, claim.span or claim.text, words, reason)
    return None


def _place(clause: Sequence[Word], other: Sequence[Word], there: Sequence[frozenset[str]]) -> tuple[int, int] | None:
    """The one clause of the evidence that holds whom a clause is about, and the one that holds what it says of him."""
    elsewhere = {word.root for word in other}
    own = [word for word in clause if word.root not in elsewhere and not word.timing]
    held = [word for word in own if any(carried(word.root, roots) >= _SAME for roots in there)]
    if len(held) < 2:
        return None
    homes = [i for i, roots in enumerate(there) if carried(held[0].root, roots) >= _SAME]
    if len(homes) != 1:
        return None
    rest = [word for word in own if carried(word.root, there[homes[0]]) < _SAME]
    total = sum(word.weight for word in rest)
    if not total:
        return homes[0], homes[0]
    shares = [
        sum(word.weight for word in rest if carried(word.root, roots) >= _SAME) / total if i != homes[0] else 0.0
        for i, roots in enumerate(there)
    ]
    best = max(range(len(shares)), key=shares.__getitem__)
    return (homes[0], best) if shares[best] >= _FOUND else None
