"""In what relation one document names another, told by the words before the citation and by where it stands."""

import re

from kgbuild.mentions.citing.citation_names import Anchor
from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.model.text import Text

# "Luật Biển Việt Nam (sửa đổi, bổ sung tại Luật số …)": what is named behind it changed the one before
_CHANGED_BY = r"sửa đổi,?\s*(?:và\s+)?bổ sung\s+(?:tại|bởi|bằng|theo)(?![^\W_])"
_SET_OUT = r"(?:ban hành kèm theo|(?:được\s[^.;:]{0,60}?)?(?:ban hành|công bố|phê duyệt|quy định)\s+(?:kèm theo|tại))"
# what stands right before a document and says how it is meant; one example each, the first that fits wins
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern + r"\W*(?:các\s+|nội dung\s+(?:của\s+)?|những\s+nội dung\s+)?$"))
    for kind, pattern in (
        (
            "cites",  # đánh giá tình hình thực hiện, vướng mắc trong thi hành: who says so carries out nothing
            r"(?:(?:khó khăn|vướng mắc|bất cập)\s+(?:trong|khi)|tình hình)\s+(?:quá trình\s+|việc\s+)?"
            r"(?:tổ chức\s+)?(?:triển khai\s+)?(?:thực hiện|thi hành)",
        ),
        (
            "cites",  # chưa thực hiện nghiêm túc
            r"(?<![^\W_])(?:chưa|không)\s+(?:tổ chức\s+)?(?:triển khai|thực hiện|thi hành|cụ thể hóa)(?:\s+thực hiện)?"
            r"(?:\s+(?:nghiêm(?:\s+túc)?|tốt|(?:có\s+)?hiệu quả|đồng bộ|đầy đủ))*",
        ),
        ("cites", r"(?:tổng kết|sơ kết)\s+(?:\d+ năm\s+)?(?:việc\s+)?thi hành"),  # a law is looked back on
        (
            "continues",
            r"tiếp tục\s+(?:đẩy mạnh\s+)?(?:triển khai\s+)?(?:tổ chức\s+)?thực hiện",
        ),  # về tiếp tục thực hiện
        ("cites", _CHANGED_BY),
        (
            "amends",
            r"sửa đổi(?:\s*,?\s*(?:và\s+)?bổ sung)?\s*,?\s*"
            r"(?:cập nhật\s+|một số (?:điều|điểm|khoản|mục|nội dung|quy định)\s+|"
            r"(?:(?:điểm|khoản|điều|mục|phần|chương|phụ lục)\s+\w{1,5}[\s,]+(?:và\s+)?)+)?"
            r"(?:của\s+|tại\s+)?",
        ),
        (
            "replaces",  # thay thế Quy định … ban hành kèm theo Quyết định số …; … công bố tại các Quyết định: số …
            rf"thay thế(?:\s+cho)?(?:\s[^.;:]{{3,400}}?\s{_SET_OUT}(?:\s+các\s+[^\W\d_]+\s+[^\W\d_]+)?)?",
        ),
        (
            "repeals",
            r"(?:bãi bỏ|hủy bỏ)(?:\s+(?:toàn bộ|một phần))?"
            r"(?:\s+(?:điểm|khoản|điều|mục|chương|phụ lục)\s+\w{1,5}(?:\s*,|\s+và)?)*(?:\s+(?:của|tại))?",
        ),
        (
            "onSubmission",
            r"(?<![^\W_])(?:đề nghị|xét|(?<!chương )(?<!quá )(?<!quy )(?<!lộ )(?<!công )trình|đề xuất)"
            r"(?:\s+(?:(?!(?:thực hiện|triển khai)[^\W_]*\s)[^;.]){0,200}?\s+tại)?",
        ),  # theo đề nghị của … tại Tờ trình; "đề nghị Bộ X thực hiện chỉ đạo tại …" orders
        (
            "implements",
            r"(?:triển khai|thực hiện|thi hành|cụ thể hóa)"
            r"(?:\s+(?:nghiêm(?:\s+túc)?|tốt|(?:có\s+)?hiệu quả|đồng bộ|đầy đủ))*",
        ),
        ("legalBasis", r"căn cứ"),
    )
)
_TITLE_CUE = re.compile(
    r"^\s*,?\s*[“\"(]?\s*(?:về|ban hành|phê duyệt|quy định|sửa đổi|hướng dẫn|triển khai|thực hiện|"
    r"tiếp tục|thúc đẩy|phát triển|đẩy mạnh|cụ thể hóa|công bố|giao|tăng cường|"
    r"đột phá|kiện toàn|thành lập|chi tiết|kế hoạch|chương trình|[“\"])"
)
_OTHER_DOCUMENT = re.compile(
    r"(?:và|;|,)\s*(?:kế hoạch|chương trình|nghị quyết|chỉ thị|quyết định|kết luận)\b(?:(?!\bsố\b).){0,120}\bcủa\b"
)
# "… về công tác phụ nữ và hướng dẫn của Bộ Nội vụ tại Công văn số …": what goes on behind a title
_SAID_IN = re.compile(
    r"(?:và|;|,)\s*(?:(?:theo|trên cơ sở)\s+)?(?:hướng dẫn|ý kiến(?: chỉ đạo)?|đề nghị|chỉ đạo|yêu cầu)\s+của\s"
    r"[^.;:]{3,120}?\stại\s*$|"
    r"(?:và|;|,)\s*(?:ý kiến|kết quả|báo cáo)\s+(?:thẩm định|thẩm tra|góp ý)\s[^.;:]{0,120}?(?:\stại\s*$|(?<=của\s)$)"
)
# outside articles only the document itself, or nobody, may replace: "Kế hoạch này thay thế …", "Bãi bỏ …"
_ENDS_OTHER = re.compile(
    r"(?:^|[.;]\s)\W*(?:\d+\s*[.)]\s*)?(?:[^.;]{0,60}?(?<![^\W_])này(?![^\W_])[^.;]{0,80}?\s)?"
    r"(?:thay thế|bãi bỏ|hủy bỏ)(?![^\W_])[^.;]{0,30}$"
)
_OWN_WORD = re.compile(r"(?<![^\W_])này\s+thay(?: thế)?(?: cho)?\s*$")  # "(Kế hoạch này thay | Kế hoạch số …)"
_NEXT = re.compile(r"(?:[^.;];\W*(?:và\s+|các\s+)*|\svà\s+(?:các\s+)?)$")
_LISTED = ("amends", "replaces", "repeals", "legalBasis")
# what was done to the document before: "(được điều chỉnh, bổ sung bởi Quyết định số …)"
# nothing of the kind any more once the bracket is closed: "(đã được sửa đổi năm 2002); Nghị định số …"
_CHANGED = re.compile(
    rf"(?:{_CHANGED_BY}|được\s+(?:sửa đổi|(?:điều chỉnh|bổ sung|thay thế|cập nhật)[^;.]{{0,60}}?\s"
    r"(?:bởi|bằng|tại|theo)))(?!.*\)\s*[;,])",
    re.DOTALL,
)
# "Thực hiện …, UBND tỉnh đã ban hành Kế hoạch số …", "…; Ban Thường vụ Tỉnh ủy ban hành Nghị quyết số …"
_ISSUED = re.compile(
    r"[^\W_]\s+(?:đã\s+(?:ký\s+)?ban hành|(?:đã\s+)?có)\s+$|"
    r"(?:^|[,;.:]|(?<![^\W_])(?:và|ngày [\d/.]+))\s*(?:thường trực\s+|chủ tịch\s+)?"
    r"(?:ubnd|hđnd|ủy ban|hội đồng|ban chấp hành|ban thường vụ|tỉnh ủy|thành ủy|chính phủ|thủ tướng|bộ)(?![^\W_])"
    r"[^,;.:]{0,60}\sban hành\s+$"
)
# "Thông báo số 159-TB/TW về …, ngày 10/9/2020 Ban Tuyên giáo Trung ương có Hướng dẫn số …": not in its title
_APART = re.compile(
    rf",\s+ngày\s+\d[^;.]*(?<![^\W_])(?:ban hành|có)\s*$|;|\.\s|\(sau đây|\(gọi tắt|được sửa đổi|{_CHANGED_BY}"
)
# "Điều 1. Sửa đổi khoản 2 Điều 4 Quy định … ban hành kèm theo Quyết định số …"
_AMENDS = re.compile(r"\W*(?:điều \w+\W*)?(?:\d+\W*)?sửa đổi(?![^\W_])[^;]*$")
_CARRIED = re.compile(r"ban hành (?:kèm )?theo\W*$")
# a title that amends what another document promulgated, not what it does "theo Nghị định số …"
_AMENDING = re.compile(
    r"\W*(?:(?:về|v/v)\s+(?:việc\s+)?)?(?:sửa đổi|điều chỉnh, bổ sung)(?!.*(?<!kèm )(?<!hành )theo\W*$)", re.DOTALL
)
# "sau khi nghe … báo cáo 20 năm thực hiện Chỉ thị số …| (Tờ trình số …)": the paper is whoever reported it
_BRACKET = re.compile(r"\W*\(\W*")
_HEARD = re.compile(r"(?<![^\W_])nghe\s[^;]{3,300}(?<![^\W_])(?:báo cáo|trình|trình bày)(?![^\W_])")
_SENTENCE = 600  # characters
CENTRE = ("TW", "HNTW")
"""The codes of the organs of the Party's centre in numbers."""
SAME = "same"  # said of a document that goes on a list: the relation of the one before it
_SUBMISSION = {"to-trinh", "cong-van", "bao-cao", "van-ban"}


