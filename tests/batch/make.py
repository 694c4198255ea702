"""Inputs for batch runs, and the command itself, run as people run it."""

import gzip
import json
import subprocess
import sys
import zlib
from pathlib import Path

from cleanarticle.batch import Fields, Options

STORY = (
    "The ferry to Hest will run all night in June, and the last bus will wait for boat {number}.",
    "The council met on Monday and voted to buy a second boat, which will sail from May.",
    "The harbour master said that {number} people had asked for it, most of them by letter.",
)


def text(number):
    """A text with a byline and a prompt that go, and a story that is this number's own."""
    lines = ["By Runa Almdal", *(line.format(number=number) for line in STORY), "Follow us on Facebook"]
    return "\n".join(lines) + "\n"


def clean(number):
    return "\n".join(line.format(number=number) for line in STORY) + "\n"


def page(number, charset="utf-8", extra=""):
    story = "".join(f"<p>{line.format(number=number)}</p>" for line in STORY)
    html = (
        f"<!doctype html><html><head><meta charset='{charset}'><title>Boat {number}</title></head>"
        f"<body><article>{story}{extra}<p>Follow us on Facebook</p></article></body></html>"
    )
    return html.encode(charset)


def record(number, **more):
    return {"id": number, "url": f"https://www.s{number % 3}.example/{number}", "text": text(number), **more}


def jsonl(path, records):
    path.write_bytes(b"".join(json.dumps(item).encode() + b"\n" for item in records))
    return path


def response(body, url="https://tolvik.example/1", kind="text/html; charset=utf-8", status="200 OK", headers=""):
    """A WARC record of an HTTP response, as bytes."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    return warc_record(http, url)


def warc_record(block, url="https://tolvik.example/1", kind="response", content="application/http; msgtype=response"):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-05-08T10:00:00Z\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def pages_as_warc(count, compress=gzip.compress):
    return [compress(response(page(number), f"https://tolvik.example/{number}")) for number in range(count)]


def options(*inputs, output="out.jsonl", fields=None, **more):
    return Options(tuple(map(str, inputs)), Path(output), fields=Fields(**(fields or {})), **more)


COMMAND = (sys.executable, "-W", "error", "-m", "cleanarticle", "batch")


def batch(*args, cwd, code=0, **more):
    """Run the command to its end; gives the completed process."""
    done = subprocess.run(
        [*COMMAND, *map(str, args)], cwd=cwd, capture_output=True, text=True, check=False, timeout=300, **more
    )
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    return done


def rows(path):
    """The records of an output, whatever its form."""
    path = Path(path)
    if path.suffix == ".parquet":
        from pyarrow import parquet

        return parquet.read_table(path).to_pylist()
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    elif path.suffix == ".zst":
        data = zstd().decompress(data)
    return [json.loads(line) for line in data.splitlines()]


def zstd():
    import pytest

    name = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
    return pytest.importorskip(name, reason="Zstandard is not installed: backports.zstd")


def errors(path):
    return rows(f"{path}.errors.jsonl") if Path(f"{path}.errors.jsonl").exists() else []


def leftovers(folder):
    """What an unfinished run leaves behind."""
    return sorted(path.name for path in Path(folder).iterdir() if ".part" in path.name)


def deflated(data):
    return zlib.compress(data)
