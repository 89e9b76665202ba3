"""The structure of a document: its head, the tree of its marked paragraphs, its task tables, its end."""

from dataclasses import dataclass
from enum import StrEnum

from kgbuild.identifiers import DocumentSymbol
from kgbuild.model.core import Span


class Mark(StrEnum):
    """The kinds of marks that open a paragraph, from the outermost inwards."""

    PART = "part"  # Phần, Chương, Mục
    ROMAN = "roman"  # I.
    ARTICLE = "article"  # Điều 1.
    NUMBER = "number"  # 1.  1.2.
    LETTER = "letter"  # a)
    PAREN = "paren"  # (1)
    DASH = "dash"  # -
    NONE = ""


class Zone(StrEnum):
    """What a stretch of a document speaks of, told by its headings."""

    PREAMBLE = "preamble"
    BASIS = "basis"
    SITUATION = "situation"
    OBJECTIVE = "objective"
    MEASURE = "measure"
    FUNDING = "funding"
    ORGANISATION = "organisation"
    ARTICLE = "article"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph with its place in the tree.

    `label` is the printed mark without punctuation, `path` the labels from the outermost in, joined by dots,
    `content` the span without the mark, `parent` the index of the item it stands under (-1 at the top), `heading`
    whether it heads a section.
    """

    mark: Mark
    label: str
    path: str
    span: Span
    content: Span
    parent: int
    depth: int
    zone: Zone
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a task table: the printed number with its groups, and its cells by column (see TaskTable).

    `years` are those of the first and the last time that it ticks, where headings name them.
    """

    number: str
    group: str
    cells: dict[str, Span]
    span: Span
    years: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class TableGroup:
    """A row that only heads the rows below it."""

    number: str
    heading: Span
    path: str


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A table whose columns say who does what by when.

    Columns: number, task, lead, coordinate, perform, role, begin, schedule, product, funding, note.
    """

    columns: tuple[str, ...]
    groups: tuple[TableGroup, ...]
    rows: tuple[Row, ...]
    span: Span
    restarts: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of a table of indicators: what is measured, the cell that says how much, the unit, by what year."""

    name: Span
    value: Span
    unit: Span | None
    year: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block: the organ signed for, the signing forms in printed order, posts and name.

    Of a document that several organs issue `seat` is the organ named behind the post ("BỘ TRƯỞNG BỘ NỘI VỤ"), and
    the first block holds those `beside` it.
    """

    span: Span
    forms: tuple[str, ...]
    organ: Span | None
    posts: tuple[Span, ...]
    name: Span | None
    seat: Span | None = None
    beside: tuple["Signature", ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text: form, number, issuer, place and date, title.

    `authority` is the issuer named beside the national motto, `authority_lines` the lines that name it where other
    words of the head stand between them, `acting` the line below the title that names who
    decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …"), `carried_by` the line "(Ban hành kèm theo …)".
    """

    form: str = ""
    form_span: Span | None = None
    symbol: DocumentSymbol | None = None
    symbol_span: Span | None = None
    authority: Span | None = None
    authority_lines: tuple[Span, ...] = ()
    date: str | None = None
    date_span: Span | None = None
    place: str | None = None
    title: Span | None = None
    carried_by: Span | None = None
    acting: Span | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One document that a file contains: the document itself, an attached plan, an annex or a news report.

    `carrier` is the index of the part that an annex or attached plan belongs to (-1: none), `ordinal` counts the
    annexes of a file. `byline` and `publisher` are those of a report, `notes` the footnotes behind the signature.
    """

    kind: str
    head: Head
    items: tuple[Item, ...]
    tables: tuple[TaskTable, ...]
    recipients: tuple[Span, ...]
    signature: Signature | None
    span: Span
    carrier: int = -1
    ordinal: int = 0
    byline: Span | None = None
    publisher: Span | None = None
    notes: tuple[Span, ...] = ()
    indicators: tuple[Indicator, ...] = ()
