"""How often each signal stands on residue and how often on the story: what a heuristic's word is worth by itself.

    python -m bench.signals FOLDER

A weak signal is of use only together with others; a decisive one should hold by itself.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from bench.material import load
from cleanarticle.decide.gather import by_block


def main() -> None:
    """Print a line for each signal: residue lines, story lines, precision, and the kinds it stood on most."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with labels.jsonl and pages.*.jsonl.gz")
    args = parser.parse_args()
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    evidence: Counter[str] = Counter()
    for item in load(args.folder).hand:
        whole, _ = by_block(item.document, item.findings)
        for found, label, kind in zip(whole, item.residue, item.kinds, strict=True):
            if label is None:
                continue
            signals = {finding.signal for finding in found if finding.signal}
            for signal in signals:
                seen[signal][kind] += 1
            if label:
                strengths = {strength for strength in ("decisive", "weak") for s in signals if f".{strength}." in s}
                evidence[min(strengths, default="no phrase")] += 1
    total = evidence.total() or 1
    shares = (f"{strength} {n / total:.2f}" for strength, n in evidence.most_common())
    print("residue lines by their strongest phrase:", "  ".join(shares))
    for signal, kinds in sorted(seen.items()):
        body, lines = kinds[""], kinds.total()
        most = ", ".join(f"{kind or 'story'} {n}" for kind, n in kinds.most_common(3))
        print(f"{signal:36} {lines - body:5} {body:5}  {(lines - body) / lines:.2f}  {most}")


if __name__ == "__main__":
    main()
