"""What Vietnamese spelling does: folding, tone placement, slugs, Roman numbers, dates and figures in running text."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capitals of Vietnamese, for a character class."""
MOTTO = r"CỘNG H[OÒÕ][AÀ] XÃ H[ỘÔ]I CHỦ NGHĨA VI[ỆẾÊ]T NAM|ĐẢNG CỘNG SẢN VIỆT NAM"
"""The line that heads the papers of the State (Decree 30/2020/NĐ-CP) or of the Party, also as it is often misspelt."""
RANK = r"(?:[Tt]hiếu|[Tt]rung|[Tt]hượng|[Đđ]ại) (?:tướng|tá|úy)"
"""A military rank before the name of a person."""
DEGREE = (
    r"(?:GS|PGS|TSKH|TS|ThS|BSCKI{1,2}|BS|KS|(?:[Pp]hó )?[Gg]iáo sư|[Tt]iến s[ĩỹ](?: khoa học)?|[Tt]hạc s[ĩỹ]|"
    r"[Bb]ác s[ĩỹ]|[Kk]ỹ sư|[Ll]uật sư)"
)
"""A title or degree before the name of a person."""
METRES = r"(?:^|[\d\s/])[kdcm]?m$"
"""What a raised 2 or 3 belongs to, where it calls no footnote: "25 km" before "²"."""

_TONE_OLD_TO_NEW = {
    f"{first}{second_marked}": f"{first_marked}{second}"
    for first, second, pairs in (
        ("o", "a", "òà óá ỏả õã ọạ"),
        ("o", "e", "òè óé ỏẻ õẽ ọẹ"),
        ("u", "y", "ùỳ úý ủỷ ũỹ ụỵ"),
    )
    for first_marked, second_marked in (tuple(pair) for pair in pairs.split())
}
_OLD_TONE = re.compile(r"(?<![qQ])(?:" + "|".join(_TONE_OLD_TO_NEW) + r")(?![^\W\d_])", re.IGNORECASE)


def place_tones(text: str) -> str:
    """Write the tone of open syllables in oa, oe, uy on the first vowel; the length never changes.

    >>> place_tones("hoá, khoá, uỷ, HOÁ, hoàn, quý")
    'hóa, khóa, ủy, HÓA, hoàn, quý'
    """

    def moved(match: re.Match[str]) -> str:
        word = match.group()
        new = _TONE_OLD_TO_NEW[word.lower()]
        return "".join(n.upper() if old.isupper() else n for n, old in zip(new, word, strict=True))

    return _OLD_TONE.sub(moved, text)


