"""Where the name of a programme, scheme, project or fund ends, and the years said with it."""

import re
from dataclasses import dataclass

from kgbuild.model import Span
from kgbuild.model.text import Text

_YEAR = r"20\d{2}"
_PERIOD = re.compile(
    rf""",?\s*(?P<words>(?:
        (?:trong\s+)?(?:giai\s+đoạn|thời\s+kỳ)\s+(?:từ\s+)?(?:năm\s+)?(?P<a>{_YEAR})\s*(?:-|đến)\s*(?:năm\s+)?(?P<b>{_YEAR})
      | (?:các\s+)?năm\s+(?P<y>{_YEAR})(?:\s*-\s*(?P<z>{_YEAR}))?
      | (?:giai\s+đoạn\s+)?đến\s+(?:hết\s+)?năm\s+(?P<u>{_YEAR})
    )(?:\s*[,;]?\s*(?:và\s+)?(?:tầm\s+nhìn|định\s+hướng)(?:\s+(?:đến|tới))?(?:\s+năm)?\s+{_YEAR})?)""",
    re.VERBOSE,
)
# what a name never opens with: then the noun stands for a thing said before, or for a class of things or documents
_NO_NAME = re.compile(
    r"""(?:này|trên|nêu|nói|được|đã|đang|sẽ|phải|cần|là|có|không|của|do|theo|tại|thuộc|trong|với|để|nhằm|khi|sau|trước|
    và|hoặc|cùng|giữa|vào|gồm|bao\sgồm|số|chưa|hiện|hành\s[đd]ộng|trình|công\stác|phối\shợp|hợp\stác|làm\sviệc|lập\spháp|
    nghị\ssự|khung|giao\slưu|nghệ\sthuật|văn\snghệ|phát\sthanh|truyền\shình|giám\ssát|kỳ\shọp|ký\skết|trọng\stâm|trọng\sđiểm|toàn\skhóa|xây\sdựng\sluật|luật|bộ\sluật|
    nghị\squyết|nghị\sđịnh|pháp\slệnh|thông\stư|quyết\sđịnh|hoạt\sđộng|tập\strung|xác\sđịnh|đặt|đề\sra|góp\sphần|
    quy\sđịnh|áp\sdụng|tạo|đạt|kết\sthúc|bắt\sđầu|diễn\sra|tổng\sthể|hoàn\sthành|đầu\stư\scông|đất|lương|tiền|
    thời\sgian|nhà|cụ\sthể|triển\skhai(?:\sthực\shiện)?\scụ\sthể|liên\squan|khác|mới|con|thành\sphần|kèm|dự\skiến|nhiệm\svụ|kế\shoạch|đề\sán|dự\sán|
    chương\strình|thực\shiện|gửi|báo\scáo(?!\sviên)|điểm\scầu|tổng\shợp|tiền\skhả\sthi|khả\sthi|cấp|\d+|hàng\snăm|thường\sxuyên|trình\sdiễn|
    mục\stiêu\squốc\sgia(?=\s*(?:[.,;:)]|giai|năm|trên|và|này|$)))(?![^\W_])""",
    re.VERBOSE,
)
# where a name ends inside a sentence: what follows says what is done with the thing, why, how, or whose it is
_STOP = re.compile(
    r"""(?<![^\W_])(?:
    (?<!quy\s)(?<!công\s)(?<!chương\s)(?<!lộ\s)(?<!tiến\s)(?<!quá\s)(?<!hành\s)(?<!giáo\s)(?<!toàn\s)trình(?!\s(?:độ|tự|diễn))|
    được|đã|đang|sẽ|phải|cần|là|do|nhằm|để|này|phù\shợp|đối\svới|đồng\sbộ|trong\sđó|bao\sgồm|gồm|như|nhất\slà|đặc\sbiệt|
    theo(?!\s(?:hướng|chuỗi|mô\shình))|trên\scơ\ssở|gắn\svới|gắn\skết|kết\shợp\svới|sau\skhi|khi|phê\sduyệt|thay\sthế|
    làm\scơ\ssở|làm\scăn\scứ|đi\svào|vào\s(?:hoạt\sđộng|khai\sthác|sử\sdụng|vận\shành)|
    với\s(?:các|mục\stiêu|tổng|nội\sdung|quy\smô|kinh\sphí|sự|số)|
    tại\s(?:quyết\sđịnh|nghị\squyết|kế\shoạch|tờ\strình|văn\sbản|công\svăn|thông\sbáo|cơ\squan|đơn\svị|địa\sphương)|
    trong\s(?:giai\sđoạn|năm|quý|thời\sgian|tháng|quá\strình|khi)|từ\s(?:nguồn|năm|ngân\ssách|nay)|thông\squa|qua|
    nêu\strên|nói\strên|hoàn\sthành|kết\sthúc|dự\skiến|đúng|kịp\sthời|có\shiệu\squả|có\sliên\squan|góp\sphần|tập\strung|
    ban\shành|kèm\stheo|hay\scòn|(?<!về\s)(?<!tác\s)đảm\sbảo|hàng\snăm|hằng\snăm|thường\sxuyên|cho\sđến|trước\sngày|chậm\snhất|
    thuộc\s(?:phạm\svi|thẩm\squyền|lĩnh\svực|chương\strình|kế\shoạch)|
    của\s(?:chính\sphủ|thủ\stướng|trung\sương|quốc\shội|ban\sbí\sthư|bộ\s|ubnd|ủy\sban|hđnd|hội\sđồng|tỉnh|thành|thủ\sđô|
        sở\s|ban\s|huyện|quận|kế\shoạch|nghị\squyết|mình)|
    trên\s(?:địa\sbàn|phạm\svi|các\sphương\stiện)|
    và\s(?:tổ\schức|triển\skhai|trình|ban\shành|thực\shiện|báo\scáo|thông\sbáo|hướng\sdẫn|đôn\sđốc|kế\shoạch|văn\sbản|
        các\s(?:chương\strình|đề\sán|dự\sán|văn\sbản|nhiệm\svụ|quy\sđịnh|bộ|sở|đơn\svị|kế\shoạch|nghị\squyết)|đề\sán|
        chương\strình|dự\sán|quỹ|nghị\squyết|quyết\sđịnh|nghị\sđịnh|chỉ\sthị|những|cụ\sthể|hoạt\sđộng)
    )(?![^\W_])""",
    re.VERBOSE,
)
# after a comma a name goes on with a noun; these open another clause
_CLAUSE = re.compile(
    r"""\s*(?:trình|tổ\schức|triển\skhai|xây\sdựng|ban\shành|phê\sduyệt|thực\shiện|báo\scáo|phối\shợp|hướng\sdẫn|
    kiểm\stra|giám\ssát|theo\sdõi|bảo\sđảm|đảm\sbảo|góp\sphần|nhằm|trong\sđó|tập\strung|ưu\stiên|tạo|đồng\sthời|theo|
    với|kịp\sthời|gắn|nhất\slà|đặc\sbiệt|như|bao\sgồm|gồm|do|để|có|từ|qua|thông\squa|những|sở|ubnd|ủy\sban|bộ|ban|
    các\s(?:sở|bộ|ban|ngành|đơn\svị|địa\sphương|cơ\squan|chương\strình|đề\sán|dự\sán|kế\shoạch|nghị\squyết|chính\ssách|
        quy\sđịnh|văn\sbản|nhiệm\svụ|nội\sdung|chỉ\stiêu|mục\stiêu|giải\spháp)|
    đưa|giao|thường\sxuyên|hoàn\sthành|khuyến\skhích|huy\sđộng|bố\strí|lồng\sghép|đề\sán|chương\strình|dự\sán|quỹ|
    kế\shoạch|nghị\squyết|nghị\sđịnh|quyết\sđịnh|chỉ\sthị|luật|chiến\slược|quy\shoạch|đẩy\smạnh|tăng\scường|phát\shuy|
    rà\ssoát|thu\shút|quy\stụ|cụ\sthể|hiệu\squả|đúng|ngày|tháng|quý|năm|số|gửi|giao|thành\slập)(?![^\W_])""",
    re.VERBOSE,
)
# verbs that names are made of too: a comma before one goes on with the name only near its beginning
_VERB = re.compile(
    r"\s*(?:nâng cao|phát triển|đổi mới(?! sáng tạo)|hoàn thiện|mở rộng|khai thác|chuyển đổi(?! số)|hỗ trợ|thúc đẩy|"
    r"ứng dụng|khuyến khích|nghiên cứu|tuyên truyền|quản lý|đầu tư|cung cấp|tham gia)(?![^\W_])"
)
_PLACE = re.compile(r"(?:của|trên địa bàn|trên phạm vi)\s+[^,.;:()]{2,40}?(?=,?\s+(?:giai đoạn|thời kỳ|đến năm|năm)\s)")
_VERB_BEFORE = re.compile(
    r"(?:xây dựng|nâng cao|đổi mới|hoàn thiện|mở rộng|khai thác|hỗ trợ|ứng dụng|nghiên cứu|quản lý|đào tạo|sản xuất|"
    r"thử nghiệm|điều chỉnh|giữa [^,]{3,40}|bảo tồn|phục hồi|sử dụng)$"
)
# a body or a document named after the comma is not part of the name
_NAMED_NEXT = re.compile(
    r"(?:Sở|Bộ|Ban|UBND|Ủy|HĐND|Hội|Viện|Trung tâm|Đề án|Chương trình|Dự án|Quỹ|Kế hoạch|Nghị|Quyết|Chỉ|Luật|Công|Văn|"
    r"Thành|Tỉnh|Đảng|MTTQ|Mặt|Liên|Trường|Đài|Báo|Tổ|Chi|Cục|Thông|Phòng|Chiến|Quy)(?![^\W_])"
)
_HARD = re.compile(r"[;:()\[\]|…]|\.(?!\d)|\s[-+]\s(?=[^\W\d_]{1,12}\s+(?:chủ trì|phối hợp))|\n\s*\n")
_TAIL = re.compile(
    r"(?:\s*[,\-]|\s+(?:của|và|trong|cho|về|tại|các|đến|năm|theo|từ|với|trên|thuộc|giai đoạn|vào|có|từng|bằng|một số|"
    r"(?:cho\s+)?(?:giai đoạn|năm)\s+20\d\d))+\s*$"
)
MOST_WORDS = 36
_REACH = 600  # no name is longer, in characters


