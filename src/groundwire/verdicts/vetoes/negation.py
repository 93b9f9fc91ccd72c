"""The veto `negation`: the evidence says the opposite, by a negative or by an opposite word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from groundwire.language.kinship import opposites, root
from groundwire.language.tokens import stem, words
from groundwire.language.weights import known
from groundwire.records.claim import Claim, Modality
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned, closest
from groundwire.verdicts.vetoes.attribution import frame
from groundwire.verdicts.vetoes.comparison import compared
from groundwire.verdicts.vetoes.roles import converse, same_subject
from groundwire.verdicts.wording import carried, cover, matter, roots, wording

_SAME_MATTER = 0.55
# A statement of the claim's own sign that fits nearly as well as the best of the other sign speaks for the claim.
_AS_GOOD = 0.8
# From here on a sentence says all of the claim but the word in question, wherever its words stand. A negative claim
# needs as much: "was not left to one lawyer" is no contradiction of "another lawyer took part".
_ALL_BUT = 0.75
# Sentences as good as the closest one; a word is carried when a near synonym stands there.
_AS_CLOSE, _CARRIED = 0.9, 0.7
# Words and endings that turn a sentence round without the grammar of negation.
_TURNS = frozenset(
    [
        "no",
        "not",
        "never",
        "none",
        "neither",
        "nor",
        "nobody",
        "nothing",
        "cannot",
        "without",
        "hardly",
        "barely",
        "only",
        "short",
        "fail",
        "lack",
        "refuse",
        "deny",
        "reject",
        "drop",
        "stop",
        "avoid",
        "prevent",
        "despite",
        "although",
        "though",
        "even",
        "unless",
        "until",
        "yet",
        "remain",
        "instead",
        "rather",
        "abandon",
        "cancel",
        "withdraw",
        "block",
        "oppose",
        "bar",
        "ban",
        "exempt",
        "free",
        "closed",
        "away",
        "out",
        "await",
        "pend",
        "until",
    ]
)

_DENIES = frozenset(["not", "no", "never", "none", "neither", "nor", "without", "nobody", "nothing", "cannot"])
_EXCEPT = frozenset(
    [
        "only",
        "first",
        "except",
        "exception",
        "excluding",
        "every",
        "all",
        "solely",
        "still",
        "yet",
        "refused",
        "refusing",
        "failed",
        "failing",
        "scheduled",
        "neither",
        "other",
        "until",
        "lack",
        "lacks",
        "lacked",
        "unable",
    ]
)
# Verbs that say little by themselves ("took place"), and words that turn with the side one looks from ("east of").
_LIGHT = frozenset(["take", "give", "get", "go", "come", "put", "make", "set", "have", "hold"])
_FAILS = re.compile(
    r"\b(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|(?:is|are|was|were) unable|neglect(?:s|ed)?) to (\w+)"
)
_CLAUSES = re.compile(r"[,;:]|\b(?:and|but|while|which|who)\b")
_FACTS = (Modality.DONE, Modality.ONGOING, Modality.UNDER_WAY)


def negation(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when what speaks of the matter has the other sign than the claim, else None."""
    near = closest(rows, policy.close_at)
    if not near or near[0].cover < policy.aligned_at:
        return None
    return _sign(claim, near) or _failed(claim, near) or _opposite(claim, near)


def _failed(claim: Claim, near: Sequence[Aligned]) -> Veto | None:
    """The claim has somebody do what the closest sentence says he failed, refused or was unable to do."""
    if negative(claim) or _turned(claim.text):
        return None
    unmade = {root(verb) for verb in _FAILS.findall(claim.text.lower())}
    for row in near:
        if row.cover < _AS_CLOSE * near[0].cover:
            break
        found = _FAILS.search(row.text.lower())
        if found and carried(root(found.group(1)), unmade) > _CARRIED:
            # The claim itself has him decline the same.
            return None
        if found and carried(root(found.group(1)), roots(claim.text)) > _CARRIED:
            reason = f'The claim says it is so; the evidence says "{found.group()}".'
            return Veto(VetoName.NEGATION, Label.CONTRADICTED, claim.span or claim.text, found.group(), reason)
    return None


