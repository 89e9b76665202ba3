"""Boards that stand below their body in a letterhead: "THÀNH ỦY VINH / BAN THƯỜNG VỤ"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kgbuild.language import fold
from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

_BOARD = re.compile(
    r"(?P<board>ban thường vụ|btv|ban chấp hành|bch|ban thường trực|đoàn chủ tịch)"
    r"(?:\s+(?=(?:tỉnh|thành phố)\s)(?P<place>.+))?"
)
_STANDING = ("ban thường vụ", "btv")
_COMMITTEE, _STANDING_BOARD, _WHOLE = "prov:tu", "prov:ban-thuong-vu-tu", "prov:dang-bo"
_LED_BY_BOARDS = ("MassOrganization", "FrontBody")
_COMMITTEES_OF_CENTRE = ("dang-uy-khoi", "ban-dang-trung-uong")  # kinds: the Party committees right below the centre
# an organ of a Party committee that no table lists is named with it
_ORGANS = {"ủy ban kiểm tra": "Ủy ban Kiểm tra", "ban tổ chức": "Ban Tổ chức", "văn phòng": "Văn phòng"}
_PARTY_COMMITTEE = "đảng ủy "


def read_board(text: Text, named: Sequence[AgencyMention], reader: AgencyReader) -> AgencyMention | None:
    """Read the body whose board is the last of the *named*: the board speaks for it, that of a Party committee apart.

    A union whose central name stands above "BAN CHẤP HÀNH TỈNH …" is that of the province.
    """
    if len(named) < 2 or named[-1].record:
        return None
    last = named[-1]
    said = _BOARD.fullmatch(fold(text.words(last.span)))
    above = next((body for body in reversed(named[:-1]) if body.record), None)
    record = reader.lexicon.knowledge.agencies.get(above.record) if above else None
    if said is None or above is None or record is None:
        return None
    span = Span(above.span.start, last.span.end)
    if above.record in (_COMMITTEE, _WHOLE):
        own = _STANDING_BOARD if said["board"] in _STANDING else _COMMITTEE
        return None if said["place"] else replace(above, span=span, record=own)
    if record.scope == "central" and record.kind in _COMMITTEES_OF_CENTRE and not said["place"]:
        return replace(above, span=span)
    if record.type not in _LED_BY_BOARDS:
        return None
    area = _area(text, last.span, reader) if said["place"] else above.area
    if record.scope != "central" or not area:
        return replace(above, span=span, area=area)
    twins = [r for r in reader.lexicon.knowledge.agencies.values() if r.scope == "province" and r.parent == record.id]
    own = next((r.id for r in twins if r.type == record.type), "")
    return replace(above, span=span, record=own, area=area) if own else None


def _area(text: Text, span: Span, reader: AgencyReader) -> str:
    words = tokens(text, span)
    found = (reader.lexicon.place(words, at) for at in range(len(words)))
    return next((place[0] for place in found if place and place[0]), "")


def organ_of_committee(text: Text, named: Sequence[AgencyMention]) -> tuple[AgencyMention, str] | None:
    """Tell an organ right below a Party committee that no table lists: the committee, and the organ's name."""
    if len(named) < 2 or named[-1].record or named[-2].record:
        return None
    organ = _ORGANS.get(fold(text.words(named[-1].span)))
    party = fold(text.words(named[-2].span)).startswith(_PARTY_COMMITTEE)
    return (named[-2], organ) if organ and party else None
