"""Recipients: each line below "Nơi nhận" with the purpose in brackets and the bodies it names."""

import re

from kgbuild.language import is_upper
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.people import RecipientMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

# what a line may be sent for: "(để b/c)", "(báo cáo)", "(để ph/h th/h)", also in quotation marks or behind a dash
_WHY = (
    r"(?:để\s+)?(?:b/c|báo cáo|biết|phối hợp|thực hiện|ph/h|p/h|th/h|t/h|theo dõi|t/d|chỉ đạo|c/đ|kiểm tra|đăng tải|"
    r"đăng công báo|đưa tin|tuyên truyền|triển khai|thi hành|giám sát|xin ý kiến|k/t|đ/b)"
)
_PURPOSE = re.compile(
    rf";?\s*(?:\(\s*(?P<purpose>{_WHY}[^)]*)\)?|[“\"](?P<quoted>{_WHY}[^”\"]*)[”\"]|\s[-–]\s*(?P<bare>để\s+{_WHY}[\s\w/]*))"
    r"[\s;.,]*$",
    re.IGNORECASE,
)
_FILED = re.compile(r"^\W*lưu\b", re.IGNORECASE)


# what the archive's line names besides the unit that drafted: the registry, copies, the file
_ARCHIVE = re.compile(
    r"^(?:vt|văn thư|hs|hồ sơ|hsvt|văn phòng(?: .*)?|vp(?: .*)?|bản gốc|\d+ ?b(?:ản)?)\.?$", re.IGNORECASE
)


def _drafting_unit(archive: str) -> str:
    """Read who drafted from the archive's line: "Lưu: VT, KGVX (Hg)" says KGVX (Hg); empty where it says none."""
    said = re.sub(r"^\W*lưu\b[\s:]*", "", archive, flags=re.IGNORECASE)
    pieces = (" ".join(piece.split()).strip(" .;") for piece in re.split(r"[,;](?![^(]*\))", said))
    return ", ".join(piece for piece in pieces if piece and not _ARCHIVE.match(piece))


def read_recipients(text: Text, part: Part, reader: AgencyReader) -> tuple[RecipientMention, ...]:
    """Read the recipient lines; two bodies parted by a semicolon are two lines' worth."""
    found: list[RecipientMention] = []
    for line in part.recipients:
        filed = bool(_FILED.match(text.norm[line.start : line.end]))
        purpose = _PURPOSE.search(text.norm, line.start, line.end)
        body = text.trim(Span(line.start, purpose.start() if purpose else line.end), " \t\n;.,")
        said = " ".join(next(filter(None, purpose.groups())).split()) if purpose else ""
        pieces = [body] if filed or ":" in text.norm[body.start : body.end] else _pieces(text, body)
        for piece in pieces:
            agents = () if filed else tuple(m for m in reader.read_line(text, piece) if _is_told(m))
            found.append(
                RecipientMention(piece, agents, said, filed, _drafting_unit(text.words(piece)) if filed else "")
            )
    return tuple(found)


def _is_told(mention: AgencyMention) -> bool:
    """Tell a body from a few initials that only the issuer's own office understands: "Phòng NCVX"."""
    if mention.record or mention.group or mention.locality:
        return True
    words = mention.name.split()
    return any(not is_upper(word) for word in words[1:] if word.lower() not in ("tâm", "phòng", "cục", "và", "-"))


def _pieces(text: Text, span: Span) -> list[Span]:
    at = span.start
    out = []
    for piece in text.norm[span.start : span.end].split(";"):
        trimmed = text.trim(Span(at, at + len(piece)), " \t\n-.,")
        if len(trimmed):
            out.append(trimmed)
        at += len(piece) + 1
    return out
