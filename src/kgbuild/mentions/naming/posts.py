"""Officers named for their organs: "Giám đốc Sở Nội vụ", "Chánh Văn phòng UBND tỉnh", "Chủ tịch, các PCT UBND"."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from kgbuild.language import UPPER
from kgbuild.mentions.lines import Line
from kgbuild.mentions.naming.name_index import NameIndex

# officer, and how many of its last words open the name of the organ ("Chánh | Văn phòng UBND tỉnh")
_OFFICERS = {
    0: (
        "Giám đốc|Phó Giám đốc|Tổng Giám đốc|Phó Tổng Giám đốc|GĐ|PGĐ|Thủ trưởng|Phó Thủ trưởng|Chủ tịch|Phó Chủ tịch|"
        "CT|PCT|Bộ trưởng|Cục trưởng|Phó Cục trưởng|Chi cục trưởng|Phó Chi cục trưởng|Tổng cục trưởng|Vụ trưởng|"
        "Phó Vụ trưởng|Viện trưởng|Phó Viện trưởng|Hiệu trưởng|Phó Hiệu trưởng|Bí thư|Phó Bí thư|Lãnh đạo|"
        "Người đứng đầu|Chủ nhiệm|Phó Chủ nhiệm|Tổng Biên tập|Chánh án|Chỉ huy trưởng|Chính ủy|Tư lệnh|Trạm trưởng|"
        "Đội trưởng|Kế toán trưởng|Đại diện|Đại diện lãnh đạo|Tổng Thanh tra|Phó Bí thư Thường trực|"
        "Phó Chủ tịch Thường trực|Phó Giám đốc Thường trực|Phó Tổng Giám đốc Thường trực|"
        "Chủ tịch Hội đồng thành viên|Chủ tịch HĐTV|Chủ tịch Hội đồng quản trị|Chủ tịch HĐQT"
    ),
    1: "Chánh VP|Phó Chánh VP|Trưởng Ban|Phó Trưởng Ban|Trưởng Phòng|Phó Trưởng Phòng|Trưởng BQL|Trưởng Khoa|"
    "Trưởng Đoàn|Phó Trưởng Đoàn",
    2: "Chánh Văn phòng|Phó Chánh Văn phòng|Chánh Thanh tra|Phó Chánh Thanh tra|Trưởng Công an|Phó Trưởng Công an",
}
# officers of the office of the body that follows: "CVP, các PCVP | UBND tỉnh"
_OF_OFFICE = "CVP|PCVP|PVP|Phó CVP|LĐVP|Lãnh đạo VP"
# officers told only by what follows: "Trưởng các ban xây dựng Đảng", "Bộ trưởng các Bộ"
_BEFORE_MANY = ("trưởng", "chánh", "bộ trưởng", "trưởng phó")
_LED_BY = (("đồng", "chí"), ("đ", "c"), ("các", "đồng", "chí"), ("các", "đ", "c"), ("ông",), ("bà",))
_MOST = 6  # officers of one organ in a row
# "Các ông (bà):", "Các đồng chí:" before a list of officers
ADDRESS = re.compile(
    r"\W*(?:các\s+)?(?:(?:ông|bà(?!\s+rịa)|đồng chí|đ/c)(?![^\W_])(?:\s*(?:,|/|và|\()?\s*(?:ông|bà)\s*\)?)?\s*:?|"
    r"(?:giám đốc|thủ trưởng)\s*:)\s*",  # "Giao Giám đốc: Sở Tài chính, Sở Xây dựng …"
    re.IGNORECASE,
)


# "Đồng chí Lê Văn An, | Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo": the name of the one who holds the post
HOLDER = re.compile(
    rf"\W*(?:[Mm]ời\s+)?(?:[Đđ]ồng chí|Đ/c|[Ôô]ng|[Bb]à)\s+[{UPPER}][^\W\d_]*(?:\s+[{UPPER}][^\W\d_]*){{1,4}}"
    rf"\s*[,–-]\s*(?=[{UPPER}])"
)


def _index() -> NameIndex:
    pairs = [(name, str(shared)) for shared, names in _OFFICERS.items() for name in names.split("|")]
    office = [(name, "office") for name in _OF_OFFICE.split("|")]
    return NameIndex([*pairs, *office, *((name, "many") for name in _BEFORE_MANY)])


_POSTS = _index()


@dataclass(frozen=True, slots=True)
class Officer:
    """Where the words of an officer end, and where the organ he stands for begins (they may overlap).

    `office` tells that it is the office of the body named there.
    """

    after: int
    organ: int
    office: bool = False


def read_officer(line: Line, at: int) -> Officer | None:
    """Read an officer, or several of one organ ("Chủ tịch, các Phó Chủ tịch"), from word *at* on."""
    led = next((len(lead) for lead in _LED_BY if line.opens(at, *lead)), 0)
    many = line.word(at) in ("các", "những") and not led
    first = _one(line, at + led + many)
    for _ in range(_MOST):
        if first is None or first.organ != first.after:
            break
        start = first.after
        if line.between(start).strip() not in ("", ",", "/") or (line.joined(start) and line.word(start) != "và"):
            break
        start += line.word(start) == "và"
        start += line.word(start) == "các"
        more = _one(line, start)
        if more is None or more.organ < more.after:
            break
        first = more
    return None if many and first is not None and not _of_one_organ(line, first.after) else first


def _one(line: Line, at: int) -> Officer | None:
    hit = _POSTS.longest(line.words, at)
    if hit is None:
        return None
    if hit[0] == "many":
        return Officer(hit[1], hit[1]) if line.word(hit[1]) == "các" else None
    if hit[0] == "office":
        return Officer(hit[1], hit[1], office=True)
    shared = int(hit[0])
    repeated = shared and [line.word(hit[1] + i) for i in range(shared)] == [
        line.word(hit[1] - shared + i) for i in range(shared)
    ]
    return Officer(hit[1], hit[1] if repeated else hit[1] - shared)  # "Trưởng ban | Ban Quản lý dự án"


def _of_one_organ(line: Line, at: int) -> bool:
    """Tell "các Phó Chủ tịch UBND tỉnh" from "các Chủ tịch, Giám đốc công ty": the organ follows at once."""
    return line.joined(at) and (line.upper(at) or line.word(at) in ("các", "cơ", "đơn"))


def is_person(line: Line, at: int, after: int, surnames: Collection[str]) -> bool:
    """Tell words that are the name of a person, or a post alone: "Nguyễn Văn An", "Phó Giám đốc"."""
    officer = read_officer(line, at)
    if officer is not None and officer.after >= after:
        return True
    capitals = all(line.upper(here) for here in range(at, after))
    return capitals and 3 <= after - at <= 4 and line.word(at) in surnames
