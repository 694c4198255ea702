"""Every page of the corpus through both engines: all of it is held but what corpus/known_failures_pages.toml lists."""

import pytest
from lxml import html

from cleanarticle.reading.decode import decode
from cleanarticle.result import replay
from tests.golden.known import less, shown
from tests.pages.cases import ENGINES, analyzed, pages
from tests.pages.known import ASPECTS, as_toml, deviations, known, now
from tests.pages.score import table

KNOWN = known()
EVERY = [pytest.param(page, id=name) for name, page in pages().items()]


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("page", EVERY)
def test_deviates_as_known(page, aspect):
    found, before = deviations(page)[aspect], KNOWN.get(page.name, {}).get(aspect, ())
    new = [f"new: {shown(item)}" for item in less(found, before)]
    fixed = [f"fixed, run `python -m tests.golden known`: {shown(item)}" for item in less(before, found)]
    if new or fixed:
        pytest.fail("\n".join([f"{aspect} of {page.name}", *new, *fixed]), pytrace=False)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("page", EVERY)
def test_removals_are_explained_and_can_be_replayed(page, engine):
    result = analyzed(page, engine)
    edges = [edge for removal in result.removed for edge in (removal.start, removal.end)]
    assert edges == sorted(edges)
    assert all(removal.start < removal.end for removal in result.removed)
    assert all(result.source_text[removal.start : removal.end] == removal.text for removal in result.removed)
    assert all(removal.reason and removal.heuristic and removal.path for removal in result.removed)
    assert replay(result.source_text, result.removed) == result.text


@pytest.mark.parametrize("page", EVERY)
def test_every_path_leads_to_the_words_that_went(page):
    tree = html.document_fromstring(decode(page.source))
    for removal in analyzed(page, "fast").removed:
        found = tree.xpath(removal.path)
        assert len(found) == 1, removal.path
        text = "".join(found[0].text_content().split())
        words = removal.text.replace("\n- ", "\n").removeprefix("- ").replace(" | ", " ").split()
        assert [word for word in words if word not in text] == []


def test_there_are_enough_pages():
    assert len(pages()) >= 40
    assert len({page.lang for page in pages().values()}) >= 10


@pytest.mark.parametrize("page", EVERY)
def test_page_is_well_formed(page):
    assert page.lang
    assert page.about
    assert dict(page.metadata)["title"]
    assert len(page.expected) >= 3
    shown = "".join(html.document_fromstring(decode(page.source)).text_content().split())
    for line in page.expected:
        assert all("".join(part.split()) in shown for part in line.removeprefix("- ").split(" | ")), line


def test_the_list_of_known_failures_is_of_pages_there_are_and_as_it_is_written():
    assert set(KNOWN) <= set(pages())
    assert as_toml(KNOWN) == as_toml({name: KNOWN[name] for name in sorted(KNOWN)})
    assert now([]) == {}


def test_the_table_has_a_line_for_each_engine():
    page = next(iter(pages().values()))
    rows = table([page]).splitlines()
    assert [row.split()[:2] for row in rows[1:]] == [[engine, "1"] for engine in ENGINES]
