"""The summary of a run: how many records, what was removed by kind, and from which sites."""

from __future__ import annotations

from cleanarticle.batch.tally import Tally

_SITES = 20


def summary(tally: Tally) -> str:
    """The summary as text, for people."""
    lines = [f"{tally.cleaned:,} records cleaned, {tally.share:.1%} of the text removed"]
    for count, what in (
        (tally.failed, "failed"),
        (tally.skipped, "skipped, being no pages"),
    ):
        if count:
            lines.append(f"{count:,} records {what}")
    if tally.broken:
        lines.append(f"{tally.broken:,} inputs could not be read, or not to their end")
    if tally.warnings:
        lines.append(f"{tally.warnings:,} times a heuristic failed and was left out")
    if tally.kinds:
        kinds = sorted(tally.kinds.items(), key=lambda item: (-item[1][0], item[0]))
        rows = [[kind, *(f"{count:,}" for count in counts)] for kind, counts in kinds]
        lines += ["", *_table(["kind", "removals", "records", "characters"], rows)]
    if tally.sites:
        sites = sorted(tally.sites.items(), key=lambda item: (-item[1][0], item[0]))
        rows = [
            [site, f"{records:,}", f"{1 - after / before if before else 0:.1%}"]
            for site, (records, before, after) in sites[:_SITES]
        ]
        lines += ["", *_table(["site", "records", "removed"], rows)]
        if len(sites) > _SITES:
            lines.append(f"and {len(sites) - _SITES:,} more sites")
    return "\n".join(lines) + "\n"


def _table(heading: list[str], rows: list[list[str]]) -> list[str]:
    table = [heading, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = []
    for row in table:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join([row[0].ljust(widths[0]), *cells]))
    return lines
