"""Document symbols and the paths of IRIs: read from print, written in one form, and everything minted parses back."""

import csv
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from kgbuild.config import resource
from kgbuild.errors import DataError, IdentifierError
from kgbuild.language import UPPER, search_key, slug

# what a page runs together with a number: "12/KH-UBNDngày 5/3", "Số hiệu:01/CT-BKHCNNgày ban hành:"
_NEXT = r"[Nn]gày|Người|Nơi|Loại"
# "QLN&TTBĐS", also where a page broke its line behind the sign: "QLN& TTBĐS"
_GROUP = rf"[^\W\d_](?:(?:[.&]{{0,2}}|&\s(?=[{UPPER}]{{2}}))(?!{_NEXT})[^\W\d_])*(?:\d{{1,2}}(?!\d))?"
SYMBOL = re.compile(
    rf"""(?<![\w/.,-])(?<!\d:)
    (?P<number>\d{{1,3}}\.\d{{1,2}}(?=\s*/\s*20\d{{2}}\s*/)|\d{{1,6}}[a-zđ]?)   # 66.2/2025/NQ-CP
    (?:(?:\s*/\s*|(?<!19\d\d)(?<!20\d\d)-(?=\d{{4}}/))(?P<year>(?:19|20)\d{{2}}))?   # 18-2001/CT-TTg
    (?:\s*[-/]\s*|(?=\s+[^\W\d_]+[-/])\s+           # 90/KH  20-NQ  20- NQ  418 QĐ/TTg
      |(?<=\d)(?=[{UPPER}]{{2,3}}r?[-/](?:T[UƯW]|HU|ĐU|QU)(?!\w)))   # 10KL/TU
    (?P<groups>{_GROUP}(?:[-/]{_GROUP}|\s*[-/]\s*(?=[{UPPER}]|(?:ubnd|hđnd|ttg|t[uw]|cp)(?!\w)){_GROUP})?(?:[-/]{_GROUP})*)
    (?:-(?:19|20)\d{{2}}(?!\d))?                       # 021/QĐ-SLĐTBXH-2024
    (?:(?![^\W\d_])|(?={_NEXT}))""",
    re.VERBOSE,
)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Read the known type symbols (folded → as printed) and organ codes (folded → code, side)."""
    types: dict[str, str] = {}
    organs: dict[str, tuple[str, str]] = {}
    try:
        with resource("data", "authorities", "document_types.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for symbol in filter(None, row["symbols"].split("|")):
                    types.setdefault(_fold_code(symbol), symbol)
        with resource("data", "authorities", "issuer_codes.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["kind"] == "unit":
                    continue
                organs[_fold_code(row["code"])] = (row["code"], row["side"])
                for code in filter(None, row["variants"].split("|")):
                    # TƯ and T.Ư are TW; other variants are codes in their own right and stay as printed
                    organs.setdefault(_fold_code(code), (row["code"] if row["code"] == "TW" else "", row["side"]))
    except (OSError, KeyError) as error:
        raise DataError(f"data/authorities: {error}") from error
    return types, organs


def _plain(code: str) -> str:
    return unicodedata.normalize("NFC", code).replace(".", "").replace("Ð", "Đ")


def _fold_code(code: str) -> str:
    return _plain(code).upper()


# codes that a search and replace has spelled out: 310/KH-Ủy ban nhân dân
_SPELLED_OUT = {"uy-ban-nhan-dan": "ubnd", "hoi-ddong-nhan-dan": "hddnd"}


def organ_segment(code: str) -> str:
    """Fold an organ code for an IRI: marks dropped, đ written dd.

    >>> organ_segment("HĐND"), organ_segment("BKHCN")
    ('hddnd', 'bkhcn')
    """
    folded = search_key(code.replace("Đ", "Dd").replace("đ", "dd"))
    segment = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    return _SPELLED_OUT.get(segment, segment)


def joint_segment(codes: Iterable[str]) -> str:
    """Fold the codes of bodies that issue jointly, in printed order.

    >>> joint_segment(["BTC", "BKHCN"])
    'btc.bkhcn'
    """
    return ".".join(organ_segment(code) for code in codes)


# the codes of organs that no table knows: of a ministry, department or company by its first letter; of any other
_LIKELY = re.compile(r"[BSUĐVTCH][A-ZĐƯƠ]{1,9}")
_CODE = re.compile(r"[A-ZĐƯƠ](?=[^\W\d_]*[A-ZĐƯƠ])[^\W\d_]{1,11}")
_NAMED = re.compile(r"(?:^\W*|\n\W*|(?:công văn|văn bản|tờ trình|báo cáo|thông báo)\s+)số\s*:?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DocumentSymbol:
    """The number and symbol of a document (số, ký hiệu), Decree 30/2020/NĐ-CP and Guideline 36-HD/VPTW.

    `number` as printed without blanks ("05"), `year` where it stands in the symbol (normative documents), `form`
    the type symbol ("KH"; None for official letters and for laws), `organs` the other groups in printed order,
    `party` whether the Party's order of separators applies.
    """

    number: str
    year: str | None
    form: str | None
    organs: tuple[str, ...]
    party: bool = False

    @classmethod
    def parse(cls, text: str) -> "DocumentSymbol":
        """Read a symbol in any attested spelling. Raises IdentifierError when it is none.

        >>> str(DocumentSymbol.parse("20- NQ-TW")), str(DocumentSymbol.parse("07/CTr-TU"))
        ('20-NQ/TW', '07-CTr/TU')
        """
        clean = re.sub(r"[‐-―−]", "-", unicodedata.normalize("NFC", text)).strip()
        match = SYMBOL.fullmatch(clean)
        if not match:
            raise IdentifierError(f"not a document symbol: {text!r}")
        return cls.from_match(match, named=True)

    @classmethod
    def from_match(cls, match: re.Match[str], *, named: bool = False) -> "DocumentSymbol":
        """Read a match of SYMBOL; where it is *named* a number, of organs that no table knows as well.

        Raises IdentifierError when its groups name no type and no organ.
        """
        types, codes = _tables()
        groups = [g for g in re.split(r"[-/]", re.sub(r"\s", "", match["groups"])) if g]
        groups = _parted(groups, codes)
        form = types.get(_fold_code(groups[0]))
        if form is not None and (len(groups) > 1 or _fold_code(groups[0]) not in codes):
            groups = groups[1:]
            if groups and types.get(_fold_code(groups[0])) == form:
                groups = groups[1:]
        else:
            form = None
        organs = tuple(_organ(g, codes) for g in groups)
        first = _fold_code(re.sub(r"\d+$", "", groups[0])) if groups else ""
        code = _CODE if named else _LIKELY
        known = first in codes or bool(code.fullmatch(_plain(groups[0]).replace("&", "") if groups else ""))
        if not organs or not (form or (known and (len(organs) > 1 or re.search(r"\d$", organs[0])))):
            raise IdentifierError(f"not a document symbol: {match.group()!r}")
        side = codes.get(first, ("", ""))[1]
        # "01-KH/BCĐ", "01/KH-BCĐ": both sides have such a body, and unions write as either
        both = side not in ("party", "state")
        order = both and re.match(r"\w+\s*/" if side == "union" else r"(?!\w+\s*-[^/]*/)", match.group()) is None
        ordered = side == "party" or order
        party = match["year"] is None and form is not None and ordered
        return cls(match["number"], match["year"], form, organs, party)

    @property
    def organ(self) -> str:
        """The issuing organ's code: the first group, without the term digits of the National Assembly."""
        return re.sub(r"\d+$", "", self.organs[0])

    @property
    def normative(self) -> bool:
        """Whether the year stands in the symbol of a state document (văn bản quy phạm pháp luật)."""
        return self.year is not None and self.form is not None

    def __str__(self) -> str:
        groups = "-".join(self.organs)
        if self.party:
            return f"{self.number}-{self.form}/{groups}"
        head = f"{self.number}/{self.year}" if self.year else self.number
        return f"{head}/{self.form}-{groups}" if self.form else f"{head}/{groups}"


