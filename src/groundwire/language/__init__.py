"""Words, folding and weights: what every room needs to compare text, and nothing that decides.

It lies below the records, so that rooms need not import each other to agree on what a word is
(docs/decisions/0001-language-below-the-rooms.md).
"""
