"""The command line, from arguments to bytes.

Most tests put a cleaner of their own in the place of the real one: they are about what goes in and comes out,
and hold whatever the real one decides. Those whose names begin with ``test_real`` run the real one.
"""

import errno
import io
import json
import os
import re
import signal
import stat
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import cleanarticle.cli
from cleanarticle.cli import main, show
from cleanarticle.errors import CleanArticleError, HeuristicWarning, RulesError, UnknownNameError
from cleanarticle.kinds import KINDS
from cleanarticle.reading.content import decode, looks_like_html
from cleanarticle.result import Declined, Metadata, Removal, Result, replay

STORY = "The lake froze in March.\n"
AD = "Subscribe now\n"
TEXT = AD + STORY
PAGE = b"<!doctype html><html><head><title>T</title></head><body><p>The lake froze.</p></body></html>"


def lines_starting(word):
    """A heuristic as far as the tables need one."""


class Fake:
    """Takes out lines that begin with "Subscribe", declines those with "See"; a page gives "page"."""

    made = None
    heuristics = (lines_starting,)

    def __init__(self, **options):
        type(self).made = options
        self.calls = []
        type(self).last = self

    def analyze(self, text, **facts):
        self.calls.append(("text", facts))
        if text.startswith("FAIL"):
            raise CleanArticleError("two\nlines")
        if text.startswith("WARN"):
            warnings.warn("heuristic x raised", HeuristicWarning, stacklevel=1)
        removed, declined, at = [], [], 0
        for line in text.splitlines(keepends=True):
            span = (at, at + len(line))
            if line.startswith("Subscribe"):
                removed.append(Removal(*span, "subscription", 0.97, "phrases", "asks to subscribe", line))
            elif line.startswith("See"):
                declined.append(Declined(*span, "related", 0.4, "place", "a link", line, "prose"))
            at = span[1]
        removed = tuple(removed)
        title = facts.get("title") or ""
        return Result(replay(text, removed), text, removed, tuple(declined), Metadata(title=title))

    def analyze_html(self, html, **facts):
        self.calls.append(("html", facts))
        return Result("page", "page", metadata=Metadata(title="T"))