# short codes only behind types that open no name of an office, as "KHTC" does
_RUN_TOGETHER = re.compile(
    r"(?:QĐ|NĐ|NQ)(?=[^\W\d_]{2,}$)|(?:TTLT|TTr|TT|KH|CT|TB|HD)(?=(?:UBND|HĐND|VPCP|TTCP|[BS][^\W\d_]{2,})$)"
)

# a dot between a type and an organ that no table knows: "245/TTr.DSGĐTE"; "KH.CNMT" is one organ
_TWO_PARTS = re.compile(r"(?:TTr|QĐ|CV|BC|TB|HD|NQ)\.[A-ZĐƯƠ]{3,10}")


def _parted(groups: list[str], codes: dict[str, tuple[str, str]]) -> list[str]:
    """Part type and organ that stand together: "01/1999/QĐ.UB", and "75/2017/NĐCP" where a page lost its dashes."""
    form, dot, organ = groups[0].partition(".")
    together = _RUN_TOGETHER.match(groups[0])
    known = _fold_code(organ) in (*codes, "UB") or _TWO_PARTS.fullmatch(groups[0])
    if dot and len(groups) == 1 and known and _fold_code(form) in _tables()[0]:
        return [form, organ]
    if together and _fold_code(groups[0]) not in codes and _fold_code(groups[0][together.end() :]) in codes:
        return [together.group(), groups[0][together.end() :], *groups[1:]]
    return groups


