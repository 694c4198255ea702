"""Run the examples of a documentation page and tell what they show and what they give.

The rules, for fenced blocks:

- ````` ```text story.txt ```` `: any language with a file name is a file, written to the examples' folder.
- ````` ```python ```` `: is executed; the blocks of a page share their names. What it prints is shown in a
  ````` ```text ```` ` block right after it.
- ````` ```console ```` `: lines after ``$`` are run by a shell, and the lines below each are its output.

Other blocks are not run. ``page.html`` in the examples' folder is ``corpus/sample/page.html``.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"^```(?P<lang>\w+)(?: +(?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file it is, its text, and where in the page that text stands."""

    lang: str
    file: str
    body: str
    start: int
    end: int


@dataclass(frozen=True)
class Example:
    """A block that was run: what the page shows, what came out, and where the shown output stands.

    ``shown`` is None where the page shows no output; ``missing`` names a package that the example wants and
    that is not installed.
    """

    block: Block
    shown: str | None
    given: str
    start: int
    end: int
    missing: str = ""


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page."""
    return [
        Block(match["lang"], match["file"] or "", match["body"], *match.span("body")) for match in _BLOCK.finditer(page)
    ]


def examples(page: str, names: dict[str, Any] | None = None) -> Iterator[Example]:
    """Run the examples of a page, in a folder of their own; ``names`` is what its Python blocks share."""
    found = blocks(page)
    names = {} if names is None else names
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copy(ROOT / "corpus" / "sample" / "page.html", "page.html")
        for block, after in zip(found, [*found[1:], None], strict=False):
            if block.file:
                Path(block.file).write_text(block.body, "utf-8")
            elif block.lang == "python":
                yield _python(block, after if after and _is_output(page, block, after) else None, names)
            elif block.lang == "console":
                yield Example(block, block.body, _console(block.body), block.start, block.end)


def refreshed(page: str) -> str:
    """The page with what its examples give in the place of what it shows."""
    for example in reversed(list(examples(page))):
        if example.shown is not None and not example.missing:
            page = page[: example.start] + example.given + page[example.end :]
    return page


def _is_output(page: str, block: Block, after: Block) -> bool:
    between = page[block.end : after.start].removeprefix("```").removesuffix("```text\n")
    return after.lang == "text" and not after.file and not between.strip()


def _python(block: Block, output: Block | None, names: dict[str, Any]) -> Example:
    start, end = (output.start, output.end) if output else (block.end, block.end)
    shown = output.body if output else None
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            exec(compile(block.body, "example", "exec"), names)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("cleanarticle", ""):
            raise
        return Example(block, shown, "", start, end, missing=error.name or "")
    return Example(block, shown, _tidy(printed.getvalue()), start, end)


def _console(body: str) -> str:
    out = []
    for line in body.splitlines():
        if line.startswith("$ "):
            out += [line + "\n", _shell(line.removeprefix("$ "))]
    return "".join(out)


def _shell(command: str) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    env = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"}
    out = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
    return _tidy(subprocess.run(command, shell=True, env=env, check=False, **out).stdout)


def _tidy(printed: str) -> str:
    """What a block shows of an output: no white space at the ends of lines, one newline at the end."""
    lines = "\n".join(line.rstrip() for line in printed.splitlines()).rstrip("\n")
    return lines + "\n" if lines else ""
