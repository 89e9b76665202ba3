"""What the columns of a task table hold, told by their headings in any order and wording."""

import re
from collections.abc import Sequence

_BODY = r"(?:cơ quan|đơn vị|sở|ban|ngành|địa phương|tổ chức|đoàn thể)"
# one row per column; patterns are searched in the folded heading; the first that fits wins
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:s ?t ?t|t ?t|số tt|số thứ tự|số|no)$")),
    # who watches over the work is a person, not a body that does it
    (
        "note",
        re.compile(
            r"(?:lãnh đạo|đồng chí|đ c|người|cán bộ|chuyên viên|thành viên)\b.*(?:phụ trách|chỉ đạo|theo dõi)|"
            r"^người (?:chủ trì$|đứng đầu)|^(?:cá nhân|thủ trưởng) (?:chịu )?trách nhiệm"
        ),
    ),
    # where, in what form, by what means it is done
    (
        "note",
        re.compile(r"(?:địa (?:bàn|điểm|chỉ)|nơi|phạm vi|hình thức|phương thức|cách thức|phương pháp) .*thực hiện$"),
    ),
    ("investor", re.compile(r"^(?:tên |đơn vị (?:làm )?)?chủ (?:đầu tư|dự án)$")),
    ("role", re.compile(r"^vai trò(?: (?:thực hiện|tham gia))?$")),
    # one column for both: its cells say who does which
    ("lead", re.compile(r"^(?:cơ quan đơn vị |cơ quan |đơn vị )?(?:được )?phân công(?!.*(?:chủ trì|phối hợp)$)")),
    ("lead", re.compile(r"chủ trì(?: thực hiện)?(?: và)?(?: các)?(?: cơ quan| đơn vị)? phối hợp")),
    ("coordinate", re.compile(r"phối hợp|cùng thực hiện|tham gia|^(?:cơ quan |đơn vị )+(?:có )?(?:liên quan|hỗ trợ)$")),
    (
        "lead",
        re.compile(
            r"chủ trì|đầu mối|^(?:cơ quan |đơn vị |người )*(?:chịu )?trách nhiệm(?: chính| thực hiện)?$|"
            r"chịu trách nhiệm(?: chính| thực hiện|$)|"
            r"(?:cơ quan|đơn vị|phòng|ban|bộ phận)(?: cá nhân| người)? phụ trách|"
            r"(?:cơ quan|đơn vị) (?:trình|soạn thảo|chuẩn bị|xây dựng|tham mưu|đề xuất)"
        ),
    ),
    ("schedule", re.compile(r"(?:khởi công|bắt đầu) (?:và )?(?:hoàn thành|kết thúc)")),
    ("begin", re.compile(r"(?:thời gian|thời điểm|ngày|năm) (?:bắt đầu|khởi công|khởi đầu)|^bắt đầu$|^từ(?: năm)?$")),
    (
        "schedule",
        re.compile(
            r"^(?:thời gian|tiến độ|thời hạn|thời điểm|hoàn thành|kết thúc|lộ trình|năm|kỳ hạn|giai đoạn|hạn|mốc)"
            r"(?![^\W_])|"
            r"thời gian|thời hạn|tiến độ|hoàn thành|kết thúc"
        ),
    ),
    ("product", re.compile(r"sản phẩm|kết quả|đầu ra|hình thức văn bản|sản phẩm đầu ra")),
    ("funding", re.compile(r"kinh phí|nguồn vốn|ngân sách|tổng mức|dự toán")),
    (
        "task",
        re.compile(
            r"nội dung|nhiệm vụ|công việc|đầu việc|việc cần làm|hoạt động|đề án|dự án|chương trình|"
            r"giải pháp|tên |chỉ tiêu"
        ),
    ),
    (
        "lead",
        re.compile(
            r"^(?:cơ quan|đơn vị)(?: (?:chủ quản|được giao))?$|^phân công$|thực hiện$|"
            rf"^(?:các )?{_BODY}(?: (?:và )?{_BODY})+$"
        ),
    ),
    ("note", re.compile(r"ghi chú")),
)


def column_of(heading: str) -> str | None:
    """Tell what a column holds by its folded heading.

    >>> column_of("đơn vị chủ trì thực hiện"), column_of("cơ quan đơn vị phối hợp"), column_of("stt")
    ('lead', 'coordinate', 'number')
    """
    if len(heading.split()) > 14:
        return None
    return next((name for name, cue in _COLUMNS if cue.search(heading)), None)


def read_columns(headings: Sequence[str]) -> tuple[str, ...] | None:
    """Tell the columns of a task table from its folded headings; None when they are not those of one.

    A task table names its tasks and at least a lead, or who helps together with a schedule: its groups may say who
    leads. A column may say of each body what part it plays. A table of indicators ("Chỉ tiêu", "Đơn vị tính") sets
    goals, not work, though it may say who watches them.
    """
    leads = any(column_of(heading) == "lead" and heading != "đơn vị" for heading in headings)
    if any(map(_INDICATOR.search, headings)) and any(_UNIT.search(h) or (leads and h == "đơn vị") for h in headings):
        return None
    names: list[str] = []
    for heading in headings:
        name = column_of(heading) or ""
        if name == "task" and name in names and _GROUPS.match(headings[names.index(name)]):
            names[names.index(name)] = ""  # it names the group, this one the work
        if name == "lead" and name in names:
            name = _second_lead(headings[names.index("lead")], heading, names)
        if name == "schedule" and name in names:
            name = "other schedule"  # "Trình Chính phủ", "Trình Thủ tướng": of the two one is filled
        names.append("" if name in names and name != "number" else name)
    if "investor" in names:
        # who invests carries a project out, where the table says by when, and nobody else leads
        carries_out = "lead" not in names and ("schedule" in names or "begin" in names)
        names[names.index("investor")] = "lead" if carries_out else ""
    has = set(names)
    helped = {"coordinate", "schedule"} <= has and any("phối hợp" in heading for heading in headings)
    return tuple(names) if "task" in has and ("lead" in has or helped) and len(has - {""}) >= 3 else None


def names_indicators(heading: str) -> bool:
    """Tell the folded heading of a column of indicators: "chỉ tiêu", "tên chỉ tiêu"."""
    return _INDICATOR.search(heading) is not None and not re.search(r"\d{4}|giao|năm", heading)


def names_unit(heading: str) -> bool:
    """Tell the folded heading of a column of units: "đơn vị tính", "ĐVT"."""
    return heading == "đơn vị" or _UNIT.search(heading) is not None


def _second_lead(first: str, second: str, names: list[str]) -> str:
    """Tell the two columns that may lead apart: who carries out stands beside who leads."""
    if _LEADS.search(second) and not _LEADS.search(first):
        names[names.index("lead")] = "perform"
        return "lead"
    return "perform" if _LEADS.search(first) and not _LEADS.search(second) else ""


_GROUPS = re.compile(r"(?:tên |thuộc |các )*nhóm(?![^\W_])")
_LEADS = re.compile(r"chủ trì|chịu trách nhiệm chính|đầu mối")
_INDICATOR = re.compile(r"^(?:tên |các |nhóm )*(?:chỉ tiêu|mục tiêu|chỉ số)(?!.*(?:nhiệm vụ|giải pháp|nội dung))")
_UNIT = re.compile(r"^(?:đvt|đv tính|đơn vị (?:tính|đo).*)$")
