"""Bodies that no table lists, as they are named: where such a name ends, alone or as one sort of many."""

import re
from dataclasses import dataclass

from kgbuild.mentions.lines import Line
from kgbuild.mentions.naming.bodies import Bodies
from kgbuild.mentions.naming.head_nouns import opens_compound
from kgbuild.mentions.naming.name_ends import (
    MANY,
    NO_NAME,
    STOPS,
    ends_heading,
    is_field,
    is_object,
    is_others,
    past_evil,
    past_pair,
    past_schools,
    stops,
)
from kgbuild.mentions.naming.names import code_of, text_of
from kgbuild.mentions.naming.place_names import read_place_below
from kgbuild.mentions.patterns import OPENS_DUTY
from kgbuild.model.mentions import AgencyMention

_BREAKS = re.compile(r"[:!?;()\[\]“”\"]|\.(?:\s|$)")
_CUT = re.compile(r"[,\n]|\s-\s")
_STAFF = {("bộ", "công"), ("bộ", "viên"), ("chức", "viên")}  # "cán bộ, công chức, viên chức"
_PIECES = 3  # commas inside one name: "Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông"
_PIECE_WORDS = 6
_MOST_WORDS = 26
_GROUP_WORDS = 2  # a noun of many that is no longer may belong to a name: "… Hợp tác xã và doanh nghiệp"
_ALONE = ("văn", "thanh")  # "Chánh Văn phòng", "Chánh Thanh tra" alone name the issuer's own
_DOTTED = ("tp", "tx")
# the seat of whoever leads the body, in a list of members: "Trưởng phòng Nội vụ - Ủy viên"
_SEAT = re.compile(r"(?:phó\s+)?(?:trưởng ban|tổ trưởng|ủy viên|thành viên|thư ký|chủ tịch)(?![^\W_])")


def _acts(line: Line, at: int) -> bool:
    return OPENS_DUTY.match(line.text.low, line.words[at].start) is not None


