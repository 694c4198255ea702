"""The documentation is fresh, complete, and its links lead somewhere."""

import re
import subprocess
import sys

import pytest

import cleanarticle
from cleanarticle.kinds import KINDS
from cleanarticle.lexicon.source import _KEYS
from cleanarticle.result import Finding
from docs.examples import PAGES, ROOT
from docs.generate import TABLES

EVERY = [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in (*PAGES, ROOT / "CHANGELOG.md")]
_LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)


def text(name):
    return (ROOT / name).read_text("utf-8")


def test_nothing_is_stale():
    command = [sys.executable, "-m", "docs.generate", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


@pytest.mark.parametrize("name", TABLES)
def test_every_table_stands_somewhere(name):
    assert any(f"<!-- {name} -->\n" in path.read_text("utf-8") for path in PAGES)


@pytest.mark.parametrize("path", EVERY)
def test_links_lead_somewhere(path):
    for link in _LINK.findall(path.read_text("utf-8")):
        if link.startswith(("http://", "https://")):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file) if file else path
        assert target.exists(), link
        if anchor:
            assert anchor in {slug(heading) for heading in _HEADING.findall(target.read_text("utf-8"))}, link


def slug(heading):
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_every_option_is_documented():
    command = [sys.executable, "-m", "cleanarticle", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", done.stdout))
    assert {"--add", "--explain"} <= options
    assert options <= set(re.findall(r"--[a-z][a-z-]*", text("docs/cli.md")))


def test_every_key_of_an_entry_is_documented():
    for key in _KEYS:
        assert f"`{key}`" in text("docs/rules.md")


def test_every_field_of_a_finding_is_documented():
    for field in Finding._fields:
        assert f"`{field}`" in text("docs/heuristics.md")


def test_every_kind_is_listed_once():
    listed = re.findall(r"^\| `(\w+)` \|", text("docs/kinds.md"), re.MULTILINE)
    assert listed == [kind.name for kind in KINDS]


def test_the_changelog_has_this_version():
    from importlib.metadata import version

    assert f"## [{version('cleanarticle')}]" in text("CHANGELOG.md")


def test_public_names_exist():
    for name in cleanarticle.__all__:
        assert hasattr(cleanarticle, name)
