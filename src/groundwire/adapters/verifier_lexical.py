"""A first verifier without a trained reader: word cover, order, negation and the like, weighed by a small logistic."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from groundwire.adapters.lexical_features import NAMES, features
from groundwire.errors import VerifierError
from groundwire.records.claim import Claim
from groundwire.records.verdict import Odds

_NOTHING = Odds(0.0, 0.0, 1.0)
# How much of what is not support is put down to contradiction, when a word stands against its opposite.
_AGAINST = 0.7
# What is left of the support of a claim that gives a cause where the evidence has no word of cause.
_BARE_CAUSE = 0.6
# A cause or purpose of which nothing carries more than this is not given by the evidence.
_CAUSE_GAP = 0.6


class LexicalVerifier:
    """Implements the Verifier port by rules and a logistic of a few features; deterministic, and each pair on its own."""

    name = "rule-based verifier, not calibrated"
    calibrated = False

    def odds(self, pairs: Sequence[tuple[str, Claim]]) -> Sequence[Odds]:
        """Odds for each (evidence text, claim), in order.

        Raises: VerifierError when its weights are missing or damaged.
        """
        return tuple(self._one(evidence, claim.text) for evidence, claim in pairs)

    def _one(self, evidence: str, claim: str) -> Odds:
        values = features(evidence, claim)
        if not any(values):
            return _NOTHING
        weights, bias = _weights()
        logit = bias + sum(weights[name] * value for name, value in zip(NAMES, values, strict=True))
        supported = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))
        seen = dict(zip(NAMES, values, strict=True))
        if seen["causal"]:
            # A cause needs its own evidence: that two things happened gives none (BAD_INPUTS L21).
            supported *= _BARE_CAUSE
        elif seen["cause_gap"] > _CAUSE_GAP:
            supported *= _BARE_CAUSE
        against = _AGAINST * max(seen["opposite"], seen["negation"] * seen["cover"]) * seen["cover"]
        contradicted = (1.0 - supported) * against
        return Odds(supported, contradicted, 1.0 - supported - contradicted)


@cache
def _weights() -> tuple[Mapping[str, float], float]:
    """The weight of each feature, and the bias.

    Source: adapters/lexical_weights.json, made by training/fit_lexical.py.
    """
    try:
        text = files("groundwire.adapters").joinpath("lexical_weights.json").read_text(encoding="utf-8")
        data = json.loads(text)
        weights = {name: float(data["weights"][name]) for name in NAMES}
        return weights, float(data["bias"])
    except (OSError, ValueError, KeyError, TypeError) as exc:
        raise VerifierError(
            "the weights of the rule-based verifier are missing or damaged; install the package again"
        ) from exc
