"""Lists of bodies: shared head words distributed, groups kept whole, unknown bodies kept as they are named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kgbuild.language import fold
from kgbuild.mentions.groups import GroupNouns, read_groups
from kgbuild.mentions.localities import read_local_organ, short_names
from kgbuild.mentions.names import NO_NAMES, PLACED, Lexicon, NameIndex, Token, opens_compound, text_of, tokens
from kgbuild.mentions.patterns import TASK_VERB
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, Locality
from kgbuild.model.text import Text

_POSTS = NameIndex(
    (post, post)
    for post in (
        "Giám đốc",
        "Phó Giám đốc",
        "Chánh Văn phòng",
        "Thủ trưởng",
        "Chủ tịch",
        "Phó Chủ tịch",
        "Bộ trưởng",
        "Trưởng ban",
        "Cục trưởng",
        "Vụ trưởng",
        "Viện trưởng",
        "Tổng Giám đốc",
        "Hiệu trưởng",
        "Bí thư",
        "Lãnh đạo",
        "Đồng chí Giám đốc",
        "Người đứng đầu",
        "Chánh Thanh tra",
        "Chủ nhiệm",
        "Trưởng Ban",
        "Tổng Biên tập",
    )
)
_ORGAN_OF_POST = {"chánh văn phòng": "văn phòng", "chánh thanh tra": "thanh tra", "bộ trưởng": "bộ"}
_BREAKS = re.compile(r"[.:!?()\[\]“”\"]")
_ASK = re.compile(r"^\W*(?:đề nghị|yêu cầu|giao(?: cho)?)\s+", re.IGNORECASE)
LOCAL = "\x02"  # the shared head word of a list of districts or communes
_CELL_CUT = re.compile(r"[,;\n]|\s-\s|\(")


@dataclass(frozen=True, slots=True)
class AgencyReader:
    """Reads lists of bodies of one document.

    `area` is the document's area, `local` holds names that the document itself introduces (its headings, its
    tables), so that running text finds them again. `locality` is the district or commune whose document it is: there
    "UBND xã" is its own committee.
    """

    lexicon: Lexicon
    nouns: GroupNouns
    heads: NameIndex
    area: str
    local: NameIndex
    locality: Locality | None = None
    own: NameIndex = NO_NAMES

    @classmethod
    def of(cls, lexicon: Lexicon, area: str, locality: Locality | None = None) -> "AgencyReader":
        """Make a reader for a document of *area* (empty when unknown), or of a district or commune there."""
        heads = NameIndex((row.noun, row.type) for row in lexicon.knowledge.head_nouns)
        own = NameIndex(short_names(locality).items()) if locality else NO_NAMES
        return cls(lexicon, GroupNouns.of(lexicon), heads, area, NameIndex(()), locality, own)

    def read_cell(self, text: Text, span: Span) -> list[AgencyMention]:
        """Read a cell that lists bodies: everything in it is one, known or not."""
        return self._read(text, span, cell=True)[0]

    def read_list(self, text: Text, span: Span) -> tuple[list[AgencyMention], int]:
        """Read the bodies named at the beginning of running text; tell where the list ends."""
        return self._read(text, span, cell=False)

    def read_heading(self, text: Text, span: Span) -> tuple[list[AgencyMention], int, bool]:
        """Read the bodies that a heading or a sentence opens with, and whether they are only asked ("Đề nghị …")."""
        ask = _ASK.match(text.norm[span.start : span.end])
        start = span.start + (ask.end() if ask else 0)
        found, end = self._read(text, Span(start, span.end), cell=False)
        asked = bool(ask) and not ask.group().lower().strip().startswith(("giao", "yêu cầu")) if ask else False
        return found, end, asked

    def _read(self, text: Text, span: Span, *, cell: bool) -> tuple[list[AgencyMention], int]:
        words = tokens(text, span)
        found: list[AgencyMention] = []
        at, head, end = 0, "", span.start
        while at < len(words):
            if found and words[at].word in ("và", "cùng", "với"):
                if not cell and not self._body_follows(text, words, at + 1, head):
                    break
                at += 1
                continue
            if not cell and _BREAKS.search(text.norm, end, words[at].start) and found:
                break
            step = self._one(text, words, at, head, cell, bool(found))
            if step is None:
                if not cell:
                    break
                step = self._chunk(text, words, at, span)
            mentions, after = step
            for mention in mentions:
                head = self._head(mention, head)
            found.extend(mentions)
            if after <= at:
                break
            at = after
            end = words[at - 1].end
            if mentions:
                end = max(end, mentions[-1].span.end)
        return found, end

    def _body_follows(self, text: Text, words: list[Token], at: int, head: str) -> bool:
        return at < len(words) and self._one(text, words, at, head, False) is not None

    def _head(self, mention: AgencyMention, head: str) -> str:
        """Carry the first head word over what stands between ("Sở A, Viện B, C" - C is a Sở)."""
        if mention.locality:
            return LOCAL
        if not mention.record or mention.elliptical:
            return head
        first = fold(self.lexicon.knowledge.agencies[mention.record].name).split()[0]
        return first if first in self.lexicon.bare and (not head or first != "viện") else head

    def _one(
        self, text: Text, words: list[Token], at: int, head: str, cell: bool, listed: bool = True
    ) -> tuple[list[AgencyMention], int] | None:
        post = _POSTS.longest(words, at)
        if post and (inner := self._of_post(text, words, at, post, head, cell)):
            return inner
        if named := read_local_organ(text, words, at, self.lexicon, bare=head == LOCAL):
            return [named[0]], named[1]
        if shared := self._shared_head(text, words, at, cell):
            return shared
        known = self.known(text, words, at)
        groups, after = read_groups(text, words, at, self.lexicon, self.nouns, cell, listed)
        if groups and (known is None or after > known[1]):
            whole = self._unknown(text, words, at, cell) if self._name_goes_on(text, words, at, after) else None
            return whole or (groups, after)
        if known:
            return [known[0]], known[1]
        if (
            head in self.lexicon.bare
            and (bare := self.lexicon.bare[head].longest(words, at))
            and self._ends(text, words, bare[1], cell)
        ):
            after, area = self._place(words, bare[1])
            span = Span(words[at].start, words[after - 1].end)
            return [AgencyMention(span, record=bare[0], area=area, elliptical=True, rule="ellipsis")], after
        return self._unknown(text, words, at, cell)

    def _shared_head(
        self, text: Text, words: list[Token], at: int, cell: bool
    ) -> tuple[list[AgencyMention], int] | None:
        """Read the first of several bodies behind one head word: "các Sở: Tài chính, Xây dựng"."""
        if words[at].word != "các" or at + 2 >= len(words) or words[at + 1].word not in self.lexicon.bare:
            return None
        first = self.lexicon.bare[words[at + 1].word].longest(words, at + 2)
        between = text.norm[words[at + 1].end : words[at + 2].start].strip()
        if first is None or between not in ("", ":") or not self._ends(text, words, first[1], cell):
            return None
        span = Span(words[at].start, words[first[1] - 1].end)
        return [AgencyMention(span, record=first[0], rule="ellipsis")], first[1]

    def _name_goes_on(self, text: Text, words: list[Token], at: int, after: int) -> bool:
        """Tell whether what reads like a group is the beginning of one body's name: "Hiệp hội Chè"."""
        if after >= len(words) or not text.norm[words[at].start].isupper():
            return False
        joined = not text.norm[words[after - 1].end : words[after].start].strip()
        return joined and text.norm[words[after].start].isupper() and self.nouns.index.longest(words, after) is None

    def _ends(self, text: Text, words: list[Token], at: int, cell: bool) -> bool:
        """Tell whether a bare name is a name of its own here: a separator or the end follows it."""
        if at >= len(words):
            return True
        between = text.norm[words[at - 1].end : words[at].start]
        return (
            bool(between.strip())
            or words[at].word == "và"
            or (not cell and bool(TASK_VERB.match(text.low, words[at].start)))
        )

    def _of_post(
        self, text: Text, words: list[Token], at: int, post: tuple[str, int], head: str, cell: bool
    ) -> tuple[list[AgencyMention], int] | None:
        """Read an officer named for his organ: "Giám đốc Sở Nội vụ", "Chánh Văn phòng UBND Thành phố"."""
        organ = next((o for p, o in _ORGAN_OF_POST.items() if fold(post[0]) == p), None)
        start = post[1] - len(organ.split()) if organ and organ.split()[-1] == words[post[1] - 1].word else post[1]
        inner = self._one(text, words, start, head, cell) if start < len(words) and start > at else None
        if inner is None:
            return None
        mentions, after = inner
        first = replace(
            mentions[0],
            span=Span(words[at].start, mentions[0].span.end),
            post=text.words(Span(words[at].start, words[post[1] - 1].end)),
        )
        return [first, *mentions[1:]], after

    def known(self, text: Text, words: list[Token], at: int) -> tuple[AgencyMention, int] | None:
        """Find the longest known body that begins at word *at*, its place included."""
        indexes = [self.lexicon.local[self.area]] if self.area in self.lexicon.local else []
        best: tuple[str, int] | None = None
        for index in (*indexes, self.lexicon.bodies):
            hit = index.longest(words, at)
            if hit and (best is None or hit[1] > best[1]):
                best = hit
        introduced = self.local.longest(words, at)
        if introduced and (best is None or introduced[1] > best[1]):
            span = Span(words[at].start, words[introduced[1] - 1].end)
            return AgencyMention(span, name=introduced[0], rule="introduced"), introduced[1]
        if (own := self.own.longest(words, at)) and (best is None or own[1] >= self._place(words, best[1])[0]):
            span = Span(words[at].start, words[own[1] - 1].end)
            return AgencyMention(span, record=own[0], locality=self.locality, elliptical=True, rule="local"), own[1]
        if best is None:
            return None
        after, area = self._place(words, best[1])
        if best[0].endswith(PLACED) and after == best[1]:
            return None
        span = Span(words[at].start, words[after - 1].end)
        return AgencyMention(span, record=best[0].removesuffix(PLACED), area=area), after

    def _place(self, words: list[Token], at: int) -> tuple[int, str]:
        place = self.lexicon.place(words, at) if at < len(words) else None
        return (place[1], place[0]) if place else (at, "")

    def _unknown(self, text: Text, words: list[Token], at: int, cell: bool) -> tuple[list[AgencyMention], int] | None:
        """Keep a body that no table lists as it is named, up to the next separator or verb."""
        head = self.heads.longest(words, at)
        if not head or not text.norm[words[at].start].isupper() or opens_compound(words, head[1] - 1):
            return None
        after = head[1]
        if not cell and head[1] == at + 1 and after < len(words) and not self._names(text, words[after]):
            return None
        while after < len(words):
            between = text.norm[words[after - 1].end : words[after].start]
            if _BREAKS.search(between) or (
                _CELL_CUT.search(between) and not self._inner(text, words, after, between, cell)
            ):
                break
            if words[after].word == "và" and (
                after + 1 >= len(words) or self.known(text, words, after + 1) or words[after + 1].word == "các"
            ):
                break
            if not cell and text.norm[words[after].start].islower() and TASK_VERB.match(text.low, words[after].start):
                break
            if cell and self.known(text, words, after) and text.norm[words[after].start].isupper() and after > head[1]:
                break
            after += 1
        if after - at < 2 or after - at > 16:
            return None
        span = Span(words[at].start, words[after - 1].end)
        return [AgencyMention(span, name=text_of(text.words(span)), rule="unknown")], after

    def _names(self, text: Text, word: Token) -> bool:
        """Tell whether a word goes on with a name behind a head of one word: "Sở Y tế", "Trường đại học Tây Nguyên"."""
        return text.norm[word.start].isupper() or word.word in ("đại", "cao", "trung", "nghiên", "chuyên")

    def _inner(self, text: Text, words: list[Token], at: int, between: str, cell: bool) -> bool:
        """Tell a comma or dash inside a name: "Vụ Đánh giá, thẩm định và …", "Phòng Tài chính - Kế hoạch"."""
        if re.fullmatch(r"\s-\s", between):
            return text.norm[words[at].start].isupper() and self.heads.longest(words, at) is None
        small = text.norm[words[at].start].islower() and words[at].word not in ("các", "những", "và", "ủy", "ubnd")
        return cell and between.strip() == "," and small and self.nouns.index.longest(words, at) is None

    def _chunk(self, text: Text, words: list[Token], at: int, span: Span) -> tuple[list[AgencyMention], int]:
        """Keep the words of a cell up to the next separator as one body as written."""
        after = at + 1
        while after < len(words):
            between = text.norm[words[after - 1].end : words[after].start]
            if _CELL_CUT.search(between) or (
                words[after].word == "và" and self._body_follows(text, words, after + 1, "")
            ):
                break
            after += 1
        place = Span(words[at].start, words[after - 1].end)
        opened = text.norm.rfind("(", span.start, place.start) > text.norm.rfind(")", span.start, place.start)
        if opened or (len(place) < 3):
            return [], after
        return [AgencyMention(place, name=text_of(text.words(place)), rule="words")], after


def introduce(reader: AgencyReader, mentions: Sequence[AgencyMention]) -> None:
    """Let the reader know the bodies that the document itself names in headings and tables."""
    for mention in mentions:
        if mention.name and not mention.group and len(mention.name.split()) >= 3 and mention.rule == "unknown":
            reader.local.add(mention.name, mention.name)