@pytest.fixture(autouse=True)
def cleaner(request, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    if not request.node.name.startswith("test_real"):
        monkeypatch.setattr(cleanarticle.cli, "Cleaner", Fake)
    return Fake


@pytest.fixture
def stdin(monkeypatch):
    def put(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return put


def put(name, content):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def misuse(argv):
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    return stopped.value.code


# What goes in


@pytest.mark.parametrize("argv", [[], ["-"]])
def test_standard_input_is_cleaned(argv, stdin, capsys):
    stdin(TEXT.encode())
    assert main(argv) == 0
    assert capsys.readouterr() == (STORY, "")


def test_a_file_is_cleaned(capsys):
    assert main([put("a.txt", TEXT)]) == 0
    assert capsys.readouterr() == (STORY, "")


def test_without_standard_input_there_is_a_message(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert main([]) == 1
    assert capsys.readouterr().err == "cleanarticle: -: there is no standard input\n"


def test_a_folder_gives_its_files_sorted(capsys):
    for name in ("in/b.md", "in/a/z.HTM", "in/c.txt", "in/no.csv", "in/a.html"):
        put(name, STORY)
    assert main(["in"]) == 0
    assert re.findall("==> (.*) <==", capsys.readouterr().out) == [
        str(Path("in", name)) for name in ("a/z.HTM", "a.html", "b.md", "c.txt")
    ]


def test_options_may_stand_between_files_and_two_dashes_end_them(capsys):
    put("a.txt", TEXT)
    put("--json", TEXT)
    assert main(["a.txt", "--json", "--", "--json"]) == 0
    assert [json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()] == ["a.txt", "--json"]


def test_a_page_is_told_by_its_content_or_by_an_option(cleaner):
    put("page.txt", PAGE)
    put("story.html", STORY)
    facts = {"url": "https://a.example", "lang": "en"}
    given = ["--url", facts["url"], "--lang", "en"]
    assert main(["page.txt", "story.html", *given, "--title", "T"]) == 0
    assert cleaner.last.calls == [("html", facts), ("text", {"title": "T", **facts})]
    assert main(["page.txt", "--text"]) == 0
    assert cleaner.last.calls[0][0] == "text"
    assert main(["story.html", "--html"]) == 0
    assert cleaner.last.calls[0][0] == "html"


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        b"\xef\xbb\xbf \r\n<!-- saved --><!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        b'<?xml version="1.0"?>\n<!DOCTYPE html><html>',
        b"<html lang=en><body>cut off <p>a</p><p>b</p><p>c</p><p>d",
        b"<p>The lake froze.</p>\n",
        b'<div class="story"><p>One.</p>\n<p>Two.</p></div>',
        b"<article>\n<h1>A</h1> <p>B</p> <p>C</p> and the rest was lost",
        b"Warning: mysql_connect() on line 3\n<!DOCTYPE html>\n<html><body></body></html>",
        "\ufeff<html><p>ö</p></html>".encode("utf-16-le"),
        b"<!-- a --> " * 500 + b"<p>far down</p>",
    ],
)
def test_pages_look_like_pages(page):
    assert looks_like_html(page)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b" \n",
        b"The lake froze.",
        b"Use <p> and </p> for paragraphs, <b> for bold, <html>, <head> and <body> for the page.",
        b"<p> is the tag of a paragraph, said the man.",
        b"<b>, <i>, <u>, <em>, <strong> and <p> are tags.",
        b"1 < 2 and 3 > 2",
        b"<jane@example.org> wrote: come <soon>",
        b"<https://example.org/>",
        b"# A heading\n\nText with <b>bold</b>, <i>thin</i> and <u>low</u> words.",
        b"A page is written so:\n\n<!DOCTYPE html>\n<html><body></body></html>\n\nThat was all.",
        b"<!-- never closed",
        "\ufeffThe lake < froze".encode("utf-16"),
    ],
)
def test_prose_looks_like_text(text):
    assert not looks_like_html(text)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeffé".encode(), "é"),
        ("\ufeffé".encode("utf-16-le"), "é"),
        ("\ufeffé".encode("utf-16-be"), "é"),
        ("\ufeffé".encode("utf-32-le"), "é"),
        ("é中".encode(), "é中"),
        ("lost: \ufffd".encode(), "lost: \ufffd"),
        ("café – “oui”".encode("windows-1252"), "café – “oui”"),
        (b"undefined in windows-1252: \x81\x8d", "undefined in windows-1252: \ufffd\ufffd"),
        ("свет погас".encode()[:-1], "свет пога\ufffd"),
        ("ok".encode("utf-16") + b"\x00", "ok\ufffd"),
        (b"a\r\nb\rc", "a\r\nb\rc"),
        (b"\x00", "\x00"),
    ],
)
def test_text_is_decoded_whatever_it_is(data, text):
    assert decode(data) == text


# How it is cleaned


def test_options_reach_the_cleaner(cleaner):
    argv = ["--keep", "caption, byline", "--keep", "deck", "--drop", "x"]
    argv += ["--threshold", ".7", "--preset", "careful"]
    assert main([*argv, "--rules", "r.toml", "--rules", "s.toml", put("a.txt", TEXT)]) == 0
    assert cleaner.made == {
        "keep": ["caption", "byline", "deck"],
        "threshold": 0.7,
        "preset": "careful",
        "drop": ["x"],
        "rules": [Path("r.toml"), Path("s.toml")],
    }
    assert main(["a.txt"]) == 0
    assert cleaner.made == {"keep": [], "threshold": None, "preset": "balanced", "drop": [], "rules": []}


@pytest.mark.parametrize(
    "argv",
    [
        ["--nope"],
        ["--js"],
        ["--json", "--diff"],
        ["--html", "--text"],
        ["--threshold", "1.5"],
        ["--threshold", "nan"],
        ["--threshold", "x"],
        ["--preset", "x"],
    ],
)
def test_wrong_usage_exits_with_2(argv, capsys):
    assert misuse(argv) == 2
    assert "cleanarticle: error: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (RulesError("r.toml, line 3: no kind"), "cleanarticle: r.toml, line 3: no kind\n"),
        (UnknownNameError("no kind 'x'"), "cleanarticle: no kind 'x'\n"),
        (OSError(errno.ENOENT, "No such file", "r.toml"), "cleanarticle: r.toml: No such file\n"),
    ],
)
def test_what_the_cleaner_refuses_exits_with_2(error, message, monkeypatch, capsys):
    def refuse(**options):
        raise error

    monkeypatch.setattr(cleanarticle.cli, "Cleaner", refuse)
    assert main([]) == 2
    assert capsys.readouterr() == ("", message)