def _sign(claim: Claim, near: Sequence[Aligned]) -> Veto | None:
    """The claim is negative and the statement that carries most of it is not, or the other way round.

    Only where nothing else in either wording turns the sense, and no other close statement has the claim's sign.
    """
    best: tuple[float, Claim, str] | None = None
    same = 0.0
    for row in near:
        if frame(row.text):
            # Who calls a statement false has not shown it to be: that is the matter of the veto `attribution`.
            continue
        for given in row.sentence.claims:
            fit = min(cover(claim.text, given.text), matter(claim.text, given.text))
            if negative(claim) == negative(given):
                same = max(same, fit)
                continue
            if negative(claim) and given.modality not in _FACTS:
                # What is only planned or possible is not yet so: no contradiction.
                continue
            if best is None or fit > best[0]:
                best = (fit, given, row.text)
    least = _ALL_BUT if negative(claim) else _SAME_MATTER
    if best is None or best[0] < least or same >= _AS_GOOD * best[0]:
        return None
    given = best[1]
    if _turned(given.text if negative(claim) else claim.text) or (negative(claim) and _doubly(claim, best[2])):
        return None
    mine, theirs = ("not so", "so") if negative(claim) else ("so", "not so")
    return Veto(
        VetoName.NEGATION, Label.CONTRADICTED, claim.span or claim.text, given.span or given.text,
        f"The claim says it is {mine}; the evidence says it is {theirs}.",
    )  # fmt: skip


def _doubly(claim: Claim, sentence: str) -> bool:
    """Whether a negative claim may still follow from a sentence without a negative: by an exception, or denied twice."""
    mine = words(claim.text)
    return sum(word in _DENIES for word in mine) > 1 or bool(_EXCEPT & {*words(sentence), *mine})


def negative(claim: Claim) -> bool:
    """Whether a statement says that something is not so."""
    return claim.negated or claim.modality is Modality.DENIED


def _turned(text: str) -> bool:
    """Whether a wording has any word that could turn its sense."""
    return _turns(text, "") > 0


def _turns(text: str, but: str) -> int:
    """How many words of a wording could turn its sense, one word left out."""
    run = [word for word in words(text) if word != but]
    return sum(
        word in _TURNS
        or root(word) in _TURNS
        or word.endswith("n't")
        or (word.endswith("less") and len(word) > 6)
        or _prefixed(word)
        for word in run
    )


def _prefixed(word: str) -> bool:
    """Whether a word is another one with a prefix that denies it ("unsafe", "disagree", "nonprofit")."""
    return any(
        word.startswith(prefix) and len(word) > len(prefix) + 3 and known(stem(word[len(prefix) :]))
        for prefix in ("un", "dis", "non")
    )


def _opposite(claim: Claim, near: Sequence[Aligned]) -> Veto | None:
    """A word of the claim is missing from the close sentences, and its opposite stands in one of the closest beside the same words."""
    everywhere = frozenset().union(*(roots(other.text) for other in near))
    held = compared(claim.text)
    if held is not None and held.second:
        # Which of two is more depends on which stands first: the matter of the veto `comparison`.
        everywhere |= roots(held.word)
    asked, run = roots(claim.text), wording(claim.text)
    for row in near:
        if row.cover < max(_SAME_MATTER, _AS_CLOSE * near[0].cover):
            break
        for i, word in enumerate(run):
            if word.name or word.root in everywhere or word.root in _LIGHT or f"{word.text} of " in claim.text:
                continue
            if _said_so(row.text, word.root, {other.root for other in run[i + 1 : i + 4]}):
                continue
            close = run if row.cover >= _ALL_BUT else (*run[max(0, i - 2) : i], *run[i + 1 : i + 3])
            beside = {other.root for other in close}
            other = _against(row.text, opposites(word.root) - asked, beside)
            if other and converse(word.root, root(other)) and not same_subject(claim.text, word.text, row.text, other):
                # What one sells the other buys.
                continue
            if other and _turns(_clause(claim.text, word.text), word.text) == _turns(_clause(row.text, other), other):
                reason = f'The claim says "{word.text}"; the evidence says "{other}".'
                return Veto(VetoName.NEGATION, Label.CONTRADICTED, word.text, other, reason)
    return None


def _clause(text: str, word: str) -> str:
    """The clause of a text in which a folded word stands, the whole text when it stands in none."""
    return next((part for part in _CLAUSES.split(text) if word in words(part)), text)


def _said_so(text: str, claimed: str, after: AbstractSet[str]) -> bool:
    """Whether a near synonym of a word stands in a text in front of one of the same words."""
    given = wording(text)
    return any(
        carried(claimed, {other.root}) > _CARRIED and (not after or after & {one.root for one in given[k + 1 : k + 5]})
        for k, other in enumerate(given)
    )


def _against(text: str, wanted: AbstractSet[str], beside: AbstractSet[str]) -> str:
    """The word of a text that is one of some roots and stands close to one of some others, "" when there is none."""
    given = wording(text)
    for k, other in enumerate(given):
        if other.root in wanted and beside & {one.root for one in (*given[max(0, k - 3) : k], *given[k + 1 : k + 4])}:
            return other.text
    return ""