_LISTS = re.compile(
    r"(?<![^\W_])(?P<cue>bãi bỏ|hủy bỏ|thay thế)\s+(?:toàn bộ\s+|một phần\s+|hiệu lực\s+(?:của\s+)?)*"
    r"(?:các|những|\d+)\s[^.;:]{0,90}(?<![^\W_])(?:sau|dưới đây|sau đây|như sau)\s*:\s*$"
)
# the heading of an article: "Điều 1. Bãi bỏ toàn bộ một số văn bản quy phạm pháp luật của Thủ tướng Chính phủ"
_LISTS_BELOW = re.compile(
    r"\W*điều \d{1,3}\W+(?P<cue>bãi bỏ|hủy bỏ|thay thế)\s+(?:toàn bộ\s+|hiệu lực\s+(?:của\s+)?)*"
    r"(?:các|những|một số|\d+)\s+(?:văn bản|thông tư|quyết định|nghị định|nghị quyết|chỉ thị)(?![^\W_])[^.;:\d]{0,160}"
)
_ITEM = re.compile(r"\W*(?:(?:\d{1,3}|[a-zđ])\s*[.)])?\W*(?:Các\s+|Toàn bộ\s+)?")
_LAPSE = r"hết hiệu lực(?:\s+thi hành)?\s+(?:kể\s+)?từ\s+ngày\s[^.;:]{0,60}?(?<![^\W_])này(?![^\W_])"
# "Các quyết định sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực, gồm:"
_LAPSING = re.compile(
    rf"(?<![^\W_])(?:các|những|\d+)\s[^.;:]{{0,90}}(?:sau|dưới) đây\s[^.;:]{{0,20}}{_LAPSE}[^.;:]{{0,60}}:\s*$"
)
_LAPSES = re.compile(rf"[^.;:]*?(?<![^\W_]){_LAPSE}")


