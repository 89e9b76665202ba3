"""Documents of one name that followed each other: which of them a text means that says the name alone."""

from collections.abc import Sequence

from kgbuild.model.knowledge import KnownDocument


def in_force(rows: Sequence[KnownDocument], day: str, *, newest: bool = False) -> KnownDocument | None:
    """Of documents that bear one name, take the one in force on *day* (ISO, may be empty); None where that is open.

    Between the passing of a law and the day from which it applies a text may mean it or the one before; where the
    words tell that the *newest* is meant, it is taken.
    """
    if len(rows) == 1 and (not day or not rows[0].date or rows[0].date <= day):
        return rows[0]
    passed = sorted((row for row in rows if row.date and day and row.date <= day), key=lambda row: row.date)
    if not passed:
        return None
    awaited = len(passed) > 1 and passed[-1].effective > day
    return None if awaited and not newest else passed[-1]
