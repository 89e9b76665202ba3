"""Cells that stand for the one above: "như trên", "-nt-", whole or behind a label."""

import re

from kgbuild.model import Span
from kgbuild.model.mentions import Role
from kgbuild.model.text import Text

# "nt" or the marks that stand for the cell above; a dash or an empty cell says that there is nothing
_DITTO = re.compile(r"[\s(*-]*(?:n[./]?t|như\s+trên|[\"“”]|'{1,2}|″|/{2,3})[\s).*-]*")
_BEHIND_LABEL = re.compile(
    r"(?<![^\W_])(?P<part>chủ trì|phối hợp)(?:\s+thực hiện)?\s*:[\s(*-]*(?:n[./]?t|như\s+trên)(?![^\W_])"
)


def cell_meant(text: Text, cell: Span, above: Span | None) -> Span:
    """Give the cell that a cell stands for: the one above, where it only says "như trên"."""
    return above if above is not None and _DITTO.fullmatch(text.low, cell.start, cell.end) else cell


def roles_meant(text: Text, cell: Span, above: tuple[Role, ...]) -> tuple[Role, ...]:
    """Give the roles of the row above that a label of a cell refers to: "Chủ trì: như trên; phối hợp: Sở Y tế"."""
    parts = {match["part"] for match in _BEHIND_LABEL.finditer(text.low, cell.start, cell.end)}
    meant = {"chủ trì": "lead", "phối hợp": "coordinate"}
    return tuple(role for role in above if role.role in {meant[part] for part in parts})
