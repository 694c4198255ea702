"""The way to a frame: the path by which any XPath engine finds it again in the parsed page."""

from lxml import html

from cleanarticle.reading.elements import outline

MARKUP = """<html><head><title>t</title></head><body><!-- c --><div>a</div><script>x</script><div id=two><p>b<br>c</p>
<img src=x><p>d <b>e</b></p><table><tr><td>f</td><td>g</td></tr></table></div><custom-tag>h</custom-tag></body></html>"""


def test_every_frame_is_found_again_by_its_path():
    page = outline(html.document_fromstring(MARKUP))
    paths = page.paths(range(len(page.tags)))
    assert paths[0] == "/html[1]"
    assert sorted(paths) == list(range(len(page.tags)))
    tree = html.document_fromstring(MARKUP)
    for frame, path in paths.items():
        [found] = tree.xpath(path)
        assert found.tag == page.tags[frame].name
    for element in page.elements:
        [found] = tree.xpath(paths[element.frame])
        assert element.text in " ".join(found.text_content().split())


def test_only_the_wanted_paths_are_made():
    page = outline(html.document_fromstring(MARKUP))
    assert page.paths([3]) == {3: "/html[1]/body[1]/div[2]"}
    assert page.paths([]) == {}
