"""The tables as Parquet, typed; needs pyarrow (the extra `frames`)."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from kgbuild.publish.dataset.tables import Column, Row, Table

if TYPE_CHECKING:
    import pyarrow as pa

READ: Final[dict[str, Callable[[str], Any]]] = {
    "integer": int,
    "decimal": float,
    "boolean": "true".__eq__,
    "date": date.fromisoformat,
}


def can_write_parquet() -> bool:
    """Tell whether pyarrow is installed."""
    return find_spec("pyarrow") is not None


def to_arrow(table: Table, rows: Sequence[Row]) -> "pa.Table":
    """Turn the rows of a table into an Arrow table with the types of its columns."""
    import pyarrow as pa

    types = {"integer": pa.int64(), "decimal": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}
    arrays = [
        pa.array([_read(row[at], column) for row in rows], types.get(column.type, pa.string()))
        for at, column in enumerate(table.columns)
    ]
    fields = [
        pa.field(column.name, array.type, metadata={"vi": column.vi, "en": column.en})
        for column, array in zip(table.columns, arrays, strict=True)
    ]
    return pa.table(arrays, pa.schema(fields, {"title@vi": table.title_vi, "title@en": table.title_en}))


def _read(text: str | None, column: Column) -> Any:
    return text if text is None or column.type not in READ else READ[column.type](text)


def write_parquet(table: Table, rows: Sequence[Row]) -> bytes:
    """Write the rows of a table as Parquet: the same rows give the same bytes with the same pyarrow."""
    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(to_arrow(table, rows), buffer, compression="zstd")
    return buffer.getvalue()