@dataclass(frozen=True, slots=True)
class UnlistedBodies:
    """Reads bodies that neither a table nor the document (*bodies*) knows."""

    bodies: Bodies

    def one(self, line: Line, at: int, *, cell: bool, named: bool = False) -> tuple[AgencyMention, int] | None:
        """Keep a body that no table lists as it is named, up to the next separator or verb.

        Behind an officer (*named*) the noun that opens its name may be written small: "Trưởng phòng Nội vụ".
        """
        head = self.bodies.lexicon.heads.opened(line.words, at)
        if not head or not (line.upper(at) or named):
            return None
        if head == at + 1 and head < len(line) and (named or not cell) and not self._names(line, head, named):
            return None
        after = self._name_end(line, at, head, cell)
        alone = after == head <= at + 2 and not (named and line.word(at) in _ALONE)
        if after - at < 2 or after - at > _MOST_WORDS or alone:
            return None
        name = self.bodies.written_out(text_of(line.said(at, after)))
        name = name[:1].upper() + name[1:]
        if line.opens(after - 2, "các", "cấp"):  # "Hội đồng Thi đua - Khen thưởng các cấp": one on each
            return AgencyMention(line.span(at, after), group=code_of(name), name=name, rule="plural"), after
        return AgencyMention(line.span(at, after), name=name, rule="unknown"), after

    def several(self, line: Line, at: int, *, cell: bool, named: bool = False) -> tuple[AgencyMention, int] | None:
        """Read bodies of one sort that no table lists as a group: "các bệnh viện", "các Ban QLDA chuyên ngành".

        Behind an officer (*named*) the noun alone is enough: "Vụ trưởng các Vụ".
        """
        if members := self._members(line, at, cell):
            return members
        heads = self.bodies.lexicon.heads
        head = heads.opened(line.words, at + 1) if line.word(at) in MANY else 0
        thing = not (cell or named) and heads.tells(line.words, at + 1, "thing")
        if not head or (thing and not (line.upper(at + 1) and line.joined(head) and line.upper(head))):
            return None
        after = self._name_end(line, at + 1, head, cell)
        if line.word(at + 1) == "trường":
            after = past_schools(line, after)
        if after - at > _MOST_WORDS:
            return None
        name = text_of(line.said(at, after))
        code = code_of(text_of(line.said(at + 1, after)))
        return AgencyMention(line.span(at, after), group=code, name=name[:1].upper() + name[1:], rule="plural"), after

    def _members(self, line: Line, at: int, cell: bool) -> tuple[AgencyMention, int] | None:
        """Read the members of a body as the group they are: "các thành viên Ban Chỉ đạo"."""
        start = at + (line.word(at) in MANY)
        if not line.opens(start, "thành", "viên") or (start == at and not cell):
            return None
        body = self.bodies.known(line, start + 2) or self.one(line, start + 2, cell=cell)
        if body is None:
            return None
        name = text_of(line.said(at, body[1]))
        code = code_of(text_of(line.said(start, body[1])))
        span = line.span(at, body[1])
        return AgencyMention(span, group=code, name=name[:1].upper() + name[1:], rule="plural"), body[1]

    def _names(self, line: Line, at: int, named: bool) -> bool:
        """Tell whether a word goes on with a name behind a head of one word: "Sở Y tế", "Trường đại học Tây Nguyên"."""
        if not line.joined(at):
            return False  # "Phó Giám đốc Sở - Trần Văn An"
        whose = line.word(at - 1) in ("bộ", "sở")  # "báo cáo Lãnh đạo Bộ | kết quả thực hiện"
        if named and not whose and line.word(at) not in NO_NAME and not line.verb(at):
            return True
        return line.upper(at) or line.word(at) in ("đại", "cao", "trung", "nghiên", "chuyên")

    def _name_end(self, line: Line, at: int, after: int, cell: bool) -> int:
        begin = after
        while after < len(line) and after - at <= _MOST_WORDS:
            between = line.between(after)
            if line.word(after - 1) in _DOTTED and (city := self._dotted_place(line, after - 1)):
                after = city
                continue
            if _BREAKS.search(between):
                break
            if _CUT.search(between):
                more = self._inner(line, at, after, cell)
                if not more:
                    break
                after = more
                continue
            if after > begin and line.opens(after, "trong", "nước"):
                after += 2  # "Vụ Thị trường trong nước"
                continue
            zones = line.opens(after, "và", "các", "khu") and line.word(at) in ("ban", "bql")
            if (
                line.word(after) in ("và", "cùng")
                and not zones
                and (after == begin or self.bodies.starts(line, after + 1) or self._others(line, after + 1))
            ):
                break
            own = (
                is_object(line, begin, after)
                or ends_heading(line, after)
                or is_field(line, after, lambda at: self._opens(line, at))
            )
            verb = line.verb(after) and not own
            if verb and (not cell or line.word(after) in ("chủ", "phối", "tham")):
                break
            if line.word(after) in ("có", "chịu") and line.opens(after + 1, "trách", "nhiệm"):
                break
            if after - 2 >= begin and line.opens(after - 2, "các", "cấp") and _acts(line, after):
                break  # "Hội đồng Thi đua - Khen thưởng các cấp | phân công"
            if stops(line, after, STOPS if cell else NO_NAME - MANY):
                break
            if cell and after > begin and line.upper(after) and (above := self.bodies.known(line, after)):
                board = line.word(at) == "ban" and line.word(above[1] - 1) == "ủy"  # "Ban Khoa giáo Tỉnh ủy"
                within = line.opens(after - 2, "đảng", "ủy")  # "Ban Thường vụ Đảng ủy | Công an tỉnh"
                owned = board or within or self._is(line, at, "unit") or line.word(after - 1) in ("của", "thuộc")
                return above[1] if owned and line.between(after) == " " else after
            after += 1
        return after - 1 if line.word(after - 1) == "và" else after  # "… tệ nạn xã hội và | xây dựng phong trào"

    def _opens(self, line: Line, at: int) -> bool:
        return bool(self.bodies.lexicon.heads.opened(line.words, at))

    def _others(self, line: Line, at: int) -> bool:
        """Tell whoever else is meant behind "và": "Ban Kinh tế - Ngân sách và | đại biểu Hội đồng nhân dân tỉnh"."""
        group = None if line.upper(at) else self.bodies.lexicon.group_nouns.longest(line.words, at)
        return is_others(line, at) or (group is not None and group[1] - at > _GROUP_WORDS)

    def _dotted_place(self, line: Line, at: int) -> int:
        """Find the word after a place whose noun is short: "TP.HCM", "TP. Biên Hòa"; 0 where none is named."""
        if line.between(at + 1).strip() not in ("", ".") or "\n" in line.between(at + 1):
            return 0
        named = self.bodies.lexicon.places.longest(line.words, at)
        below = None if named else read_place_below(line, at, self.bodies.lexicon)
        return named[1] if named and named[1] > at + 1 else below[1] if below else 0

    def _inner(self, line: Line, at: int, after: int, cell: bool) -> int:
        """Tell a comma or dash inside a name: the word to go on from, 0 where the name ends before it."""
        between = line.between(after)
        head = self.bodies.lexicon.heads.opened(line.words, after)
        if re.fullmatch(r"\s-\s", between):
            if _SEAT.match(line.text.low, line.words[after].start):
                return 0
            if self._is(line, at, "unit") and (above := self.bodies.known(line, after)) and above[0].record:
                return above[1]
            group = self._group(line, after)
            noun = head and self._is(line, at, "list") and not line.joined(head)  # "Trung tâm Thông tin - Thư viện"
            own = noun or (not head and (line.upper(after) or not (group or line.verb(after))))
            return after + 1 if own else 0
        if between.strip() != ",":
            return 0
        if evil := past_evil(line, at, after):
            return evil
        if cell and self._is(line, at, "unit") and (pair := past_pair(line, at, after)):
            return pair
        staff = line.word(after + 1) == "chức" and (line.word(after - 1), line.word(after)) in _STAFF
        if cell and (staff or line.opens(after, "bồi", "dưỡng")):
            return after + 1  # "Vụ Đào tạo, bồi dưỡng cán bộ, công chức"
        small = not line.upper(after) and line.word(after) not in ("các", "những", "và", "ủy", "ubnd")
        if (
            cell
            and small
            and self.bodies.lexicon.group_nouns.longest(line.words, after) is None
            and not line.verb(after)
        ):
            return after + 1
        if more := self._listed_name(line, at, after):
            return more
        return after + 1 if self._next_subject(line, at, after) else 0

    def _listed_name(self, line: Line, at: int, after: int) -> int:
        """Read the rest of a name that is a list: "Cục Khoa học | , Công nghệ và Thông tin"; 0 where it is none.

        Its pieces open no body of their own, and the last of them is parted by "và".
        """
        here = after
        for _ in range(_PIECES):
            if self._own_piece(line, at, here):
                return 0
            begin = here
            while here < len(line) and (here == begin or line.joined(here)) and here - begin <= _PIECE_WORDS:
                if line.word(here) == "và":
                    office = self._is(line, at, "unit") and here - begin > 2 and not self._own_piece(line, at, here + 1)
                    small = (office or self._is(line, at, "list")) and not line.verb(here + 1)
                    small = small and (office or not line.upper(begin))
                    return 0 if self.bodies.starts(line, here + 1) or not (small or line.upper(here + 1)) else here + 1
                here += 1
            if line.between(here).strip() != ",":
                return 0
        return 0

    def _next_subject(self, line: Line, at: int, here: int) -> bool:
        """Tell a capital behind a comma that goes on a name rather than opening another: no body, place or person."""
        if (
            not self._is(line, at, "list")
            or not line.upper(here)
            or line.word(here) in self.bodies.lexicon.common_surnames
        ):
            return False
        if line.said(here, here + 1).isupper() or not line.joined(here + 1) or line.upper(here + 1):
            return False
        shared = any(index.longest(line.words, here) for index in self.bodies.lexicon.bare.values())
        return (
            not shared and not self._own_piece(line, at, here) and self.bodies.lexicon.place(line.words, here) is None
        )

    def _is(self, line: Line, at: int, trait: str) -> bool:
        return self.bodies.lexicon.heads.tells(line.words, at, trait)

    def _group(self, line: Line, at: int) -> bool:
        """Tell a noun of many, rather than a word it opens: "kinh tế - xã hội", "rừng đặc dụng - phòng hộ"."""
        named = self.bodies.lexicon.group_nouns.longest(line.words, at)
        return named is not None and not opens_compound(line.words, at, named[1])

    def _own_piece(self, line: Line, at: int, here: int) -> bool:
        """Tell a piece of a list that is a body, or the bare name of one behind the same head word."""
        bare = self.bodies.lexicon.bare.get(line.word(at))
        if bare is not None and bare.longest(line.words, here):
            return True
        group = self.bodies.lexicon.group_nouns.longest(line.words, here) is not None
        return self.bodies.starts(line, here) or group or line.verb(here)
