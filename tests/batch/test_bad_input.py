"""Inputs and disks at their worst: a clear line or an entry in the error file, and never a wrong output."""

import gzip
import json
import resource
import signal
import subprocess
import sys

import pytest

from tests.batch.make import batch, clean, errors, jsonl, leftovers, pages_as_warc, record, rows, text

FULL = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)\n"
RUN = "from cleanarticle.cli import main\nif __name__ == '__main__': sys.exit(main(['batch', *sys.argv[2:]]))"


def test_inputs_that_break_off_do_not_stop_the_others(tmp_path):
    lines = b"".join(json.dumps(record(number)).encode() + b"\n" for number in range(50))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-30])
    (tmp_path / "b.warc.gz").write_bytes(b"".join(pages_as_warc(3))[:-30])
    (tmp_path / "c.csv").write_text("id,body\n1,x\n")
    (tmp_path / "d.jsonl").write_bytes(json.dumps(record(1)).encode("utf-16"))
    jsonl(tmp_path / "e.jsonl", [record(7)])
    names = ("a.jsonl.gz", "b.warc.gz", "c.csv", "d.jsonl", "e.jsonl")
    done = batch(*names, "-o", "out.jsonl", "-j1", cwd=tmp_path, code=1)
    assert [line.split(": ")[1:3] for line in done.stderr.splitlines()[:-1]] == [
        ["a.jsonl.gz", "the compressed file is cut off; what came before was read"],
        ["b.warc.gz", "broken WARC record"],
        ["c.csv", "no column 'text' or 'html'; it has"],
        ["d.jsonl", "is UTF-16 and must be UTF-8; iconv -f utf-16 -t utf-8 makes that of it"],
    ]
    found = rows(tmp_path / "out.jsonl")
    assert [row["record"] for row in found if row["file"] == "b.warc.gz"] == [1, 2]
    assert found[-1]["clean_text"] == clean(7)
    assert len([row for row in found if row["file"] == "a.jsonl.gz"]) > 20
    assert [entry["file"] for entry in errors(tmp_path / "out.jsonl")] == list(names[:4])
    assert "4 inputs could not be read, or not to their end\n" in done.stdout


def test_mixed_encodings(tmp_path):
    good = json.dumps(record(1), ensure_ascii=False).encode()
    bad = json.dumps({"text": "Ærøfærgen"}, ensure_ascii=False).encode("latin-1")
    (tmp_path / "a.jsonl").write_bytes(good + b"\n" + bad + b"\n" + good + b"\n")
    folder = tmp_path / "files"
    folder.mkdir()
    letter = "Færgen til Ærø sejler hele natten i juni, siger rederiet.\n"
    for encoding in ("utf-8", "utf-16", "cp1252", "utf-8-sig"):
        (folder / f"{encoding}.txt").write_bytes(letter.encode(encoding))
    batch("a.jsonl", "files", "-o", "out.jsonl", "-j1", cwd=tmp_path)
    found = rows(tmp_path / "out.jsonl")
    assert [row["clean_text"] for row in found] == [clean(1)] * 2 + [letter] * 4
    (entry,) = errors(tmp_path / "out.jsonl")
    assert (entry["record"], entry["error"]) == (2, "invalid UTF-8 at byte 11 of the line")


def peak(*args, cwd):
    """The most memory, in MB, that any process of a run held."""
    script = (
        "import resource, subprocess, sys\n"
        "code = subprocess.run([sys.executable, '-m', 'cleanarticle', 'batch', *sys.argv[1:]], stdout=2).returncode\n"
        "print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", script, *args], cwd=cwd, capture_output=True, text=True, check=True)
    code, kilobytes = map(int, done.stdout.split())
    assert code == 0, done.stderr
    return kilobytes / (1024 if sys.platform != "darwin" else 1024 * 1024)


def test_a_record_of_200_mb_costs_no_memory(tmp_path):
    """In a line, in a field of many lines, in a WARC file: all in gzip, where 200 MB are 200 KB."""
    jsonl(tmp_path / "small.jsonl", map(record, range(10)))
    usual = peak("small.jsonl", "-o", "small-out.jsonl", "-j1", cwd=tmp_path)
    block = b"word " * 200_000
    with gzip.open(tmp_path / "a.jsonl.gz", "wb", 1) as file:
        file.write(json.dumps(record(1)).encode() + b'\n{"text": "')
        for _ in range(200):
            file.write(block)
        file.write(b'"}\n' + json.dumps(record(2)).encode() + b"\n")
    with gzip.open(tmp_path / "b.csv.gz", "wb", 1) as file:
        file.write(f'id,text\n1,"{text(3)}"\n2,"'.encode())
        for _ in range(200):
            file.write((b"word " * 1000 + b"\n") * 200)
        file.write(f'"\n3,"{text(4)}"\n'.encode())
    with gzip.open(tmp_path / "c.warc.gz", "wb", 1) as file:
        file.write(
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
            b"Content-Length: %d\r\n\r\n" % (200 * len(block))
        )
        for _ in range(200):
            file.write(block)
        file.write(b"\r\n\r\n")
    with (tmp_path / "c.warc.gz").open("ab") as file:
        file.write(b"".join(pages_as_warc(2)))
    most = peak("a.jsonl.gz", "b.csv.gz", "-o", "out.jsonl", "-j1", cwd=tmp_path)
    batch("c.warc.gz", "-o", "warc.jsonl", "-j1", cwd=tmp_path)
    found = rows(tmp_path / "out.jsonl")
    assert [row["clean_text"] for row in found] == [clean(1), clean(2), clean(3), clean(4)]
    assert [row["record"] for row in rows(tmp_path / "warc.jsonl")] == [2, 3]
    reasons = [entry["error"] for out in ("out.jsonl", "warc.jsonl") for entry in errors(tmp_path / out)]
    assert reasons == ["larger than 10,000,000 bytes; --max-record-size sets the limit"] * 3
    assert most < usual + 80, "a record of the largest size allowed, 10 MB, some times over; never 200"


