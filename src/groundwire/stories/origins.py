"""Where documents really come from: forty copies of one report are one witness.

The rules are those of the design's section on origins, and the first that matches a document decides:
the outlet a feed names as its source, a wire credit, a press release whose text is reused, any other reused text,
an outlet whose report is relayed, words of one quoted speaker and no others, the owner's family, and at last the
publisher itself. Texts that are the same are one origin whatever else is said of them, so two feeds that republish
each other are one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groundwire.records.policy import GroupingPolicy
from groundwire.records.source import Document, Genre, Origin, SourceKind
from groundwire.stories.attribution import outlet_key, quoted_text, relayed_outlet, rests_on_unnamed
from groundwire.stories.dates import order
from groundwire.stories.shingling import Hashes, shingle_hashes

NAMED_BY_FEED = "named as the source by the feed or page"
WIRE = "wire credit"
RELEASE = "press release reused"
REUSE = "text reuse"
RELAYED = "relays another outlet's report"
SPEAKER = "same quoted words and no others"
OWNER = "owner"
SAME_SOURCE = "same publisher"
SINGLE = "single"

# Fewer shingles than this say nothing: a stock phrase is not a copied report.
_LEAST_SHINGLES = 8
# Characters of a body that are looked at.
LOOKED_AT = 30_000
# Of the holders of one shingle, in time order, each is compared with this many before it: of a hundred copies each
# meets enough others to be joined to all.
_STEPS = 32


@dataclass(frozen=True, slots=True)
class _Link:
    """What ties a document to an origin: another document's id, or a key such as "outlet:name"."""

    to: str
    reason: str
    name: str = ""


class _Sets:
    """Disjoint sets of node names (union-find); the smallest name stands for its set."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, node: str) -> str:
        """The name that stands for the set of a node."""
        root = node
        while self._parent.setdefault(root, root) != root:
            root = self._parent[root]
        while self._parent[node] != root:
            self._parent[node], node = root, self._parent[node]
        return root

    def join(self, a: str, b: str) -> None:
        """Makes one set of two."""
        low, high = sorted((self.find(a), self.find(b)))
        self._parent[high] = low


def origins(documents: Sequence[Document], policy: GroupingPolicy) -> tuple[Origin, ...]:
    """The origins of some documents, each with the documents that carry it, earliest first.

    Does not depend on the order of the documents; a document given twice counts once.
    """
    ordered = sorted({document.id: document for document in documents}.values(), key=order)
    # A document alone has nobody to share words with.
    bodies = [document.text[:LOOKED_AT] if len(ordered) > 1 else "" for document in ordered]
    texts = [shingle_hashes(body) for body in bodies]
    quotes = [shingle_hashes(quoted_text(body)) for body in bodies]
    copies = _overlaps(texts, policy.reuse_at, _smaller_inside)
    same_words = _overlaps(quotes, policy.reuse_at, _both_inside)
    owners = {outlet_key(d.source.name): d.source.owner for d in ordered if d.source.owner}
    sets, links = _Sets(), []
    for index, document in enumerate(ordered):
        link = _first_link(
            document, [ordered[i] for i in copies[index]], [ordered[i] for i in same_words[index]], owners
        )
        links.append(link)
        sets.join(document.id, link.to)
        for earlier in copies[index]:
            sets.join(document.id, ordered[earlier].id)
    _join_loops(ordered, sets)
    members: dict[str, list[int]] = {}
    for index, document in enumerate(ordered):
        members.setdefault(sets.find(document.id), []).append(index)
    return tuple(_origin([ordered[i] for i in group], [links[i] for i in group]) for group in members.values())


def per_claim(found: Iterable[Origin], document_ids: Iterable[str]) -> tuple[Origin, ...]:
    """The origins that stand behind one claim: those of the documents whose passages carry it, cut to these documents."""
    wanted = frozenset(document_ids)
    kept = []
    for origin in found:
        carried = tuple(document for document in origin.documents if document in wanted)
        if carried:
            kept.append(Origin(origin.id, origin.name, carried, origin.reason, origin.anonymous))
    return tuple(kept)


def _first_link(
    document: Document, copied: Sequence[Document], same_words: Sequence[Document], owners: dict[str, str]
) -> _Link:
    """The first rule that matches a document; `copied` and `same_words` are earlier documents, earliest first."""
    own = outlet_key(document.source.name)
    if document.attributed_to and outlet_key(document.attributed_to) != own:
        return _to_outlet(document.attributed_to, NAMED_BY_FEED, owners)
    if document.wire and outlet_key(document.wire) != own:
        return _to_outlet(document.wire, WIRE, owners)
    for other in copied:
        if _is_release(other):
            return _Link(other.id, RELEASE)
    if copied:
        return _Link(copied[0].id, REUSE)
    relayed = relayed_outlet(document)
    if relayed and outlet_key(relayed) != own:
        return _to_outlet(relayed, RELAYED, owners)
    if same_words:
        return _Link(same_words[0].id, SPEAKER)
    return _to_outlet(document.source.name, SAME_SOURCE, owners)


def _to_outlet(name: str, reason: str, owners: dict[str, str]) -> _Link:
    """A link to a publisher, or to its owner's family where that is known."""
    key = outlet_key(name)
    if key in owners:
        return _Link(f"owner:{outlet_key(owners[key])}", OWNER if reason == SAME_SOURCE else reason, name)
    return _Link(f"outlet:{key}", reason, name)


