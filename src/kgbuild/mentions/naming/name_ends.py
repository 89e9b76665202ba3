"""Where the name of a body ends: at which small words, which verbs belong to it, and whoever else is meant."""

from collections.abc import Callable

from kgbuild.mentions.lines import Line

# small words at which a name ends: always, and in running text
STOPS = frozenset(["trước", "sau", "khi", "nêu", "để", "hằng", "hàng"])
# … unless what follows shows that the word is part of a name: "Tổng công ty Cảng hàng không", "Ngân hàng"
_PERIODS = ("năm", "tháng", "quý", "tuần", "ngày", "kỳ")
_INSIDE = {"sau": ("đại", "thu")}  # "Phòng Đào tạo sau đại học", "Công nghệ sau thu hoạch"


def stops(line: Line, at: int, words: frozenset[str]) -> bool:
    """Tell a small word at which a name ends: one of *words*, in the sense that it has outside of names."""
    word, goes_on = line.word(at), line.joined(at + 1)
    if line.upper(at) or word not in words:
        return False
    if word in ("hàng", "hằng"):
        return not goes_on or line.word(at + 1) in _PERIODS
    if word == "không" and line.word(at - 1) == "hàng":
        return False
    return not (goes_on and line.word(at + 1) in _INSIDE.get(word, ()))


NO_NAME = STOPS | frozenset(
    ["các", "những", "của", "về", "theo", "trong", "vào", "nếu", "nhằm", "như", "gồm", "đã", "đang", "không", "cho"]
)
MANY = frozenset(["các", "những"])
_OTHERS = ("đơn vị", "địa phương", "cơ quan")


# words of a name that need another behind them, and what may stand before them in the name of a company
_TAKES_OBJECT = ("quản lý", "đầu tư", "hỗ trợ", "xúc tiến", "tư vấn", "khai thác", "dịch vụ", "ứng dụng")
# two fields of one unit, as often joined by a dash or "và": "Vụ Kế hoạch, Tài chính"
_PAIRS = (
    "kế hoạch tài chính",
    "tài chính kế hoạch",
    "tổ chức hành chính",
    "hành chính tổng hợp",
    "hành chính quản trị",
    "văn hóa xã hội",
)
_SORTS = ("cổ", "phần", "tnhh", "mtv", "một", "thành", "viên")


def is_object(line: Line, begin: int, at: int) -> bool:
    """Tell "Cục Quản lý | xây dựng", "Công ty Cổ phần Đầu tư | phát triển", whose name cannot end before the verb."""
    while line.word(begin) in _SORTS:
        begin += 1
    alone = at == begin + 2 and line.joined(at) and line.upper(begin)
    return alone and f"{line.word(begin)} {line.word(begin + 1)}" in _TAKES_OBJECT and line.word(begin - 1) != "ban"


# verbs that say in a name what a body is for: "Ban Hỗ trợ phụ nữ phát triển kinh tế:"
_PURPOSES = ("phát triển", "ứng dụng", "bồi dưỡng", "đào tạo", "khai thác")


def ends_heading(line: Line, at: int) -> bool:
    """Tell words that end a name right before its colon, a few of them, the first a verb that tells a purpose."""
    after = at + 2
    while line.joined(after) and after < at + 5 and not line.verb(after):
        after += 1
    told = f"{line.word(at)} {line.word(at + 1)}" in _PURPOSES and line.joined(at + 1) and after > at + 2
    return told and line.between(after).strip() == ":"


# fields that are verbs elsewhere, and what tells behind one that it ended the name: "Vụ Kinh tế xây dựng | chủ trì"
_FIELDS = ("xây dựng", "phát triển", "đào tạo", "kiểm tra", "giám sát", "thẩm định", "kiểm soát", "ứng dụng", "hỗ trợ")
_ACTS: tuple[tuple[str, ...], ...] = (("chủ", "trì"), ("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"))