def list_kind(low: str) -> str:
    """Tell what befalls the documents of a list that a clause announces: "Bãi bỏ toàn bộ các nghị định sau đây:"."""
    if _LAPSING.search(low):
        return "repeals"
    found = _LISTS.search(low) or _LISTS_BELOW.fullmatch(low.strip())
    return "" if found is None else "replaces" if found["cue"] == "thay thế" else "repeals"


def opens_item(before: str) -> bool:
    """Tell whether nothing but the mark of an item stands before a document."""
    return _ITEM.fullmatch(before) is not None


def lapses(low: str, start: int, end: int) -> bool:
    """Tell "… hết hiệu lực kể từ ngày Quyết định này có hiệu lực", said from *start* on of what stands before it."""
    return _LAPSES.match(low, start, end) is not None


def opening_kind(low: str) -> str:
    opening = " ".join(low.split()).lstrip(' -*_(“"')
    for kind, cue in (
        ("legalBasis", "căn cứ"),
        ("legalBasis", "pursuant to"),
        ("implements", "thực hiện"),
        ("implements", "triển khai"),
        ("onSubmission", "xét"),
        ("onSubmission", "xem xét"),
        ("onSubmission", "sau khi xem xét"),
        ("onSubmission", "qua xem xét"),
        ("onSubmission", "sau khi nghe"),
        ("onSubmission", "theo đề nghị"),
        ("onSubmission", "về đề nghị"),
        ("onSubmission", "trên cơ sở"),
    ):
        if opening.startswith(cue):
            return kind
    return ""


