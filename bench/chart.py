"""A chart of accuracy against time, as SVG: text stays text, and it follows the reader's light or dark mode."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

_WIDTH, _HEIGHT = 760, 470
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 20, 46, 58
_LETTER, _LINE = 7.0, 14
# How far below its mark a name may stand, the nearest first.
_NEAR = (4, -10, 18, -24, 32, -38, 46, -52, 60, -66, 74)
_STYLE = """\
:root { --ink: #1f2328; --dim: #59636e; --line: #d1d9e0; --ours: #0969da; --other: #6e7781 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f0f6fc; --dim: #9198a1; --line: #3d444d; --ours: #4493f8; --other: #9198a1 }
}
text { font: 12px system-ui, sans-serif; fill: var(--ink) }
.title { font-size: 14px; font-weight: 600 }
.dim { fill: var(--dim) }
.grid { stroke: var(--line); stroke-width: 1 }
.ours { fill: var(--ours) }
.other { fill: var(--other) }
.after { fill: none; stroke: var(--ours); stroke-width: 1.8 }
.step { stroke: var(--ours); stroke-width: 1.5; opacity: .55 }
"""


class Point(NamedTuple):
    """A mark on the chart; ``after`` is the same with the library's cleaning behind it, time and accuracy."""

    name: str
    time: float
    accuracy: float
    ours: bool = False
    after: tuple[float, float] | None = None


def chart(title: str, points: Sequence[Point], note: str = "") -> str:
    """The chart; time is in units of what stands at 1, on a logarithmic axis; ``note`` ends the second line."""
    times = [each.time for each in points] + [each.after[0] for each in points if each.after]
    heights = [each.accuracy for each in points] + [each.after[1] for each in points if each.after]
    low, high = math.floor(math.log2(min(times)) - 0.2), math.ceil(math.log2(max(times)) + 0.2)
    bottom, top = math.floor(min(heights) * 20 - 0.2) / 20, min(1.0, math.ceil(max(heights) * 20 + 0.2) / 20)

    def x(time: float) -> float:
        return _LEFT + (math.log2(time) - low) / (high - low) * (_WIDTH - _LEFT - _RIGHT)

    def y(accuracy: float) -> float:
        return _HEIGHT - _BOTTOM - (accuracy - bottom) / (top - bottom) * (_HEIGHT - _TOP - _BOTTOM)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{_STYLE}</style>",
        f'<text x="{_LEFT}" y="20" class="title">{escape(title)}</text>',
        f'<text x="{_LEFT}" y="36" class="dim">hollow: the same text after cleanarticle.clean{escape(note)}</text>',
    ]
    out += _axes(x, y, range(low, high + 1), [bottom + 0.05 * n for n in range(round((top - bottom) * 20) + 1)])
    marks = [(x(each.time), y(each.accuracy)) for each in points]
    for each in points:
        kind = "ours" if each.ours else "other"
        if each.after:
            x1, y1, x2, y2 = x(each.time), y(each.accuracy), x(each.after[0]), y(each.after[1])
            marks += [(x1 + (x2 - x1) * part / 20, y1 + (y2 - y1) * part / 20) for part in range(21)]
            out.append(
                f'<line x1="{x(each.time):.1f}" y1="{y(each.accuracy):.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="step"/>'
            )
            out.append(
                f'<circle cx="{x2:.1f}" cy="{y2:.1f}" r="4.5" fill="none" stroke="var(--ours)" stroke-width="1.8"/>'
            )
        out.append(f'<circle cx="{x(each.time):.1f}" cy="{y(each.accuracy):.1f}" r="5" class="{kind}"/>')
    out += _labels([(each.name, x(each.time), y(each.accuracy), each.ours) for each in points], marks)
    return "\n".join([*out, "</svg>"]) + "\n"


def _axes(x, y, powers: Iterable[int], heights: Iterable[float]) -> list[str]:
    out = []
    for height in heights:
        at = y(height)
        out.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{at:.1f}" y2="{at:.1f}" class="grid"/>')
        out.append(f'<text x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end" class="dim">{height:.2f}</text>')
    for power in powers:
        at, label = x(2.0**power), f"{2**power}" if power >= 0 else f"1/{2**-power}"
        out.append(f'<line x1="{at:.1f}" x2="{at:.1f}" y1="{_TOP}" y2="{_HEIGHT - _BOTTOM}" class="grid"/>')
        out.append(f'<text x="{at:.1f}" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="middle" class="dim">{label}</text>')
    middle, below = (_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 14
    what = "CPU time of a page, trafilatura = 1 (less is better)"
    out.append(f'<text x="{middle:.0f}" y="{below}" text-anchor="middle">{what}</text>')
    turned = f"translate(16 {(_TOP + _HEIGHT - _BOTTOM) / 2:.0f}) rotate(-90)"
    out.append(f'<text transform="{turned}" text-anchor="middle">F1 of 4-word shingles (more is better)</text>')
    return out


def _labels(items: Iterable[tuple[str, float, float, bool]], marks: Sequence[tuple[float, float]]) -> list[str]:
    """The names beside their marks, each in the first place where it covers no mark and no other name."""
    taken: list[tuple[float, float, float, float]] = [(mx - 5, my - 5, mx + 5, my + 5) for mx, my in marks]
    out = []
    for name, at_x, at_y, ours in items:
        width = len(name) * _LETTER
        places = [(at_x + dx, at_y + dy) for dy in _NEAR for dx in (9, -9 - width, -width / 2)]
        for left, base in places:
            box = (left, base - _LINE + 3, left + width, base + 3)
            inside = box[0] >= _LEFT and box[2] <= _WIDTH - 2 and box[1] >= _TOP and box[3] <= _HEIGHT - _BOTTOM
            if inside and not any(_overlap(box, other) for other in taken):
                break
        taken.append(box)
        weight = ' font-weight="600"' if ours else ""
        out.append(f'<text x="{left:.1f}" y="{base:.1f}"{weight}>{escape(name)}</text>')
    return out


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
