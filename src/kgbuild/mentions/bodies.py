"""One body: by a name that a table or the document itself gives, or, where none does, as far as its name goes."""

import re
from dataclasses import dataclass

from kgbuild.mentions.group_nouns import GroupNouns
from kgbuild.mentions.lines import Line
from kgbuild.mentions.localities import read_noun, read_place_below
from kgbuild.mentions.names import PLACED, Lexicon, NameIndex, code_of, opens_compound, text_of
from kgbuild.mentions.posts import read_officer
from kgbuild.model.mentions import AgencyMention, Locality

_BREAKS = re.compile(r"[:!?;()\[\]“”\"]|\.(?:\s|$)")
_CUT = re.compile(r"[,\n]|\s-\s")
_PIECES = 3  # commas inside one name: "Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông"
_PIECE_WORDS = 6
_MOST_WORDS = 26
# units that name the body above them behind a dash: "Cục Kiểm tra văn bản - Bộ Tư pháp"
_UNITS = {"cục", "tổng", "t", "vụ", "phòng", "trung", "chi", "viện", "thanh", "văn"}
# bodies of the whole country whose name with a place behind it is one of their branches: "VNPT Lào Cai"
_BRANCHED = {"Enterprise", "MassOrganization", "MediaOrganization", "ScienceOrganization"}
# what many of are places and things rather than bodies, where running text speaks of them
_THINGS = {"nhà máy", "trạm", "trung tâm", "quỹ", "vụ", "phòng", "tạp chí", "bảo tàng", "thư viện", "đội"} | {
    "nhà hát", "vườn quốc gia", "đoàn", "ban", "bộ", "thuế", "văn phòng", "hội đồng", "khu công nghệ", "xí nghiệp",
    "viện", "đài",
}  # fmt: skip
_ALONE = ("văn", "thanh")  # "Chánh Văn phòng", "Chánh Thanh tra" alone name the issuer's own
# small words at which a name ends: always, and in running text
_STOPS = frozenset(["trước", "sau", "khi", "nêu", "để", "hằng", "hàng"])
_NO_NAME = _STOPS | frozenset(
    ["các", "những", "của", "về", "theo", "trong", "vào", "nếu", "nhằm", "như", "gồm", "đã", "đang", "không", "cho"]
)
_MANY = frozenset(["các", "những"])
_REGION = re.compile(r"[ivx]+|\d+")
# first words of bodies of which there are many, each with a name behind: "Ban Quản lý Khu kinh tế Vũng Áng"
_SPECIALISED = {"ban", "bql", "trung", "quỹ", "hiệp", "viện", "trường"}
# bodies whose names may be lists of what they are for: "Viện Chiến lược, Chính sách tài chính"
_LISTED = {"ban", "bql", "trung", "viện", "học", "báo", "tạp", "hội"}
_FAMILIES = "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương đinh trịnh lương đoàn trương"
_SURNAMES = frozenset(_FAMILIES.split())
_BRANCHED_KINDS = {"don-vi-thuoc-bo", "co-quan-thuoc-chinh-phu"}


