"""Near-duplicates: one text under two names, by the share of word shingles in common."""

from __future__ import annotations

import time

import numpy as np
import pytest

from groundwire.playbook.loading import policy
from groundwire.stories.attribution import outlet_key, rests_on_unnamed
from groundwire.stories.duplicates import near_duplicates, shared_share, signature
from groundwire.stories.shingling import shingle_hashes

POLICY = policy().grouping
WORDS = [f"{first}{second}" for first in ("bar", "lom", "ket", "sun", "vig") for second in ("do", "ra", "mi", "sel", "ton", "pax", "u", "en")]  # fmt: skip


def a_text(start: int, length: int) -> str:
    """Words that repeat in no order a shingle could repeat in: word n is n*n+n*start modulo the list, with its number."""
    return " ".join(
        f"{WORDS[(n * n + 7 * n) % len(WORDS)]} {WORDS[n % len(WORDS)]}" + f" item{n}"
        for n in range(start, start + length)
    )


def row(text: str) -> np.ndarray:
    return signature(shingle_hashes(text))


@pytest.mark.parametrize("kept", [1.0, 0.9, 0.7, 0.5, 0.2, 0.0])
def test_the_estimate_is_near_the_true_share(kept):
    whole = 400
    a, b = a_text(0, whole), a_text(int(whole * (1 - kept)), whole)
    left, right = set(shingle_hashes(a).tolist()), set(shingle_hashes(b).tolist())
    assert shared_share(row(a), row(b)) == pytest.approx(len(left & right) / len(left | right), abs=0.15)


def test_a_lightly_edited_copy_is_found_and_a_text_with_half_the_words_is_not():
    original = a_text(0, 300)
    edited = original.replace("item40 ", "item9040 ").replace("item200 ", "item9200 ")
    half = a_text(150, 300)
    signatures = np.stack([row(original), row(edited), row(half)])
    assert near_duplicates(signatures, [1.0, 2.0, 2.0], POLICY) == [0, 0, 2]


def test_texts_too_short_to_tell_are_never_copies():
    signatures = np.stack([row("The bridge is closed."), row("The bridge is closed."), row(""), row("")])
    assert near_duplicates(signatures, [None] * 4, POLICY) == [0, 1, 2, 3]


def test_punctuation_case_and_typography_do_not_make_another_text():
    assert shared_share(row("“" + a_text(0, 50) + "”"), row(a_text(0, 50).upper() + "!")) == 1.0


@pytest.mark.parametrize(
    "name", ["The Harbour Post", "harbour post", "HARBOUR POST", "harbourpost.com", "www.harbourpost.co.uk"]
)
def test_spellings_of_one_outlet_have_one_key(name):
    assert outlet_key(name) == "harbourpost"


@pytest.mark.bad("T09")
@pytest.mark.parametrize(
    "piece",
    [
        "people ",
        "sources ",
        "A",
        "Said Aa ",
        "according to ",
        "people who are ",
        '"',
        "a one two people ",
        "told Bb ",
        " ",
    ],
)
def test_hostile_text_costs_no_more_than_its_length(piece):
    text = ("familiar " + piece * (100_000 // len(piece)))[:100_000]
    began = time.perf_counter()
    rests_on_unnamed(text)
    assert time.perf_counter() - began < 0.2 * 5  # five times the aim: the machine that runs this may be busy
