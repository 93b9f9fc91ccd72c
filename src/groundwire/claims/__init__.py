"""CLAIM: what a sentence claims, how strongly, on whose word."""
