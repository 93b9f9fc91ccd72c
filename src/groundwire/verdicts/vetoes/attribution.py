"""The veto `attribution`: somebody's word told as fact, hearsay told as first hand, or what a source calls false."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundwire.language.folding import fold
from groundwire.language.names import names
from groundwire.records.claim import Claim, ClaimStatus
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned, closest
from groundwire.verdicts.wording import cover, shared

_ORDER = {ClaimStatus.STATED: 0, ClaimStatus.SAID: 1, ClaimStatus.REPORTED: 2, ClaimStatus.ALLEGED: 2}
# A source that sets a statement in such a frame does not make it.
_FRAMES = re.compile(
    r"^(?:rumou?rs?|false|fake|hoax|unconfirmed|debunked|myth|claim|fact check)\s*:|\brumou?r(?:s|ed)?\b|\bhoax\b|\bdebunk(?:s|ed)\b|\bfake news\b|"
    r"\bfalsely (?:claim|sa(?:y|id)|stat|report|suggest|assert)|\bno truth (?:to|in)\b|"
    r"\b(?:claims?|reports?|posts?|suggestions?|allegations?|assertions?|it|this|that) (?:is|are|was|were) (?:false|untrue|fake|baseless|unfounded|fabricated|wrong)\b|"
    r"\bfalse (?:claims?|reports?|rumou?rs?|allegations?|statements? that)\b|\bunconfirmed reports?\b|\bconspiracy theor|"
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)|refut(?:es|ed)|reject(?:s|ed)) (?:that|any|having|ever|claims?|reports?|allegations?|accusations?|the (?:claims?|reports?|allegations?|accusations?))\b"
)


# Any word of saying in the claim makes it an attributed one, however it was parsed.
_SAID = re.compile(
    r"\b(said|says?|told|according|alleg\w{1,8}|accus\w{1,6}|claim\w{0,4}|admi\w{2,8}|call(?:ed|s)?|argu\w{1,6}|believ\w{1,4}|"
    r"view|think|thinks|thought|held|note[sd]?|report(?:ed|edly|s that)|announc\w{1,8}|estimat\w{1,6}|expect\w{0,8}|words?|wrote|charg\w{1,4}|complaints?|indict\w{0,6}|"
    r"(?:law)?suits?|settle\w{0,6}|descri\w{2,8}|declar\w{1,8}|den(?:y|ies|ied)|dismiss\w{0,3}|figures|data|testi\w{2,6}|plead\w{0,5}|pled|guilty|sentenced)\b"
)
# Acts of speech that make the matter so, or pass on what the speaker has counted or done himself.
_ANNOUNCED = re.compile(
    r"\b(announc\w{1,8}|confirm\w{1,8}|disclos\w{1,8}|reveal\w{1,8}|acknowledg\w{1,8}|admi(?:t|ts|tted|ssions?)|pledg\w{1,4}|promis\w{1,4}|found|ruled|according to (?:official )?(?:data|figures|records|the law|law))\b"
)
_SAME_MATTER = 0.6
# What merely stands near somebody's words is not said by him; nearly the same words are.
_SAME_WORDS = 0.9
# A flat statement of the matter that holds this much of what the weaker one holds carries the claim by itself.
_AS_GOOD, _ANY = 0.8, 0.1


def attribution(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when every sentence that speaks of the matter gives it on weaker authority than the claim, else None."""
    near = closest(rows, policy.close_at)
    if not near:
        return None
    framed = [row for row in near if frame(row.text) and not frame(claim.text)]
    if framed and len(framed) == len(near):
        word = frame(framed[0].text)
        reason = f'The evidence repeats this only to call it "{word}".'
        return Veto(VetoName.ATTRIBUTION, Label.UNSUPPORTED, claim.span or claim.text, framed[0].text, reason)
    if authority(claim) or _SAID.search(fold(claim.text)) or near[0].cover < policy.aligned_at:
        return None
    weaker: tuple[float, Claim] | None = None
    flat = 0.0
    for row in near:
        for given in row.sentence.claims:
            if not shared(claim.text, given.text):
                continue
            fit = cover(claim.text, given.text)
            if authority(given) <= authority(claim) or _ANNOUNCED.search(fold(given.text)):
                flat = max(flat, fit)
            elif weaker is None or fit > weaker[0]:
                weaker = (fit, given)
    if weaker is None or weaker[0] < (_SAME_MATTER if authority(weaker[1]) > 1 else _SAME_WORDS):
        return None
    given = weaker[1]
    if flat >= (_AS_GOOD if authority(given) > 1 else _ANY) * weaker[0]:
        return None
    who = given.speaker or "somebody"
    reason = f"The claim states as fact what the evidence has on the word of {who}."
    return Veto(VetoName.ATTRIBUTION, Label.UNSUPPORTED, claim.span or claim.text, given.span or given.text, reason)


def authority(claim: Claim) -> int:
    """How far a statement stands from the one who makes it: 0 the text's own, 1 somebody's word, 2 hearsay or accusation.

    Sources that the text does not name speak through it: their word is the text's own, and the score's cap is theirs.
    """
    if claim.status is ClaimStatus.SAID and not names(claim.speaker):
        return 0
    return max(_ORDER[claim.status], min(2, claim.depth))


def frame(text: str) -> str:
    """The word by which a sentence calls what it repeats false, unproven or denied; "" when there is none."""
    found = _FRAMES.search(fold(text))
    return found.group() if found else ""
