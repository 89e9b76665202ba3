"""How a group is narrowed and named: "liên quan", "trực thuộc Bộ", a place; the class alone or with what narrows it."""

import re

from kgbuild.language import slug
from kgbuild.mentions.lines import Line, Token
from kgbuild.mentions.naming.names import Lexicon, code_of
from kgbuild.mentions.patterns import TASK_VERB
from kgbuild.model import Span

# words that may follow the nouns and narrow the group
NARROWS = re.compile(
    r"[\s,]*(?:(?:có|khác)?\s*liên quan|hữu quan|khác)(?![^\W_])|\s*(?:(?:của )?(?:thành ủy|tỉnh ủy)|"
    r"cấp (?:huyện|xã|phường|tỉnh|trên)|thuộc (?:trung ương|tỉnh|thành phố)|"
    r"thuộc phạm vi(?: quản lý)?(?: của (?:mình|địa phương|ngành|bộ|tỉnh(?=\s*[,;]|\s+(?:có|chịu|và)\s))|"
    r" của(?= tỉnh))?|"
    r"của (?:thành phố|tỉnh|trung ương|đảng)|trực thuộc(?: (?:thành ủy|tỉnh ủy)| (?:thành phố|tỉnh)(?! ủy))?|"
    r"trong (?:tỉnh|thành phố)|"
    r"thuộc (?:vùng|khu vực)(?: (?:đồng bào|dân tộc|thiểu số|miền núi|biên giới|hải đảo|khó khăn|đặc biệt|sâu|xa|cao|"
    r"ven biển|nông thôn|bãi ngang|vùng|và(?= (?:miền núi|vùng|biên giới|hải đảo|ven biển))))+|"
    r"các cấp|và tương đương|chức năng|"
    # said of the class, though "quản lý" is a verb elsewhere: "các sở quản lý nhà nước chuyên ngành"
    r"quản lý (?:nhà nước (?:chuyên ngành|ngành)|chuyên ngành|ngành)(?:,? lĩnh vực)?|"
    r"tham gia (?:chương trình|đề án|dự án)(?=\s*[,;]|\s+(?:là|có trách nhiệm|chịu trách nhiệm)\s)|"
    r"trên địa bàn(?: (?:toàn )?(?:tỉnh|thành phố))?|"
    r"được (?:giao|phân công)[^,;.]{3,60}?(?=\s+(?:có|chịu) trách nhiệm(?![^\W_]))|"
    r"được (?:giao|phân công)[^,;.]{3,80}?"
    r"(?!(?<=chủ trì)\s+thực hiện)(?=\s+(?:chủ động|có trách nhiệm|để|phối hợp|thực hiện|căn cứ|tập trung|khẩn trương|"
    r"nghiêm túc|nghiêm chỉnh|kịp thời|tích cực|tiếp tục|thường xuyên|phải|cần))|"
    r"ở trung ương(?: và địa phương)?|trung ương|đóng trên địa bàn|"
    r"từ (?:trung ương|tỉnh|thành phố|huyện|cấp tỉnh)(?: xuống)? (?:đến|tới) (?:cơ sở|xã|cấp xã|địa phương|huyện|thôn))"
    r"(?![^\W_])"
)
_MOST_FIELD = 4
_OWNERS = {"bộ", "sở", "cục", "ban", "huyện", "quận", "xã", "phường", "ngành"}


def read_tail(line: Line, at: int, lexicon: Lexicon, cell: bool) -> tuple[int, bool] | None:
    """Read what narrows the group: "liên quan", "của Thành phố", a place; a word cut short tells of truncation."""
    low, words, end, truncated = line.text.low, line.words, None, False
    while at < len(words):
        place = lexicon.place(words, at) if line.joined(at) else None
        if place:
            at = place[1]
        else:
            narrow = NARROWS.match(low, words[at - 1].end)
            owned = _owner(words, at, lexicon) or _owner(words, _field_end(line, at), lexicon)
            if owned and line.joined(at):
                at = owned
            elif (qualified := lexicon.qualifiers.longest(words, at)) and line.joined(at):
                at = qualified[1]
            elif narrow:
                while at < len(words) and words[at].end <= narrow.end():
                    at += 1
            elif _cut_short(words, at):
                at, truncated = len(words), True
            elif cell and line.joined(at) and words[at].word not in ("và", "với") and not _acts(line, at):
                at += 1
            else:
                break
        end = words[at - 1].end
    return (end, truncated) if end else None


# "các đơn vị có liên quan | tham mưu …": behind these words a class is narrowed by no verb
_DONE_NARROWING = re.compile(r"liên quan\s+$")
_NO_VERB = re.compile(r"(?:có|là|được|để|khi|tại|trong|theo|trình|cần|từ|đến)(?![^\W_])")


def _acts(line: Line, at: int) -> bool:
    """Tell a verb behind "liên quan": the cell goes on with what is done."""
    low, start = line.text.low, line.words[at].start
    related = _DONE_NARROWING.search(low, max(0, start - 12), start) is not None
    return related and TASK_VERB.match(low, start) is not None and not _NO_VERB.match(low, start)


