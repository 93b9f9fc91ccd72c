"""VERDICT: what the evidence says of a claim."""
