"""Every example of the README and the documentation gives what it shows."""

from functools import cache

import pytest

from docs.examples import PAGES, ROOT, blocks, examples, refreshed

NAMES = [path.relative_to(ROOT).as_posix() for path in PAGES]
RUN = [
    pytest.param(name, number, id=f"{name}:{number}:{block.lang}")
    for name in NAMES
    for number, block in enumerate(
        block
        for block in blocks((ROOT / name).read_text("utf-8"))
        if block.lang in ("python", "console") and not block.file
    )
]


@cache
def page_of(name):
    """The examples of a page, and what its Python blocks left behind."""
    names = {}
    return list(examples((ROOT / name).read_text("utf-8"), names)), names


@pytest.mark.parametrize(("name", "number"), RUN)
def test_an_example_gives_what_it_shows(name, number):
    found, _ = page_of(name)
    example = found[number]
    if example.missing:
        pytest.skip(f"{example.missing} is not installed")
    # An example that prints must show what; if it is stale: python -m docs.generate
    assert example.given == (example.shown or "")


def test_the_readme_has_examples():
    assert sum(name == "README.md" for name, *_ in (param.values for param in RUN)) >= 8


def readme(name):
    _, names = page_of("README.md")
    return names[name]


def test_the_readme_says_the_truth_about_its_story():
    import cleanarticle

    clean = cleanarticle.clean(readme("text"))
    starts = ("The library", "The council", "Volunteers")
    story = [line for line in readme("text").splitlines() if line.startswith(starts)]
    assert len(story) == 3
    assert clean.splitlines() == story


def test_the_sample_page_loses_its_residue_and_no_sentence():
    import cleanarticle

    result = cleanarticle.analyze_html((ROOT / "corpus" / "sample" / "page.html").read_bytes())
    lines = result.text.splitlines()
    assert lines[0].startswith("Engineers found cracks")  # a page's standfirst stays
    assert lines[2].startswith("The harbour bridge at Tolvik")
    assert lines[-1].startswith("The council will decide on 22 April")
    assert len([line for line in lines if len(line) > 60]) == 7
    for residue in ("Read more", "Sign up", "Runa Almdal", "Topics:", "observer.example"):
        assert residue in result.source_text
        assert residue not in result.text


# The runner itself


def test_a_stale_output_is_seen_and_made_anew():
    page = "```python\nprint(2)\n```\n\n```text\n1\n```\n"
    (example,) = examples(page)
    assert (example.shown, example.given) == ("1\n", "2\n")
    assert refreshed(page) == page.replace("1", "2")


def test_a_print_that_is_not_shown_is_seen():
    (example,) = examples("```python\nprint(2)\n```\n\nwords\n\n```text\n2\n```\n")
    assert (example.shown, example.given) == (None, "2\n")


def test_an_error_in_an_example_is_no_output():
    with pytest.raises(ZeroDivisionError):
        list(examples("```python\n1 / 0\n```\n"))


def test_a_missing_package_is_told():
    (example,) = examples("```python\nimport no_such_package_at_all\n```\n")
    assert example.missing == "no_such_package_at_all"


def test_a_missing_module_of_our_own_is_an_error():
    with pytest.raises(ModuleNotFoundError):
        list(examples("```python\nimport cleanarticle.nothing\n```\n"))


def test_commands_run_on_the_files_of_the_page():
    page = "```text a.txt\nb\n```\n\n```console\n$ cat a.txt\nb\n$ exit 3\n```\n"
    (example,) = examples(page)
    assert example.given == example.shown
