"""Interrupted at any moment, a run goes on where it was: nothing lost, nothing doubled, not a byte otherwise."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.make import COMMAND, batch, errors, jsonl, leftovers, record, rows

# The journal is written each second; to be interrupted in more places in less time, the test has it written more often.
EAGER = (
    sys.executable,
    "-c",
    "import sys, cleanarticle.batch.store as s; s._SECONDS = 0.02\n"
    "from cleanarticle.cli import main; sys.exit(main(['batch', *sys.argv[1:]]))",
)
ARGS = ("a.jsonl", "b.jsonl", "-j2", "--removals")


def inputs(folder, count):
    records = [record(number) if number % 10 else {"bad": number} for number in range(count)]
    jsonl(folder / "a.jsonl", records[: count // 2])
    jsonl(folder / "b.jsonl", records[count // 2 :])


def start(command, *args, cwd):
    return subprocess.Popen([*command, *args], cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def seen(folder, out):
    """How far the journal is, in bytes."""
    journal = folder / f"{out}.part" / "journal.jsonl"
    return journal.stat().st_size if journal.exists() else 0


def until(condition, run, seconds=60.0):
    """Wait for it, as long as the run is there; whether it came."""
    end = time.monotonic() + seconds
    while run.poll() is None and time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.002)
    return condition()


@pytest.mark.parametrize("out", ["out.jsonl", "out.jsonl.gz", "out.parquet"])
def test_killed_at_random_moments_again_and_again(tmp_path, out):
    if out.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    chance = random.Random(out)
    count, step = (1200, 1000) if out == "out.jsonl" else (600, 600)
    inputs(tmp_path, count)
    batch(*ARGS, "-o", f"whole-{out}", cwd=tmp_path)
    kills = 0
    for _ in range(40):
        before = seen(tmp_path, out)
        jobs = chance.choice(("-j1", "-j2"))
        run = start(EAGER, *ARGS, jobs, "-o", out, "--resume", cwd=tmp_path)
        # A part of the way on from where it was, and then in the midst of whatever it does.
        wanted = before + chance.randrange(1, step)
        until(lambda wanted=wanted: seen(tmp_path, out) >= wanted, run)
        time.sleep(chance.random() * 0.05)
        run.kill()
        said = run.communicate(timeout=60)[1]
        if run.returncode == 0:
            break
        assert run.returncode == -signal.SIGKILL, said
        if (tmp_path / out).exists():  # killed after it was done, before it could say so
            assert (tmp_path / out).read_bytes() == (tmp_path / f"whole-{out}").read_bytes()
        kills += 1
    assert kills >= 3
    assert run.returncode == 0
    assert (tmp_path / out).read_bytes() == (tmp_path / f"whole-{out}").read_bytes()
    assert errors(tmp_path / out) == errors(tmp_path / f"whole-{out}")
    assert len(errors(tmp_path / out)) == count // 10
    assert leftovers(tmp_path) == []


def test_the_summary_counts_from_the_beginning(interrupted):
    done = batch(*ARGS, "-o", "out.jsonl", "--resume", cwd=interrupted)
    assert done.stdout.startswith("720 records cleaned, ")
    assert "\n80 records failed\n" in done.stdout
    assert re.search(r"^byline +720 +720 +10,800$", done.stdout, re.MULTILINE)
    assert re.search(r"^s1\.example +240 ", done.stdout, re.MULTILINE)
    assert re.match(r"cleanarticle: goes on after [1-7]\d\d? records\n", done.stderr)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ctrl_c_and_termination_end_in_one_line_that_says_how_to_go_on(tmp_path, number, code):
    inputs(tmp_path, 2000)
    # As a shell would: Ctrl-C goes to the whole group.
    run = subprocess.Popen(
        [*COMMAND, *ARGS, "-o", "out.jsonl"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert until(lambda: seen(tmp_path, "out.jsonl") > 700, run), "the journal has more than its first line"
    os.killpg(run.pid, number) if number == signal.SIGINT else run.send_signal(number)
    said = run.communicate(timeout=60)
    assert (run.returncode, *said) == (
        code,
        "",
        "cleanarticle: interrupted; the same command with --resume goes on\n",
    )
    committed = json.loads((tmp_path / "out.jsonl.part" / "journal.jsonl").read_bytes().splitlines()[-1])
    assert committed["output"] > 0, "what was done is kept"
    batch(*ARGS, "-o", "out.jsonl", "--resume", cwd=tmp_path)
    assert len(rows(tmp_path / "out.jsonl")) == 1800


def test_workers_end_with_a_parent_that_is_killed(tmp_path):
    inputs(tmp_path, 1500)
    run = start(COMMAND, *ARGS, "-o", "out.jsonl", cwd=tmp_path)
    assert until(lambda: len(children_of(run.pid)) >= 2, run)
    children = children_of(run.pid)
    run.kill()
    run.communicate(timeout=60)
    end = time.monotonic() + 20
    while any(map(is_alive, children)) and time.monotonic() < end:
        time.sleep(0.01)
    assert not any(map(is_alive, children))


def children_of(pid):
    path = Path(f"/proc/{pid}/task/{pid}/children")
    if not path.exists():
        pytest.skip("this system does not tell a process's children")
    return [int(child) for child in path.read_text().split()]


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture(scope="module")
def interruption(tmp_path_factory):
    """A folder with a run that was killed, and the output of the same run undisturbed."""
    folder = tmp_path_factory.mktemp("interrupted")
    inputs(folder, 800)
    batch(*ARGS, "-o", "whole.jsonl", cwd=folder)
    run = start(EAGER, *ARGS, "-o", "out.jsonl", cwd=folder)
    assert until(lambda: seen(folder, "out.jsonl") > 1500, run)
    run.kill()
    run.communicate(timeout=60)
    assert leftovers(folder) == ["out.jsonl.errors.jsonl.part", "out.jsonl.part"]
    return folder


@pytest.fixture
def interrupted(interruption, tmp_path):
    """A copy of it, the times of its files too."""
    return shutil.copytree(interruption, tmp_path / "copy")


def test_only_the_run_that_was_interrupted_goes_on(interrupted):
    def refused(*args, change="--resume"):
        return batch(*args, "-o", "out.jsonl", change, cwd=interrupted, code=1).stderr

    again = "go back to that, or --force starts anew\n"
    said = refused(*ARGS, "--preset", "careful")
    assert said == (
        f"cleanarticle: --resume: not the run that was interrupted: preset was 'balanced' and is 'careful'; {again}"
    )
    assert "inputs was ['a.jsonl', 'b.jsonl'] and is ['a.jsonl']" in refused("a.jsonl", "-j2", "--removals")
    assert "removals was True and is False" in refused("a.jsonl", "b.jsonl", "-j2")
    with (interrupted / "b.jsonl").open("a") as file:
        file.write("\n")
    assert "an input has another name, size or time than it had" in refused(*ARGS)
    said = refused(*ARGS, change="-j2")
    assert said == "cleanarticle: out.jsonl.part: a run was interrupted; --resume goes on, --force starts anew\n"


def test_with_another_number_of_workers_it_goes_on(interrupted):
    batch("a.jsonl", "b.jsonl", "--removals", "-j1", "-o", "out.jsonl", "--resume", cwd=interrupted)
    assert (interrupted / "out.jsonl").read_bytes() == (interrupted / "whole.jsonl").read_bytes()


def test_force_starts_anew(interrupted):
    batch(*ARGS, "-j1", "-o", "out.jsonl", "--force", "--keep", "byline", cwd=interrupted)
    found = rows(interrupted / "out.jsonl")
    assert len(found) == 720
    assert all(row["clean_text"].startswith("By Runa Almdal\n") for row in found)
    assert leftovers(interrupted) == []


def test_half_a_line_in_the_journal_is_none(interrupted):
    journal = interrupted / "out.jsonl.part" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes() + b'{"place": [1, 99')
    batch(*ARGS, "-j1", "-o", "out.jsonl", "--resume", cwd=interrupted)
    assert (interrupted / "out.jsonl").read_bytes() == (interrupted / "whole.jsonl").read_bytes()


def test_a_disk_that_lost_what_it_had_is_told(interrupted):
    with (interrupted / "out.jsonl.part" / "output").open("r+b") as file:
        file.truncate(100)
    done = batch(*ARGS, "-o", "out.jsonl", "--resume", cwd=interrupted, code=1)
    assert "output is shorter than its journal says: the disk lost some; --force starts anew" in done.stderr


def test_two_runs_at_once_do_not_mix(tmp_path):
    inputs(tmp_path, 1000)
    run = start(COMMAND, *ARGS, "-o", "out.jsonl", cwd=tmp_path)
    assert until(lambda: seen(tmp_path, "out.jsonl") > 0, run)
    for way in ("--resume", "--force"):
        done = batch(*ARGS, "-o", "out.jsonl", way, cwd=tmp_path, code=1)
        assert done.stderr == "cleanarticle: out.jsonl.part: another run is at work there\n"
    assert run.communicate(timeout=120)[1].count("\n") == 1
    assert run.returncode == 0
    assert len(rows(tmp_path / "out.jsonl")) == 900


def test_resume_where_nothing_was_interrupted(tmp_path):
    """So that a scheduler can always say it."""
    jsonl(tmp_path / "a.jsonl", [record(1)])
    batch("a.jsonl", "-o", "out.jsonl", "-j1", "--resume", cwd=tmp_path)
    data = (tmp_path / "out.jsonl").read_bytes()
    done = batch("a.jsonl", "-o", "out.jsonl", "-j1", "--resume", cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("", "cleanarticle: out.jsonl is finished; --force makes it anew\n")
    assert (tmp_path / "out.jsonl").read_bytes() == data


def test_interrupted_while_it_clears_up(tmp_path):
    jsonl(tmp_path / "a.jsonl", [record(1)])
    (tmp_path / "out.jsonl").write_text("{}\n")
    (tmp_path / "out.jsonl.part").mkdir()
    done = batch("a.jsonl", "-o", "out.jsonl", "-j1", "--resume", cwd=tmp_path)
    assert "is finished" in done.stderr
    assert leftovers(tmp_path) == []
    # Or while it began: then there is nothing yet to go on from.
    (tmp_path / "new.jsonl.part").mkdir()
    batch("a.jsonl", "-o", "new.jsonl", "-j1", cwd=tmp_path)
    assert len(rows(tmp_path / "new.jsonl")) == 1
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("step", ["errors", "output", "nothing"])
def test_interrupted_while_it_finishes(tmp_path, step):
    """After the last record: whichever files have their names already, the others get theirs."""
    inputs(tmp_path, 100)
    batch(*ARGS, "-j1", "-o", "whole.jsonl", cwd=tmp_path)
    script = (
        "import os, sys, pathlib, cleanarticle.batch.store as s\n"
        "step, moved = sys.argv.pop(1), []\n"
        "def replace(self, target, do=pathlib.Path.replace):\n"
        "    if step == 'nothing': os._exit(9)\n"
        "    do(self, target)\n"
        "    if step == 'errors' or moved: os._exit(9)\n"
        "    moved.append(target)\n"
        "pathlib.Path.replace = replace\n"
        "from cleanarticle.cli import main\n"
        "if __name__ == '__main__': sys.exit(main(['batch', *sys.argv[1:]]))\n"
    )
    command = [sys.executable, "-c", script, step, *ARGS, "-j1", "-o", "out.jsonl"]
    assert subprocess.run(command, cwd=tmp_path, check=False, timeout=60).returncode == 9
    assert leftovers(tmp_path)
    batch(*ARGS, "-o", "out.jsonl", "--resume", cwd=tmp_path)
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert errors(tmp_path / "out.jsonl") == errors(tmp_path / "whole.jsonl")
    assert len(errors(tmp_path / "out.jsonl")) == 10
    assert leftovers(tmp_path) == []
