"""The kinds of residue: what a removed line can be.

A kind is a plain string. These are the built-in ones; a plug-in or a rules file may use names of its own.
Where two kinds fit a line, the more specific one wins (see ``docs/kinds.md``, which is made from this table).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of residue: its name, what it means, and a line as a site prints it."""

    name: str
    meaning: str
    example: str


KINDS: tuple[Kind, ...] = (
    Kind("headline", "the story's title, again, or truncated, or glued to its section", "NewsMinister resigns"),
    Kind("deck", "standfirst, subtitle or summary bullets above the story", "The retailer earned $2.8 billion"),
    Kind("section", "category, kicker, breadcrumb", "Home / World"),
    Kind("masthead", "the site's name, tagline or edition", "All the news that matters"),
    Kind("timestamp", "published, updated, reading time", "Updated 10:04 GMT"),
    Kind("byline", "who wrote it", "By Jane Doe, Staff Writer"),
    Kind("author_bio", "about the author", "Jane Doe covers courts. Follow her on …"),
    Kind("credit", "contributors, agencies, first publication", "Reporting by Jane Doe; editing by John Roe"),
    Kind("caption", "picture or video caption, photo credit", "Leaders meet in Rome (AP)"),
    Kind("newsletter", "asks for an e-mail sign-up or alert, and its form's messages", "Sign up to our daily email"),
    Kind("subscription", "paywall, registration, membership, donation", "Subscribe for $1 a week"),
    Kind("app", "asks to install or open an app", "Open in App"),
    Kind("social", "follow, like, share", "Follow us on Facebook"),
    Kind("related", "other stories: a block and its heading, an inline line, next and previous", "Read more: …"),
    Kind("navigation", "menus, footers, skip and back links", "Back to top"),
    Kind("advertisement", "ad markers, sponsors' text", "Article continues below this ad"),
    Kind("promotion", "the publisher's other offers: courses, books, events, shop, deals", "Order the new book …"),
    Kind("comments", "comment counts, prompts, readers' comments", "Join the conversation"),
    Kind("disclaimer", "disclaimers, affiliate, funding and ethics disclosures, fact-check badges",
         "The views expressed are the author's own"),
    Kind("editorial_note", "corrections, updates, warnings about the text", "This story has been updated"),
    Kind("copyright", "rights, licences, republication", "© 2023 … All rights reserved"),
    Kind("consent", "cookies, privacy, terms", "We use cookies"),
    Kind("contact", "write to us, tips, errors, media contacts", "Got a tip?"),
    Kind("about", "the standing paragraph about a company or publication", "About Acme: …"),
    Kind("tags", "topics and keywords", "Filed under: …"),
    Kind("widget", "players, polls, text-to-speech, tools, error and loading messages", "0:00 / 1:23"),
    Kind("duplicate", "a whole or truncated repeat of text that stands elsewhere in the article",
         "… signed and ..."),
)  # fmt: skip

NAMES: frozenset[str] = frozenset(kind.name for kind in KINDS)
