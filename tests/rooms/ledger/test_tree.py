"""The log as a Merkle tree: the known roots, and proofs that hold for the true log and for no other."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.ledger import tree

# The inputs and roots that Certificate Transparency implementations of RFC 6962 share.
INPUTS = [
    bytes.fromhex(each)
    for each in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


@pytest.mark.parametrize("size", range(9))
def test_root_is_the_one_that_every_rfc_6962_log_computes(size):
    assert tree.root([tree.leaf_hash(data) for data in INPUTS[:size]]).hex() == ROOTS[size]


def test_a_leaf_and_a_node_over_the_same_bytes_differ():
    left, right = tree.leaf_hash(b"a"), tree.leaf_hash(b"b")
    assert tree.leaf_hash(left + right) != tree.node_hash(left, right)


def by_the_book(leaves):
    """MTH as RFC 6962 writes it."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return tree.node_hash(by_the_book(leaves[:split]), by_the_book(leaves[split:]))


some_leaves = st.lists(st.binary(max_size=4), min_size=1, max_size=40).map(
    lambda each: [tree.leaf_hash(data) for data in each]
)


@settings(max_examples=60, deadline=None)
@given(some_leaves)
def test_appending_one_by_one_gives_the_root_by_the_book(leaves):
    assert tree.root(leaves) == by_the_book(leaves)


@settings(max_examples=60, deadline=None)
@given(some_leaves, st.data())
def test_inclusion_is_shown_for_the_entry_in_its_place_and_for_nothing_else(leaves, data):
    index = data.draw(st.integers(0, len(leaves) - 1))
    proof = tree.inclusion_proof(leaves, index)
    root = tree.root(leaves)
    assert tree.includes(leaves[index], index, len(leaves), proof, root)
    assert not tree.includes(tree.leaf_hash(b"another entry"), index, len(leaves), proof, root)
    assert not tree.includes(leaves[index], index, len(leaves), (*proof, root), root)
    assert not tree.includes(leaves[index], len(leaves), len(leaves), proof, root)
    if proof:
        wrong = (bytes(32), *proof[1:])
        assert not tree.includes(leaves[index], index, len(leaves), wrong, root)
        assert not tree.includes(leaves[index], index, len(leaves), proof[:-1], root)


@settings(max_examples=80, deadline=None)
@given(some_leaves, st.data())
def test_growth_is_shown_for_a_log_that_only_grew(leaves, data):
    older = data.draw(st.integers(0, len(leaves)))
    proof = tree.consistency_proof(leaves, older)
    before, after = tree.root(leaves[:older]), tree.root(leaves)
    assert tree.grew(older, before, len(leaves), after, proof)
    if 0 < older < len(leaves):
        rewritten = tree.root([tree.leaf_hash(b"another entry"), *leaves[1:]])
        assert not tree.grew(older, before, len(leaves), rewritten, proof)
        assert not tree.grew(older, rewritten, len(leaves), after, proof)
        assert not tree.grew(older, before, len(leaves), after, (*proof, after))
    assert not tree.grew(len(leaves) + 1, before, len(leaves), after, proof)


def test_no_proof_is_made_for_what_the_log_does_not_hold():
    leaves = [tree.leaf_hash(b"only")]
    with pytest.raises(IndexError):
        tree.inclusion_proof(leaves, 1)
    with pytest.raises(IndexError):
        tree.consistency_proof(leaves, 2)
