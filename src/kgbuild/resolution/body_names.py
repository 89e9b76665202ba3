"""The words of the names of bodies: written out, so that the spellings of one body meet in one node."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgbuild.language import fold, slug
from kgbuild.model.knowledge import AgencyRecord, Area, Knowledge

_TOKEN = re.compile(r"[^\W_]+|&")
_PLACEHOLDER = re.compile(r"\{[XxT]\}")
_LEVEL = re.compile(r"\s+(?:(?:của|thuộc|cấp)\s+)?(?:tỉnh|thành phố|tp)$")
_PLAIN_LENGTH = 5  # words from which a name needs no place to tell whose it is
_NATIONAL = re.compile(r"\s(?:trung ương|quốc gia|tối cao|việt nam)$")
# the steering boards of the centre and those who work for them: "Tổ giúp việc Ban Chỉ đạo Trung ương về …"
_CENTRAL_BOARD = re.compile(
    r"(?:(?:tổ giúp việc|tổ công tác|văn phòng)\s)?(?:ban chỉ đạo|ủy ban|tổ công tác) (?:của )?"
    r"(?:trung ương|quốc gia|nhà nước|chính phủ(?! (?:điện tử|số))|thủ tướng chính phủ)(?![^\W_])"
)
# whose branches in the provinces are often called by the name of the whole
_MEMBERS = ("hội", "đoàn", "mặt trận", "ủy ban mặt trận", "liên", "công đoàn", "hiệp hội")
_REGIONAL = re.compile(r"\skhu vực (?:[ivx]+|\d+)$")
# numbered branches that each province has of its own: "Tòa án nhân dân khu vực 5 - Nghệ An", but "Kho bạc … khu vực XI"
_NUMBERED_IN_PROVINCES = (
    "tòa án",
    "viện kiểm sát",
    "ban",
    "phòng",
    "trung tâm",
    "bệnh viện",
    "văn phòng",
    "đội",
    "trạm",
)
_MILITARY_REGION = re.compile(r"\bquân khu (i{1,3}|iv|vi{0,3}|ix)\b")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_CENTRAL_HEADS = ("bộ ", "tổng cục ", "cục ")
_LOCAL_BOARDS = ("bộ chỉ huy", "bộ tư lệnh", "bộ phận", "bộ máy")


@dataclass(frozen=True, slots=True)
class BodyNames:
    """The names of the tables with every abbreviation written out, and the abbreviations."""

    knowledge: Knowledge
    full: Mapping[str, str]
    printed: Mapping[str, str]
    longest: int
    central: Mapping[str, str]
    provincial: Mapping[str, str]
    placed: frozenset[str]
    groups: Mapping[str, str]

    @classmethod
    def of(cls, knowledge: Knowledge) -> "BodyNames":
        """Index the names of *knowledge*; of two rows that share one the living one keeps it, else the first."""
        printed = _abbreviations(knowledge)
        full = {short: fold(words) for short, words in printed.items()}
        longest = max((len(short.split()) for short in full), default=1)
        central: dict[str, str] = {}
        provincial: dict[str, str] = {}
        plain: set[str] = set()
        placed: set[str] = set()
        for record in sorted(knowledge.agencies.values(), key=lambda r: (bool(r.valid_to), r.id)):
            if record.type in ("", "Post") or record.scope not in ("central", "province"):
                continue
            for name in (record.name, *record.aliases):
                bare = _PLACEHOLDER.sub(" ", name).replace("{U}", "Tỉnh ủy")
                key = _write_out(bare, full, longest)
                (central if record.scope == "central" else provincial).setdefault(key, record.id)
                (placed if _PLACEHOLDER.search(name) else plain).add(key)
        groups = {_write_out(noun, full, longest): row.slug for row in knowledge.groups.values() for noun in row.nouns}
        return cls(knowledge, full, printed, longest, central, provincial, frozenset(placed - plain), groups)

    def words(self, name: str) -> str:
        """Fold a name with its abbreviations written out: "Báo TN&MT" is "báo tài nguyên và môi trường"."""
        words = _write_out(name, self.full, self.longest)
        return _MILITARY_REGION.sub(lambda m: f"quân khu {_ROMAN.index(m[1])}", words)

    def spelled(self, name: str) -> str:
        """Write the abbreviations of a name out and leave the rest as printed: "Phòng TC-KH", "Hội LHPN huyện"."""
        tokens = list(_TOKEN.finditer(name))
        words = ["và" if token[0] == "&" else fold(token[0]) for token in tokens]
        out, end, at = "", 0, 0
        while at < len(tokens):
            reach = self._abbreviated(name, tokens, words, at)
            if reach:
                out += _mark(name[end : tokens[at].start()], bool(out)) + self.printed[" ".join(words[at:reach])]
                end, at = tokens[reach - 1].end(), reach
            else:
                at += 1
        return out + _mark(name[end:], bool(out))

    def _abbreviated(self, name: str, tokens: Sequence[re.Match[str]], words: Sequence[str], at: int) -> int:
        """Find where the longest abbreviation ends that begins at a word: "BQL các KCN", "công ty CP"; 0 for none."""
        for reach in range(min(at + self.longest, len(tokens)), at, -1):
            piece = name[tokens[at].start() : tokens[reach - 1].end()]
            told = any(token[0].isupper() and len(token[0]) > 1 for token in tokens[at:reach])
            if " ".join(words[at:reach]) in self.printed and len(piece) > 1 and told:
                return reach
        return 0

    def group(self, name: str) -> str:
        """Find the group that a plural stands for once it is written out: "HĐND các tỉnh, TP"; empty for none.

        A short name ("Các đơn vị") is what the reader made of it.
        """
        words = re.sub(r"\bcác ", "", self.words(name))
        return self.groups.get(words, "") if len(words.split()) >= _PLAIN_LENGTH else ""

    def record(self, name: str, area: Area | None, of: str = "") -> AgencyRecord | None:
        """Find the row that a name stands for, once it is written out and its level is set aside.

        *area* is the province that speaks, *of* the body: "Ban Pháp chế" is said so by its own council.
        """
        words = self.words(name).replace("thành ủy", "tỉnh ủy")
        words = re.sub(r"\btu$", "tỉnh ủy", words)
        stem = without_level(words, area)
        found = ""
        if area is not None and area.slug != "viet-nam":
            sure = stem != words or len(words.split()) >= _PLAIN_LENGTH
            found = self.provincial.get(stem, "") if sure or stem not in self.placed else ""
            found = found or (self.provincial.get(_joined(stem, self.words(of)), "") if of else "")
        found = found or self.central.get(words, "")
        return self.knowledge.agencies[found] if found else None


def _joined(name: str, of: str) -> str:
    """Write an organ with its body, whose head it may name itself: "văn phòng đảng ủy | (đảng ủy) ủy ban nhân dân"."""
    head = " ".join(of.split()[:2])
    return f"{name} {of.removeprefix(head).strip()}" if name.endswith(f" {head}") else f"{name} {of}"


def without_level(words: str, area: Area | None) -> str:
    """Leave out the place that ends a folded name where it is the speaker's own: "tỉnh", "thành phố Huế"."""
    if area is None:
        return words
    for place in (fold(area.full_name), fold(area.name), *_spelled_places(area)):
        if words.endswith(f" {place}"):
            words = words.removesuffix(place).strip()
            break
    return _LEVEL.sub("", words)


