"""GATE: the score, the named checks and the decision."""
