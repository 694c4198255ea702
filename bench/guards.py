"""What each guard saves and costs: cross-validation by site with each of them off in turn.

    python -m bench.guards FOLDER

A guard that saves no body words buys nothing.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from unittest.mock import patch

from bench.crossval import figures, lines, models
from bench.material import load

_BALANCED = 0.5
_OFF = {
    "nothing": {},
    "surer the longer": {"cleanarticle.decide.guards.GROWTH": 0.0},
    "surer amid the story": {"cleanarticle.decide.guards.INNER_CONFIDENCE": 0.0},
    "surer items of lists": {"cleanarticle.decide.guards.LIST_CONFIDENCE": 0.0},
    "a limit of what may go": {"cleanarticle.decide.guards.MOST_PROSE": 2.0},
    "decisive phrases settling": {"cleanarticle.decide.decide.DECISIVE": 2.0},
}


def main() -> None:
    """Print a line for each guard."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with labels.jsonl and pages.*.jsonl.gz")
    args = parser.parse_args()
    material = load(args.folder)
    learnt = models(material)
    for name, values in _OFF.items():
        patches = [patch(target, value) for target, value in values.items()]
        for each in patches:
            each.start()
        print(f"without {name:36}", figures(lines(material, learnt, _BALANCED)))
        for each in patches:
            each.stop()


if __name__ == "__main__":
    main()