@dataclass(frozen=True, slots=True)
class Bodies:
    """What one document's bodies are recognised by.

    `area` is the document's area, `local` holds names that the document itself introduces. `locality` is the district
    or commune whose document it is, `own` the short names of its organs.
    """

    lexicon: Lexicon
    nouns: GroupNouns
    area: str
    local: NameIndex
    locality: Locality | None
    own: NameIndex

    def known(self, line: Line, at: int) -> tuple[AgencyMention, int] | None:
        """Find the longest known body that begins at word *at*, its place included."""
        best = self._listed(line, at)
        if best and self._goes_on(line, at, best):
            best = None
        introduced = self.local.longest(line.words, at)
        if introduced and (best is None or introduced[1] > best[1]):
            return AgencyMention(line.span(at, introduced[1]), name=introduced[0], rule="introduced"), introduced[1]
        if (own := self.own.longest(line.words, at)) and (best is None or own[1] >= best[1]):
            span = line.span(at, own[1])
            return AgencyMention(span, record=own[0], locality=self.locality, elliptical=True, rule="local"), own[1]
        return best

    def _listed(self, line: Line, at: int) -> tuple[AgencyMention, int] | None:
        """Find the longest name of the tables; one that holds its place wins over one of the same length."""
        indexes = (self.lexicon.local.get(self.area), self.lexicon.bodies, self.lexicon.placed)
        hits = [hit for index in indexes if index is not None and (hit := index.longest(line.words, at))]
        if line.joined(at + 1) and (spelled := self.lexicon.spelled_out(line, at + 1, line.word(at))):
            hits.append(spelled)
        best: tuple[AgencyMention, int] | None = None
        for record, after in hits:
            read = self._with_place(line, at, record, after)
            placed = read is not None and bool(read[0].record) and record.endswith(PLACED)
            if read and (best is None or read[1] > best[1] or (read[1] == best[1] and placed)):
                best = read
        return best

    def _with_place(self, line: Line, at: int, value: str, after: int) -> tuple[AgencyMention, int] | None:
        """Read the place behind the name of a table row: a province, or a district that has such a body too."""
        record = self.lexicon.knowledge.agencies[value.removesuffix(PLACED)]
        if "{X}" in record.name and record.type != "Post" and (below := self._below(line, at, record.id, after)):
            return below
        if line.joined(after) and line.opens(after, "khu", "vực") and _REGION.fullmatch(line.word(after + 2)):
            span = line.span(at, after + 3)
            return AgencyMention(span, name=text_of(line.text.words(span)), rule="unknown"), after + 3
        end, area = self.place(line, after)
        if value.endswith(PLACED) and end == after:
            return None
        if record.scope != "province" and end > after:
            branched = record.type in _BRANCHED or record.kind in _BRANCHED_KINDS
            if record.scope == "central" and branched and not value.endswith(PLACED):
                return AgencyMention(line.span(at, end), name=text_of(line.said(at, end)), rule="unknown"), end
            if record.scope == "central":
                end, area = after, ""
        return AgencyMention(line.span(at, end), record=record.id, area=area), end

    def _below(self, line: Line, at: int, record: str, after: int) -> tuple[AgencyMention, int] | None:
        """Read a body of a district or commune named like the province's: "Công an huyện Kỳ Anh", "Công an xã"."""
        if named := read_place_below(line, after, self.lexicon):
            return AgencyMention(line.span(at, named[1]), record=record, locality=named[0]), named[1]
        noun = read_noun(line.words, after) if line.joined(after) else ("", after)
        if noun[0] in ("", "thành phố") or line.upper(after) or record in ("prov:ubnd", "prov:hdnd"):
            return None
        span = line.span(at, noun[1])
        if self.locality and noun[0] == self.locality.noun:
            return AgencyMention(span, record=record, locality=self.locality, elliptical=True, rule="local"), noun[1]
        return AgencyMention(span, name=text_of(line.text.words(span)), rule="unknown"), noun[1]

    def _goes_on(self, line: Line, at: int, read: tuple[AgencyMention, int]) -> bool:
        """Tell a longer name that only begins like a known one: "Ban Quản lý Khu kinh tế | Vũng Áng"."""
        after = read[1]
        if line.word(at) not in _SPECIALISED or read[0].locality or line.between(after) != " ":
            return False
        if line.word(after) in ("quận", "huyện", "thị") and line.word(after + 1) == "ủy":
            return True
        return line.upper(after) and line.word(after) not in _SURNAMES and not self.starts(line, after)

    def place(self, line: Line, at: int) -> tuple[int, str]:
        """Read the province behind a name: the word after it, and its slug (empty when none or only "tỉnh" is said)."""
        found = self.lexicon.place(line.words, at) if at < len(line) else None
        apart = line.between(at).strip() not in ("", "-", "–", ".")
        return (at, "") if found is None or apart else (found[1], found[0])

    def starts(self, line: Line, at: int) -> bool:
        """Tell whether a body, a group or an officer begins here: the name before it ends."""
        if at >= len(line) or line.word(at) in ("các", "những", "ủy", "ubnd"):
            return True
        head = self.nouns.heads.longest(line.words, at)
        if head and line.upper(at) and not opens_compound(line.words, at, head[1]):
            return True
        return read_officer(line, at) is not None or self.known(line, at) is not None

    def unknown(self, line: Line, at: int, *, cell: bool, named: bool = False) -> tuple[AgencyMention, int] | None:
        """Keep a body that no table lists as it is named, up to the next separator or verb.

        Behind an officer (*named*) the noun that opens its name may be written small: "Trưởng phòng Nội vụ".
        """
        head = self.nouns.heads.longest(line.words, at)
        if head is None or not (line.upper(at) or named) or opens_compound(line.words, at, head[1]):
            return None
        if head[1] == at + 1 and head[1] < len(line) and (named or not cell) and not self._names(line, head[1], named):
            return None
        after = self._name_end(line, at, head[1], cell)
        alone = after == head[1] <= at + 2 and not (named and line.word(at) in _ALONE)
        if after - at < 2 or after - at > _MOST_WORDS or alone:
            return None
        name = text_of(line.said(at, after))
        return AgencyMention(line.span(at, after), name=name[:1].upper() + name[1:], rule="unknown"), after

    def plural(self, line: Line, at: int, *, cell: bool) -> tuple[AgencyMention, int] | None:
        """Read bodies of one sort that no table lists as a group: "các bệnh viện", "các Ban QLDA chuyên ngành"."""
        if members := self._members(line, at, cell):
            return members
        head = self.nouns.heads.longest(line.words, at + 1) if line.word(at) in ("các", "những") else None
        if head is None or opens_compound(line.words, at + 1, head[1]):
            return None
        if not cell and " ".join(w.word for w in line.words[at + 1 : head[1]]) in _THINGS:
            return None
        after = self._name_end(line, at + 1, head[1], cell)
        if after - at > _MOST_WORDS:
            return None
        name = text_of(line.said(at, after))
        code = code_of(text_of(line.said(at + 1, after)))
        return AgencyMention(line.span(at, after), group=code, name=name[:1].upper() + name[1:], rule="plural"), after

    def _members(self, line: Line, at: int, cell: bool) -> tuple[AgencyMention, int] | None:
        """Read the members of a body as the group they are: "các thành viên Ban Chỉ đạo"."""
        start = at + (line.word(at) in _MANY)
        if not line.opens(start, "thành", "viên") or (start == at and not cell):
            return None
        body = self.known(line, start + 2) or self.unknown(line, start + 2, cell=cell)
        if body is None:
            return None
        name = text_of(line.said(at, body[1]))
        code = code_of(text_of(line.said(start, body[1])))
        return AgencyMention(line.span(at, body[1]), group=code, name=name[:1].upper() + name[1:], rule="plural"), body[
            1
        ]

    def _names(self, line: Line, at: int, named: bool) -> bool:
        """Tell whether a word goes on with a name behind a head of one word: "Sở Y tế", "Trường đại học Tây Nguyên"."""
        if not line.joined(at):
            return False  # "Phó Giám đốc Sở - Trần Văn An"
        if named and line.word(at) not in _NO_NAME and not line.verb(at):
            return True
        return line.upper(at) or line.word(at) in ("đại", "cao", "trung", "nghiên", "chuyên")

    def _name_end(self, line: Line, at: int, after: int, cell: bool) -> int:
        begin = after
        while after < len(line) and after - at <= _MOST_WORDS:
            between = line.between(after)
            if _BREAKS.search(between):
                break
            if _CUT.search(between):
                more = self._inner(line, at, after, cell)
                if not more:
                    break
                after = more
                continue
            zones = line.opens(after, "và", "các", "khu") and line.word(at) in ("ban", "bql")
            if line.word(after) in ("và", "cùng") and not zones and (after == begin or self.starts(line, after + 1)):
                break
            verb = line.verb(after)
            if verb and (not cell or line.word(after) in ("chủ", "phối", "tham")):
                break
            if line.word(after) in ("có", "chịu") and line.opens(after + 1, "trách", "nhiệm"):
                break
            if not line.upper(after) and line.word(after) in (_STOPS if cell else _NO_NAME - _MANY):
                break
            if cell and after > begin and line.upper(after) and (above := self.known(line, after)):
                owned = line.word(at) in _UNITS or line.word(after - 1) in ("của", "thuộc")
                return above[1] if owned and line.between(after) == " " else after
            after += 1
        return after

    def _inner(self, line: Line, at: int, after: int, cell: bool) -> int:
        """Tell a comma or dash inside a name: the word to go on from, 0 where the name ends before it."""
        between = line.between(after)
        head = self.nouns.heads.longest(line.words, after)
        if re.fullmatch(r"\s-\s", between):
            if line.word(at) in _UNITS and (above := self.known(line, after)) and above[0].record:
                return above[1]
            group = self.nouns.index.longest(line.words, after) is not None
            own = head is None and (line.upper(after) or not (group or line.verb(after)))
            return after + 1 if own else 0
        if between.strip() != ",":
            return 0
        small = not line.upper(after) and line.word(after) not in ("các", "những", "và", "ủy", "ubnd")
        if cell and small and self.nouns.index.longest(line.words, after) is None and not line.verb(after):
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
                    small = line.word(at) in _LISTED and not line.upper(begin) and not line.verb(here + 1)
                    return 0 if self.starts(line, here + 1) or not (small or line.upper(here + 1)) else here + 1
                here += 1
            if line.between(here).strip() != ",":
                return 0
        return 0

    def _next_subject(self, line: Line, at: int, here: int) -> bool:
        """Tell a capital behind a comma that goes on a name rather than opening another: no body, place or person."""
        if line.word(at) not in _LISTED or not line.upper(here) or line.word(here) in _SURNAMES:
            return False
        if line.said(here, here + 1).isupper() or not line.joined(here + 1) or line.upper(here + 1):
            return False
        shared = any(index.longest(line.words, here) for index in self.lexicon.bare.values())
        return not shared and not self._own_piece(line, at, here) and self.lexicon.place(line.words, here) is None

    def _own_piece(self, line: Line, at: int, here: int) -> bool:
        """Tell a piece of a list that is a body, or the bare name of one behind the same head word."""
        bare = self.lexicon.bare.get(line.word(at))
        if bare is not None and bare.longest(line.words, here):
            return True
        group = self.nouns.index.longest(line.words, here) is not None
        return self.starts(line, here) or group or line.verb(here)
