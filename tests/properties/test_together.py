"""The same input gives the same result: from many threads, from a pickled cleaner, and after travelling as data."""

import json
import pickle
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given

import cleanarticle
from cleanarticle import Cleaner, Result
from tests.golden.cases import analyzed, cases
from tests.properties.strategies import anything, articles

SOURCES = [case.source for case in list(cases().values())[::6]]
PAGES = [f"<html><body><article>{''.join(f'<p>{line}</p>' for line in source.splitlines())}</article></body></html>"
         for source in SOURCES[:8]]  # fmt: skip


def test_eight_threads_give_what_one_gives():
    cleaner = Cleaner()
    with ThreadPoolExecutor(8) as threads:
        texts = list(threads.map(cleaner.analyze, SOURCES * 4))
        pages = list(threads.map(cleaner.analyze_html, PAGES * 4))
    assert texts == [analyzed(source) for source in SOURCES] * 4
    assert pages == [cleaner.analyze_html(page) for page in PAGES] * 4


def test_a_pickled_cleaner_gives_the_same(tmp_path):
    rules = tmp_path / "ours.toml"
    rules.write_text('[[promotion]]\nplace = "start"\nphrases = ["visit our farm shop"]\n', "utf8")
    cleaner = Cleaner(keep={"caption"}, preset="careful", drop=["counter"], rules=rules)
    cleaner.clean(SOURCES[0])  # what it computes at its first use must not keep it from being pickled
    again = pickle.loads(pickle.dumps(cleaner))
    assert (again.keep, again.threshold) == (cleaner.keep, cleaner.threshold)
    for source in SOURCES:
        text = f"Visit our farm shop in Arden\n\n{source}"
        assert again.analyze(text) == cleaner.analyze(text)


def test_state_does_not_grow_from_one_call_to_the_next():
    first = [cleanarticle.analyze(source) for source in SOURCES]
    assert [cleanarticle.analyze(source) for source in reversed(SOURCES)] == first[::-1]


@given(articles() | anything)
def test_results_pickle_and_survive_as_json(text):
    result = cleanarticle.analyze(text)
    assert pickle.loads(pickle.dumps(result)) == result
    assert Result.from_dict(json.loads(json.dumps(result.to_dict()))) == result
