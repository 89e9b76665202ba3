"""Print how fast text becomes statements, beside one pass of a regular expression over the same text.

Run it as `python bench/read.py [FILE …]`; without files it reads data/sources/. The floor is the least that any reader
built on patterns must pay: finding every symbol, agency word and year once. Bytes are those of the source file.
"""

import re
import sys

from common import best, documents, table
from kgbuild.config import load_settings
from kgbuild.pipeline import extract

FLOOR = re.compile(
    r"\d+\s*[-/]\s*[A-ZĐ][\w-]*\s*/\s*[A-ZĐ]\w*|(?:Sở|Bộ|Ban|Ủy ban|UBND|Thành ủy|Tỉnh ủy)\s\w+"
    r"|chủ trì|phối hợp|thực hiện|căn cứ|(?:năm\s)?(?:19|20)\d\d|\d+(?:[.,]\d+)*\s*%",
    re.IGNORECASE,
)


def main() -> None:
    """Read each file alone, take the best of five, and print bytes per second and the ratio."""
    settings = load_settings()
    rows = []
    for path in documents(sys.argv[1:]):
        text = path.read_text(encoding="utf-8", errors="replace")
        size = path.stat().st_size
        reading = best(lambda path=path: extract(path, settings))
        floor = best(lambda text=text: sum(1 for _ in FLOOR.finditer(text)))
        rows.append((path.name, size, f"{size / reading:,.0f}", f"{size / floor:,.0f}", f"{floor / reading:.3f}"))
    table(("source", "bytes", "read, B/s", "one re pass, B/s", "ratio"), rows)


if __name__ == "__main__":
    main()