@dataclass(frozen=True, slots=True)
class ThingName:
    """A name without its head noun: the whole, the words that tell it from others, the period with its years.

    `ended` tells what ends it: quotes, a full stop or the end of the passage ("stop"), whose it is ("owner"), or (less
    sure) a comma before another clause, or words that only begin one ("clause").
    """

    whole: Span
    core: Span
    ended: str = "stop"
    period: Span | None = None
    start_year: str = ""
    end_year: str = ""


def read_name(text: Text, span: Span, *, title: bool = False) -> ThingName | None:
    """Read the name that begins at the start of *span* and ends within it; None where none begins there.

    Within a *title* the name is all that follows.
    """
    span = Span(span.start, min(span.end, span.start + _REACH))
    if text.norm[span.start] in '“"':
        return _quoted(text, span)
    low = text.low
    if _NO_NAME.match(low, span.start, span.end):
        return None
    hard = _HARD.search(text.norm, span.start, span.end)
    end, ended = hard.start() if hard else span.end, "stop"
    period = _PERIOD.search(low, span.start, end)
    stop = None if title else _STOP.search(low, span.start, end)
    if period and (stop is None or stop.start() >= period.start("words")):
        end, ended = period.start(), "period"
    elif stop:
        end, period, ended = stop.start(), None, "owner" if stop.group().startswith(("của", "trên")) else "clause"
    if ended == "owner" and stop:
        period = _placed_period(text, Span(stop.start(), hard.start() if hard else span.end))
    comma = span.end if title else _comma(text, Span(span.start, end))
    if comma < end:
        end, period, ended = comma, None, "comma"
    tail = _TAIL.search(low, span.start, end)
    core = text.trim(Span(span.start, tail.start() if tail else end))
    if not 0 < len(low[core.start : core.end].split()) <= MOST_WORDS or not low[core.start].isalnum():
        return None
    return _with_period(core, Span(core.start, period.end() if period else core.end), period, ended)