def _organ(group: str, codes: dict[str, tuple[str, str]]) -> str:
    """Write an organ group as the table does, its term digits kept."""
    digits = re.search(r"\d+$", group)
    stem = group[: digits.start()] if digits else group
    known = codes.get(_fold_code(stem))
    return (known[0] if known and known[0] and "." not in known[0] else stem) + (digits.group() if digits else "")


def find_symbols(text: str) -> Iterator[tuple[re.Match[str], DocumentSymbol]]:
    """Find every document symbol in running text (dashes already of one kind), in order."""
    for match in SYMBOL.finditer(text):
        named = bool(_NAMED.search(text[max(0, match.start() - 24) : match.start()]))
        with suppress(IdentifierError):
            yield match, DocumentSymbol.from_match(match, named=named)


_SEGMENT = re.compile(r"[a-z0-9][a-z0-9.\-]*")


@dataclass(frozen=True, slots=True, order=True)
class DocumentKey:
    """What tells one document from all others: area, organ, form, year and number, each folded (ontology §4).

    `suffix` is the path of an attached plan or an annex below its carrier: "attached/ke-hoach", "annex/1".
    """

    area: str
    organ: str
    form: str
    year: str
    number: str
    suffix: str = ""

    @property
    def path(self) -> str:
        """The path below the base: id/doc/{area}/{organ}/{form}/{year}/{number}."""
        main = f"id/doc/{self.area}/{self.organ}/{self.form}/{self.year}/{self.number}"
        return f"{main}/{self.suffix}" if self.suffix else main

    @property
    def carrier(self) -> "DocumentKey":
        """The numbered document that an attached plan or annex belongs to; itself where there is none."""
        return DocumentKey(self.area, self.organ, self.form, self.year, self.number)

    @property
    def dotted(self) -> str:
        """The path after id/doc/ with dots for slashes, as it stands inside other IRIs."""
        return self.path.removeprefix("id/doc/").replace("/", ".")

    def below(self, *parts: str) -> "DocumentKey":
        """The key of a document carried by this one."""
        suffix = "/".join(filter(None, (self.suffix, *parts)))
        return DocumentKey(self.area, self.organ, self.form, self.year, self.number, suffix)

    @classmethod
    def parse(cls, path: str) -> "DocumentKey":
        """Read back a minted path. Raises IdentifierError.

        >>> DocumentKey.parse("id/doc/ha-noi/ubnd/ke-hoach/2013/90").number
        '90'
        """
        parts = path.removeprefix("id/doc/").split("/")
        if not path.startswith("id/doc/") or len(parts) < 5 or not all(_SEGMENT.fullmatch(p) for p in parts):
            raise IdentifierError(f"not a document path: {path!r}")
        area, organ, form, year, number, *rest = parts
        return cls(area, organ, form, year, number, "/".join(rest))


def number_segment(number: str) -> str:
    """Write a printed number for an IRI: no leading zeros, letter suffix kept.

    >>> number_segment("05"), number_segment("12a")
    ('5', '12a')
    """
    return slug(number.lstrip("0") or "0")


def short_hash(*parts: str) -> str:
    """Hash folded words to eight hex digits: the same words give the same name in every build."""
    return hashlib.sha256("\x1f".join(search_key(part) for part in parts).encode()).hexdigest()[:8]


def section_segment(path: str) -> str:
    """Write a printed section path for an IRI; d and đ differ.

    >>> section_segment("III.1.đ"), section_segment("Điều 2")
    ('iii.1.dd', 'dieu-2')
    """
    parts = (slug(re.sub(r"^đ$", "dd", part.strip().lower())) for part in path.split("."))
    return ".".join(part for part in parts if part)


def agent_segment(path: str) -> str:
    """Write an agent path inside another IRI: slashes become dots."""
    return path.removeprefix("id/agent/").replace("/", ".")
