"""Worker processes that die, hang or fail: what it costs is the record that they had."""

import pytest

from cleanarticle.batch import run
from cleanarticle.errors import BatchError
from tests.batch import heuristics
from tests.batch.make import errors, jsonl, options, record, rows, text


class Watcher:
    """Notes what it is told."""

    def __init__(self):
        self.told = []
        self.positions = []

    def begin(self, size, tally):
        self.size = size

    def update(self, position, tally):
        self.positions.append(position)

    def broken(self, file, reason):
        self.told.append((file, reason))


def cleaned(folder, records, *, heuristic, **more):
    path = jsonl(folder / "a.jsonl", records)
    given = options(path, output=folder / "out.jsonl", cleaning={"add": (heuristic,)}, **more)
    return run(given, Watcher(), force=True)


def with_word(word, at, count=150):
    """Records of which some have a word that sets a heuristic off."""
    return [record(number, **({"text": f"{word}\n{text(number)}"} if number in at else {})) for number in range(count)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_record_that_kills_its_worker_is_told_and_no_other_is_lost(tmp_path, jobs):
    tally = cleaned(tmp_path, with_word("DIE", {10, 70}), heuristic=heuristics.die, jobs=jobs)
    assert [row["record"] - 1 for row in rows(tmp_path / "out.jsonl")] == [n for n in range(150) if n not in {10, 70}]
    assert [(entry["record"] - 1, entry["error"]) for entry in errors(tmp_path / "out.jsonl")] == [
        (number, "the worker process was killed by SIGKILL, perhaps for want of memory, twice with this record")
        for number in (10, 70)
    ]
    assert (tally.cleaned, tally.failed) == (148, 2)


def test_a_worker_that_dies_once_costs_nothing(tmp_path):
    word = f"DIE ONCE {tmp_path / 'died'}"
    tally = cleaned(tmp_path, with_word(word, {10}), heuristic=heuristics.die_once)
    assert (tmp_path / "died").exists()
    assert (tally.cleaned, tally.failed) == (150, 0)
    assert errors(tmp_path / "out.jsonl") == []


def test_a_record_that_takes_too_long_is_told(tmp_path):
    # Long enough for the others on a busy machine.
    tally = cleaned(tmp_path, with_word("HANG", {3}, 20), heuristic=heuristics.hang, timeout=4.0)
    (entry,) = errors(tmp_path / "out.jsonl")
    assert (entry["record"], entry["error"]) == (4, "took longer than 4 s; --timeout sets the limit")
    assert (tally.cleaned, tally.failed) == (19, 1)


def test_a_heuristic_that_fails_costs_its_findings_alone(tmp_path):
    tally = cleaned(tmp_path, with_word("FAIL", {3}, 20), heuristic=heuristics.fail)
    (entry,) = errors(tmp_path / "out.jsonl")
    assert (entry["record"], entry["url"]) == (4, "https://www.s0.example/3")
    assert entry["warning"] == "heuristic 'fail' raised RuntimeError('no'); left out"
    assert (tally.cleaned, tally.failed, tally.warnings) == (20, 0, 1)


def test_whatever_ends_a_worker_it_is_one_record(tmp_path):
    tally = cleaned(tmp_path, with_word("EXHAUST", {3}, 20), heuristic=heuristics.exhaust)
    (entry,) = errors(tmp_path / "out.jsonl")
    assert entry["record"] == 4
    assert entry["error"].startswith("the worker process ended with code 1, twice with this record")
    assert tally.cleaned == 19


def test_workers_that_cannot_start_end_the_run(tmp_path):
    path = jsonl(tmp_path / "a.jsonl", [record(1)])
    given = options(path, output=tmp_path / "out.jsonl", cleaning={"preset": "nope"})
    with pytest.raises(BatchError, match="worker processes do not start: UnknownNameError: no preset is called"):
        run(given, Watcher())
    assert not (tmp_path / "out.jsonl").exists()


def test_the_watcher_is_told_how_far_it_is(tmp_path):
    path = jsonl(tmp_path / "a.jsonl", map(record, range(200)))
    (tmp_path / "b.csv").write_text("id,body\n")
    watcher = Watcher()
    run(options(path, tmp_path / "b.csv", output=tmp_path / "out.jsonl", jobs=2), watcher)
    assert watcher.size == path.stat().st_size + 8
    assert watcher.positions == sorted(watcher.positions)
    assert watcher.positions[-1] == watcher.size
    ((file, reason),) = watcher.told
    assert file == str(tmp_path / "b.csv")
    assert reason.startswith("no column 'text' or 'html'")