def _owner(words: list[Token], at: int, lexicon: Lexicon) -> int:
    """Read the body that a group belongs to: "các đơn vị | thuộc Bộ", "các đơn vị | trực thuộc Sở Y tế"."""
    said = [w.word for w in words[at : at + 3]]
    of_ministry = said[:2] == ["của", "bộ"]  # "các đơn vị | của Bộ Khoa học và Công nghệ"
    start = at + 2 if said[:2] == ["trực", "thuộc"] else at + 1 if said[:1] == ["thuộc"] or of_ministry else 0
    if not start or start >= len(words) or words[start].start - words[start - 1].end > 1:
        return 0  # "các đảng ủy trực thuộc, huyện ủy" are two
    known = lexicon.bodies.longest(words, start)
    if known is None and [w.word for w in words[start : start + 2]] == ["đảng", "ủy"]:
        # "các chi bộ | trực thuộc Đảng ủy xã"
        named = start + 2 < len(words) and words[start + 2].start - words[start + 1].end == 1
        return start + 3 if named and words[start + 2].word in _OWNERS else start + 2
    if known and [w.word for w in words[known[1] : known[1] + 2]] == ["các", "tỉnh"]:
        return _provinces_end(words, known[1] + 1)
    if known or words[start].word not in _OWNERS or of_ministry:
        return known[1] if known else 0
    return start + (2 if start + 1 < len(words) and words[start + 1].word == "ủy" else 1)  # "trực thuộc Huyện ủy"


def _provinces_end(words: list[Token], at: int) -> int:
    """Read the rest of "(Ủy ban nhân dân các) tỉnh, thành phố trực thuộc Trung ương"."""
    for phrase in (["tỉnh"], ["thành", "phố"], ["trực", "thuộc"], ["trung", "ương"]):
        if [w.word for w in words[at : at + len(phrase)]] == phrase:
            at += len(phrase)
    return at


def _field_end(line: Line, at: int) -> int:
    """Find "thuộc" a few small words on: "các đơn vị | truyền thông | thuộc Bộ"."""
    for here in range(at, min(at + _MOST_FIELD, len(line))):
        if line.word(here) in ("thuộc", "trực"):
            return here
        if not line.joined(here) or line.verb(here):
            break
    return len(line)


# how a tail goes on that a cell may cut short
_TAILS = ("của thành phố", "của tỉnh", "của trung ương", "trên địa bàn", "có liên quan", "liên quan", "trực thuộc")


def _cut_short(words: list[Token], at: int) -> bool:
    """Tell "của Thành ph": the words left are only the beginning of a tail, cut within a word."""
    left = " ".join(w.word for w in words[at : at + 5])
    return " " in left and any(
        tail.startswith(left) and tail[len(left)] != " " for tail in _TAILS if len(tail) > len(left)
    )


_LONGEST_TAIL = 50
_NARROWED = ("doanh-nghiep", "truong-vien", "tinh-thanh-pho")
_OF_A_PLACE = frozenset(("trên", "địa", "bàn", "của", "thuộc", "trực", "toàn", "ương"))


def _without_places(words: list[Token], at: int, end: int, lexicon: Lexicon) -> str:
    """Give the folded words from *at* on that narrow a group by more than the place it is of."""
    kept: list[str] = []
    while at < len(words) and words[at].start < end:
        place = lexicon.place(words, at)
        centre = words[at].word == "trung" and at + 1 < len(words) and words[at + 1].word == "ương"
        if place is None and not centre and words[at].word not in _OF_A_PLACE:
            kept.append(words[at].word)
        at = place[1] if place else at + 1
    return " ".join(kept)


# a class of several sorts, which one of them alone is not
_WIDE, _WIDE_WORDS = "doanh-nghiep", ("doanh", "nghiệp")


def group_code(line: Line, run: list[tuple[str, int, int]], span: Span, lexicon: Lexicon) -> str:
    """Name the group: its class alone, or the class and what narrows it.

    "các huyện" alone and "các quận" alone are not the districts as a whole, nor "nhà đầu tư" alone the enterprises.
    """
    text, code = line.text, run[0][0]
    said = {line.word(i) for _, begin, end in run for i in range(begin, end)}
    if (
        code == "cap-huyen"
        and len(run) == 1
        and said in ({"huyện"}, {"quận"})
        and text.low[span.start : span.end].split()[0] == "các"
    ):
        return f"cac-{slug(next(iter(said)))}"
    if code == _WIDE and len(run) == 1 and not line.opens(run[0][1], *_WIDE_WORDS):
        code = slug(line.said(run[0][1], run[0][2]))
    mixed = {c for c, _, _ in run} - {run[0][0]}
    if mixed == {"doan-the"}:
        code, mixed = f"{code}-doan-the", set()
    if mixed or (code in ("co-quan-don-vi", "cac-cap")):
        return code_of(text.norm[span.start : span.end])
    if "liên quan" in text.low[span.start : span.end]:
        return f"{code}-lien-quan"
    extra = _without_places(line.words, run[-1][2], span.end, lexicon)
    if extra.startswith("bộ "):  # "cơ quan chuyên môn thuộc Bộ Tài chính" are no departments of a province
        return code_of(text.norm[span.start : span.end])
    extra = re.sub(r"^(?:vùng|khu vực) ", "", extra) if code == "tinh-thanh-pho" else extra
    named = run[0][0] in _NARROWED or extra.startswith(("quản lý", "vùng ", "khu vực "))
    return f"{code}-{slug(extra)}" if extra and len(extra) < _LONGEST_TAIL and named else code
