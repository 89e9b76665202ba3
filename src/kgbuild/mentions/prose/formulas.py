"""Closing formulas that give nobody a duty of his own: whom to tell of what hinders the work, or just to do it."""

import re

from kgbuild.mentions.prose.lead_ins import Owner
from kgbuild.model import Span
from kgbuild.model.structure import Item, Mark, Part
from kgbuild.model.text import Text

_HINDRANCE = r"(?:khó khăn|vướng mắc|bất cập|phát sinh)"
_HINDERED = re.compile(
    r"(?<![^\W_])(?:nếu|trường hợp|khi|những|có)\s[^;.]{0,60}?(?:khó khăn|vướng mắc)"
    rf"(?:\s*(?:,|và|hoặc)?\s*{_HINDRANCE})*"
)
_PIECE = re.compile(r"[.;]\s")
_TELLS = re.compile(
    r"\W*(?:(?:kịp thời|chủ động|khẩn trương|thì|đề nghị)\s+)*"
    r"(?:phản ánh|báo cáo|kiến nghị|đề xuất|gửi|thông tin|liên hệ|trao đổi|tổng hợp|có văn bản)(?![^\W_])[^;]*"
)

# "nghiêm túc triển khai thực hiện", and no word of what
_WELL = (
    r"(?:(?:\s*,)?(?:\s+và)?\s+(?:nghiêm túc|nghiêm|tốt|đầy đủ|kịp thời|đồng bộ|quyết liệt|có hiệu quả|hiệu quả|"
    r"thống nhất|đúng tiến độ)(?:\s*,)?)*"
)
_PAPER = r"(?:chỉ thị|công văn|văn bản|thông báo|kết luận|công điện|kế hoạch)"
_JUST_DO = re.compile(
    r"\W*(?:(?:nghiêm túc|khẩn trương|kịp thời|chủ động|phối hợp|tập trung|nghiên cứu|quan tâm|biết|và|tổ chức)"
    r"\s*,?\s+)*(?:triển khai(?:(?:\s*,|\s+và)?\s+(?:tổ chức\s+)?thực hiện)?|thực hiện)"
    + _WELL
    + r"(?:\s+(?:đúng\s+)?(?:(?:các\s+|những\s+)?(?:nội dung|nhiệm vụ|chức năng|ý kiến)(?:, nhiệm vụ)?"
    r"(?: chỉ đạo| yêu cầu)?\s+"
    rf"(?:(?:nêu\s+)?trên|được (?:giao|phân công)(?:\s+(?:tại|trong|theo)\s+{_PAPER}(?:\s+này)?)?)|"
    rf"{_PAPER} này|(?:theo|đúng) quy định))?" + _WELL + r"(?:\s+theo (?:đúng\s+)?(?:chức năng|nhiệm vụ|thẩm quyền)"
    r"(?:(?:\s*,|\s+và)\s+(?:nhiệm vụ|thẩm quyền|quy định[^;.,]{0,20}))*)?"
    r"(?:\s*,?\s+(?:để|nhằm) (?:bảo đảm|đảm bảo)\s[^;.]{3,80})?\W*"
)
# "kịp thời báo cáo UBND tỉnh những khó khăn để xem xét, chỉ đạo": whom to ask, whatever it is
_ASKS_ON = re.compile(
    r"\W*kịp thời\s+(?:báo cáo|phản ánh)\s[^.;]{0,160}?\s(?:để\s+)?(?:xem xét|chỉ đạo|giải quyết)"
    r"(?:\s*,?\s+(?:chỉ đạo|giải quyết|quyết định|điều chỉnh|theo thẩm quyền|cho phù hợp))*\W*"
)

# "Bộ Tài chính trả lời Công ty để biết"
_LETS_KNOW = re.compile(
    r"\W*(?:xin\s+)?(?:trả lời|thông báo|thông tin)\s[^.;]{0,100}?\s(?:(?:để|được)\s+)*biết"
    r"(?:(?:\s*,|\s+và)\s+(?:triển khai|tổ chức|thực hiện|phối hợp)[^.;]{0,40})?\W*"
)

_CARRIES_OUT = re.compile(
    r"\W*căn cứ\s+(?:quyết định|chỉ thị|văn bản|kế hoạch)(?: này)?\s+(?:để\s+)?(?:tổ chức\s+)?(?:thi hành|thực hiện)\W*"
)


