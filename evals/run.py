"""`make eval`: quality of judgement, measured; every set that is not there is printed as "not measured: no data".

    python evals/run.py [--data PATH] [--only NAME ...] [--update]

PATH is a folder laid out as docs/explanation/measured.md says. The committed sets (evals/data) are always measured. Figures are
compared with floors.json: a figure that falls below its floor by more than its noise ends the run with status 1. `--update`
raises floors to what was measured, never lowers one.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
# name of the module, what of DATA it needs (None: a committed set)
SETS = (
    ("committed", None),
    ("claims", "claims"),
    ("drafts", "drafts"),
    ("briefs", "gold"),
    ("stories", "stories"),
    ("lenses", "opennews"),
)


def main() -> int:
    """Measures every set that is there and holds the figures against their floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    fallen = []
    for name, needs in SETS:
        if options.only and name not in options.only:
            continue
        if needs is not None and (options.data is None or not (options.data / needs).exists()):
            print(f"{name}: not measured: no data")
            continue
        sys.path.insert(0, str(HERE))
        figures = importlib.import_module(name).measure(options.data)
        print(f"{name}: " + ", ".join(f"{key} {value:.3f}" for key, value in figures.items()))
        fallen += compare(name, figures, floors, options.update)
    if options.update:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    for line in fallen:
        print("fallen:", line)
    return 1 if fallen else 0


def compare(name: str, figures: dict[str, float], floors: dict[str, dict[str, float]], update: bool) -> list[str]:
    """Figures under their floor, in words; with update, floors rise to what was measured."""
    own = floors.setdefault(name, {}) if update else floors.get(name, {})
    fallen = []
    for key, value in figures.items():
        if key in own and value < own[key] - 0.005:
            fallen.append(f"{name} {key}: {value:.3f}, floor {own[key]:.3f}")
        elif update and value > own.get(key, float("-inf")):
            own[key] = round(float(value), 4)
    return fallen


if __name__ == "__main__":
    raise SystemExit(main())