def strip_marks(text: str) -> str:
    """Drop tone and vowel marks and turn đ into d; NFC input keeps its length.

    >>> strip_marks("Đồng Nai, thủy lợi")
    'Dong Nai, thuy loi'
    """
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_VOWELS = ("aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "yỳýỷỹỵ", "dđ")
_CLASSES = {letter: f"[{family}]" for family in _VOWELS for letter in family}


def loosely(words: str) -> str:
    """Make a pattern for *words*, in small letters, that bears scanned letters without their marks or with others.

    >>> bool(re.fullmatch(loosely("cộng hòa"), "cọng hoà"))
    True
    """
    return "".join(_CLASSES.get(letter, re.escape(letter)) for letter in words)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold a name for comparison: NFC, lower case, new tone placement, `&` as `và`, one blank between words.

    Marks stay, since Vietnamese words differ by them; punctuation goes.

    >>> fold("Sở  KH&CN - Hoà Bình"), fold("Văn hóa, Thể thao và Du lịch")
    ('sở kh và cn hòa bình', 'văn hóa thể thao và du lịch')
    """
    text = place_tones(unicodedata.normalize("NFC", text).lower()).replace("&", " và ")
    return " ".join(re.findall(r"[^\W_]+", text))


def search_key(text: str) -> str:
    """Fold a label for search without marks.

    >>> search_key("Sở Nội vụ thành phố Hà Nội")
    'so noi vu thanh pho ha noi'
    """
    return strip_marks(fold(text))


_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_QUALITIES = {"ă": "a~", "â": "a~~", "đ": "d~", "ê": "e~", "ô": "o~", "ơ": "o~~", "ư": "u~"}  # after the plain letter


def dictionary_key(text: str) -> tuple[str, str]:
    """Order names as a Vietnamese dictionary does: by the 29 letters of the alphabet, and only then by tone.

    >>> sorted(["Sở Y tế", "Đảng ủy", "Ủy ban", "Dân vận", "Cục", "Chính phủ", "Cần Thơ"], key=dictionary_key)
    ['Cần Thơ', 'Chính phủ', 'Cục', 'Dân vận', 'Đảng ủy', 'Sở Y tế', 'Ủy ban']
    """
    parts = unicodedata.normalize("NFD", fold(text))
    toneless = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    letters = "".join(_QUALITIES.get(c, c) for c in toneless)
    return letters, "".join(_TONES.get(c, "0" if unicodedata.combining(c) == 0 else "") for c in parts)


def slug(text: str) -> str:
    """Make the ASCII slug of a name.

    >>> slug("Liên hiệp các Hội Khoa học và Kỹ thuật"), slug("đ")
    ('lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat', 'd')
    """
    return re.sub(r"[^a-z0-9]+", "-", search_key(text)).strip("-")


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman(text: str) -> int | None:
    """Read a Roman number up to 399; None when it is not one in its usual spelling.

    >>> roman("XIV"), roman("IIII"), roman("D")
    (14, None, None)
    """
    if not re.fullmatch(r"(?i)(?=[ivxlc])c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", text):
        return None
    values = [_ROMAN[c] for c in text.lower()]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


# scanned letters lose their marks or take others: "ngày 15 thảng 3 nàm 2021"
DATE = (
    r"(?P<day>\d{1,2})\s*(?:[/.\-]|\s*(?P<worded>th[áaàảãạăâ]ng)\s*)\s*(?P<month>\d{1,2})"
    r"(?:\s*(?:[/.\-]|,?\s*n[ăaàáảãạằắâ]m\s*)\s*|(?(worded)\s+(?=(?:19|20)\d\d(?!\d))|(?!)))(?P<year>\d{4})"
)
_DATE = re.compile(DATE, re.IGNORECASE)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july",
           "august", "september", "october", "november", "december")  # fmt: skip
ENGLISH_DATE = rf"(?:{'|'.join(_MONTHS)})\s+\d{{1,2}},?\s+\d{{4}}"
"""A day as official translations write it: "June 19, 2015"."""
_ENGLISH_DATE = re.compile(rf"(?<!\w){ENGLISH_DATE}(?!\d)", re.IGNORECASE)


def parse_date(text: str) -> str | None:
    """Read the first date written day, month, year; ISO form, or None when there is none or no such day.

    >>> parse_date("ngày 30 tháng 05 năm 2013"), parse_date("22.12.2024"), parse_date("31/02/2020")
    ('2013-05-30', '2024-12-22', None)
    >>> parse_date("ngày 04 tháng 4 2008"), parse_date("4/4 2008")
    ('2008-04-04', None)
    >>> parse_date("Ha Noi, May 09, 2016")
    '2016-05-09'
    """
    match = _DATE.search(text)
    if match:
        year, month, day = match["year"], int(match["month"]), match["day"]
    elif english := _ENGLISH_DATE.search(text):
        name, day, year = english.group().replace(",", " ").split()
        month = _MONTHS.index(name.lower()) + 1
    else:
        return None
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


_SCALE = {"nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}
FIGURE = r"(?P<figure>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d+(?:,\d+)?|\d+\.\d+)"
SCALE = r"(?:\s*(?P<scale>(?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s*)+)(?![^\W\d_]))?"


def figure_value(figure: str, scale: str | None = None) -> float:
    """Read a figure in Vietnamese notation: dots group thousands, a comma is the decimal mark.

    >>> figure_value("1.234,5"), figure_value("10.000", "tỷ"), figure_value("1,234.5"), figure_value("1,5")
    (1234.5, 10000000000000.0, 1234.5, 1.5)
    """
    if re.fullmatch(r"\d{1,3}(,\d{3})+\.\d+", figure):
        number = float(figure.replace(",", ""))
    elif re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", figure):
        number = float(figure.replace(".", "").replace(",", "."))
    else:
        number = float(figure.replace(",", "."))
    for word in (scale or "").lower().split():
        number *= _SCALE.get(word, 1)
    return number


def is_upper(text: str) -> bool:
    """Tell whether the letters of a line are capitals (a few small ones allowed, as in "TM. ỦY BAN NHÂN DÂN")."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


POSTS = (
    "chủ tịch|chủ nhiệm|bộ trưởng|thứ trưởng|giám đốc|thủ tướng|tổng bí thư|bí thư|chánh văn phòng|"
    "chánh thanh tra|cục trưởng|vụ trưởng|viện trưởng|trưởng ban|tổng giám đốc|hiệu trưởng|trưởng phòng|"
    "tổng cục trưởng|tổng kiểm toán|chánh án|tổng thanh tra|thống đốc|chủ tịch nước|phó bí thư|tư lệnh|chính ủy|"
    "chỉ huy trưởng|tổng biên tập|chi cục trưởng"
)
"""Posts in which documents are signed, for a pattern."""
_SPELT = {strip_marks(post): post for name in POSTS.split("|") for post in (name, f"phó {name}")}


def spelt_post(words: str) -> str:
    """Write the words of a post as they are spelt, where a scan took their marks.

    >>> spelt_post("GIÁM ĐÓC"), spelt_post("Chánh Thanh tra")
    ('giám đốc', 'Chánh Thanh tra')
    """
    right = _SPELT.get(strip_marks(words.lower()))
    return words if right is None or right == words.lower() else right
