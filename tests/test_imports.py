"""Imports point one way, and loading the library costs next to nothing."""

import ast
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import cleanarticle
from tests.make import PROSE

PACKAGE = Path(cleanarticle.__file__).parent
# From the ground up: a module or folder imports from its own layer and from those above it in this table.
LAYERS = (
    ("outline", "document", "result", "kinds", "errors", "trees"),
    ("lexicon", "features", "reading", "selectors"),
    ("heuristics", "rendering"),
    ("decide",),
    ("rules", "plugins", "metadata"),
    ("cleaner", "records"),
    ("api", "report", "integrations"),
    ("batch",),
    ("cli", "__init__", "__main__"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(path):
    """The module or folder at the top of the package that a file belongs to."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0].removesuffix(".py")


def imported(path):
    """What of the package a module imports anywhere in it, type checking's imports too."""
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            names = [node.module]
            if node.module == "cleanarticle":
                names = [f"cleanarticle.{alias.name}" for alias in node.names]
        for name in names:
            if name.split(".")[0] == "cleanarticle":
                yield [*name.split("."), ""][1]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path):
    own = part_of(path)
    assert own in RANK, "a new module at the top needs a place in the table of layers"
    for name in imported(path):
        assert RANK[name] <= RANK[own], f"{own} imports {name}"


def test_no_two_parts_import_each_other():
    edges = {(part_of(path), name) for path in MODULES for name in imported(path) if part_of(path) != name}
    assert not {edge for edge in edges if edge[::-1] in edges}


def python(code):
    """Run code in a fresh interpreter that raises on warnings; gives what it prints, as JSON."""
    run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


LOADED = """
import sys, json
before = set(sys.modules)
{code}
new = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(json.dumps(sorted(new - set(sys.stdlib_module_names) - {{"cleanarticle", "__mp_main__"}})))
"""


@pytest.mark.parametrize(
    "code",
    [
        "import cleanarticle",
        "import cleanarticle; cleanarticle.clean('By Jane Doe\\n\\nThe lake froze.\\n')",
        "import cleanarticle; cleanarticle.analyze('Der See friert. Лёд. 湖が凍った。', url='https://a.example').to_dict()",
        "import cleanarticle.cli",
        "import cleanarticle.cli.batch",
        "import cleanarticle.report",
        "from cleanarticle.integrations import arrow, datasets, ray, spark; arrow.BatchCleaner()",
    ],
)
def test_text_needs_nothing_but_the_standard_library(code):
    assert python(LOADED.format(code=code)) == []


def test_a_page_loads_what_reads_pages():
    loaded = python(LOADED.format(code="import cleanarticle; cleanarticle.clean_html('<p>The lake froze.</p>')"))
    assert {"lxml", "trafilatura"} <= set(loaded)
    assert "bs4" not in loaded


def test_texts_are_cleaned_from_a_zip(tmp_path):
    """As engines send a package to their workers."""
    path = tmp_path / "cleanarticle.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for file in PACKAGE.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                packed.write(file, file.relative_to(PACKAGE.parent))
    code = f"import sys, json; sys.path.insert(0, {str(path)!r}); import cleanarticle; "
    text = "\n\n".join(["By Jane Doe", *PROSE[:2], "Follow us on Facebook"])
    code += f"clean = cleanarticle.clean({text!r}); print(json.dumps([cleanarticle.__file__, clean]))"
    where, clean = python(code)
    assert where.startswith(str(path))
    assert clean == "\n\n".join(PROSE[:2])


def test_import_is_quick():
    code = "import time; t = time.process_time(); import cleanarticle; print(time.process_time() - t)"
    assert min(python(code) for _ in range(3)) < 0.5


def test_all_names_are_there_and_in_order():
    assert all(hasattr(cleanarticle, name) for name in cleanarticle.__all__)
    assert len(set(cleanarticle.__all__)) == len(cleanarticle.__all__)