def _is_release(document: Document) -> bool:
    return document.genre == Genre.RELEASE or document.source.kind == SourceKind.COMPANY


def _join_loops(documents: Sequence[Document], sets: _Sets) -> None:
    """Two publishers that each name the other as their source are one origin (a loop of republishing)."""
    named = {
        (outlet_key(document.source.name), outlet_key(document.attributed_to))
        for document in documents
        if document.attributed_to
    }
    for document in documents:
        pair = (outlet_key(document.source.name), outlet_key(document.attributed_to))
        if document.attributed_to and (pair[1], pair[0]) in named:
            sets.join(document.id, f"outlet:{min(pair)}")


def _origin(documents: Sequence[Document], links: Sequence[_Link]) -> Origin:
    """One origin as a record; its name is that of the outlet it comes from, else of its earliest document's publisher."""
    strongest = min(links, key=lambda link: _STRENGTH.index(link.reason))
    first = documents[0]
    reason = strongest.reason
    one_publisher = len({outlet_key(document.source.name) for document in documents}) == 1
    if one_publisher and reason not in (NAMED_BY_FEED, WIRE, RELAYED):
        reason = SAME_SOURCE if len(documents) > 1 else SINGLE
    outside = reason in (NAMED_BY_FEED, WIRE, RELAYED)
    prefix = "wire" if reason == WIRE else "outlet"
    return Origin(
        id=f"{prefix}:{outlet_key(strongest.name)}" if outside else first.id,
        name=strongest.name if outside else (first.source.owner if reason == OWNER else first.source.name),
        documents=tuple(document.id for document in documents),
        reason=reason,
        anonymous=all(rests_on_unnamed(document.text) for document in documents),
    )


_STRENGTH = (NAMED_BY_FEED, WIRE, RELEASE, REUSE, RELAYED, SPEAKER, OWNER, SAME_SOURCE)

_Inside = Callable[[float, int, int, float], bool]


def _smaller_inside(common: float, a: int, b: int, share: float) -> bool:
    """Whether the shorter of two texts stands in the other: a snippet of a report is that report."""
    return min(a, b) >= _LEAST_SHINGLES and common >= share * min(a, b)


def _both_inside(common: float, a: int, b: int, share: float) -> bool:
    """Whether each of two stands in the other to that share: neither quotes anybody else to speak of."""
    return min(a, b) >= _LEAST_SHINGLES and common >= share * max(a, b)


def _overlaps(texts: Sequence[Hashes], share: float, inside: _Inside) -> list[list[int]]:
    """For each text the indices of earlier texts that it overlaps with, earliest first."""
    found: list[list[int]] = [[] for _ in texts]
    if len(texts) < 2:
        return found
    owners = np.repeat(np.arange(len(texts)), [len(hashes) for hashes in texts])
    every = np.concatenate(texts)
    # Equal shingles side by side, the owners of each in order.
    by_value = np.argsort(every, kind="stable")
    every, owners = every[by_value], owners[by_value]
    met: list[NDArray[np.int64]] = []
    times: list[NDArray[np.int64]] = []
    for step in range(1, min(len(texts), _STEPS)):
        equal = np.flatnonzero(every[step:] == every[:-step])
        if not len(equal):
            break
        # Counted step by step: the pairs of a thousand alike texts at once would fill the memory.
        keys, counts = np.unique(owners[equal] * len(texts) + owners[equal + step], return_counts=True)
        met.append(keys)
        times.append(counts)
    if not met:
        return found
    keys, which = np.unique(np.concatenate(met), return_inverse=True)
    common = np.bincount(which, weights=np.concatenate(times))
    for key, count in zip(keys.tolist(), common.tolist(), strict=True):
        earlier, later = divmod(key, len(texts))
        if inside(count, len(texts[later]), len(texts[earlier]), share):
            found[later].append(earlier)
    return found
