"""CSS selectors over a page's outline: names, classes, ids, attributes, the four combinators.

Of our own, not cssselect's: that turns them into XPath, which wants lxml's tree kept and one search for each, and is a
package more to install. These are matched all at once in one pass over the pieces, however deep a page is nested; what
they leave out, pseudo-classes, tells little of where residue stands.
"""

from __future__ import annotations

from cleanarticle.selectors.match import standing
from cleanarticle.selectors.syntax import Selector, SelectorError, read_selector

__all__ = ["Selector", "SelectorError", "read_selector", "standing"]