def _spelled_places(area: Area) -> list[str]:
    """List the other spellings of a place, the longest first: "tỉnh Đăk Nông"; "Thủ đô" is none of them."""
    own = slug(area.name)
    names = {fold(name) for name in area.aliases if len(fold(name).split()) > 1 and slug(name).endswith(own)}
    return sorted({*names, *(f"tỉnh {name}" for name in names if not area.city)}, key=lambda n: (-len(n), n))


def is_central(name: str) -> bool:
    """Tell whether a body that no table lists sits in no province: by "quốc gia" at its end, by "Cục" at its head.

    A region ("Kho bạc Nhà nước khu vực XI") spans provinces, but those of courts and boards number anew in each.
    """
    words = fold(name)
    if words.startswith(_CENTRAL_HEADS) and not words.startswith(_LOCAL_BOARDS):
        return not re.search(r"\b(?:tỉnh|thành phố|khu vực)$", words)
    numbered = _REGIONAL.search(words) is not None and not words.startswith(_NUMBERED_IN_PROVINCES)
    return is_national(name) or numbered


def is_national(name: str) -> bool:
    """Tell a name that only one body of the country bears: "Cục Viễn thám quốc gia", no "Hội Nông dân Việt Nam"."""
    words = fold(name)
    if _CENTRAL_BOARD.match(words) and not _LEVEL.search(words):
        return True
    national = _NATIONAL.search(words)
    return national is not None and not (words.endswith("việt nam") and words.startswith(_MEMBERS))


def _mark(between: str, behind: bool) -> str:
    """Write out "&", and leave out the dot *behind* an abbreviation that is written out: "TP. Huế", "TP.HCM"."""
    if behind and re.match(r"\.\s*[^\W_]|\.$", between):
        between = " " + between[1:].lstrip() if between != "." else " "
    return re.sub(r"\s+&\s+" if not behind else r"\s*&\s*", " và ", between)


def _abbreviations(knowledge: Knowledge) -> dict[str, str]:
    """List what stands for other words, as printed: the table's abbreviations, and the short names of ministries."""
    full = {row.short: row.full for row in knowledge.abbreviations}
    for record in sorted(knowledge.agencies.values(), key=lambda r: r.id):
        name = record.name.removeprefix("Bộ ")
        if record.kind == "bo":
            for bare in map(fold, record.bare_names):
                if bare != fold(name):
                    full.setdefault(bare, name)
    return full


def _write_out(name: str, full: Mapping[str, str], longest: int) -> str:
    words = fold(name).split()
    out: list[str] = []
    at = 0
    while at < len(words):
        for count in range(min(longest, len(words) - at), 0, -1):
            said = full.get(" ".join(words[at : at + count]))
            if said:
                out.append(said)
                at += count
                break
        else:
            out.append(words[at])
            at += 1
    return " ".join(out)
