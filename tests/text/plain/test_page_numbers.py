"""Page numbers that part a sentence, and lone numbers that are none."""

import pytest

from kgbuild.text.plain.reader import read_plain

HALF = "Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính và các đơn vị"
REST = "liên quan kiểm tra việc trồng cây bên đường."
FILLER = "\n\n".join(f"{n}. Trồng cây bên các con đường của phường và giao cho tổ dân phố chăm sóc." for n in range(12))


def pages(*numbers: int) -> str:
    """Write pages that end in mid-sentence, each with its number below."""
    return "".join(f"{FILLER}\n\n{HALF}\n\n{number}\n\n{REST}\n\n" for number in numbers)


def whole(raw: str) -> int:
    """Count the paragraphs that were put together again."""
    reading = read_plain(raw)
    lines = [reading.text.norm[block.span.start : block.span.end] for block in reading.blocks]
    return lines.count(f"{HALF} {REST}")


@pytest.mark.parametrize(
    ("raw", "joined"),
    [
        (pages(4, 5, 6), 3),
        (pages(4, 5, 6).replace("\n4\n", "\n- 4 -\n"), 3),
        # the first page bears no number
        (pages(2, 3), 2),
        # a form feed alone tells the page
        (f"{FILLER}\n\n{HALF}\n\n7\n\f{REST}\n", 1),
        (f"{FILLER}\n\n{HALF}\n\f 7 \n\n{REST}\n", 1),
        # set in the middle of the line
        (f"{FILLER}\n\n{HALF}\n\f{' ' * 48}7\n\n{REST}\n", 1),
    ],
)
def test_a_page_number_parts_no_paragraph(raw: str, joined: int) -> None:
    assert whole(raw) == joined


@pytest.mark.parametrize(
    "raw",
    [
        # numbers that do not count the pages
        pages(4, 9, 30),
        pages(3, 4),
        pages(2, 4),
        f"{HALF}\n\n2\n\n{REST}\n\n" + pages(3),
        f"{FILLER}\n\n{HALF}\n\n7\n\n{REST}\n",
        # cells of a table, close together
        "".join(f"{HALF}\n{number}\n{REST}\n" for number in (1, 2, 3)),
        # what comes next begins anew
        pages(4, 5, 6).replace(REST, "a) Trồng cây."),
        pages(4, 5, 6).replace(REST, "Trồng cây."),
        pages(4, 5, 6).replace("và các đơn vị", "và các đơn vị."),
    ],
)
def test_other_lone_numbers_stay(raw: str) -> None:
    assert whole(raw) == 0


def test_the_source_is_quoted_as_it_stands() -> None:
    raw = pages(4, 5, 6)
    reading = read_plain(raw)
    quotes = [reading.text.quote(block.span) for block in reading.blocks]
    assert quotes.count(f"{HALF}\n\n5\n\n{REST}") == 1
    assert all(quote in raw for quote in quotes)
