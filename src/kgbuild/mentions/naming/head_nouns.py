"""The nouns that open the name of one body, and what is known of the bodies that each of them names."""

from collections.abc import Iterable
from dataclasses import dataclass

from kgbuild.language import fold
from kgbuild.mentions.lines import Token
from kgbuild.mentions.naming.name_index import NameIndex
from kgbuild.model.knowledge import HeadNoun

# words that only begin like a body or a group: "ban hành" is no board, "cấp độ" no level of government
_COMPOUNDS = {
    "ban": {"hành", "đầu", "đêm", "bố", "giám"},
    "bộ": {"trưởng", "máy", "phận", "đội", "tiêu", "dữ", "sưu", "mặt", "nhận"},
    "báo": {"cáo", "động", "hiệu", "chí"},
    "cấp": {"độ", "phép", "thiết", "phát", "bách", "cứu", "nước", "điện", "mới", "lại", "giấy", "chứng", "bằng"},
    "cục": {"trưởng", "bộ", "diện"},
    "huyện": {"đoàn"},
    "quận": {"đoàn"},
    "hội": {"nghị", "thảo", "nhập", "họp", "tụ", "thi", "chợ", "trường", "chẩn"},
    "ngành": {"hàng", "nghề"},
    "phòng": {"chống", "ngừa", "bệnh", "cháy", "vệ", "tránh", "dịch", "thủ", "thí", "hộ"},
    "quỹ": {"đất", "tiền"},
    "sở": {"hữu", "tại", "thích"},
    "thuế": {"suất", "quan"},
    "trường": {"hợp", "học", "kỳ"},
    "trạm": {"biến"},
    "viện": {"trưởng", "trợ", "dẫn"},
    "vụ": {"trưởng", "phó", "việc", "án", "mùa", "đông", "xuân", "hè"},
    "đoàn": {"kết", "thể", "tụ", "xe", "kiểm", "công", "viên"},
    "đài": {"loan"},
    "xã": {"hội", "viên"},
}


@dataclass(frozen=True, slots=True)
class HeadNouns:
    """The rows of head_nouns.csv: an index of the nouns, the traits of each, the beginnings of the names of units."""

    index: NameIndex
    traits: dict[str, tuple[str, ...]]
    units: tuple[str, ...]

    @classmethod
    def of(cls, rows: Iterable[HeadNoun]) -> "HeadNouns":
        """Index *rows* by their folded nouns."""
        traits = {fold(row.noun): row.traits for row in rows}
        units = tuple(f"{noun} " for noun, told in traits.items() if "unit" in told)
        return cls(NameIndex((noun, noun) for noun in traits), traits, units)

    def after(self, words: list[Token], at: int) -> int:
        """Find the word behind the longest noun that begins at word *at*; 0 where none does."""
        found = self.index.longest(words, at)
        return found[1] if found else 0

    def opened(self, words: list[Token], at: int) -> int:
        """Find the word behind a noun at word *at* that opens a name, rather than another word: "Sở", not "sở hữu"."""
        after = self.after(words, at)
        return 0 if opens_compound(words, at, after) else after

    def tells(self, words: list[Token], at: int, trait: str) -> bool:
        """Tell whether bodies of the noun at word *at* have a *trait* (see HeadNoun)."""
        found = self.index.longest(words, at)
        return found is not None and trait in self.traits[found[0]]


def opens_compound(words: list[Token], at: int, after: int) -> bool:
    """Tell a noun of one word that stands for something else together with the next: "sở hữu", "trường hợp"."""
    return after == at + 1 < len(words) and words[after].word in _COMPOUNDS.get(words[at].word, ())
