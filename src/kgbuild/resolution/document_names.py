"""Documents by name: what of a name tells which document is meant, and which words do not."""

import re
from collections.abc import Iterable

from kgbuild.language import fold

# "Chiến lược quốc gia phát triển kinh tế số", but not "Kế hoạch thực hiện Chiến lược quốc gia … tỉnh Hà Giang"
_NATIONAL = re.compile(
    r"^(?!.*(?<![^\W_])(?:tỉnh|thành phố|địa bàn|thực hiện|triển khai|vùng)(?![^\W_]))"
    r".*(?<![^\W_])(?:quốc gia|việt nam)(?![^\W_])"
)

YEAR_BEHIND = re.compile(r"\s+(?:năm\s+)?((?:19|20)\d{2})$")  # Luật Đất đai năm 2013


def is_national(name: str) -> bool:
    """Tell a name that belongs to the whole country, whoever cites it."""
    return bool(_NATIONAL.search(fold(name)))


_SHORT = {"hđnd": "hội đồng nhân dân", "ubnd": "ủy ban nhân dân"}


def name_key(name: str) -> str:
    """Fold the name of a document so that its spellings meet: short names written out, a comma and "và" alike.

    >>> name_key("Luật Tổ chức HĐND và UBND") == name_key("Luật tổ chức Hội đồng nhân dân, Uỷ ban nhân dân")
    True
    """
    return " ".join(_SHORT.get(word, word) for word in fold(name).split() if word != "và")


def drop_term(name: str) -> str:
    """Drop the term that stands behind the name of a resolution."""
    return re.sub(r"\s*(?:khóa|nhiệm kỳ)\s+[ivxl]+$", "", name)


_FRAME = re.compile(r"\b(?:giai đoạn|thời kỳ|của|trên địa bàn|thành phố|tỉnh|đến năm|năm)\b")


def described_key(name: str, places: Iterable[str] = (), parties: Iterable[str] = ()) -> str:
    """Fold a described name so that its longer and shorter wordings meet.

    The *places* whose document it is are not part of its description. The *parties* that made it, given by their
    keys, stand for however they are written.
    """
    key = fold(name)
    for place in sorted(map(fold, places), key=len, reverse=True):
        key = re.sub(rf"\b{re.escape(place)}\b", " ", key)
    if parties:
        made, _, rest = key.partition(" giữa ")
        _, about, subject = rest.partition(" về ")
        key = f"{made} giữa {' '.join(sorted(parties))}{about}{subject}"
    key = " ".join(_FRAME.sub(" ", key).split())
    key = re.sub(r"\s(?:định hướng|tầm nhìn).*$", "", key)
    return (
        re.sub(r"\s(?:19|20)\d{2}$", "", key)
        if key.startswith("chiến lược") and not re.search(r"\d{4} \d{4}$", key)
        else key
    )


def symbol_key(symbol: str) -> str:
    """Fold a symbol for look-up: leading zeros and dots count for nothing."""
    number, _, rest = symbol.partition("/") if "/" in symbol.split("-")[0] else symbol.partition("-")
    return (number.lstrip("0") + "|" + rest).upper().replace(".", "")
