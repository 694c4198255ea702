"""``python -m cleanarticle``: the command line, where the command ``cleanarticle`` is not on the path."""

from __future__ import annotations

import sys

from cleanarticle.cli import main

if __name__ == "__main__":
    sys.exit(main())
