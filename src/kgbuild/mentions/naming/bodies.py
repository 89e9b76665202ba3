"""One body that is known: by a name that a table or the document itself gives, its place included."""

import re
from dataclasses import dataclass, field, replace

from kgbuild.language import fold
from kgbuild.mentions.lines import Line
from kgbuild.mentions.naming.name_index import NameIndex
from kgbuild.mentions.naming.names import PLACED, Lexicon, text_of
from kgbuild.mentions.naming.place_names import read_noun, read_place_below
from kgbuild.mentions.naming.posts import read_officer
from kgbuild.model.mentions import AgencyMention, Locality

# bodies of the whole country whose name with a place behind it is one of their branches: "VNPT Lào Cai"
_BRANCHED = {"Enterprise", "MassOrganization", "MediaOrganization", "ScienceOrganization"}
_BRANCHED_KINDS = {"don-vi-thuoc-bo", "co-quan-thuoc-chinh-phu"}
_UNIONS, _NO_UNION = ("đoàn", "hội"), ("nghị", "đồng", "nhập", "kết", "đại", "thảo")
_REGION = re.compile(r"[ivx]+|\d+")
_VERBAL = 3  # words: names that could as well be a noun and its verb, as "Sở xây dựng", are no longer


@dataclass(frozen=True, slots=True)
class Bodies:
    """What one document's bodies are recognised by.

    `area` is the document's area, `local` holds names that the document itself introduces. `locality` is the district
    or commune whose document it is, `own` the short names of its organs, `called` the bodies behind names of `local`,
    `short_words` what the document says that short words in names stand for.
    """

    lexicon: Lexicon
    area: str
    local: NameIndex
    locality: Locality | None
    own: NameIndex
    called: dict[str, AgencyMention] = field(default_factory=dict)
    short_words: dict[str, str] = field(default_factory=dict)

    def written_out(self, name: str) -> str:
        """Write the short words of a name out that the document explains."""
        return " ".join(self.short_words.get(word, word) for word in name.split()) if self.short_words else name

    def known(self, line: Line, at: int) -> tuple[AgencyMention, int] | None:
        """Find the longest known body that begins at word *at*, its place included."""
        best = self._listed(line, at)
        if best and self._goes_on(line, at, best):
            best = None
        introduced = self.local.longest(line.words, at)
        if introduced and (called := self.called.get(introduced[0])) and (best is None or introduced[1] >= best[1]):
            span = line.span(at, introduced[1])
            return replace(called, span=span, post="", elliptical=True), introduced[1]
        if introduced and (best is None or introduced[1] > best[1]):
            return AgencyMention(line.span(at, introduced[1]), name=introduced[0], rule="introduced"), introduced[1]
        own = self.own.longest(line.words, at)
        if own and (best is None or own[1] >= best[1]) and not self._of_another(line, own[1]):
            span = line.span(at, own[1])
            return AgencyMention(span, record=own[0], locality=self.locality, elliptical=True, rule="local"), own[1]
        return best

    def _of_another(self, line: Line, after: int) -> bool:
        """Tell "Đảng ủy | Công an huyện", an organ within another body, from the organ of the place itself."""
        return line.joined(after) and line.upper(after) and self.lexicon.heads.opened(line.words, after) > 0

    def _listed(self, line: Line, at: int) -> tuple[AgencyMention, int] | None:
        """Find the longest name of the tables; one that holds its place wins over one of the same length."""
        indexes = (self.lexicon.local.get(self.area), self.lexicon.bodies, self.lexicon.placed)
        hits = [hit for index in indexes if index is not None and (hit := index.longest(line.words, at))]
        if line.joined(at + 1) and (spelled := self.lexicon.spelled_out(line, at + 1, line.word(at))):
            hits.append(spelled)
        free = at < len(line) and not line.between(at).endswith(("-", "/"))  # no suffix of a number: "12/TTr-SNV"
        if free and line.said(at, at + 1).isupper() and (coded := self.lexicon.spelled_out(line, at, "")):
            hits.append(coded)
        best: tuple[AgencyMention, int] | None = None
        for record, after in hits:
            read = self._with_place(line, at, record, after)
            placed = read is not None and bool(read[0].record) and record.endswith(PLACED)
            if read and (best is None or read[1] > best[1] or (read[1] == best[1] and placed)):
                best = read
        return None if best and self._is_said(line, at, best[1]) else best

    @staticmethod
    def _is_said(line: Line, at: int, after: int) -> bool:
        """Tell a verb behind a noun that alone names its body: "các đơn vị thuộc Sở xây dựng kế hoạch".

        A longer name is none, be it written small or not: "Sở thông tin và Truyền thông chủ trì".
        """
        if after - at > _VERBAL:
            return False
        goes_on = line.joined(after) and line.between(after) == " " and not line.upper(after)
        return goes_on and line.upper(at) and line.word(at) in ("sở", "bộ") and line.verb(at + 1)

    def _with_place(self, line: Line, at: int, value: str, after: int) -> tuple[AgencyMention, int] | None:
        """Read the place behind the name of a table row: a province, or a district that has such a body too."""
        record = self.lexicon.knowledge.agencies[value.removesuffix(PLACED)]
        if "{X}" in record.name and record.type != "Post" and (below := self._below(line, at, record.id, after)):
            return below
        if line.joined(after) and line.opens(after, "khu", "vực") and _REGION.fullmatch(line.word(after + 2)):
            end = self._past_seat(line, after + 3)
            span = line.span(at, end)
            return AgencyMention(span, name=text_of(line.text.words(span)), rule="unknown"), end
        end, area = self.place(line, after)
        if value.endswith(PLACED) and end == after:
            return None
        branched = record.type in _BRANCHED or record.kind in _BRANCHED_KINDS
        if end == after and branched and self.locality and not value.endswith(PLACED):
            end = self._past_own_place(line, after)  # "VNPT Cư Jút" in a document of that district
        if record.scope != "province" and end > after:
            if record.scope == "central" and branched and not value.endswith(PLACED):
                return AgencyMention(line.span(at, end), name=text_of(line.said(at, end)), rule="unknown"), end
            if record.scope == "central":
                end, area = after, ""
        if record.scope == "central" and record.type == "PartyOrgan" and (named := self._lower(line, at, after)):
            return named
        return AgencyMention(line.span(at, end), record=record.id, area=area), end

    def _past_seat(self, line: Line, at: int) -> int:
        """Step over the province behind the number of a branch: "Tòa án nhân dân khu vực 5 | - Nghệ An"."""
        named = self.lexicon.places.longest(line.words, at) if at < len(line) else None
        return named[1] if named and line.between(at).strip() in ("-", "–", "") else at

    def _past_own_place(self, line: Line, at: int) -> int:
        """Step over the bare name of the district or commune that speaks; give *at* where another word stands."""
        name = fold(self.locality.name).split() if self.locality else []
        return at + len(name) if line.joined(at) and line.upper(at) and line.opens(at, *name) else at

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

    def _lower(self, line: Line, at: int, after: int) -> tuple[AgencyMention, int] | None:
        """Read an organ of a level below that is named like the central one: "Đảng đoàn Mặt trận Tổ quốc … tỉnh"."""
        if not line.joined(after) or line.upper(after):
            return None
        noun, end = ("tỉnh", after + 1) if line.word(after) == "tỉnh" else read_noun(line.words, after)
        end = max(end, self.place(line, after)[0])
        span = line.span(at, end)
        return (AgencyMention(span, name=text_of(line.text.words(span)), rule="unknown"), end) if noun else None

    def _goes_on(self, line: Line, at: int, read: tuple[AgencyMention, int]) -> bool:
        """Tell a longer name that only begins like a known one: "Ban Quản lý Khu kinh tế | Vũng Áng"."""
        after = read[1]
        record = self.lexicon.knowledge.agencies.get(read[0].record)
        whole = record is not None and record.kind == "dang-bo" and "\n" in line.between(after)  # its committee's line
        party = record is not None and record.type == "PartyOrgan" and not whole
        if record and party and line.joined(after) and line.opens(after, "đảng", "ủy"):
            return record.scope == "province"  # a board of another committee than the province's
        if party and record and record.scope == "central" and line.upper(after) and line.joined(after):
            union = line.word(after) in _UNIONS and line.word(after + 1) not in _NO_UNION
            if union or line.opens(after, "liên", "đoàn") or line.opens(after, "liên", "hiệp"):
                return True  # "Ban Chấp hành Trung ương | Hội Nhà báo Việt Nam" is no organ of the Party
        if not self.lexicon.heads.tells(line.words, at, "many") or read[0].locality or line.between(after) != " ":
            return False
        if line.word(after) in ("quận", "huyện", "thị") and line.word(after + 1) == "ủy":
            return True
        return (
            line.upper(after) and line.word(after) not in self.lexicon.common_surnames and not self.starts(line, after)
        )

    def place(self, line: Line, at: int) -> tuple[int, str]:
        """Read the province behind a name: the word after it, and its slug (empty when none or only "tỉnh" is said)."""
        found = self.lexicon.place(line.words, at) if at < len(line) else None
        apart = line.between(at).strip() not in ("", "-", "–", ".")
        return (at, "") if found is None or apart else (found[1], found[0])

    def starts(self, line: Line, at: int) -> bool:
        """Tell whether a body, a group or an officer begins here: the name before it ends."""
        if at >= len(line) or line.word(at) in ("các", "những", "ủy", "ubnd"):
            return True
        if line.upper(at) and self.lexicon.heads.opened(line.words, at):
            return True
        return read_officer(line, at) is not None or self.known(line, at) is not None
