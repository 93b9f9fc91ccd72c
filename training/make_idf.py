"""Makes src/groundwire/language/idf.tsv: how many documents of a large collection hold each stem.

    python training/make_idf.py DOCS.jsonl.gz

DOCS is a file of one JSON object a line with `source`, `lang` and `text` (../shared/data/opennews/docs.jsonl.gz). Counts are
capped at 1,500 documents a source, so that one large source does not decide what is common.
"""

from __future__ import annotations

import collections
import gzip
import json
import math
import sys
from pathlib import Path

from groundwire.language.tokens import stem, words

CAP = 1_500
AT_LEAST = 5


def main(path: str) -> None:
    """Counts, weighs and writes the table."""
    taken: collections.Counter[str] = collections.Counter()
    counts: collections.Counter[str] = collections.Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row.get("lang") != "en" or taken[row["source"]] >= CAP:
                continue
            taken[row["source"]] += 1
            counts.update({stem(word) for word in words(row["text"][:20_000])})
    total = sum(taken.values())
    out = Path(__file__).parent.parent / "src/groundwire/language/idf.tsv"
    rows = [
        f"{word}\t{math.log(total / n):.2f}"
        for word, n in sorted(counts.items())
        if n >= AT_LEAST and not word[0].isdigit()
    ]
    out.write_text(
        f"# stem, ln(documents / documents with it); {total} documents\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )
    print(f"{len(rows)} stems from {total} documents")


if __name__ == "__main__":
    main(sys.argv[1])
