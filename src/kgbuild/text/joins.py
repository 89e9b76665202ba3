"""Lines that a margin broke, written as one paragraph again."""

import re
from collections.abc import Iterable

_BROKEN = re.compile(r"[^\W_][-/]$")


def write(lines: Iterable[str]) -> str:
    """Write lines below each other; a symbol or a range that was broken behind its dash is put together.

    >>> write(["Nghị quyết số 20-NQ/", "TW về kinh tế -", "xã hội"])
    'Nghị quyết số 20-NQ/TW về kinh tế -\\nxã hội'
    """
    text = ""
    for line in lines:
        text += line if not text or _BROKEN.search(text) else f"\n{line}"
    return text