def relation_of(
    text: Text, lead: Span, anchor: Anchor, before: CitationMention | None, index: int
) -> tuple[int, str, bool]:
    """Tell who cites (the index of the citation whose title this stands in, or -1) and what the cue says."""
    between = text.low[lead.start : lead.end]
    if _OWN_WORD.search(between):
        return -1, "replaces", False
    kind = next((k for k, cue in _CUES if cue.search(between)), "")
    if before is None:
        return -1, kind, kind == "continues"
    if not kind and before.kind in _LISTED and before.subject < 0 and _NEXT.search(between):
        return -1, SAME, False
    if _APART.search(between) or not between.strip():
        return -1, kind, kind == "continues"
    if anchor.form in _SUBMISSION and before.form not in _SUBMISSION and _BRACKET.fullmatch(between):
        begin = max(text.low.rfind("\n", 0, before.span.start), before.span.start - _SENTENCE)
        heard = _HEARD.search(text.low, begin + 1, before.span.start)
        return -1, "onSubmission" if heard else "cites", False
    if re.fullmatch(r"\W*(?:,|và|;|hoặc|\()?\W*(?:các\s+|số\s*:?\s*)?", between):
        return before.subject, before.kind if before.subject >= 0 else kind or SAME, before.renews
    if not kind and re.search(r"(?:,|và)\W*(?:các\s+|số\s*:?\s*)?$", between):
        return before.subject, before.kind if before.subject >= 0 else kind, False
    if _SAID_IN.search(between):
        return -1, kind or "cites", False
    if not _TITLE_CUE.match(between):
        return -1, kind, kind == "continues"
    if _OTHER_DOCUMENT.search(between):
        return -1, "cites", False
    level = before.symbol and anchor_level(before) == "tw"
    if kind == "continues" and not level:
        return index, "implements", True
    return index, kind if kind in ("implements", "continues", "amends", "replaces", "repeals") else "cites", False


def anchor_level(mention: CitationMention) -> str:
    """Tell the level of the organ that issued a cited document: "tw" for the Party's centre."""
    return "tw" if mention.symbol and mention.symbol.organ in CENTRE else ""


def direct_relation(text: Text, lead: Span, kind: str, place: str, opening: str, anchor: Anchor, news: bool) -> str:
    """Settle the relation of a citation that the document itself makes."""
    if news or place == "note":
        return "cites"
    if place == "carried":
        return "annexOf"
    if kind == "continues":
        kind = "implements"
    if place == "title":
        if not kind and _AMENDING.match(text.low, lead.start, lead.end):
            return "amends"
        return kind if kind in ("implements", "amends", "replaces", "repeals") else "cites"
    if kind == "replaces" and _OWN_WORD.search(text.low, lead.start, lead.end):
        return kind
    if place == "preamble":
        if opening == "onSubmission":
            return "onSubmission" if anchor.form in _SUBMISSION else "cites"
        if kind == "onSubmission":  # "trả lời đề nghị của … tại Nghị định số …" proposes nothing
            return kind if anchor.form in _SUBMISSION else "cites"
        if _CHANGED.search(text.low, lead.start, lead.end) or _ISSUED.search(text.low, lead.start, lead.end):
            return "cites"
        return (
            kind if kind in ("implements", "legalBasis", "onSubmission") and not opening else opening or kind or "cites"
        )
    if kind in ("replaces", "repeals") and (place == "article" or _ENDS_OTHER.search(text.low[lead.start : lead.end])):
        return kind
    words = text.low[lead.start : lead.end]
    if place == "article" and _AMENDS.match(words) and (kind == "amends" or _CARRIED.search(words)):
        return "amends"
    return "cites"