def is_field(line: Line, at: int, bodies: Callable[[int], bool]) -> bool:
    """Tell a verb that ends the name of a unit: "Vụ Kinh tế xây dựng | chủ trì", "… xây dựng, | Vụ Pháp chế".

    The verb of a duty or the next of several *bodies* stands right behind.
    """
    if f"{line.word(at)} {line.word(at + 1)}" not in _FIELDS or not line.joined(at) or not line.joined(at + 1):
        return False
    if line.joined(at + 2):
        return any(line.opens(at + 2, *verb) for verb in _ACTS)
    return line.between(at + 2).strip() == "," and line.upper(at + 2) and bodies(at + 2)


def is_others(line: Line, at: int) -> bool:
    """Tell whoever else is meant behind a body: "Cục Trồng trọt và | địa phương", "và | đơn vị liên quan"."""
    told = f"{line.word(at)} {line.word(at + 1)}" in _OTHERS and not line.upper(at)
    return told and (
        not line.joined(at + 2) or line.verb(at + 2) or line.word(at + 2) in ("liên", "có", "trực", "thuộc")
    )


def past_pair(line: Line, at: int, after: int) -> int:
    """Find the word behind the comma of a unit named by two fields that go together; 0 where they are not two such.

    The name may be no more than a verb up to the comma: "Cục Quản lý, giám sát bảo hiểm".
    """
    told = f"{line.word(at + 1)} {line.word(at + 2)}"
    if after != at + 3 or not line.joined(at + 1) or not line.joined(at + 2):
        return 0
    if told in _TAKES_OBJECT and not line.upper(after) and line.verb(after):
        return after + 1
    both = f"{told} {line.word(after)} {line.word(after + 1)}" in _PAIRS and line.joined(after + 1)
    return after + 2 if both and not line.joined(after + 2) else 0


# what boards are set up against, several to a name: "phòng, chống tham nhũng, tiêu cực"
_EVILS: tuple[tuple[str, ...], ...] = (
    ("tham", "nhũng"),
    ("lãng", "phí"),
    ("tiêu", "cực"),
    ("tội", "phạm"),
    ("ma", "túy"),
    ("mại", "dâm"),
    ("gian", "lận"),
    ("tệ", "nạn"),
    ("dịch", "bệnh"),
)


def past_evil(line: Line, at: int, after: int) -> int:
    """Find the word to go on from behind a comma in what a body is to prevent and fight; 0 where it is none.

    "Ban Chỉ đạo phòng | , chống dịch Covid-19", "phòng, chống tham nhũng | , tiêu cực".
    """
    if line.word(after - 1) == "phòng" and line.word(after) == "chống":
        return after + 1
    if not any(line.word(word) == "chống" for word in range(at, after)):
        return 0
    return next((after + len(evil) for evil in _EVILS if line.opens(after, *evil)), 0)


_SCHOOLS: tuple[tuple[str, ...], ...] = (
    ("thpt",),
    ("thcs",),
    ("th",),
    ("mn",),
    ("ptdtnt",),
    ("tiểu", "học"),
    ("mầm", "non"),
    ("mẫu", "giáo"),
    ("trung", "học", "cơ", "sở"),
    ("trung", "học", "phổ", "thông"),
)


def past_school(line: Line, at: int) -> int:
    """Step over a kind of school, which is no name of one: "Tiểu học", "THCS"; *at* where a name goes on from it."""
    kind = next((kind for kind in _SCHOOLS if line.opens(at, *kind)), None)
    after = at + len(kind) if kind else at
    return after if after >= len(line) or not line.joined(after) or line.word(after) == "và" else at


def past_schools(line: Line, after: int) -> int:
    """Step over the further kinds of schools behind one: "các trường THPT | , THCS, tiểu học và mầm non"."""
    while after < len(line):
        here = after + (line.word(after) == "và")
        kind = next((kind for kind in _SCHOOLS if line.opens(here, *kind)), None)
        if kind is None or (here == after and line.between(after).strip() not in (",", "-", "/")):
            break
        after = here + len(kind)
    return after