def _placed_period(text: Text, span: Span) -> re.Match[str] | None:
    """Read the years behind the place: "trên địa bàn huyện Đam Rông giai đoạn 2021-2025"."""
    place = _PLACE.match(text.low, span.start, span.end)
    return _PERIOD.match(text.low, place.end(), span.end) if place else None


def _quoted(text: Text, span: Span) -> ThingName | None:
    close = re.compile(r"[”\"]").search(text.norm, span.start + 1, span.end)
    if close is None:
        return None
    inner = text.trim(Span(span.start + 1, close.start()), " \t\n.,;")
    if not 2 <= len(text.low[inner.start : inner.end].split()) <= MOST_WORDS + 10:
        return None
    period = _PERIOD.search(text.low, inner.start, inner.end)
    if period and period.start() > inner.start and inner.end - period.end() < 3:
        return _with_period(text.trim(Span(inner.start, period.start()), " \t\n,"), inner, period, "quotes")
    return _with_period(inner, inner, _PERIOD.match(text.low, close.end(), span.end), "quotes")


def _with_period(core: Span, whole: Span, period: re.Match[str] | None, ended: str) -> ThingName:
    if period is None:
        return ThingName(whole, core, ended)
    words = Span(period.start("words"), period.end("words"))
    start = period["a"] or period["y"] or ""
    end = period["b"] or period["z"] or period["u"] or period["y"] or ""
    return ThingName(whole, core, ended, words, start, end)


def _comma(text: Text, span: Span) -> int:
    """Find the comma at which a name ends: before another clause, a body, or a verb after four words of name."""
    for match in re.finditer(r",", text.norm[span.start : span.end]):
        at = span.start + match.start()
        rest = text.norm[at + 1 : span.end].lstrip()
        before = text.low[span.start : at].rstrip()
        verb = _VERB.match(text.low, at + 1, span.end) and len(before.split()) >= 4 and not _VERB_BEFORE.search(before)
        if (
            not rest
            or text.norm[span.start : at].isupper()  # an acronym is a whole name
            or verb
            or _CLAUSE.match(text.low, at + 1, span.end)
            or _NAMED_NEXT.match(rest)
            or rest[0].isdigit()
        ):
            return at
    return span.end