def test_memory_does_not_grow_with_the_input(tmp_path):
    jsonl(tmp_path / "small.jsonl", map(record, range(60)))
    small = peak("small.jsonl", "-o", "small-out.jsonl", "-j1", cwd=tmp_path)
    jsonl(tmp_path / "large.jsonl", map(record, range(3000)))
    large = peak("large.jsonl", "-o", "large-out.jsonl", "-j1", cwd=tmp_path)
    assert large < small + 25, "50 times the data; what is under way at a time is a few MB"


def full(limit, *args, cwd):
    """Run where no file can grow beyond a limit: as on a full disk."""
    command = [sys.executable, "-c", FULL + RUN, str(limit), *args]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="this system has no limit on the size of files")
@pytest.mark.parametrize("out", ["out.jsonl", "out.parquet"])
def test_a_full_disk_ends_the_run_in_one_line_and_room_lets_it_go_on(tmp_path, out):
    if out.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    jsonl(tmp_path / "a.jsonl", map(record, range(300)))
    done = full(40_000, "a.jsonl", "-o", out, "-j1", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"cleanarticle: {out}.part: File too large; what is done is kept, --resume goes on\n"
    assert not (tmp_path / out).exists()
    done = full(40_000, "a.jsonl", "-o", out, "-j1", "--resume", cwd=tmp_path)
    assert done.returncode == 1, "still no room"
    batch("a.jsonl", "-o", out, "-j1", "--resume", cwd=tmp_path)
    assert [row["clean_text"] for row in rows(tmp_path / out)] == [clean(number) for number in range(300)]
    assert leftovers(tmp_path) == []


@pytest.fixture
def tiny(tmp_path):
    """A disk of 256 KB."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        done = None
    if done is None or done.returncode:
        pytest.skip("no right to mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full_in_earnest(tmp_path, tiny):
    jsonl(tmp_path / "a.jsonl", map(record, range(1000)))
    done = batch("a.jsonl", "-o", "tiny/out.jsonl", "-j1", cwd=tmp_path, code=1)
    assert done.stderr.endswith("No space left on device; what is done is kept, --resume goes on\n")
    assert done.stderr.count("\n") == 1
    assert not (tiny / "out.jsonl").exists()
    subprocess.run(["mount", "-o", "remount,size=8m", str(tiny)], check=True)
    batch("a.jsonl", "-o", "tiny/out.jsonl", "-j1", "--resume", cwd=tmp_path)
    assert [row["clean_text"] for row in rows(tiny / "out.jsonl")] == [clean(number) for number in range(1000)]
    assert leftovers(tiny) == []


def test_an_output_that_exists_is_left_as_it_is(tmp_path):
    jsonl(tmp_path / "a.jsonl", [record(1)])
    (tmp_path / "out.jsonl").write_text("precious")
    done = batch("a.jsonl", "-o", "out.jsonl", "-j1", cwd=tmp_path, code=1)
    assert done.stderr == "cleanarticle: out.jsonl exists; --force writes it anew\n"
    (tmp_path / "errors.jsonl").write_text("precious")
    done = batch("a.jsonl", "-o", "new.jsonl", "--errors", "errors.jsonl", "-j1", cwd=tmp_path, code=1)
    assert done.stderr == "cleanarticle: errors.jsonl exists; --force writes it anew\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "errors.jsonl", "out.jsonl"]
    assert (tmp_path / "out.jsonl").read_text() == "precious"
    batch("a.jsonl", "-o", "out.jsonl", "-j1", "--force", cwd=tmp_path)
    assert rows(tmp_path / "out.jsonl")[0]["clean_text"] == clean(1)


def test_an_output_that_exists_stays_until_the_new_one_is_whole(tmp_path):
    jsonl(tmp_path / "a.jsonl", map(record, range(1000)))
    (tmp_path / "out.jsonl").write_text("precious")
    command = [sys.executable, "-m", "cleanarticle", "batch", "a.jsonl", "-o", "out.jsonl", "-j1", "--force"]
    run = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
    part = tmp_path / "out.jsonl.part" / "output"
    while run.poll() is None and not (part.exists() and part.stat().st_size):
        pass
    run.send_signal(signal.SIGKILL)
    assert run.wait(timeout=60) == -signal.SIGKILL
    assert (tmp_path / "out.jsonl").read_text() == "precious"


def test_an_input_without_permission_or_that_went_away(tmp_path):
    """What is there when the run begins and cannot be read when its turn comes: a folder's name as a file's."""
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.txt").write_text(text(1))
    (tmp_path / "files" / "b.txt").symlink_to("nowhere.txt")
    (tmp_path / "files" / "c.jsonl").mkdir()
    batch("files", "-o", "out.jsonl", "-j1", cwd=tmp_path)
    assert [row["clean_text"] for row in rows(tmp_path / "out.jsonl")] == [clean(1)]
