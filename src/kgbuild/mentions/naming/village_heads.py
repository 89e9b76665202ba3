"""Heads of villages and people of a commune, who stand in plans like bodies: "Trưởng các ấp, Ban nhân dân ấp"."""

import re

from kgbuild.mentions.naming.names import code_of
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

_VILLAGE = r"(?:thôn|ấp|bản|xóm|khóm|khu phố|khu dân cư|buôn|làng|tổ dân phố)"
_VILLAGES = rf"{_VILLAGE}(?:(?:\s*[,/]\s*|\s+và\s+){_VILLAGE})*"
_HEAD = rf"(?:(?:tổ\s+)?trưởng|ban nhân dân|ban công tác mặt trận)\s+(?:ở\s+)?(?:các\s+)?{_VILLAGES}"
_HEADS = re.compile(
    rf"(?:các\s+)?{_HEAD}(?:(?:\s*[,;]\s*|\s+và\s+){_HEAD})*(?:\s+trên địa bàn(?:\s+(?:xã|phường))?)?(?![^\W_])"
)
PEOPLE = (
    r"(?:cán bộ,? )?công chức|cán bộ(?= (?:phụ trách|chuyên trách|phòng|các|xã|phường))|"
    r"thành viên(?= (?:ban|tổ|ủy ban|hội đồng|ubnd))|hiệu trưởng(?= các| trường)|kế toán(?= ngân sách| xã| phường)|"
    r"bí thư(?= (?:các )?chi bộ)"
)
"""What opens the name of people of a commune or of a committee: "Công chức Văn hóa - xã hội"; for a pattern."""


def read_village_heads(text: Text, span: Span) -> AgencyMention | None:
    """Read the heads of villages that *span* opens with, as one class by their own words."""
    found = _HEADS.match(text.low, span.start, span.end)
    if found is None:
        return None
    place = Span(*found.span())
    name = text.words(place)
    return AgencyMention(place, group=code_of(name), name=name[:1].upper() + name[1:], rule="group")
