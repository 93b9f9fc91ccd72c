"""Makes language/synonyms.tsv from the WordNet 3.1 database files.

    python training/make_synonyms.py WORDNET_DICT_FOLDER

Only words whose stems the idf table holds are kept, and of each word only its commonest senses, so that a rare sense
("bank" as a slope) opens no bridge. WordNet is Princeton University's; its licence lets it be used and passed on with its
notice (see NOTICE).
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from pathlib import Path

from groundwire.language.tokens import FUNCTION_WORDS, stem
from groundwire.language.weights import _table

SENSES = 4  # senses of a word that are looked at; the fifth is rare in news
FLOOR = 0.34
HOME = Path(__file__).parents[1] / "src" / "groundwire" / "language"
POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}


def main(folder: Path) -> None:
    """Reads the dictionary and writes the table."""
    rank: dict[tuple[str, str, str], int] = {}
    for line in (folder / "index.sense").read_text().splitlines():
        key, offset, number, _count = line.split()
        lemma, rest = key.split("%")
        pos = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
        rank[lemma, pos, offset] = int(number)
    synsets: dict[tuple[str, str], list[str]] = {}
    pointers: dict[tuple[str, str], list[tuple[str, str, str, str]]] = {}
    for name, pos in POS.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith(" "):
                continue
            parts = line.split(" | ")[0].split()
            count = int(parts[3], 16)
            words = [parts[4 + 2 * i].split("(")[0].lower() for i in range(count)]
            at = 4 + 2 * count
            links = int(parts[at])
            synsets[pos, parts[0]] = words
            pointers[pos, parts[0]] = [
                (
                    parts[at + 1 + 4 * i],
                    parts[at + 3 + 4 * i].replace("s", "a"),
                    parts[at + 2 + 4 * i],
                    parts[at + 4 + 4 * i],
                )
                for i in range(links)
            ]
    known = set(_table())

    def usable(word: str) -> bool:
        return word.isalpha() and len(word) > 2 and word not in FUNCTION_WORDS and stem(word) in known

    same: dict[tuple[str, str], float] = defaultdict(float)
    opposite: set[tuple[str, str]] = set()

    def add(first: str, second: str, weight: float) -> None:
        a, b = stem(first), stem(second)
        if a != b and weight >= FLOOR:
            same[a, b] = max(same[a, b], round(weight, 2))

    for (pos, offset), words in synsets.items():
        mine = [(w, rank.get((w, pos, offset), 99)) for w in words]
        good = [(w, r) for w, r in mine if r <= SENSES and usable(w)]
        for w, r in good:
            for v, q in good:
                if w != v:
                    add(w, v, 0.9 / math.sqrt(r * q))
        for kind, other_pos, other, places in pointers[pos, offset]:
            theirs = synsets.get((other_pos, other), [])
            source, target = int(places[:2], 16), int(places[2:], 16)
            if kind in ("+", "\\", "!", "<") and source and target and theirs:
                w, v = words[source - 1], theirs[target - 1]
                r, q = mine[source - 1][1], rank.get((v, other_pos, other), 99)
                if not (usable(w) and usable(v)) or max(r, q) > SENSES:
                    continue
                if kind == "!":
                    opposite.add(tuple(sorted((stem(w), stem(v)))))  # type: ignore[arg-type]
                else:
                    add(w, v, 0.9 / math.sqrt(max(1, min(r, q))))
            elif kind == "@" or kind == "&":
                for w, r in good:
                    for v in theirs:
                        q = rank.get((v, other_pos, other), 99)
                        if usable(v) and r <= 2 and q <= 2 and w != v:
                            # The general word follows from the special one, not the other way round.
                            add(v, w, 0.6 / math.sqrt(r * q))
                            if kind == "&":
                                add(w, v, 0.6 / math.sqrt(r * q))
    for pair in opposite:
        same.pop(pair, None)
        same.pop((pair[1], pair[0]), None)
    head = "# made by training/make_synonyms.py from WordNet 3.1 (Princeton University; notice in NOTICE)\n"
    rows = [f"{a}\t{b}\t{w:.2f}\n" for (a, b), w in sorted(same.items())]
    (HOME / "synonyms.tsv").write_text(head + "# stem claimed, stem in evidence, weight in [0, 1]\n" + "".join(rows))
    print(len(rows), "rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
