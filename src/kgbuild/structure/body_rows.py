"""Rows that only name more bodies of the task above them, where a format lost the cells merged with its row."""

import re

from kgbuild.model import Span
from kgbuild.model.text import Text
from kgbuild.structure.table_heads import Cells

# what the name of a body or of a group of them opens with
_OPENS = re.compile(
    r"(?:(?:các|những)\s+)?(?:sở|bộ|ban|ngành|cục|chi cục|tổng cục|vụ|ủy ban|ubnd|hđnd|hội|hội đồng|công an|văn phòng|"
    r"đài|báo|viện|học viện|trường|trung tâm|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|đoàn|tỉnh đoàn|thanh tra|phòng|cơ quan|"
    r"đơn vị|doanh nghiệp|địa phương|mặt trận|liên đoàn|liên minh|ngân hàng|bảo hiểm|kho bạc|quân khu|tập đoàn|công ty|"
    r"tổng công ty)[\s,]"
)
# things that open alike: "Báo cáo", "Ban hành", "Hội nghị", "Bộ tiêu chí", "Phòng, chống"
_THINGS = re.compile(
    r"(?:báo cáo|ban hành|hội (?:nghị|thảo|thi|chợ)|bộ (?:tiêu chí|chỉ số|tài liệu|thủ tục|công cụ)|trường hợp|"
    r"phòng (?:chống|ngừa|cháy)|vụ (?:án|việc)|viện trợ|văn phòng phẩm)(?![^\W_])"
)
_MOST = 60  # words of a cell


def more_bodies(text: Text, cells: Cells, columns: tuple[str, ...], last: dict[str, Span]) -> dict[str, Span] | None:
    """Read a row of two cells that say who else leads the task of the row above, and with whom.

    Its number, its task and its time are merged with those of the *last* row.
    """
    if len(cells) != 2 or len(columns) < 4 or not {"task", "lead", "coordinate"} <= set(last):
        return None
    at = columns.index("lead")
    if columns.index("task") > at or columns[at + 1 : at + 2] != ("coordinate",):
        return None
    if not len(last["lead"]) or not all(_names_bodies(text, cell) for cell in cells):
        return None
    return {"task": last["task"], "lead": cells[0], "coordinate": cells[1]}


def _names_bodies(text: Text, cell: Span) -> bool:
    if _THINGS.match(text.low, cell.start, cell.end):
        return False
    return _OPENS.match(text.low, cell.start, cell.end) is not None and len(text.words(cell).split()) <= _MOST
