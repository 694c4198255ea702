"""Print how well the engines do on the pages, and on which they fail: ``python -m tests.pages``."""

from tests.pages.cases import pages
from tests.pages.score import each, table

print(table(pages().values()))
print(*each(pages().values()), sep="\n")
