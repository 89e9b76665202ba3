"""Load the tables of knowledge from data/authorities."""

import csv
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from kgbuild.errors import DataError
from kgbuild.model.knowledge import (
    Abbreviation,
    AgencyRecord,
    Area,
    DocumentType,
    EffectiveDay,
    Group,
    HeadNoun,
    IssuerCode,
    Knowledge,
    KnownDocument,
    Place,
    Succession,
    Surname,
    Term,
)

R = TypeVar("R")


def read_table(path: Path, row_type: type[R]) -> list[R]:
    """Read a CSV file into rows of *row_type*; cells of tuple fields are split at `|`.

    Raises DataError naming the file, and the row where a column is missing.
    """
    hints = get_type_hints(row_type)
    names = list(fields(row_type))  # type: ignore[arg-type]  # row_type is always a dataclass
    rows: list[R] = []
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                values: dict[str, Any] = {}
                for spec in names:
                    cell = row.get(spec.name)
                    if cell is None:
                        if spec.default is MISSING:
                            raise DataError(f"{path}: row {number}: column {spec.name!r} is missing")
                        continue
                    tupled = hints[spec.name] == tuple[str, ...]
                    values[spec.name] = (
                        tuple(c.strip() for c in cell.split("|") if c.strip()) if tupled else cell.strip()
                    )
                rows.append(row_type(**values))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path}: {error}") from error
    return rows


def load_knowledge(folder: Path, themes: Mapping[str, tuple[str, ...]]) -> Knowledge:
    """Load every table of *folder*; *themes* maps a theme code to its cue phrases (from the code list)."""
    return Knowledge(
        areas={row.slug: row for row in read_table(folder / "areas.csv", Area)},
        agencies={row.id: row for row in read_table(folder / "agencies.csv", AgencyRecord)},
        types={row.notation: row for row in read_table(folder / "document_types.csv", DocumentType)},
        codes={row.code: row for row in read_table(folder / "issuer_codes.csv", IssuerCode)},
        documents=_documents(folder),
        successions=tuple(read_table(folder / "successions.csv", Succession)),
        places=tuple(read_table(folder / "places.csv", Place)),
        groups={row.slug: row for row in read_table(folder / "groups.csv", Group)},
        head_nouns=tuple(read_table(folder / "head_nouns.csv", HeadNoun)),
        terms=tuple(read_table(folder / "terms.csv", Term)),
        themes=dict(themes),
        abbreviations=tuple(read_table(folder / "abbreviations.csv", Abbreviation)),
        surnames={row.surname: row for row in read_table(folder / "surnames.csv", Surname)},
    )


def _documents(folder: Path) -> tuple[KnownDocument, ...]:
    """Load the known documents, each with the day from which it applies where that is told.

    Raises DataError where the day of an unknown document is told.
    """
    days = {row.path: row.day for row in read_table(folder / "effective_days.csv", EffectiveDay)}
    documents = read_table(folder / "documents.csv", KnownDocument)
    unknown = sorted(days.keys() - {document.path for document in documents})
    if unknown:
        raise DataError(f"{folder / 'effective_days.csv'}: no such document: {', '.join(unknown)}")
    return tuple(replace(document, effective=days.get(document.path, "")) for document in documents)