# how a letter closes below its points, in the voice of whoever signs it
_CLOSES = re.compile(
    r"\W*(?:trên đây|(?:rất )?mong|(?:xin )?trân trọng|trong quá trình|nếu có|"
    r"nhận được (?:văn bản|công văn|chỉ thị|thông báo)|căn cứ nội dung|"
    r"(?:chỉ thị|công văn|văn bản|thông báo|kết luận|công điện|quyết định|nghị quyết|kế hoạch) này|"
    r"(?:[^\s.,:;]+\s+){0,12}(?:yêu cầu|đề nghị|xin thông báo|thông báo để)\s|"
    r"(?:bộ|sở|ban|ủy ban|văn phòng|cục|chi cục)\s[^.:;]{3,60}?\s(?:yêu cầu|đề nghị|"
    r"(?:xin\s+|kính\s+|trân trọng\s+)+(?:báo cáo|thông báo|trả lời|trình)|trả lời)\s|"
    r"văn phòng\s[^.:;]{3,60}?\sthông báo\s)"
)
# "Ban Thường vụ Tỉnh ủy | thống nhất chủ trương …": who agrees to a thing has not to do it
_AGREES = re.compile(
    r"\W*(?:cơ bản\s+)?(?:thống nhất|đồng ý|nhất trí|tán thành)(?:\s+(?:cao|về|với|thông qua|ban hành|theo))*\s+"
    r"(?:các\s+|những\s+)?(?:chủ trương|báo cáo|đề nghị|đề xuất|nội dung|ý kiến|tờ trình|đánh giá|dự thảo)(?![^\W_])"
)


def closing_from(part: Part) -> int:
    """Give the index from which unmarked paragraphs stand behind the last point of a document, and below none."""
    marked = (index for index, item in enumerate(part.items) if item.mark is not Mark.NONE)
    return max(marked, default=len(part.items)) + 1


def is_closing(text: Text, item: Item) -> bool:
    """Tell "Yêu cầu Thủ trưởng các sở …" and "Trong quá trình thực hiện, …", which belong to no point above them."""
    return bool(_CLOSES.match(text.low, item.content.start, item.content.end))


def only_agrees(text: Text, item: Item, owner: Owner) -> bool:
    """Tell a point that opens with what its body agrees to: it has to do nothing; who is told to stands behind."""
    return bool(_AGREES.match(text.low, owner.end, item.content.end))


# "Các cơ quan, đơn vị, địa phương | căn cứ chức năng, nhiệm vụ được giao, khẩn trương phối hợp triển khai thực hiện"
_WITHIN = re.compile(
    r"\W*(?:theo|căn cứ|trên cơ sở|trong phạm vi)\s+(?:chức năng|nhiệm vụ|thẩm quyền|nội dung)[^.;]{0,80}?,\s+"
    r"(?=(?:[^\W\d_]+\s+){0,6}(?:triển khai|thực hiện))"
)


def is_plea(text: Text, item: Item, owner: Owner) -> bool:
    """Tell a last unmarked paragraph that asks classes, not one body, just to carry the document out."""
    said = _WITHIN.sub("", text.low[owner.end : item.content.end], count=1)
    pieces = [piece for piece in _PIECE.split(said) if piece.strip(" ./")]
    return all(_says_nothing(piece) for piece in pieces) and all(agent.group for agent in owner.agents)


_CLOSING = re.compile(
    r"\W*(?:trên đây là|(?:rất )?mong|(?:xin )?trân trọng|trong quá trình|nếu có|nhận được (?:văn bản|công văn)|"
    r"(?:chỉ thị|công văn|văn bản|thông báo|kết luận|công điện|quyết định|nghị quyết|kế hoạch) này)(?![^\W_])"
)


def is_closing_sentence(text: Text, sentence: Span) -> bool:
    """Tell the sentence that closes a letter written in one paragraph: "Trong quá trình thực hiện, nếu có …"."""
    return bool(_CLOSING.match(text.low, sentence.start, sentence.end))


# "Trên đây là Chỉ thị về …, yêu cầu các sở có trách nhiệm thực hiện nghiêm túc"
_ABOVE = re.compile(r"\W*trên đây là(?![^\W_])")
_ANSWERS = re.compile(r"^\W*(?:có|chịu) trách nhiệm\s+")


def is_formula(text: Text, sentence: Span, duty: Span) -> bool:
    """Tell "nếu có khó khăn, vướng mắc, đề nghị các đơn vị kịp thời phản ánh về Sở Y tế": *duty* stands in *sentence*.

    >>> from kgbuild.text.normalize import normalise
    >>> said = "Nếu có vướng mắc, đề nghị các huyện phản ánh về Sở Y tế."
    >>> is_formula(normalise(said), Span(0, len(said)), Span(said.index("phản"), len(said)))
    True
    """
    said = text.low[duty.start : duty.end]
    if _ABOVE.match(text.low, sentence.start, sentence.end):
        said = _ANSWERS.sub("", said, count=1)
    if all(_says_nothing(piece) for piece in _PIECE.split(said)):
        return True
    begin = max(text.low.rfind(". ", sentence.start, duty.start), sentence.start)
    return bool(_HINDERED.search(text.low, begin, duty.start)) and bool(
        _TELLS.fullmatch(text.low[duty.start : duty.end].rstrip(" ./"))
    )


def _says_nothing(piece: str) -> bool:
    """Tell "triển khai thực hiện", or whom to tell when something hinders it."""
    hindered = _HINDERED.search(piece)
    if any(said.fullmatch(piece) for said in (_JUST_DO, _ASKS_ON, _LETS_KNOW, _CARRIES_OUT)):
        return True
    return bool(hindered and _TELLS.fullmatch(piece.rstrip(" ./"), hindered.end()))
