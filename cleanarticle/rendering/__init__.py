"""What is kept of a page, written as Markdown or as simplified HTML.

kept.py tells what stays of each element, marks.py the links and the emphasis around each text, structure.py brings
headings, lists, quotations, code and tables together, markdown.py and html.py write them. All of it is linear: how
deep a page is nested costs nothing, and holders are counted up to a depth only.
"""

from __future__ import annotations

from cleanarticle.rendering.form import OUTPUTS, Form
from cleanarticle.rendering.render import render

__all__ = ["OUTPUTS", "Form", "render"]
