"""How fast one core cleans, how a Spark job behaves as it grows, and what memory a worker takes: docs/scale.md.

    python -m bench.scale rate [FOLDER]                             records a second a core, of CPU time
    python -m bench.scale memory                                    what a worker holds
    python -m bench.scale spark [--records N ...] [--cores N ...] [--partitions N ...] [--short]

FOLDER is a folder as ``bench.score`` takes it, with real pages and texts; without it only invented ones are measured.
Spark wants ``cleanarticle[spark]`` and Java. Each run of Spark is a process of its own, and is told with wall and CPU
time: only the second means much on a machine that others use.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import fmean

from bench.data import read
from bench.processes import Clock, peak, tree
from bench.synthetic import articles, page, write
from cleanarticle import Cleaner
from cleanarticle.integrations.arrow import ROWS, BatchCleaner

# A row of the table of rates is the best of so many rounds: other work on a machine costs CPU time too, by the caches.
_ROUNDS = 5
_EXTRACTOR = "trafilatura"
# Articles that many can be cleaned of in little time, where the engine is what is looked at.
_SHORT = {"chars": 100, "residue": 0.3}


def rate(folder: Path | None) -> None:
    """Print records a second a core, for texts and pages, invented and real, by the CPU time of one thread."""
    cleaner = Cleaner()
    sources: list[tuple[str, Callable[[str], object], list[str]]] = []
    texts = [article.text for article in articles(1000, **_SHORT)]
    sources.append(("invented texts, short as those for Spark", cleaner.analyze, texts))
    for chars in (1000, 3000, 6000):
        texts = [article.text for article in articles(300, chars=chars)]
        sources.append((f"invented texts, stories of {chars:,} characters", cleaner.analyze, texts))
    pages = [page(article) for article in articles(50)]
    sources.append(("invented pages", cleaner.analyze_html, pages))
    if folder:
        rows = read(folder / "texts.jsonl.gz")
        texts = list(islice((row["text"] for row in rows if row["extractor"] == _EXTRACTOR), 300))
        sources.append((f"texts of real pages, by {_EXTRACTOR}", cleaner.analyze, texts))
        pages = [row["html"] for path in sorted(folder.glob("pages.*.gz")) for row in islice(read(path), 25)]
        sources.append(("real pages", cleaner.analyze_html, pages))
    print("| source | mean characters | records a second a core | milliseconds a record |\n|---|---|---|---|")
    for name, clean, given in sources:
        each = min(_round(clean, given) for _ in range(_ROUNDS)) / len(given)
        print(f"| {name} | {fmean(map(len, given)):,.0f} | {1 / each:,.0f} | {1000 * each:.2f} |", flush=True)


def _round(clean: Callable[[str], object], given: Sequence[str]) -> float:
    """The CPU seconds that it takes to clean all of what is given."""
    start = time.process_time()
    for source in given:
        clean(source)
    return time.process_time() - start


def memory() -> None:
    """Print the largest memory of a worker that cleans batch after batch, each sort of record in a fresh process."""
    print("| records | batches | rows a batch | MB of a batch | MB of the worker at first | MB in the end |")
    print("|---|---|---|---|---|---|")
    for what, count, rows in (
        ("texts", 2, 1000),
        ("texts", 8, 1000),
        ("texts", 1, 8000),
        ("pages", 2, 100),
        ("pages", 8, 100),
        ("pages", 1, 800),
    ):
        run = [sys.executable, "-m", "bench.scale", "worker", what, str(count), str(rows)]
        print(subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip(), flush=True)


def worker(what: str, count: int, rows: int) -> None:
    """Be the worker of a row of ``memory``: clean invented batches, removals and all, and print the row."""
    import pyarrow as pa

    def batches() -> Iterator[pa.RecordBatch]:
        given = articles(count * rows)
        sources: Iterable[str] = (article.text if what == "texts" else page(article) for article in given)
        while texts := list(islice(sources, rows)):
            yield pa.record_batch({"source": texts})

    cleaner = BatchCleaner(text="source", html="source" if what == "pages" else None, removals=True)
    next(cleaner.each([pa.record_batch({"source": ["By Ines Calder\n\nThe ferry sails again.\n"]})]))
    first, size = peak(), 0
    for batch in batches():
        size = batch.nbytes
        for _ in cleaner.each([batch]):
            gc.collect()
    print(f"| {what} | {count} | {rows:,} | {size / 1e6:,.0f} | {first:,.0f} | {peak():,.0f} |")


def spark(records: Sequence[int], cores: Sequence[int], partitions: Sequence[int], short: bool) -> None:
    """Print how Spark jobs fare: Parquet in, Parquet out, counts by site, for each size, cores and partitions."""
    print("| records | cores | partitions | wall s | CPU s | records a CPU second | largest worker MB | JVM MB |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for count in records:
            source = Path(folder) / f"{count}.parquet"
            write(source, count, **(_SHORT if short else {}))
            for number in cores:
                for parts in partitions:
                    run = [sys.executable, "-m", "bench.scale", "job", str(source), str(number), str(parts)]
                    env = {**os.environ, "PYSPARK_PYTHON": sys.executable}
                    told = subprocess.run(run, check=True, capture_output=True, text=True, env=env).stdout
                    row = json.loads(told.splitlines()[-1])
                    assert row["records"] == row["cleaned"] == count, row
                    print(
                        f"| {count:,} | {number} | {parts} | {row['wall']:,.0f} | {row['cpu']:,.0f} | "
                        f"{count / row['cpu']:,.0f} | {row['worker']:,.0f} | {row['jvm']:,.0f} |",
                        flush=True,
                    )


def job(source: Path, cores: int, partitions: int) -> None:
    """Be one run of Spark; print what it took as JSON. The start of Spark itself is not counted."""
    from pyspark.sql import SparkSession

    from cleanarticle.integrations import spark

    session = (
        SparkSession.builder.master(f"local[{cores}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", cores)
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS)
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    session.range(1).count()
    clock = Clock()
    target = f"{source}.{cores}.{partitions}.out"
    frame = session.read.parquet(str(source)).repartition(partitions)
    spark.clean(frame, BatchCleaner(url="url")).write.parquet(target)
    sites = spark.by_site(session.read.parquet(target)).collect()
    wall, cpu = clock.read()
    peaks = [(process.command, process.peak) for process in tree()]
    told = {
        "wall": wall,
        "cpu": cpu,
        "records": sum(site["records"] for site in sites),
        "cleaned": sum(site["cleaned"] for site in sites),
        "worker": max((size for name, size in peaks[1:] if not name.startswith("java")), default=0),
        "jvm": max((size for name, size in peaks if name.startswith("java")), default=0),
    }
    session.stop()
    print(json.dumps(told))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure what cleaning costs at scale.")
    commands = parser.add_subparsers(dest="command", required=True)
    rates = commands.add_parser("rate", help="records a second a core")
    rates.add_argument("folder", nargs="?", type=Path)
    commands.add_parser("memory", help="what a worker holds")
    sparks = commands.add_parser("spark", help="how a Spark job grows")
    sparks.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000])
    sparks.add_argument("--cores", type=int, nargs="+", default=[1, 2])
    sparks.add_argument("--partitions", type=int, nargs="+", default=[8])
    sparks.add_argument("--short", action="store_true", help="articles of a paragraph and a line or two of residue")
    for name in ("worker", "job"):  # what the commands above run in processes of their own
        commands.add_parser(name).add_argument("arguments", nargs=3)
    args = parser.parse_args()
    if args.command == "rate":
        rate(args.folder)
    elif args.command == "memory":
        memory()
    elif args.command == "spark":
        spark(args.records, args.cores, args.partitions, args.short)
    elif args.command == "worker":
        worker(args.arguments[0], *map(int, args.arguments[1:]))
    else:
        job(Path(args.arguments[0]), *map(int, args.arguments[1:]))


if __name__ == "__main__":
    main()
