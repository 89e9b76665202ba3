"""All targets of a part: those in running text, and those of tables of indicators that no sentence says before."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kgbuild.language import fold
from kgbuild.mentions.goals.figures import Figure, read_bare_figure
from kgbuild.mentions.goals.targets import period_of, read_targets
from kgbuild.model import Span
from kgbuild.model.mentions import TargetMention
from kgbuild.model.structure import Indicator, Part
from kgbuild.model.text import Text

_ALIKE = 0.6  # share of an indicator's words in a sentence that says the same


def read_all_targets(
    text: Text, part: Part, cited: Sequence[Span], told: Sequence[TargetMention]
) -> Iterator[TargetMention]:
    """Read the targets in running text, then those of tables that neither it nor the carrier has *told* before."""
    prose = list(read_targets(text, part, cited))
    yield from prose
    yield from _of_tables(text, part, [*told, *prose])


def _of_tables(text: Text, part: Part, told: Sequence[TargetMention]) -> Iterator[TargetMention]:
    default, of_value = period_of(text, part), defaultdict[float | None, list[TargetMention]](list)
    for target in told:
        of_value[target.value].append(target)
    for row in part.indicators:
        figure = read_bare_figure(text, row.value)
        unit = _unit(text, row, figure) if figure else ""
        if figure is None or not unit or any(_same(text, row, t) for t in of_value[figure.value]):
            continue
        yield TargetMention(
            span=Span(row.name.start, row.value.end),
            figure=figure.digits,
            value=figure.value,
            unit=unit,
            comparator=figure.comparator,
            kind="quantitative",
            section="",
            deadline=row.year or default,
            cells=tuple(cell for cell in (row.name, row.unit, row.value) if cell),
        )


def _unit(text: Text, row: Indicator, figure: Figure) -> str:
    """Take the unit that the cell prints, or that of its column: "% GDP" is a rate."""
    said = text.words(row.unit) if row.unit else ""
    return "%" if figure.unit == "%" or said.startswith("%") else said or figure.unit


def _same(text: Text, row: Indicator, target: TargetMention) -> bool:
    """Tell whether a target of the text with the same value is this row's: it has most of the words of its name."""
    name = set(fold(text.words(row.name)).split())
    return len(name & set(fold(text.words(target.span)).split())) >= _ALIKE * len(name)
