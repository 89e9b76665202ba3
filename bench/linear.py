"""Print how the time of reading grows with the text: texts that repeat one awkward piece, at one size and ten times it.

A piece that holds {} has a number of its own each time.

Run it as `python bench/linear.py [KILOBYTES [NAME …]]`; the smaller text has 100 kB unless told. A ratio of ten is
linear; the goal is at most twelve for 1,000 kB. Seconds are of the processor, so that neighbours do not count.
"""

import sys
import tempfile
import time
from pathlib import Path

from common import table, timed
from kgbuild.config import load_settings
from kgbuild.extraction import knowledge_of
from kgbuild.reading import Reader
from kgbuild.sources.manifest import Source

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\n\nSố: 12/KH-UBND\n\nGia Lai, ngày 12 tháng 3 năm 2020\n\nKẾ HOẠCH\n"
    "Phát triển chợ\n\n{}\n\n"
)
ORGANISATION, GOALS = HEAD.format("I. TỔ CHỨC THỰC HIỆN"), HEAD.format("I. MỤC TIÊU")
# name: (what stands before, the piece that is repeated)
PIECES: dict[str, tuple[str, str]] = {
    "one long line": ("", "a"),
    "blanks": ("", " "),
    "line breaks": ("", "\n"),
    "words": ("", "sở "),
    "commas": ("", ", "),
    "semicolons": (ORGANISATION, "; "),
    "full stops": (ORGANISATION, ". "),
    "colons": (ORGANISATION, ": "),
    "open brackets": ("", "("),
    "bold marks": ("", "**"),
    "quotes": ("", "“"),
    "digits": ("", "1"),
    "numbers": (GOALS, "1.234,5 % "),
    "slashes": ("", "1/"),
    "dates": ("", "ngày 12 tháng 3 năm 2020 "),
    "bare dates": ("", "12/3/2020, "),
    "symbols": ("", "12/KH-UBND "),
    "acts": ("", "Nghị quyết số 20-NQ/TW "),
    "acts in acts": ("", "Kế hoạch số 12/KH-UBND thực hiện "),
    "acts of their own": (ORGANISATION, "- Thực hiện Nghị quyết số {}/NQ-CP của Chính phủ.\n"),
    "names declared": (ORGANISATION, "- Nghị quyết số {0}/NQ-CP (sau đây gọi là Nghị quyết chợ {0}).\n"),
    "acts in a list": ("Căn cứ ", "Luật Đất đai và "),
    "laws without number": ("Căn cứ ", "Luật "),
    "grounds": ("", "Căn cứ Luật Đất đai ngày 29/11/2013;\n"),
    "short names": ("", "Nghị quyết 20 (sau đây gọi là Nghị quyết) "),
    "bodies": (ORGANISATION, "Sở Tài chính, "),
    "bodies without commas": (ORGANISATION, "Sở Tài chính "),
    "bodies that act": (ORGANISATION, "Sở Tài chính chủ trì, phối hợp với Sở Y tế. "),
    "openings": (ORGANISATION, "Hằng năm, "),
    "openings with bodies": (ORGANISATION, "Căn cứ kế hoạch, Sở Tài chính, "),
    "groups": (ORGANISATION, "các sở, ban, ngành, "),
    "places": (ORGANISATION, "UBND tỉnh Gia Lai, Kon Tum, "),
    "districts": (ORGANISATION, "UBND huyện Chư Sê, "),
    "unknown bodies": (ORGANISATION, "Trung tâm Xyz "),
    "capitals": ("", "SỞ TÀI CHÍNH "),
    "type words": ("", "KẾ HOẠCH\n"),
    "letterheads": ("", "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: 12/KH-UBND\nKẾ HOẠCH\nPhát triển chợ\n"),
    "headings": ("", "I. MỤC TIÊU\n"),
    "numbered lines": (ORGANISATION, "1. Sở Tài chính\n"),
    "dashes": (ORGANISATION, "- Sở Tài chính: bố trí kinh phí\n"),
    "deep numbers": ("", "1.1.1.1. A\n"),
    "articles": ("", "Điều 1. Giao Sở Tài chính bố trí kinh phí.\n"),
    "articles cited": ("", "Điều 1, "),
    "labels": (ORGANISATION, "Cơ quan chủ trì: Sở Tài chính\n"),
    "pipe rows": ("| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n", "| 1 | Xây chợ | Sở Tài chính |\n"),
    "pipes": ("", "|"),
    "rules": ("", "+--+--+--+\n"),
    "columns of dashes": ("-" * 30 + "\nA B C\n", "--- "),
    "boxes": ("", "+--+--+--+\n|a |b |c |\n"),
    "tables of HTML": ("", "Sở Y tế\n<table><tr><td>a</td></tr></table>\n"),
    "clauses of a cell": ("| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Xây chợ | ", "Sở Y tế; "),
    "flat rows": ("TT\nNhiệm vụ\nCơ quan chủ trì\n", "1\nXây chợ\nSở Tài chính\n"),
    "recipients": ("Nơi nhận:\n", "- Sở Tài chính;\n"),
    "signatures": ("", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n"),
    "people": ("", "ông Nguyễn Văn A, Giám đốc Sở Tài chính, "),
    "targets": (GOALS, "đạt ít nhất 50% số xã đến năm 2025, "),
    "years": ("", "giai đoạn 2021-2025, "),
    "orders": ("Tin\n\n", "yêu cầu Sở Tài chính cần "),
    "told twice": (ORGANISATION, "đề nghị các đơn vị "),
    "programmes": (ORGANISATION, "Chương trình mục tiêu quốc gia "),
    "schemes": (ORGANISATION, "Đề án phát triển "),
    "attached": ("", "(Ban hành kèm theo Quyết định số 12/QĐ-UBND) "),
    "points of a lead-in": (ORGANISATION + "Sở Tài chính có trách nhiệm:\n", "- Bố trí kinh phí cho huyện.\n"),
    "lines in capitals": ("KẾ HOẠCH\n\n", "SỞ ABC\n\n"),
    "marks of pages": ("", "===== Trang 3 =====\nAbc\n"),
    "entries of contents": ("", "Mục tiêu ........ 123 "),
    "units with owners": (ORGANISATION, "Trung tâm Y tế (Sở Y tế), "),
    "replaced": ("", "được sửa đổi, bổ sung bởi "),
}


def main() -> None:
    """Read each text once at both sizes, and print seconds, kB per second and the ratio."""
    size = int(sys.argv[1]) * 1000 if len(sys.argv) > 1 else 100_000
    names = sys.argv[2:] or list(PIECES)
    reader = Reader(knowledge_of(), load_settings().base_iri)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            before, piece = PIECES[name]
            seconds = [_seconds(reader, Path(folder) / "text.txt", before, piece, n) for n in (size, 10 * size)]
            speed = f"{10 * size / 1000 / seconds[1]:,.0f}"
            rows.append((name, *(f"{s:.2f}" for s in seconds), speed, f"{seconds[1] / seconds[0]:.1f}"))
            print(*rows[-1], file=sys.stderr, flush=True)
    table(("text", f"{size // 1000:,} kB, s", f"{size // 100:,} kB, s", "kB/s", "ratio"), rows)


def _seconds(reader: Reader, path: Path, before: str, piece: str, size: int) -> float:
    """Read one text of about *size* bytes in whole pieces: one cut short may be read another way."""
    count = max(size // len(piece.encode()), 1)
    body = "".join(map(piece.format, range(count))) if "{" in piece else piece * count
    path.write_text(before + body, encoding="utf-8")
    return timed(lambda: reader.read(Source("text", path), 10**9, False), time.process_time)[0]


if __name__ == "__main__":
    main()
