"""What grouping needs to know of a word, looked up once a word and not once a place: its number, its stem's, its weight."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from groundwire.language.tokens import FUNCTION_WORDS, stem
from groundwire.language.weights import idf

# Words remembered before all are forgotten and learned again: about 20 MB. The result does not depend on it.
MOST_WORDS = 100_000

Numbers = NDArray[np.uint32]


class Vocabulary(dict[str, int]):
    """Words by place in three columns: CRC-32 of the word, CRC-32 of its stem, weight of the stem (0 for a function word)."""

    def __init__(self) -> None:
        super().__init__()
        self.word_numbers: list[int] = []
        self.stem_numbers: list[int] = []
        self.stem_weights: list[float] = []
        self.digits: list[bool] = []

    def __missing__(self, word: str) -> int:
        """Learns a word and gives its place."""
        root = stem(word)
        place = len(self.word_numbers)
        self.word_numbers.append(zlib.crc32(word.encode("utf-8")))
        self.stem_numbers.append(zlib.crc32(root.encode("utf-8")))
        self.stem_weights.append(0.0 if word in FUNCTION_WORDS else idf(root))
        self.digits.append(word[:1].isdigit())
        self[word] = place
        return place

    def forget(self) -> None:
        """Empties it when it has grown too large; places given before are void then."""
        if len(self) > MOST_WORDS:
            self.clear()
            for column in (self.word_numbers, self.stem_numbers, self.stem_weights, self.digits):
                column.clear()

    def places(self, run: Iterable[str]) -> list[int]:
        """The place of each word of a run, in order."""
        return list(map(self.__getitem__, run))

    def numbers(self, places: Sequence[int]) -> NDArray[np.uint64]:
        """The number of each word, for shingles."""
        return np.array(list(map(self.word_numbers.__getitem__, places)), dtype=np.uint64)

    def stems(self, places: Sequence[int]) -> Numbers:
        """The number of each word's stem."""
        return np.array(list(map(self.stem_numbers.__getitem__, places)), dtype=np.uint32)

    def weights(self, places: Sequence[int], number_weight: float) -> NDArray[np.float64]:
        """The weight of each word's stem; numbers count `number_weight` times."""
        plain = np.array(list(map(self.stem_weights.__getitem__, places)), dtype=np.float64)
        digits = np.array(list(map(self.digits.__getitem__, places)), dtype=bool)
        return np.where(digits, plain * number_weight, plain)
