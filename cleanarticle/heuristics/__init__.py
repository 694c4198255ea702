"""The built-in heuristics, listed once."""

from __future__ import annotations

from cleanarticle.heuristics.base import Heuristic
from cleanarticle.heuristics.captions import caption_credit
from cleanarticle.heuristics.dates import date_line
from cleanarticle.heuristics.lists import arrow_line, breadcrumb, headline_list, keyword_list
from cleanarticle.heuristics.marks import address, counter, player_time
from cleanarticle.heuristics.names import author_echo, name_line
from cleanarticle.heuristics.page import site_name
from cleanarticle.heuristics.phrases import PHRASES
from cleanarticle.heuristics.place import after_story, before_story, far_side, fragment
from cleanarticle.heuristics.repetition import pull_quote, repeated, teaser
from cleanarticle.heuristics.title import glued_kicker, title_echo, title_first, title_twice

BUILTIN: tuple[Heuristic, ...] = (
    *PHRASES,
    title_echo,
    title_twice,
    title_first,
    glued_kicker,
    author_echo,
    name_line,
    date_line,
    caption_credit,
    site_name,
    headline_list,
    arrow_line,
    breadcrumb,
    keyword_list,
    repeated,
    teaser,
    pull_quote,
    player_time,
    counter,
    address,
    before_story,
    after_story,
    far_side,
    fragment,
)