def test_an_unknown_kind_is_wrong_usage_unless_rules_may_know_it(capsys):
    put("a.txt", TEXT)
    assert main(["--keep", "captoin,caption", "a.txt"]) == 2
    message = "cleanarticle: --keep: no kind is called captoin; cleanarticle kinds lists them\n"
    assert capsys.readouterr() == ("", message)
    assert main(["--keep", "my-kind", "--rules", "r.toml", "a.txt"]) == 0


# What comes out


@pytest.mark.parametrize("text", ["no newline", "two\r\nlines\r\n", "", "\n\n", "é\u2028中\n"])
def test_a_clean_text_comes_back_as_it_went_in(text, stdin, capfdbinary):
    stdin(text.encode())
    assert main([]) == 0
    assert capfdbinary.readouterr().out == text.encode()


def test_a_page_ends_in_a_newline(stdin, capsys):
    stdin(PAGE)
    main([])
    assert capsys.readouterr().out == "page\n"


def test_several_texts_have_headers(capsys):
    main([put("a.txt", "one"), put("b.txt", "two\n")])
    assert capsys.readouterr().out == "==> a.txt <==\none\n\n==> b.txt <==\ntwo\n"


def test_json_is_one_object_a_line(capsys):
    assert main(["--json", put("a.txt", TEXT), put("b.txt", "é\u2028\n")]) == 0
    first, second = map(json.loads, capsys.readouterr().out.removesuffix("\n").split("\n"))
    assert first["file"] == "a.txt"
    assert Result.from_dict(first).removed[0].text == AD
    assert second["text"] == "é\u2028\n"


def test_explain_lists_what_went_and_what_did_not(capsys):
    text = "One.\n" + AD + "Two.\r\nThree.\rSee the lake " + "in all its beauty " * 9 + "\n"
    assert main(["--explain", put("a.txt", text)]) == 0
    heading, *lines = capsys.readouterr().out.splitlines()
    assert heading == "a.txt: 1 removed, 1 declined"
    assert lines[:4] == [
        "",
        "removed",
        "     2  subscription   97%  asks to subscribe (phrases)",
        "        Subscribe now",
    ]
    assert lines[4:7] == ["", "declined", "     5  related   40%  a link (place, guard prose)"]
    assert lines[7].startswith("        See the lake in all")
    assert lines[7].endswith("…")
    assert len(lines[7]) <= 80


def test_explain_gives_the_line_of_the_text_not_of_the_space_before_it():
    removal = Removal(4, 12, "social", 1.0, "x", "y", "\n\nFollow")
    assert "\n     3  social  100%" in show.explain("a", Result("One.", "One.\n\nFollow", (removal,)))


def test_explain_shows_no_control_characters_and_shortens_by_columns():
    assert show.one_line("a\x1b[31m\x00\n\tb") == "a\ufffd[31m\ufffd b"
    assert show.shorten("中文字符", 8) == "中文字符"
    assert show.shorten("中文字符", 7) == "中文字…"
    assert show.shorten("e\u0301" * 8, 8) == "e\u0301" * 8
    assert show.shorten("abcdefgh", 5) == "abcd…"


def test_diff_is_one_that_patch_takes(capsys):
    source = "One.\n" + AD + "Two.\u2028Three.\n" + AD + "End."
    assert main(["--diff", put("a.txt", source)]) == 0
    diff = capsys.readouterr().out
    assert diff.startswith("--- a.txt\tsource\n+++ a.txt\tclean\n@@ -1,5 +1,3 @@\n One.\n-Subscribe now\n")
    assert diff.endswith(" End.\n\\ No newline at end of file\n")


