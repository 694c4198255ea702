"""The example plug-in, installed as a user would and used by name: as a library and on the command line."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent / "plugin_example"
GALLERY = ' [gallery ids="3,4"]'
SOLUTION = "Solution to yesterday's puzzle: anemone\n"
ABOVE = """\
The lighthouse at Hest was painted for the first time in thirty years, and the whole island came to look.
Four painters worked for nine days on ropes, and stopped only when the wind came round to the north.
"From up there you see all of the sound," said Berit Aas, the youngest of them, who had never painted a tower.
The harbour board paid for the paint, and the islanders collected the money for the work in three weeks."""
BELOW = """\
The keeper, now ninety, said that the old red had been better and that nobody had asked him about it.
He lives in the house below the tower, where he was born, and still winds the clock in its hall every Sunday.
"""
TEXT = f"{ABOVE}{GALLERY}\n{SOLUTION}{BELOW}"
CLEAN = f"{ABOVE}\n{BELOW}"
BOTH = "shortcodes,puzzle-solution"


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Variables under which the plug-in is installed, beside everything else."""
    for module in ("hatchling", "pip"):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed, which installs the plug-in")
    target = tmp_path_factory.mktemp("plugin")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    done = subprocess.run([*pip, "-t", str(target), str(PLUGIN)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    path = os.pathsep.join(filter(None, [str(target), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}


def run(environment, *arguments, text=""):
    command = [sys.executable, *arguments]
    return subprocess.run(command, input=text, env=environment, capture_output=True, encoding="utf-8", check=False)


def script(environment, code):
    done = run(environment, "-c", f"import json, cleanarticle\ntext = {TEXT!r}\n{code}")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_it_is_used_by_name(environment):
    code = """
result = cleanarticle.Cleaner(add=["shortcodes", "puzzle-solution"]).analyze(text)
print(json.dumps([result.text, [(removal.kind, removal.heuristic) for removal in result.removed]]))
"""
    assert script(environment, code) == [CLEAN, [["widget", "shortcodes"], ["puzzle", "puzzle-solution"]]]


def test_it_does_nothing_unasked(environment):
    assert GALLERY in script(environment, "print(json.dumps(cleanarticle.clean(text)))")


def test_its_cleaner_pickles(environment):
    code = """
import pickle
cleaner = pickle.loads(pickle.dumps(cleanarticle.Cleaner(add=["shortcodes", "puzzle-solution"])))
print(json.dumps(cleaner.clean(text)))
"""
    assert script(environment, code) == CLEAN


def test_its_own_kind_can_be_kept(environment):
    code = """
cleaner = cleanarticle.Cleaner(add=["shortcodes", "puzzle-solution"], keep={"puzzle"})
print(json.dumps(cleaner.clean(text)))
"""
    assert script(environment, code) == f"{ABOVE}\n{SOLUTION}{BELOW}"


def test_the_command_line_uses_it(environment):
    done = run(environment, "-m", "cleanarticle", "--add", BOTH, text=TEXT)
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, "")


def test_the_command_line_keeps_its_kind(environment):
    done = run(environment, "-m", "cleanarticle", "--add", BOTH, "--keep", "puzzle", text=TEXT)
    assert (done.returncode, done.stderr) == (0, "")
    assert SOLUTION in done.stdout


def test_the_command_line_lists_it(environment):
    done = run(environment, "-m", "cleanarticle", "heuristics", "--add", BOTH)
    assert "puzzle-solution" in done.stdout
    assert "The solution of an earlier puzzle." in done.stdout


def test_an_unknown_name_says_what_there_is(environment):
    done = run(environment, "-m", "cleanarticle", "--add", "shortcode", text=TEXT)
    assert done.returncode == 2
    assert "no heuristic is called 'shortcode'" in done.stderr
    assert "shortcodes" in done.stderr.partition("there are:")[2]
