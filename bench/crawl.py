"""What cleaning costs a crawl: the pages of a bench folder, served on localhost and crawled with Scrapy.

    python -m bench.crawl FOLDER [--pages 200]

Each variant is a crawl in a process of its own, two rounds of all, the better one counts. Told are the CPU time and
the elapsed time per page, and how long the event loop was held up by one thing at the longest: nothing else happens
in a crawl meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

from bench.data import read

_TICK = 0.01
_ADDON = {"ADDONS": {"cleanarticle.integrations.scrapy.Addon": 500}}
_RESPONSE = {"CLEANARTICLE_RESPONSE_FIELD": "article", "CLEANARTICLE_TEXT_FIELDS": "article"}
VARIANTS = {
    "no cleaning": {},
    "text fields": {**_ADDON},
    "the response": {**_ADDON, **_RESPONSE},
    "the response, fast": {**_ADDON, **_RESPONSE, "CLEANARTICLE_ENGINE": "fast"},
    "the response, in a thread": {
        "ITEM_PIPELINES": {"bench.crawl.InThread": 300},
        "SPIDER_MIDDLEWARES": {"cleanarticle.integrations.scrapy.ResponseMiddleware": 600},
        **_RESPONSE,
    },
}


@contextmanager
def served(pages: list[bytes]) -> Iterator[str]:
    """Serve pages by number; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = pages[int(self.path[1:])]
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def crawl(variant: str, address: str, pages: int) -> None:
    """Crawl the pages, once, and print what it took, as JSON."""
    import scrapy
    from scrapy.crawler import AsyncCrawlerProcess

    class Spider(scrapy.Spider):
        name = "bench"
        start_urls = [f"{address}/{number}" for number in range(pages)]  # noqa: RUF012
        lags = [0.0]  # noqa: RUF012
        custom_settings = {  # noqa: RUF012
            "LOG_ENABLED": False,
            "TELNETCONSOLE_ENABLED": False,
            "DOWNLOAD_DELAY": 0,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
            **VARIANTS[variant],
        }

        async def start(self):
            self.watch = asyncio.create_task(self.beat())
            self.began = time.perf_counter(), time.process_time()
            async for request in super().start():
                yield request

        async def beat(self) -> None:
            while True:
                before = time.perf_counter()
                await asyncio.sleep(_TICK)
                self.lags.append(time.perf_counter() - before - _TICK)

        def parse(self, response):
            text = "\n".join(each.strip() for each in response.css("p ::text").getall() if each.strip())
            yield {"url": response.url, "text": text}

        def closed(self, reason: str) -> None:
            self.watch.cancel()
            stats = self.crawler.stats
            told = {
                "cpu": time.process_time() - self.began[1],
                "elapsed": time.perf_counter() - self.began[0],
                "held": max(self.lags),
                "items": stats.get_value("item_scraped_count"),
                "cleaned": stats.get_value("cleanarticle/texts", 0),
                "errors": stats.get_value("cleanarticle/errors", 0),
            }
            print(json.dumps(told))

    process = AsyncCrawlerProcess()
    process.crawl(Spider)
    process.start()


def _in_thread():
    from twisted.internet.threads import deferToThread

    from cleanarticle.integrations.scrapy import CleanArticlePipeline

    class InThread(CleanArticlePipeline):
        """The pipeline, with each item in a thread of the reactor's pool."""

        async def process_item(self, item, spider=None):
            from scrapy.utils.defer import maybe_deferred_to_future

            return await maybe_deferred_to_future(deferToThread(super().process_item, item))

    return InThread


def __getattr__(name: str):
    # Scrapy is imported where a crawl runs, not by everyone who asks for the help.
    if name == "InThread":
        return _in_thread()
    raise AttributeError(name)


def main() -> None:
    """Run every variant twice and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with pages.*.jsonl.gz")
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--variant", choices=VARIANTS, help=argparse.SUPPRESS)
    parser.add_argument("--address", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.variant:
        crawl(args.variant, args.address, args.pages)
        return
    rows = (row for path in sorted(args.folder.glob("pages.*.gz")) for row in read(path))
    pages = [row["html"].encode("utf8", "replace") for row in islice(rows, args.pages)]
    found: dict[str, list[dict]] = {}
    with served(pages) as address:
        for _ in range(2):
            for variant in VARIANTS:
                command = [sys.executable, "-m", "bench.crawl", str(args.folder), f"--pages={len(pages)}"]
                command += [f"--variant={variant}", f"--address={address}"]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                found.setdefault(variant, []).append(json.loads(done.stdout))
    print("| a crawl that cleans | CPU time a page | elapsed a page | loop held up at most | items | texts cleaned |")
    print("|---|---|---|---|---|---|")
    for variant, runs in found.items():
        best = min(runs, key=lambda run: run["cpu"])
        times = " | ".join(f"{1000 * best[key] / len(pages):.1f} ms" for key in ("cpu", "elapsed"))
        print(f"| {variant} | {times} | {1000 * best['held']:.0f} ms | {best['items']} | {best['cleaned']} |")


if __name__ == "__main__":
    main()