def test_diff_of_a_clean_text_is_empty(capsys):
    assert main(["--diff", put("a.txt", STORY)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("option", ["--diff", "--explain"])
def test_colours_only_in_a_terminal_that_wants_them(option, monkeypatch, capsys):
    put("a.txt", TEXT)
    main([option, "a.txt"])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setattr(cleanarticle.cli, "_is_terminal", lambda: True)
    main([option, "a.txt"])
    coloured = capsys.readouterr().out
    assert "\x1b[3" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    main([option, "a.txt"])
    assert capsys.readouterr().out == re.sub(r"\x1b\[\d*m", "", coloured)


def test_lone_surrogates_do_not_stop_output(capfdbinary):
    assert main(["--json", "--title", "a\udce9b", put("a.txt", STORY)]) == 0
    assert json.loads(capfdbinary.readouterr().out)["metadata"]["title"] == "a\udce9b"


def test_output_may_be_a_text_stream_of_the_callers(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main([put("a.txt", TEXT)]) == 0
    assert stream.getvalue() == STORY


def test_kinds_are_listed(capsys):
    assert main(["kinds"]) == 0
    out = capsys.readouterr().out
    assert all(re.search(rf"^{kind.name} ", out, re.MULTILINE) for kind in KINDS)
    assert KINDS[0].example in out
    assert max(map(len, out.splitlines())) <= 80


def test_heuristics_are_listed_as_the_options_leave_them(cleaner, capsys):
    assert main(["heuristics", "--drop", "x"]) == 0
    assert capsys.readouterr().out == "lines_starting  A heuristic as far as the tables need one.\n"
    assert cleaner.made["drop"] == ["x"]


def test_a_file_named_like_a_list_needs_a_path(capsys):
    put("kinds", TEXT)
    assert main(["./kinds"]) == 0
    assert capsys.readouterr().out == STORY
    assert main(["kinds", "a.txt"]) == 2
    assert "./kinds" in capsys.readouterr().err


def test_version_and_help(capsys):
    assert main(["--version"]) == 0
    assert re.fullmatch(r"cleanarticle \d\S*\n", capsys.readouterr().out)
    assert misuse(["--help"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


# Files that are written


def test_output_to_a_file(capsys):
    assert main([put("a.txt", TEXT), "-o", "new/out.txt"]) == 0
    assert Path("new/out.txt").read_text() == STORY
    assert capsys.readouterr() == ("", "")


def test_output_to_the_input_and_to_standard_output(capsys):
    put("a.txt", TEXT)
    assert main(["a.txt", "-o", "-"]) == 0
    assert capsys.readouterr().out == STORY
    assert main(["a.txt", "-o", "a.txt"]) == 0
    assert Path("a.txt").read_text() == STORY


@pytest.mark.parametrize("argv", [["in", "-o", "out"], ["in", "-o", "out/"]])
def test_output_to_a_folder_keeps_names_and_loses_nothing(argv):
    put("in/a.txt", "text")
    put("in/a.html", PAGE)
    put("in/sub/b.md", "deep")
    assert main(argv) == 0
    written = {str(path.relative_to("out")): path.read_text() for path in Path("out").rglob("*.*")}
    assert written == {"a.txt": "page\n", "a-2.txt": "text", str(Path("sub/b.md")): "deep"}


def test_files_of_one_name_do_not_overwrite_each_other(stdin):
    stdin(b"three")
    assert main([put("x/a.txt", "one"), put("y/a.txt", "two"), "-", "-o", "out"]) == 0
    assert sorted(path.read_text() for path in Path("out").iterdir()) == ["one", "three", "two"]
    assert main(["x/a.txt", "x/a.txt", "-o", "twice"]) == 0
    assert len(list(Path("twice").iterdir())) == 2


def test_a_folder_cleaned_in_place_overwrites_no_other_input():
    put("in/a.txt", TEXT)
    put("in/a.html", PAGE)
    assert main(["in", "-o", "in"]) == 0
    assert {path.name: path.read_text() for path in Path("in").iterdir()} == {
        "a.txt": STORY,
        "a-2.txt": "page\n",
        "a.html": PAGE.decode(),
    }


def test_one_input_goes_into_a_folder_that_is_named_as_one():
    put("a.txt", TEXT)
    assert main(["a.txt", "-o", "new/"]) == 0
    assert main(["a.txt", "-o", "new"]) == 0
    assert Path("new/a.txt").read_text() == STORY


def test_several_texts_do_not_fit_a_file(capsys):
    argv = [put("a.txt", TEXT), put("b.txt", TEXT), "-o", put("out.txt", "old")]
    assert main(argv) == 2
    assert capsys.readouterr().err == "cleanarticle: out.txt: is a file, and several inputs need a folder\n"
    assert Path("out.txt").read_text() == "old"


@pytest.mark.parametrize("option", ["--json", "--diff", "--explain"])
def test_lists_of_several_inputs_make_one_file(option, capsys):
    assert main([option, put("a.txt", TEXT), put("b.txt", TEXT), "-o", "all"]) == 0
    written = Path("all").read_text()
    assert "a.txt" in written
    assert "b.txt" in written
    assert capsys.readouterr() == ("", "")


def test_reports_are_written_beside_the_text(capsys):
    put("in/a.html", PAGE)
    put("in/a.txt", TEXT)
    assert main(["in/a.txt", "--report", "a.html"]) == 0
    assert capsys.readouterr().out == STORY
    assert ">in/a.txt</h1>" in Path("a.html").read_text().replace("\\", "/")
    assert main(["in", "--report", "reports", "-o", "out"]) == 0
    assert sorted(path.name for path in Path("reports").iterdir()) == ["a-2.html", "a.html"]
    assert main(["in", "--report", "a.html"]) == 2


def test_writing_keeps_links_and_modes():
    put("real.txt", "old")
    Path("real.txt").chmod(0o640)
    Path("link.txt").symlink_to("real.txt")
    assert main([put("a.txt", TEXT), "-o", "link.txt"]) == 0
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text() == STORY
    assert stat.S_IMODE(Path("real.txt").stat().st_mode) == 0o640


def test_a_device_is_written_to_and_not_replaced():
    assert main([put("a.txt", TEXT), "-o", os.devnull]) == 0
    assert not Path(os.devnull).is_file()


def test_a_file_is_whole_or_untouched(monkeypatch, capsys):
    put("out.jsonl", "old")
    put("a.txt", TEXT)

    def interrupted(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(show, "explain", lambda *args, **options: "half")
    monkeypatch.setattr(Path, "replace", interrupted)
    assert main(["--explain", "a.txt", "-o", "out.jsonl"]) == 130
    assert capsys.readouterr() == ("", "")
    assert Path("out.jsonl").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.jsonl"]


# What goes wrong


def test_a_failing_input_does_not_stop_the_others(capsys):
    Path("empty").mkdir()
    argv = ["gone.txt", put("bad.txt", "FAIL"), "empty", put("a.txt", TEXT)]
    assert main(argv) == 1
    out, err = capsys.readouterr()
    assert out == f"==> a.txt <==\n{STORY}"
    assert sorted(err.splitlines()) == [
        "cleanarticle: bad.txt: two lines",
        "cleanarticle: empty: no .txt, .md, .html or .htm file in this folder",
        "cleanarticle: gone.txt: No such file or directory",
    ]


def test_a_failing_output_does_not_stop_the_others(capsys):
    put("out/a.txt/x", "in the way")
    assert main([put("a.txt", TEXT), put("b.txt", TEXT), "-o", "out"]) == 1
    assert Path("out/b.txt").read_text() == STORY
    assert re.fullmatch(r"cleanarticle: out.a\.txt: .+\n", capsys.readouterr().err)


def test_an_output_below_a_file_fails_with_a_message(capsys):
    put("file", "")
    assert main([put("a.txt", TEXT), "-o", "file/out.txt"]) == 1
    assert capsys.readouterr().err.startswith("cleanarticle: file: ")


def test_a_folder_that_cannot_be_read_is_named(monkeypatch, capsys):
    def walk(top, onerror):
        onerror(PermissionError(errno.EACCES, "Permission denied", "in/secret"))
        return iter([("in", [], ["a.txt"])])

    put("in/a.txt", STORY)
    monkeypatch.setattr(os, "walk", walk)
    assert main(["in"]) == 1
    out, err = capsys.readouterr()
    assert STORY in out
    assert err == "cleanarticle: in/secret: Permission denied\n"


def test_a_heuristics_failure_is_a_message_in_one_line(capsys):
    assert main([put("a.txt", "WARN\n")]) == 0
    assert capsys.readouterr() == ("WARN\n", "cleanarticle: a.txt: warning: heuristic x raised\n")


def test_messages_show_no_control_characters(capsys):
    assert main(["a\x1b[2J\nb"]) == 1
    assert capsys.readouterr().err == "cleanarticle: a\ufffd[2J b: No such file or directory\n"


def test_a_closed_standard_output_is_a_message(monkeypatch, capsys):
    put("a.txt", TEXT)
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["a.txt"]) == 1
    assert capsys.readouterr().err == "cleanarticle: standard output: it is closed\n"


# The command as a process of its own, with the real cleaner


COMMAND = [sys.executable, "-c", "import sys; from cleanarticle.cli import main; sys.exit(main())"]


def run(*argv, stdout=subprocess.PIPE, **options):
    command = [*COMMAND, *argv]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, timeout=60, check=False, **options)


def test_real_text_and_page_and_exit_codes():
    put("a.txt", "The lake froze in March, and the ferry stayed in port.\n")
    done = run("a.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, Path("a.txt").read_bytes(), b"")
    done = run("-", "--json", input=PAGE)
    assert done.returncode == 0
    assert isinstance(Result.from_dict(json.loads(done.stdout)), Result)
    assert run("gone.txt").returncode == 1
    assert run("--nope").returncode == 2
    assert run("--rules", "gone.toml", "a.txt").returncode == 2
    assert run("--drop", "no-such-heuristic", "a.txt").returncode == 2


@pytest.mark.parametrize("option", ["--explain", "--json", "--diff", "--report=r.html"])
def test_real_forms(option, capsys):
    story = "The lake froze in March, and the ferry stayed in port."
    put("in/a.txt", f"By Jane Doe\n\n{story}\n\nFollow us on Facebook\n")
    put("in/b.html", PAGE)
    assert main(["in", option]) == 0
    assert capsys.readouterr().err == ""


def test_real_markdown_and_html(capsys):
    page = PAGE.replace(b"froze.", b"<b>froze</b> * <a href='/b'>early</a>.")
    put("in/a.html", page)
    put("in/b.txt", STORY)
    assert main(["--to", "markdown", "--links", "--emphasis", "--url", "https://a.example", "in/a.html"]) == 0
    assert capsys.readouterr().out == "The lake **froze** \\* [early](https://a.example/b).\n"
    assert main(["--to", "html", "--json", "in/a.html"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["text"], told["rendered"]) == ("The lake froze * early.", "<p>The lake froze * early.</p>")
    assert main(["--to", "html", "in", "-o", "out"]) == 0
    written = {path.name: path.read_text() for path in Path("out").iterdir()}
    assert written == {"a.html": "<p>The lake froze * early.</p>\n", "b.html": "<p>The lake froze in March.</p>\n"}


@pytest.mark.parametrize(
    "argv", [["--to", "pdf"], ["--to", "html", "--text"], ["--links"], ["--to", "text", "--emphasis"]]
)
def test_forms_that_do_not_go_together(argv, capsys):
    assert misuse(argv) == 2
    assert "cleanarticle: error: " in capsys.readouterr().err


def test_real_lists(capsys):
    assert main(["heuristics"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 5


def test_real_broken_pipe_is_quiet():
    put("a.txt", "The lake froze in March.\n" * 100_000)
    with subprocess.Popen([*COMMAND, "a.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_real_full_disk_is_a_message():
    put("a.txt", "The lake froze in March.\n")
    with Path("/dev/full").open("wb") as full:
        done = run("a.txt", stdout=full)
    assert done.returncode == 1
    assert done.stderr == b"cleanarticle: standard output: No space left on device\n"
    done = run("a.txt", "-o", "/dev/full")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"cleanarticle: /dev/full: No space left on device\n"


def test_real_interrupt_is_quiet():
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(COMMAND, **pipes) as process:
        # Far more than a pipe holds: once all of it is written, the program is reading.
        process.stdin.write(b"The lake froze in March.\n" * 200_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        # Python looks at a signal that comes between two reads of a pipe only when the next one returns.
        process.stdin.close()
        assert process.wait(60) == 130
        assert process.stderr.read() == b""
