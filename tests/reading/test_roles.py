"""Whole words of attributes speak for roles; parts of words do not."""

import pytest

from cleanarticle.reading.roles import bit, role_names, roles_of


@pytest.mark.parametrize(
    ("attribute", "roles"),
    [
        ("relatedStories", {"related"}),
        ("NEWSLETTERBox", {"prompt", "box"}),
        ("site-header_2", {"header"}),
        ("MsoHeader", set()),
        ("MsoNormal MsoFooter caption", {"caption"}),
        ("subheadered", set()),
        ("widgetized bannerless", set()),
        ("comment__reply", {"comments"}),
        ("", set()),
        ("7", set()),
    ],
)
def test_roles_of_words(attribute, roles):
    assert {role for role in role_names() if roles_of(attribute) & bit(role)} == roles


def test_each_role_has_a_bit_of_its_own():
    assert len({bit(role) for role in role_names()}) == len(role_names())
    assert sum(map(bit, role_names())) == (1 << len(role_names())) - 1
