"""The size budget: modules and functions stay small enough to be read in one go."""

import ast
from pathlib import Path

MODULE_P50 = 120  # "about 90": the budget is missed when half of the modules are clearly longer
MODULE_P90 = 250
MODULE_MAX = 400
FUNCTION_P90 = 30


def lines(path: Path) -> int:
    """Count the lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> list[tuple[int, str]]:
    """Measure each function of a module from `def` to its last line, decorators not counted."""
    return [
        ((node.end_lineno or node.lineno) - node.lineno + 1, f"{path.name}:{node.name}")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def percentile(values: list, share: float):
    """Give the smallest value that at least *share* of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * round(share * 100) // 100) - 1)]


def test_modules_keep_the_budget(modules: list[Path]) -> None:
    sizes = [(lines(path), str(path)) for path in modules if path.name != "__init__.py" or lines(path) > 10]
    too_long = [entry for entry in sizes if entry[0] > MODULE_MAX]
    assert not too_long, f"above {MODULE_MAX} lines: {too_long}"
    p50, p90 = percentile(sizes, 0.5), percentile(sizes, 0.9)
    assert p50[0] <= MODULE_P50, f"half of the modules are longer than {MODULE_P50} lines; the middle one is {p50}"
    assert p90[0] <= MODULE_P90, f"a tenth of the modules is longer than {MODULE_P90} lines; {p90} is the limit case"


def test_functions_keep_the_budget(modules: list[Path]) -> None:
    sizes = [entry for path in modules for entry in functions(path)]
    p90 = percentile(sizes, 0.9)
    longest = sorted(sizes, reverse=True)[:10]
    assert p90[0] <= FUNCTION_P90, f"a tenth of the functions is longer than {FUNCTION_P90} lines: {longest}"


def test_percentile_counts_from_the_smallest() -> None:
    assert percentile([*range(1, 11)], 0.9) == 9
    assert percentile([*range(1, 12)], 0.9) == 10
    assert percentile([7], 0.5) == 7
