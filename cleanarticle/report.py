"""A Result as a web page: the source with its removals in colour, for a person to judge at a glance.

One file that needs nothing else: no script, no network, and a policy in its head that forbids both, since the
text comes from anywhere. What each mark means is written out beside it; what decided is in its tooltip.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from html import escape
from itertools import pairwise

from cleanarticle.kinds import KINDS, NAMES
from cleanarticle.result import Declined, Metadata, Removal, Result

# Hues a golden angle apart: neighbours in the table, which often stand side by side in a text, differ most.
_HUES = {kind.name: round(index * 137.508) % 360 for index, kind in enumerate(KINDS)}
_MEANINGS = {kind.name: kind.meaning for kind in KINDS}

_STYLE = """
:root { color-scheme: light dark; --page: #fbfaf8; --ink: #1d1d1f; --soft: #6b6b70; --line: #dedcd7;
  --mark: 75% 87%; --tag: 65% 27%; }
@media (prefers-color-scheme: dark) {
  :root { --page: #17181b; --ink: #e3e2df; --soft: #9a9aa1; --line: #35363b;
    --mark: 38% 24%; --tag: 65% 76%; } }
body { margin: 0 auto; padding: 2.5rem 1.25rem 5rem; max-width: 46rem;
  background: var(--page); color: var(--ink);
  font: 1.0625rem/1.65 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.3; overflow-wrap: anywhere; }
p, ul, table { margin: 0 0 1.25rem; }
.sum, table, .legend, label { color: var(--soft); font-size: .875rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line);
  text-align: start; vertical-align: top; }
th { font-weight: 600; white-space: nowrap; width: 1%; }
td { color: var(--ink); overflow-wrap: anywhere; }
td:last-child { color: var(--soft); white-space: nowrap; width: 1%; }
.legend { display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; list-style: none; }
.legend li { padding: 0 .6rem; border-radius: 1rem;
  color: var(--ink); background: hsl(var(--hue) var(--mark)); }
.legend .kept { padding: 0; background: none; }
label { display: block; padding-bottom: .75rem; border-bottom: 1px solid var(--line); }
main { padding-top: 1.25rem; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
del { text-decoration: none; cursor: help; }
/* A shadow instead of padding to the sides: marked and unmarked lines begin at one edge. */
del > span { --back: hsl(var(--hue) var(--mark)); padding: .1em 0; border-radius: .15em;
  background: var(--back); box-shadow: -.25em 0 var(--back), .25em 0 var(--back);
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
del > span::after { content: attr(data-kind); margin-inline-start: .6em; color: hsl(var(--hue) var(--tag));
  font-size: .6875rem; font-weight: 600; white-space: nowrap; }
.kept { text-decoration: underline dotted 2px hsl(var(--hue) 60% 50%); text-underline-offset: .25em;
  cursor: help; }
:root:has(#clean:checked) del { display: none; }
@media print { label { display: none; } del > span, .legend li { print-color-adjust: exact; } }
""".strip()

_PAGE = """\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<h1 dir="auto">{title}</h1>
<p class="sum">{summary}</p>
{metadata}{legend}<label><input type="checkbox" id="clean"> show the clean text only</label>
<main dir="auto"{lang}>{text}</main>
</body>
</html>
"""


def render(result: Result, title: str = "") -> str:
    """One self-contained HTML page of a result.

    Args:
        result: What to show.
        title: The page's heading; the article's title if not given.
    """
    lang = result.metadata.lang
    page = _PAGE.format(
        title=escape(title or result.metadata.title or "cleanarticle"),
        style=_STYLE,
        summary=_summary(result),
        metadata=_metadata(result.metadata),
        legend=_legend(result),
        lang=f' lang="{escape(lang)}"' if lang else "",
        text="".join(_marked(result)),
    )
    # A lone surrogate would keep the page from being written anywhere.
    return page.encode("utf-8", "replace").decode("utf-8")


def _summary(result: Result) -> str:
    gone = sum(removal.end - removal.start for removal in result.removed)
    share = gone / max(1, len(result.source_text))
    removed, declined = len(result.removed), len(result.declined)
    return f"{removed} removed ({share:.0%} of the characters), {declined} considered and kept"


def _metadata(metadata: Metadata) -> str:
    rows = []
    for name, value in asdict(replace(metadata, sources=())).items():
        lines = "<br>".join(map(escape, [value] if isinstance(value, str) else value))
        if lines:
            source = escape(metadata.source(name))
            rows.append(f'<tr><th>{name.replace("_", " ")}</th><td dir="auto">{lines}</td><td>{source}</td></tr>\n')
    return f"<table>\n{''.join(rows)}</table>\n" if rows else ""


def _legend(result: Result) -> str:
    removed = Counter(removal.kind for removal in result.removed).most_common()
    items = []
    for kind, count in removed:
        meaning = escape(_MEANINGS.get(kind, ""))
        items.append(f'<li style="--hue:{_hue(kind)}" title="{meaning}">{escape(kind)} {count}</li>\n')
    if result.declined:
        items.append(f'<li class="kept" style="--hue:0">considered and kept {len(result.declined)}</li>\n')
    return f'<ul class="legend">\n{"".join(items)}</ul>\n' if items else ""


def _hue(kind: str) -> int:
    return _HUES[kind] if kind in NAMES else zlib.crc32(kind.encode("utf-8", "replace")) % 360


def _marked(result: Result) -> Iterator[str]:
    """The source text in pieces: a new one where a mark begins or ends, as marks may lie in one another."""
    source = result.source_text
    items: Sequence[Removal | Declined] = sorted(
        (*result.declined, *result.removed), key=lambda item: (item.start, -item.end)
    )
    edges = sorted({0, len(source)}.union(*((item.start, item.end) for item in items)))
    open_: list[Removal | Declined] = []
    following = 0
    for start, end in pairwise(edges):
        open_ = [item for item in open_ if item.end > start]
        while following < len(items) and items[following].start <= start:
            open_.append(items[following])
            following += 1
        piece = escape(source[start:end])
        for item in sorted(open_, key=lambda item: isinstance(item, Removal)):
            piece = _mark(piece, item)
        yield piece


def _mark(piece: str, item: Removal | Declined) -> str:
    body = piece.strip()
    if not body:
        return f"<del>{piece}</del>" if isinstance(item, Removal) else piece
    before, _, after = piece.partition(body)
    hue, tip = _hue(item.kind), escape(_tip(item))
    if isinstance(item, Declined):
        return f'{before}<span class="kept" style="--hue:{hue}" title="{tip}">{body}</span>{after}'
    kind = escape(item.kind)
    # The white space that went too is inside, uncoloured: hiding the removals leaves the clean text.
    span = f'<span style="--hue:{hue}" data-kind="{kind}" title="{tip}">{body}</span>'
    return f"<del>{before}{span}{after}</del>"


def _tip(item: Removal | Declined) -> str:
    what = f"{item.kind}, kept by {item.guard}" if isinstance(item, Declined) else item.kind
    return f"{what}, {item.confidence:.0%} sure\n{item.reason}\n({item.heuristic})"
