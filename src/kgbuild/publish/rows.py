"""The rows of a table that runs over several pages, as scripts, so that a page filters the others with its own."""

import json
from typing import Final

_HEAD: Final = "<tbody>\n"
_MARK: Final = 'data-spread="'


def rows_name(file: str) -> str:
    """Name the script with the rows of a page.

    >>> rows_name("tasks_2.en.html")
    'tasks_2.en'
    """
    return file.removesuffix(".html")


def rows_script(file: str, html: str) -> str | None:
    """Write the rows of a page as a script, which also loads where the site is read from a disk; None without any.

    A page has at most one table that is marked so, and its rows are taken as they were rendered: text of documents
    is escaped in them as on the page.
    """
    start = html.find(_MARK)
    if start < 0:
        return None
    rows = html[html.index(_HEAD, start) + len(_HEAD) : html.index("</tbody>", start)]
    return f"kgbuildRows({json.dumps(rows_name(file))},{json.dumps(rows, ensure_ascii=False)});\n"
