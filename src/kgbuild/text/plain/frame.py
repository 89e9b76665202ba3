"""What web pages leave around a document in plain text: menus and data sheets above it, links and notices below."""

import re
from collections.abc import Sequence

from kgbuild.language import UPPER, fold, is_upper
from kgbuild.model.text import Block, Paragraph, Reading, Text

_TOP = 150  # blocks from the top in which the head of a document is looked for
_MOST = 6000  # characters: more text above the head is a text of its own
_HEAD = 8  # blocks of a head that may stand above the motto
_BROKEN = 3  # short lines into which a subject in a narrow column may be broken
_SUBJECT = 250  # characters: no line of a head is longer
_NEAR = 12  # blocks in which notices must stand close together to be the frame

_MOTTO = re.compile(r"\W*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM\W*$)")
_OF_HEAD = re.compile(
    r"\W*(?:(?:[^\W\d_]+\s+){0,3}[Ss]ố\s*:?\s*\S{0,14}\s?/|[Dd]ự thảo|DỰ THẢO|V/v\b"
    rf"|(?:[Đđ]ộ mật|Hỏa tốc|HỎA TỐC|Khẩn|KHẨN)\b|[{UPPER}][^,\n]{{1,30}},\s*ngày\s)"
)
_SHEET = re.compile(
    r"(?:số hiệu|số ký hiệu|loại văn bản|nơi ban hành|cơ quan ban hành|người ký|ngày ban hành|ngày (?:có )?hiệu lực|"
    r"ngày công báo|số công báo|tình trạng|lĩnh vực|trích yếu|ngày hết hiệu lực|áp dụng)\b"
)
_SIGNER = re.compile(r"(?<![^\W_])Người ký\s*(?::\s*\|?|\|)\s*[^\W\d_]")  # on a line, or in two cells of a row
_LABEL = re.compile(r"\W*Người ký\s*:?\W*")
_TEXT = re.compile(r"\W*(?:Căn cứ\s|(?:Điều|ĐIỀU)\s+\d|(?:[IVX]{1,4}|\d{1,2})\s*[.\-]\s+\S+\s+\S+\s+\S+\s+\S+)")
# a single line of these tells the frame below a document
_NOTICE = re.compile(
    r"(?:(?:các )?(?:văn bản|tin|bài viết) (?:liên quan|khác|cùng chuyên mục|mới nhất|đã đưa|(?:mới|cũ) hơn)|"
    r"văn bản này chưa cập nhật nội dung|nội dung sửa đổi hướng dẫn|file được đính kèm theo văn bản|"
    r"(?:©|copyright|bản quyền (?:thuộc|©|20|của))|đăng ký tài khoản|hỏi đáp pháp luật|lượt xem|số lần được xem|"
    r"tổng số lượt|gửi bình luận|ý kiến bạn đọc|chia sẻ bài viết|quay lại đầu trang|văn bản gốc pdf|tải văn bản)\b"
)
# several of these, each alone on its line and close together
_BUTTONS = frozenset(
    """lưu trữ|ghi chú|ý kiến|góp ý|facebook|twitter|zalo|email|gửi email|in|in trang|in văn bản|bản in|tải về|
    tải xuống|chia sẻ|bình luận|đăng nhập|đăng ký|trang chủ|liên hệ|sơ đồ trang|xem thêm|quay lại|lược đồ|mục lục|
    thuộc tính|nội dung|tiếng anh|hiệu lực|văn bản gốc|báo lỗi|theo dõi văn bản|lưu|tweet|like|share|đầu trang|
    chú thích|tìm kiếm|từ khóa|đánh giá|phản hồi|thích""".replace("\n    ", "").split("|")
)
_END = re.compile(r"\W*(?:nơi\s+nhận\b|(?:tm|kt|tl|tuq)\s*\.|t/m\b|k/t\b)", re.IGNORECASE)
_ANOTHER = re.compile(r"\W*(?:PHỤ LỤC|Phụ lục|BIỂU|DANH MỤC|ĐỀ CƯƠNG|MẪU|Mẫu số|\(?(?:Ban hành|Kèm)\s+kèm|\(?Kèm theo)")
_TITLE = re.compile(r"\W*[^\W\d_]+(?: [^\W\d_]+){0,2} (?:số )?\d+\S*/\S+\s")


def drop_frame(reading: Reading) -> Reading:
    """Leave out the blocks that stand around the document on its page; the text itself stays as it is."""
    text, blocks = reading.text, reading.blocks
    lines = [_line(text, block) for block in blocks]
    start = _start(blocks, lines)
    kept = blocks[start : max(start, _stop(lines, start))]
    if not any(_END.match(line) for line in lines[start:]):  # who signed stands in the sheet alone
        kept = (*_signer(text, blocks[:start]), *kept)
    return Reading(text, kept)


def is_notice(line: str) -> bool:
    """Tell a line that stands on a page below its document."""
    return bool(_NOTICE.match(fold(line[:60])))


def _line(text: Text, block: Block) -> str:
    """Give the words a block begins with; tables have none that count."""
    return text.norm[block.span.start : block.span.end][:400] if isinstance(block, Paragraph) else ""


def _signer(text: Text, above: Sequence[Block]) -> list[Block]:
    """Find the lines of the sheet that name who signed: label and name in one, or each in its own cell."""
    said = [text.norm[block.span.start : block.span.end] for block in above]
    found: list[Block] = []
    for at, block in enumerate(above):
        if _SIGNER.search(said[at]):
            found.append(block)
        elif _LABEL.fullmatch(said[at]):
            found.extend(above[at : at + 2])
    return found


def _start(blocks: Sequence[Block], lines: Sequence[str]) -> int:
    """Find where the head begins: some lines above the motto, when all above these is no text of its own."""
    motto = next((at for at, line in enumerate(lines[:_TOP]) if _MOTTO.match(line)), None)
    if motto is None:
        return 0
    start, at, others = motto, motto, 0
    while at and motto - at < _HEAD and others < _BROKEN:
        at -= 1
        if _of_head(lines[at]):
            start, others = at, 0
        elif len(lines[at]) < _SUBJECT and not _SHEET.match(fold(lines[at])):
            others += 1
        else:
            break
    above = sum(len(block.span) for block in blocks[:start])
    return 0 if above > _MOST or any(_TEXT.match(line) for line in lines[:start]) else start


def _of_head(line: str) -> bool:
    """Tell a line that may stand above the motto: blank or a rule, the issuer in capitals, number, date, stamp."""
    if not any(char.isalnum() for char in line):
        return True
    return len(line) < _SUBJECT and not _SHEET.match(fold(line)) and (is_upper(line) or bool(_OF_HEAD.match(line)))


def _stop(lines: Sequence[str], start: int) -> int:
    """Find where the frame below the document begins; no annex or other document may follow."""
    last = max((at for at, line in enumerate(lines) if _ANOTHER.match(line) or _MOTTO.match(line)), default=0)
    end = next((at for at, line in enumerate(lines) if at >= start and _END.match(line)), None)
    if end is None:
        return len(lines)
    folded = [fold(line[:60]) for line in lines]
    for at in range(max(end, last) + 1, len(lines)):
        near = folded[at : at + _NEAR]
        if is_notice(lines[at]) or (folded[at] in _BUTTONS and sum(word in _BUTTONS for word in near) >= 3):
            while at - 1 > end and _TITLE.match(lines[at - 1]):
                at -= 1
            return at
    return len(lines)
