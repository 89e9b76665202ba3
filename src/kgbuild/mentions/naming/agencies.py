"""Lists of bodies: shared words distributed over the names behind them, groups kept whole, unknown bodies kept."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from kgbuild.mentions.lines import Line, Token, Unfolding
from kgbuild.mentions.naming.bodies import Bodies
from kgbuild.mentions.naming.ellipses import Carry, Ellipses, Step, named_levels, of_organ, of_post
from kgbuild.mentions.naming.groups import read_groups
from kgbuild.mentions.naming.localities import read_local_organ, read_named_places, short_names
from kgbuild.mentions.naming.name_ends import past_school
from kgbuild.mentions.naming.name_index import NO_NAMES, NameIndex
from kgbuild.mentions.naming.names import Lexicon, code_of, text_of
from kgbuild.mentions.naming.offices import read_offices
from kgbuild.mentions.naming.posts import ADDRESS, HOLDER, is_person, read_officer
from kgbuild.mentions.naming.remarks import (
    past_heads,
    past_people,
    past_remark,
    past_short_form,
    standing_in_brackets,
)
from kgbuild.mentions.naming.unlisted_bodies import UnlistedBodies
from kgbuild.mentions.patterns import TASK_VERB
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, Locality
from kgbuild.model.text import Text

_BREAKS = re.compile(r"[.:!?()\[\]“”\"]")
_ASK = re.compile(r"\W*(?:(?P<asked>đề nghị)\s*:?|yêu cầu|giao(?: cho)?)\s+", re.IGNORECASE)
_CELL_CUT = re.compile(r"[,;\n]|\s-\s|\(")
_COLON = re.compile(r"\s*:\s*")
_AND = ("và", "cùng", "với")
_OF_SEVERAL_HEADS = ("vu-cuc",)
# what opens a reference or a remark in a cell: "điểm d, khoản 1, mục III", "như trên"
_REFERENCE = "điểm khoản mục điều phần phụ biểu số năm quý tháng ngày theo như nêu gồm trong từ đến nt"
_REMARK = "csdl csdlqg đã đang chưa không"
_NO_BODIES = frozenset([*_REFERENCE.split(), *_REMARK.split()])
_PEOPLE = "người hộ nông nhân chủ nhà cộng cán học giáo hội tổ lực thôn bản toàn thành đoàn đội công"
_COLLECTIVE = frozenset(["các", "những", "mọi", *_PEOPLE.split()])
# "các văn bản hướng dẫn" act in no cell
_THINGS = re.compile(
    r"(?:các|những|mọi)\s+(?:văn bản|nhiệm vụ|giải pháp|nội dung|dự án|đề án|quy định|chính sách|mục tiêu|chỉ tiêu|"
    r"hoạt động|công việc|vấn đề|khó khăn|vướng mắc)(?![^\W_])"
)
_LONGEST = 18
# the people of the issuer's own office: "VP UBND tỉnh: CVP, các PCVP, các phòng: TH, KT"
_OWN_OFFICE = re.compile(
    r"\W*(?:vp|văn phòng)[^:]{0,40}"
    r"(?P<people>:\s*(?:các\s+)?(?:cvp|pcvp|pvp|lđvp|lđ vp|chánh|phó chánh|phòng|p\.|lãnh đạo))"
)


class Mode(Enum):
    """Where a list stands: in a table cell, in running text, in a line of recipients."""

    CELL = 1
    LIST = 2
    LINE = 3


@dataclass(frozen=True, slots=True)
class AgencyReader:
    """Reads lists of bodies of one document.

    In a document of a district or commune (`bodies.locality`) "UBND xã" is its own committee.
    """

    lexicon: Lexicon
    bodies: Bodies
    unlisted: UnlistedBodies
    ellipses: Ellipses

    @classmethod
    def of(cls, lexicon: Lexicon, area: str, locality: Locality | None = None) -> "AgencyReader":
        """Make a reader for a document of *area* (empty when unknown), or of a district or commune there."""
        own = NameIndex(short_names(locality).items()) if locality else NO_NAMES
        bodies = Bodies(lexicon, area, NameIndex(()), locality, own)
        return cls(lexicon, bodies, UnlistedBodies(bodies), Ellipses(lexicon, bodies))

    def read_cell(self, text: Text, span: Span) -> list[AgencyMention]:
        """Read a cell that lists bodies: everything in it is one, known or not."""
        return self._read(text, span, Mode.CELL)[0]

    def read_line(self, text: Text, span: Span) -> list[AgencyMention]:
        """Read the bodies in a line of recipients; what names none is passed over."""
        own = _OWN_OFFICE.match(text.low, span.start, span.end)
        return self._read(text, Span(span.start, own.start("people")) if own else span, Mode.LINE)[0]

    def read_list(self, text: Text, span: Span) -> tuple[list[AgencyMention], int]:
        """Read the bodies named at the beginning of running text; tell where the list ends."""
        if inside := standing_in_brackets(text, span):
            named, after = self._read(text, inside, Mode.LIST)
            if len(named) == 1 and after == inside.end:
                return named, inside.end + 1
        found, end = self._read(text, span, Mode.LIST)
        return found, past_heads(text, end, span.end) if found else end

    def read_heading(self, text: Text, span: Span) -> tuple[list[AgencyMention], int, bool]:
        """Read the bodies that a heading or a sentence opens with, and whether they are only asked ("Đề nghị …")."""
        ask = _ASK.match(text.norm, span.start, span.end)
        found, end = self.read_list(text, Span(ask.end() if ask else span.start, span.end))
        return found, end, ask is not None and ask["asked"] is not None

    def known(self, text: Text, words: list[Token], at: int) -> tuple[AgencyMention, int] | None:
        """Find the longest known body that begins at word *at*, its place included."""
        return self.bodies.known(Line(text, words), at)

    def _read(self, text: Text, span: Span, mode: Mode) -> tuple[list[AgencyMention], int]:
        """Read one body after the other, in running text as far as the list goes; tell where it ends."""
        holder = HOLDER.match(text.norm, span.start, span.end) if mode is Mode.LIST else None
        address = holder or ADDRESS.match(text.norm, span.start, span.end)
        named = Span(address.end(), span.end) if address else span
        unfolding = Unfolding.of(text, named) if mode is Mode.LIST else Unfolding.whole(text, named)
        line = unfolding.line
        found: list[AgencyMention] = []
        carry, at, end, headless = Carry(), 0, span.start, False
        while unfolding.reach(at) or at < len(line):
            if found and line.opens(at, "cùng", "cấp"):
                at += 2  # "các hội, đoàn thể cùng cấp"
                continue
            if mode is Mode.LIST and found and (told := past_people(line, at, end)) > at:
                at, end = told, line.words[told - 1].end
                continue
            if found and line.word(at) in _AND:
                if mode is Mode.LIST and self._one(line, at + 1, carry, mode) is None:
                    break
                at += 1
                continue
            alone = len(found) == 1 or (found and mode is Mode.LIST)
            if alone and (head := self._announces(line, at, end, found[-1])):
                carry, end = Carry(head=head, post=found.pop().post), line.words[at].start
            if (
                found
                and found[-1].group in _OF_SEVERAL_HEADS
                and _COLON.fullmatch(text.norm, end, line.words[at].start)
            ):
                headless = True  # "Các Vụ, Cục: Pháp chế; Đất đai": which of them is a Vụ is not said
            if mode is Mode.LINE and found and ":" in text.norm[end : line.words[at].start]:
                break  # "VPCP: BTCN, các PCN": its own people
            if found and found[-1].group == "truong-vien" and (past_kind := past_school(line, at)) > at:
                at, end = past_kind, line.words[past_kind - 1].end  # "Các trường: Mầm non, Tiểu học, THCS"
                continue
            if mode is Mode.LIST and found and self._runs_on(line, at):
                break
            if found and (past := past_remark(line, at, found[-1], self.lexicon))[0] > at:
                at, end = past
                continue
            if mode is Mode.LIST and found and _BREAKS.search(text.norm, end, line.words[at].start):
                at, end = past_short_form(line, at, end)
                if at < len(line) and _BREAKS.search(text.norm, end, line.words[at].start):
                    break
                continue
            step = self._one(line, at, carry, mode, listed=bool(found))
            if step is None:
                if mode is Mode.LIST:
                    break
                step = self._chunk(line, at, span, mode)
                step = Step([], step.after) if headless else step
            if unfolding.reach(step.after):
                continue  # what ends where the words ended may be longer
            for mention in step.mentions:
                carry = self.ellipses.carry(mention, carry)
            if step.said:
                carry = replace(carry, said=step.said)
            found.extend(step.mentions)
            if step.after <= at:
                break
            at = step.after
            if step.mentions or mode is not Mode.LIST:
                end = max(line.words[at - 1].end, *(m.span.end for m in step.mentions), end)
        if holder and (len(found) != 1 or not found[0].post):
            return [], span.start  # in which of several posts a person acts is not said
        return found, end

    def _runs_on(self, line: Line, at: int) -> bool:
        """Tell running text behind a list: no mark, "và" or capital parts it from the last body."""
        return line.joined(at) and not line.upper(at) and line.word(at - 1) not in (*_AND, "các")

    def _announces(self, line: Line, at: int, end: int, group: AgencyMention) -> str:
        """Tell the head word of bodies that a group only announces: "các cơ quan: Sở Y tế, …", "các Bộ, cơ quan: …"."""
        if not group.group or line.text.norm[end : line.words[at].start].strip() != ":":
            return ""
        head = "bộ" if "bộ" in line.text.low[group.span.start : group.span.end].replace(",", " ").split() else "sở"
        named = self._one(line, at, Carry(head=head), Mode.LIST)
        return head if named and named.mentions and not named.mentions[0].group else ""

    def _one(
        self, line: Line, at: int, carry: Carry, mode: Mode, *, listed: bool = True, named: bool = False
    ) -> Step | None:
        """Read what stands at word *at*: an officer's body, places that share a noun, a group, a body."""
        while line.word(at) == line.word(at + 1) and line.joined(at + 1) and line.word(at) in self.lexicon.bare:
            at += 1  # a misprint: "Sở Sở Y tế"
        cell = mode is not Mode.LIST
        if not named and (officer := self._officer(line, at, carry, mode)):
            return officer
        if local := read_local_organ(line, at, self.lexicon, bare=bool(carry.noun)):
            return Step([of_post(of_organ(local[0], carry), carry)], local[1])
        if place := read_named_places(line, at, self.lexicon, cell=cell):
            return Step([place[0]], place[1])
        if provinces := self.ellipses.provinces(line, at):
            return provinces
        if offices := read_offices(line, at, self.lexicon):
            return Step([offices[0]], offices[1])
        if shared := self.ellipses.shared(line, at, cell) or self.ellipses.posts(line, at):
            return shared
        if carry.said and (headed := self.ellipses.behind(line, at, carry)):
            return headed
        known = self.bodies.known(line, at)
        if named and known is None and (unknown := self.unlisted.one(line, at, cell=cell, named=True)):
            return Step([unknown[0]], unknown[1])
        groups, after = read_groups(line, at, self.lexicon, cell=cell, listed=listed)
        longer = self.lexicon.heads.opened(line.words, at) > after  # "Xã đoàn" is no commune
        members = self.unlisted.several(line, after, cell=cell) if line.opens(after, "thành", "viên") else None
        if groups and members and line.joined(after):  # "các ngành thành viên Ban Chỉ đạo": only those
            return Step([replace(members[0], span=line.span(at, members[1]))], members[1])
        if groups and not longer and (known is None or after > known[1]):
            return named_levels(line, groups, after, self.lexicon)
        if known:
            said = line.word(at) if known[1] > at + 1 and line.between(at + 1).strip() == ":" else ""
            return Step([known[0]], known[1], said)
        if carried := self.ellipses.carried(line, at, carry, cell):
            return carried
        unknown = self.unlisted.one(line, at, cell=cell) or self.unlisted.several(line, at, cell=cell, named=named)
        return Step([unknown[0]], unknown[1]) if unknown else None

    def _officer(self, line: Line, at: int, carry: Carry, mode: Mode) -> Step | None:
        """Read an officer named for his organ: "Giám đốc Sở Nội vụ", "Chủ tịch, các Phó Chủ tịch UBND tỉnh"."""
        officer = read_officer(line, at)
        if officer is None or officer.organ <= at or officer.organ >= len(line):
            return None
        if officer.organ == officer.after and line.between(officer.organ).strip() not in ("", "."):
            return None
        if officer.office:
            inner = self.ellipses.behind(line, officer.organ, Carry(said="Văn phòng"))
        else:
            inner = self._one(line, officer.organ, Carry(carry.head), mode, named=True)
        if inner is None or inner.mentions[0].post:
            return None
        if inner.after <= officer.after and inner.mentions[0].group:
            return None  # "Phó Trưởng phòng": of which, is not said
        post = line.said(at, officer.after)
        first = replace(inner.mentions[0], span=Span(line.words[at].start, inner.mentions[0].span.end))
        return Step([replace(m, post=post) for m in (first, *inner.mentions[1:])], inner.after, inner.said)

    def _chunk(self, line: Line, at: int, span: Span, mode: Mode) -> Step:
        """Keep the words of a cell up to the next separator as one body as written; no verb is one."""
        verb = TASK_VERB.match(line.text.low, line.words[at].start)
        if verb:
            return Step([], self._past_verb(line, at, verb.end()))
        after, civil = at + 1, line.opens(at, "công", "chức")
        while after < len(line):
            if _CELL_CUT.search(line.between(after)) and not (civil and line.between(after) == " - "):
                break  # "Công chức Tư pháp - Hộ tịch" is one post
            if line.word(after) == "và" and self._one(line, after + 1, Carry(), Mode.LIST) is not None:
                break
            after += 1
        place, norm = line.span(at, after), line.text.norm
        opened = norm.rfind("(", span.start, place.start) > norm.rfind(")", span.start, place.start)
        short = norm[place.start : place.end].isupper()  # "MTTQ" is a name, "Vụ Pháp chế, Cục" is torn
        torn = at and after == at + 1 and self.lexicon.heads.after(line.words, at) and not short
        no_body = len(place) < 3 or line.word(at) in _NO_BODIES or line.word(at).isdigit()
        if mode is Mode.LINE or torn or opened or no_body:
            return Step([], after)
        if is_person(line, at, after, self.lexicon.common_surnames) or past_school(line, at) == after:
            return Step([], after)
        name = self.bodies.written_out(text_of(line.text.words(place)))
        hits = (names.longest(line.words, at) for names in (self.lexicon.places, *self.lexicon.bare.values()))
        if any(hit and hit[1] == after for hit in hits):
            return Step([], after)  # a place; a name whose head word is not said: "Vụ Kế hoạch, Tài chính"
        if line.word(at) in _COLLECTIVE and _THINGS.match(line.text.low, line.words[at].start):
            return Step([], after)
        if line.word(at) in _COLLECTIVE:  # "các hộ dân", "chủ rừng": many, no body
            code = code_of(name)
            return Step([AgencyMention(place, group=code, name=name[:1].upper() + name[1:], rule="words")], after)
        return Step([AgencyMention(place, name=name, rule="words")] if line.upper(at) else [], after)

    def _past_verb(self, line: Line, at: int, end: int) -> int:
        """Step over the verbs in a cell ("chủ trì, phối hợp với") and over what is done, up to a body or a mark."""
        while at < len(line) and line.words[at].start < end:
            at += 1
        stop = at + _LONGEST
        while line.joined(at) and at < stop and line.word(at) not in _AND:
            if self._one(line, at, Carry(), Mode.LIST, listed=False) is not None:
                return at
            at += 1
        return at + (line.joined(at) and line.word(at) in _AND)
