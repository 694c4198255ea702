"""Invented pages, by their parts."""

import json

from cleanarticle.reading.facts import read_facts
from cleanarticle.reading.html import parse

LINE = (
    "The ferry to Hest has not sailed since the ice came in November, and nobody on the island can say when it will. "
)
STORY = f"<p>{LINE * 2}</p><p>{LINE * 2}</p><p>{LINE * 2}</p>"
TITLE = "The ferry stays in harbour"


def read(head="", body="", html="<html>"):
    """The facts of a page with a head and a body."""
    return read_facts(parse(f"{html}<head>{head}</head><body>{body or '<p>x</p>'}</body></html>"))


def linked(*data):
    """JSON-LD scripts, one for each value; a string is taken as it is."""
    texts = (item if isinstance(item, str) else json.dumps(item) for item in data)
    return "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)


def story(byline="", after="", *, head="", before=""):
    """The facts of a page that tells its title, with a byline between its heading and its story."""
    body = f"<main>{before}<h1>{TITLE}</h1>{byline}{STORY}{after}</main>"
    return read(f'<title>{TITLE}</title><meta property="og:site_name" content="The Valley Post">{head}', body)
