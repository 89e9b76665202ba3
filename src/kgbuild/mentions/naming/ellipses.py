"""What the names of a list leave out: a head word, an officer, the noun of a place or a province said once for many."""

from dataclasses import dataclass, replace

from kgbuild.language import fold, slug
from kgbuild.mentions.lines import Line, Token
from kgbuild.mentions.naming.bodies import Bodies
from kgbuild.mentions.naming.group_nouns import LEVELS
from kgbuild.mentions.naming.localities import read_named_places
from kgbuild.mentions.naming.name_ends import past_school
from kgbuild.mentions.naming.names import PLACED, Lexicon, text_of
from kgbuild.mentions.naming.place_names import read_place_name
from kgbuild.mentions.naming.provinces import read_provinces
from kgbuild.mentions.patterns import MORE_VERB
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention

_OF_PLACES = ("cap-huyen", "cap-xa", "cac-huyen", "cac-quan")
ANY = "*"  # places of any sort may follow, each with its noun
_COMMITTEES = ("đảng ủy", "ban cán sự đảng", "đảng đoàn")
_LONGEST = 18
_SHORT = 3  # initials of three letters and fewer are believed behind a colon only: "các Sở: TC, XD"


@dataclass(frozen=True, slots=True)
class Carry:
    """What the words before share with a name behind them.

    `head` is the first word of a known body ("Sở" A, B), `said` one before a colon that opens names no table lists,
    `post` the officer, `noun` the sort of place ("UBND các xã" A, B), `local` the row of the organ there, `organ`
    the row whose province changes.
    """

    head: str = ""
    said: str = ""
    post: str = ""
    noun: str = ""
    local: str = ""
    organ: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What one step along a list has read: bodies, the word after them, a head that the next names share."""

    mentions: list[AgencyMention]
    after: int
    said: str = ""


def _past_related(line: Line, at: int) -> int:
    """Step over what tells which of many are meant: "các Sở Xây dựng | (có) liên quan"."""
    start = at + line.opens(at, "có", "liên")
    return start + 2 if line.joined(at) and line.opens(start, "liên", "quan") else at


@dataclass(frozen=True, slots=True)
class Ellipses:
    """Reads names by what the words before them share."""

    lexicon: Lexicon
    bodies: Bodies

    def carry(self, mention: AgencyMention, carry: Carry) -> Carry:
        """Carry on what the next names may share; the first head word goes on over what stands between."""
        post = mention.post or (carry.post if mention.elliptical else "")
        if mention.locality:
            return replace(carry, noun=mention.locality.noun, local=mention.record, post=post, organ="", said="")
        if mention.group.startswith(_OF_PLACES):
            return replace(carry, noun=ANY, local="", post=post, organ="", said="")
        organ = mention.record if mention.area else ""
        if not mention.record or mention.elliptical:
            said = "" if mention.rule == "unknown" else carry.said  # "Các Cục: A; B. Vụ C, D": whose D is, is not said
            return replace(carry, noun="", post=post, organ=organ, said=said)
        first = fold(self.lexicon.knowledge.agencies[mention.record].name).split()[0]
        carried = first in self.lexicon.bare and (not carry.head or first != "viện")
        said = "" if mention.rule != "ellipsis" else carry.said
        return Carry(first if carried else carry.head, said, post, organ=organ)

    def shared(self, line: Line, at: int, cell: bool) -> Step | None:
        """Read the first of several bodies behind one head word: "các Sở: Tài chính, Xây dựng", "các Vụ: A, B"."""
        head = self.lexicon.heads.after(line.words, at + 1) if line.word(at) in ("các", "những") else 0
        if not head or head >= len(line) or line.between(head).strip() not in ("", ":"):
            return None
        said, colon = line.said(at + 1, head), line.between(head).strip() == ":"
        committee = self._committee_of(line, head, Carry(said=said)) if not colon and line.upper(head) else None
        if committee and self._ends(line, committee.after, cell):  # "các Đảng ủy Bộ Tài chính, Bộ Nội vụ"
            first_of = replace(committee.mentions[0], span=line.span(at, committee.after))
            return Step([first_of], committee.after, said)
        bare = self.lexicon.bare.get(line.word(at + 1)) if head == at + 2 else None
        first = bare.longest(line.words, head) if bare else None
        if bare and colon and first is None:
            first = self.lexicon.spelled_out(line, head, line.word(at + 1))
        after = _past_related(line, first[1]) if first else 0
        if first and self._ends(line, after, cell):
            span = line.span(at, first[1])
            return Step([AgencyMention(span, record=first[0], rule="ellipsis")], after, said if colon else "")
        known = self.bodies.known(line, at + 1)
        if known and known[1] > head and (colon or line.upper(head)) and self._ends(line, known[1], cell):
            first_span = Span(line.words[at].start, known[0].span.end)
            return Step([replace(known[0], span=first_span, rule="ellipsis")], known[1], said)
        if not colon or not line.upper(head) or self._of_kind(line, head, said):
            return None
        unknown, after = self._headed(line, head, said)
        return Step([replace(unknown, span=line.span(at, after))], after, said)

    def provinces(self, line: Line, at: int) -> Step | None:
        """Read one body in several provinces: "UBND các tỉnh: Lào Cai, Yên Bái"."""
        found = read_provinces(line, at, self.lexicon)
        return Step(*found) if found else None

    def posts(self, line: Line, at: int) -> Step | None:
        """Read several holders of one post of the tables: "các Phó Thủ tướng Chính phủ"."""
        known = self.bodies.known(line, at + 1) if line.word(at) == "các" else None
        record = self.lexicon.knowledge.agencies.get(known[0].record) if known else None
        if known is None or record is None or record.type != "Post":
            return None
        return Step([replace(known[0], span=line.span(at, known[1]))], known[1])

    def carried(self, line: Line, at: int, carry: Carry, cell: bool) -> Step | None:
        """Read a name that leaves out what it shares with the names before it."""
        noun = "" if carry.noun == ANY else carry.noun
        place = read_named_places(line, at, self.lexicon, noun, cell=cell) if noun else None
        if place and not self.bodies.starts(line, at):
            return Step([of_post(of_organ(place[0], carry), carry)], place[1])
        province = self.lexicon.places.longest(line.words, at) if carry.organ else None
        if province and self._ends(line, province[1], cell):
            span = line.span(at, province[1])
            mention = AgencyMention(span, record=carry.organ, area=province[0], elliptical=True, rule="ellipsis")
            return Step([of_post(mention, carry)], province[1])
        bare = self.lexicon.bare[carry.head].longest(line.words, at) if carry.head in self.lexicon.bare else None
        if not bare and (spelled := self.lexicon.spelled_out(line, at, carry.head)):
            bare = spelled if carry.said or len(line.said(at, spelled[1])) > _SHORT else None
        if bare and self._ends(line, bare[1], cell):
            after, area = self.bodies.place(line, bare[1])
            mention = AgencyMention(line.span(at, after), record=bare[0], area=area, elliptical=True, rule="ellipsis")
            return Step([of_post(mention, carry)], after)
        if not carry.said:
            return None
        unknown = self._headed(line, at, carry.said) if line.upper(at) and not self.bodies.starts(line, at) else None
        return Step([of_post(unknown[0], carry)], unknown[1]) if unknown else None

    def behind(self, line: Line, at: int, carry: Carry) -> Step | None:
        """Read a known body whose head word is said once before a colon: "VP: Tỉnh ủy, HĐND tỉnh"."""
        head = [Token(word, 0, 0) for word in fold(carry.said).split()]
        hit = self.lexicon.bodies.longest([*head, *line.words[at : at + _LONGEST]], 0)
        if hit is None or hit[1] <= len(head):
            return self._committee_of(line, at, carry)
        after, area = self.bodies.place(line, at + hit[1] - len(head))
        record = hit[0].removesuffix(PLACED)
        mention = AgencyMention(line.span(at, after), record=record, area=area, elliptical=True, rule="ellipsis")
        return Step([of_post(mention, carry)], after)

    def _committee_of(self, line: Line, at: int, carry: Carry) -> Step | None:
        """Read the Party committee of a known body: "các Đảng ủy: Quốc hội; Bộ Tư pháp" are not the ministry."""
        known = self.bodies.known(line, at) if fold(carry.said) in _COMMITTEES else None
        record = self.lexicon.knowledge.agencies.get(known[0].record) if known else None
        if known is None or record is None or record.type == "PartyOrgan":
            return None
        name = text_of(f"{carry.said} {line.said(at, known[1])}")
        mention = AgencyMention(line.span(at, known[1]), name=name, elliptical=True, rule="headed")
        return Step([of_post(mention, carry)], known[1])

    def _of_kind(self, line: Line, at: int, said: str) -> bool:
        """Tell kinds of bodies, which name none: "các trường: Đại học, Cao đẳng", "các trường: Mầm non, THCS"."""
        if fold(said) == "trường" and past_school(line, at) > at:
            return True
        head = [Token(word, 0, 0) for word in fold(said).split()]
        kind = self.lexicon.group_nouns.longest([*head, *line.words[at : at + _LONGEST]], 0)
        return kind is not None and kind[1] > len(head) and self._ends(line, at + kind[1] - len(head), cell=True)

    def _headed(self, line: Line, at: int, said: str) -> tuple[AgencyMention, int]:
        """Read a name up to the next mark behind a head word said once: "các Vụ: Pháp chế, Kế hoạch - Tài chính"."""
        after = past_listed_name(line, at)
        after = at + 1 if not after or self.bodies.starts(line, after) else after
        while after < min(len(line), at + _LONGEST) and (line.joined(after) or line.between(after) == " - "):
            if line.word(after) == "và" and self.bodies.starts(line, after + 1):
                break
            if line.verb(after):
                break
            after += 1
        name = text_of(f"{said} {line.said(at, after)}")
        return AgencyMention(line.span(at, after), name=name, elliptical=True, rule="headed"), after

    def _ends(self, line: Line, at: int, cell: bool) -> bool:
        """Tell whether a bare name is a name of its own here: a separator or the end follows it."""
        if at >= len(line):
            return True
        verb = not cell and (line.verb(at) or MORE_VERB.match(line.text.low, line.words[at].start) is not None)
        return bool(line.between(at).strip()) or line.word(at) == "và" or verb


def of_organ(mention: AgencyMention, carry: Carry) -> AgencyMention:
    """Give a place that leaves its organ out the one before it: "Huyện ủy Chư Păh, Chư Sê", "Công an xã A, B"."""
    return replace(mention, record=carry.local) if mention.elliptical and carry.local else mention


def of_post(mention: AgencyMention, carry: Carry) -> AgencyMention:
    """Give a mention the officer said once before it: "Giám đốc các Sở: A, B"."""
    return replace(mention, post=carry.post) if carry.post and not mention.post else mention


def named_levels(line: Line, groups: list[AgencyMention], after: int, lexicon: Lexicon) -> Step:
    """Keep places of several sorts named behind a group as that group: "UBND các xã, phường: Bắc Hà, Cốc Lếu"."""
    last = groups[-1]
    if not last.group.startswith(LEVELS) or after >= len(line) or line.between(after).strip() != ":":
        return Step(groups, after)
    end, here = after, after
    while name := read_place_name(line, here, "", lexicon):
        end = name[1]
        here = end + (line.joined(end) and line.word(end) == "và")
        if here == end and line.between(end).strip() != ",":
            break
    if end == after:
        return Step(groups, after)
    span = Span(last.span.start, line.words[end - 1].end)
    name_ = text_of(line.text.words(span))
    code = f"{last.group}-{slug(line.said(after, end))}"[:60].strip("-")
    named = replace(last, span=span, group=code, name=name_[:1].upper() + name_[1:])
    return Step([*groups[:-1], named], end)


def past_listed_name(line: Line, at: int) -> int:
    """Find the last piece of a name that is a list, where semicolons part the names: "A; Xuất bản, In và B; C"."""
    text, after, commas, last = line.text.norm, at + 1, 0, 0
    if ";" not in text[line.words[0].start : line.words[-1].end]:
        return 0
    while after < min(len(line), at + _LONGEST):
        between = line.between(after).strip()
        if between not in ("", ",", "-"):
            break
        commas += between == ","
        if commas and between == "" and line.word(after) == "và":
            last = after + 1
        elif between == ",":
            last = 0
        after += 1
    return last if last < after else 0
