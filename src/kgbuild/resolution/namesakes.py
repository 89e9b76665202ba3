"""Bodies of different times that go by one name: the day of the document tells which of them is meant."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kgbuild.language import fold
from kgbuild.model.knowledge import AgencyRecord, Knowledge


@dataclass(frozen=True, slots=True)
class Namesakes:
    """By row: its folded spellings that other rows of its scope go by too, the longest first, with all those rows."""

    shared: Mapping[str, tuple[tuple[str, tuple[AgencyRecord, ...]], ...]]

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Namesakes":
        """Index the spellings that more than one row of a scope goes by, full ones and those behind a head word."""
        bearers: dict[tuple[str, str], dict[str, AgencyRecord]] = {}
        for record in sorted(knowledge.agencies.values(), key=lambda r: r.id):
            for name in (*record.aliases, *record.bare_names):
                bearers.setdefault((record.scope, fold(name)), {})[record.id] = record
        shared: dict[str, list[tuple[str, tuple[AgencyRecord, ...]]]] = {}
        for (_, name), rows in sorted(bearers.items(), key=lambda item: -len(item[0][1])):
            for key in rows if len(rows) > 1 else ():
                shared.setdefault(key, []).append((name, tuple(rows.values())))
        return cls({key: tuple(names) for key, names in shared.items()})

    def of_day(self, record_id: str, surface: str, day: str) -> str:
        """Give the row that *surface* names on *day* (ISO, may be empty): *record_id* unless a namesake alone lived.

        "Sở VHTT" of 2005 is the Sở Văn hóa - Thông tin, the same letters of 2016 the Sở Văn hóa và Thể thao.
        """
        if record_id not in self.shared or not day:
            return record_id
        said = fold(surface)
        rows = next((r for n, r in self.shared[record_id] if re.match(rf"{re.escape(n)}(?!\w)", said)), ())
        living = [row.id for row in rows if _lives(row, day)]
        return living[0] if len(living) == 1 else record_id


def _lives(record: AgencyRecord, day: str) -> bool:
    """Tell whether a body lived on a day; either end may be a year, a year and month or a day."""
    begun = not record.valid_from or day >= record.valid_from
    return begun and (not record.valid_to or day[: len(record.valid_to)] <= record.valid_to)
