"""Small Word and PDF files, written by hand so that the tests need no writer of either format."""

import io
import zipfile
from collections.abc import Callable, Sequence
from html import escape
from math import cos, radians, sin
from types import SimpleNamespace

import pytest

from kgbuild.model.text import Reading, Table

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def make_docx(body: str, name: str = "document", strict: bool = False, **parts: str) -> bytes:
    """Pack *body*, the XML inside w:body, with further parts by name (numbering, styles, header1, footnotes).

    *name* is the part that holds the text; a strict file has namespaces of its own.
    """
    word = "http://purl.oclc.org/ooxml/wordprocessingml/main" if strict else _WORD
    relations = "".join(
        f'<Relationship Id="r{part}" Type="{_OFFICE}/{part.rstrip("1")}" Target="{part}.xml"/>' for part in parts
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
            f'Type="{_OFFICE}/officeDocument" Target="word/{name}.xml"/></Relationships>',
        )
        archive.writestr(
            f"word/_rels/{name}.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        )
        archive.writestr(f"word/{name}.xml", f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>')
        for part, content in parts.items():
            archive.writestr(f"word/{part}.xml", content.replace(">", f' xmlns:w="{word}">', 1))
    return packed.getvalue()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Write one paragraph; a tab in *text* becomes a tab of Word."""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>{pieces}</w:r></w:p>"


def word_table(rows: Sequence[Sequence[str]]) -> str:
    """Write a table, one paragraph in each cell."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


class PdfPage:
    """One page of 595 × 842 points; places count from the top left corner, letters are half as wide as high."""

    def __init__(self) -> None:
        self.texts: list[tuple[float, float, str, float]] = []
        self.looks: list[str] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self.scanned = False

    def text(self, x: float, y: float, text: str, size: float = 14, look: str = "") -> "PdfPage":
        """Write a text; *look* are operators of PDF before it ("5 Tc": letters spaced out, "0.8 g": pale)."""
        self.texts.append((x, y, text, size))
        self.looks.append(look)
        return self

    def turned(self, x: float, y: float, text: str, size: float, degrees: int) -> "PdfPage":
        """Write a text that runs upwards to the right; by 90 degrees straight up."""
        up, along = sin(radians(degrees)), cos(radians(degrees))
        return self.text(x, y, text, size, f"{along:.4f} {up:.4f} {-up:.4f} {along:.4f} {x} {842 - y} Tm")

    def centred(self, y: float, text: str, size: float = 14) -> "PdfPage":
        return self.text(297.5 - len(text) * size / 4, y, text, size)

    def scan(self) -> "PdfPage":
        """Cover the page with a picture."""
        self.scanned = True
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "PdfPage":
        self.rules.append((x0, y0, x1, y1))
        return self

    def table(self, y: float, columns: Sequence[float], rows: Sequence[Sequence[str]], height: float = 40) -> "PdfPage":
        """Draw a ruled table; a line break in a cell begins a line."""
        bottom = y + height * len(rows)
        for line in range(len(rows) + 1):
            self.rule(columns[0], y + height * line, columns[-1], y + height * line)
        for x in columns:
            self.rule(x, y, x, bottom)
        for number, row in enumerate(rows):
            for x, cell in zip(columns, row, strict=False):
                for line, piece in enumerate(cell.split("\n")):
                    self.text(x + 2, y + height * number + 14 + 14 * line, piece, 12)
        return self


def make_pdf(pages: Sequence[PdfPage]) -> bytes:
    """Write a PDF with one font that exists only by name; its ToUnicode map gives the letters back."""
    letters = sorted({char for page in pages for _, _, text, _ in page.texts for char in text})
    code = {char: number + 1 for number, char in enumerate(letters)}
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        "/Supplement 0>>/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/Plain/Flags 4/Ascent 800/Descent -200"
        "/FontBBox[0 -200 1000 800]/CapHeight 700/ItalicAngle 0/StemV 80>>>>",
        _stream(_to_unicode(code)),
    ]
    for number, page in enumerate(pages):
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {7 + 2 * number} 0 R>>"
        )
        objects.append(_stream(_drawing(page, code)))
    return _assemble(objects)


def _to_unicode(code: dict[str, int]) -> str:
    pairs = "\n".join(f"<{number:04x}> <{ord(char):04x}>" for char, number in code.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def "
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(code)} beginbfchar\n{pairs}\nendbfchar "
        "endcmap end end"
    )


def _drawing(page: PdfPage, code: dict[str, int]) -> str:
    rules = [f"{x0} {842 - y0} m {x1} {842 - y1} l S" for x0, y0, x1, y1 in page.rules]
    texts = [
        f"q BT /F {size} Tf 1 0 0 1 {x} {842 - y} Tm {look} <{''.join(f'{code[c]:04x}' for c in text)}> Tj ET Q"
        for (x, y, text, size), look in zip(page.texts, page.looks, strict=True)
    ]
    picture = ["q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"] if page.scanned else []
    return "\n".join([*picture, *rules, *texts])


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def _assemble(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode("ascii")


@pytest.fixture(scope="session")
def docx() -> SimpleNamespace:
    """Writers of Word files: `file`, `paragraph`, `table`."""
    return SimpleNamespace(file=make_docx, paragraph=paragraph, table=word_table)


@pytest.fixture(scope="session")
def pdf() -> SimpleNamespace:
    """Writers of PDF files: `file` and `Page`."""
    return SimpleNamespace(file=make_pdf, Page=PdfPage)


@pytest.fixture(scope="session")
def shown() -> Callable[[Reading], list[object]]:
    """Show a reading as its paragraphs (strings) and tables (lists of rows)."""

    def show(reading: Reading) -> list[object]:
        text = reading.text
        return [
            [[text.words(cell) for cell in row] for row in block.rows]
            if isinstance(block, Table)
            else text.words(block.span)
            for block in reading.blocks
        ]

    return show
