"""The log as a Merkle tree: one root stands for every entry and its place, and short proofs show both.

Source: RFC 6962, section 2.1 (hashing, audit paths, consistency proofs); verification as in RFC 9162, sections 2.1.3.2
and 2.1.4.2. Hashes are 32 bytes of SHA-256.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """The hash of an entry: SHA-256 over a zero byte and its bytes."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees: SHA-256 over a one byte and both hashes."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Tree:
    """A log of a given size, as the roots of its full subtrees, largest first: all that appending needs.

    Args:
        size: number of entries.
        peaks: (number of entries, hash) of each full subtree.
    """

    size: int = 0
    peaks: tuple[tuple[int, bytes], ...] = ()

    @property
    def root(self) -> bytes:
        """The root hash; that of an empty log is the hash of nothing."""
        if not self.peaks:
            return EMPTY
        found = self.peaks[-1][1]
        for _, peak in reversed(self.peaks[:-1]):
            found = node_hash(peak, found)
        return found


def append(tree: Tree, leaf: bytes) -> Tree:
    """The log with one more entry, given its leaf hash; takes about log2(size) hashes."""
    peaks = [*tree.peaks, (1, leaf)]
    while len(peaks) > 1 and peaks[-1][0] == peaks[-2][0]:
        (count, right), (_, left) = peaks.pop(), peaks.pop()
        peaks.append((2 * count, node_hash(left, right)))
    return Tree(tree.size + 1, tuple(peaks))


def root(leaves: Sequence[bytes]) -> bytes:
    """The root hash over leaf hashes, in their order."""
    tree = Tree()
    for leaf in leaves:
        tree = append(tree, leaf)
    return tree.root


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The audit path of an entry: what a reader needs beside it to compute the root.

    Raises: IndexError when the log holds no such entry.
    """
    if not 0 <= index < len(leaves):
        raise IndexError(f"the log has no entry {index}")
    if len(leaves) == 1:
        return ()
    split = _split(len(leaves))
    if index < split:
        return (*inclusion_proof(leaves[:split], index), root(leaves[split:]))
    return (*inclusion_proof(leaves[split:], index - split), root(leaves[:split]))


def includes(leaf: bytes, index: int, size: int, proof: Sequence[bytes], expected: bytes) -> bool:
    """Whether the proof shows that the log of that size and root holds the leaf at that index."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(step, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, step)
        place, last = place >> 1, last >> 1
    return last == 0 and found == expected


def consistency_proof(leaves: Sequence[bytes], older: int) -> tuple[bytes, ...]:
    """What shows that a log only grew since it held `older` entries.

    Raises: IndexError when it never held that many.
    """
    if not 0 <= older <= len(leaves):
        raise IndexError(f"the log never held {older} entries")
    if older in (0, len(leaves)):
        return ()
    return _subproof(leaves, older, True)


def _subproof(leaves: Sequence[bytes], older: int, whole: bool) -> tuple[bytes, ...]:
    """SUBPROOF of RFC 6962: `whole` when the older root is known to the reader."""
    if older == len(leaves):
        return () if whole else (root(leaves),)
    split = _split(len(leaves))
    if older <= split:
        return (*_subproof(leaves[:split], older, whole), root(leaves[split:]))
    return (*_subproof(leaves[split:], older - split, False), root(leaves[:split]))


def grew(older: int, older_root: bytes, newer: int, newer_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the newer log is the older one with entries added at its end."""
    if not 0 <= older <= newer:
        return False
    if older == newer:
        return not proof and older_root == newer_root
    if older == 0:
        return not proof and older_root == EMPTY
    steps = list(proof)
    if older & (older - 1) == 0:
        steps.insert(0, older_root)
    if not steps:
        return False
    place, last = older - 1, newer - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    first = second = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = node_hash(step, first), node_hash(step, second)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            second = node_hash(second, step)
        place, last = place >> 1, last >> 1
    return last == 0 and first == older_root and second == newer_root


def _split(size: int) -> int:
    """The largest power of two below a size of two or more."""
    return 1 << ((size - 1).bit_length() - 1)
