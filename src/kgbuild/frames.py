"""The tables of a dataset as pandas data frames, for readers who want no SPARQL; needs the extra `frames`."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kgbuild.errors import ConfigError, StoreError
from kgbuild.publish.dataset.dumps import NAME, TABLES
from kgbuild.publish.dataset.parquet import to_arrow
from kgbuild.publish.dataset.tables import load_tables, read_rows
from kgbuild.store import Store, read_quads

if TYPE_CHECKING:
    import pandas as pd

DUMP: Final = f"{NAME}.nq.gz"


class Frames:
    """The tables of one dataset, each a data frame made anew for each call.

    Column names and types are those of the dumps (`docs/tables.md`); what a document does not say is `<NA>`.
    """

    def __init__(self, place: Path) -> None:
        self._dump = _find_dump(place)
        self._tables = {table.name: table for table in load_tables()}

    @property
    def names(self) -> list[str]:
        """The names of the tables."""
        return list(self._tables)

    def table(self, name: str) -> "pd.DataFrame":
        """Give one table by name: from its Parquet file beside the dump, else from the graph. Raises StoreError."""
        table = self._tables.get(name)
        if table is None:
            raise StoreError(f"there is no table {name!r}; there are {', '.join(self._tables)}")
        file = self._dump.parent / TABLES / f"{name}.parquet"
        with _explained():
            import pyarrow.parquet as pq

            found = pq.read_table(file) if file.is_file() else to_arrow(table, read_rows(self._store, table))
            return _frame(found)

    @cached_property
    def _store(self) -> Store:
        store = Store.memory()
        store.load(read_quads(self._dump))
        return store

    def agencies(self) -> "pd.DataFrame":
        """One row per agency or group: its names, its kind, how long it lived, how much work it was given."""
        return self.table("agencies")

    def assignments(self) -> "pd.DataFrame":
        """One row per assignment: the work, the agency, its role, and the words it was read from."""
        return self.table("assignments")

    def citations(self) -> "pd.DataFrame":
        """One row per citation: who cites whom as what, in which words."""
        return self.table("citations")

    def documents(self) -> "pd.DataFrame":
        """One row per document or news report: what it is, who issued it, when, whether its text is held."""
        return self.table("documents")

    def findings(self) -> "pd.DataFrame":
        """One row per fault found in the documents or in the reading."""
        return self.table("findings")

    def measures(self) -> "pd.DataFrame":
        """One row per measure: the document that sets it out, its section and its words."""
        return self.table("measures")

    def objectives(self) -> "pd.DataFrame":
        """One row per objective: the document that sets it out, its section and its words."""
        return self.table("objectives")

    def recipients(self) -> "pd.DataFrame":
        """One row for each line of a recipients' list and each recipient read in it."""
        return self.table("recipients")

    def results(self) -> "pd.DataFrame":
        """One row per reported result: the figure, its unit, how it compares, and its words."""
        return self.table("results")

    def signatures(self) -> "pd.DataFrame":
        """One row for each form of each signature: who signed what, in which post, for whom."""
        return self.table("signatures")

    def targets(self) -> "pd.DataFrame":
        """One row per target: the figure, its unit, how it compares, by when, and its words."""
        return self.table("targets")

    def tasks(self) -> "pd.DataFrame":
        """One row per task: the document that sets it out, its words and its time."""
        return self.table("tasks")

    def themes(self) -> "pd.DataFrame":
        """One row for each theme of a measure, task, target, section or document."""
        return self.table("themes")


def _find_dump(place: Path) -> Path:
    """Find the N-Quads of a build, of a folder of dumps, or the file itself."""
    candidates = (place, place / DUMP, place / "dumps" / DUMP)
    found = next((path for path in candidates if path.is_file()), None)
    if found is None:
        raise StoreError(f"{place}: neither a dump (N-Quads) nor a folder that has {DUMP}")
    return found


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        raise ConfigError(f"data frames need {error.name}: pip install 'kgbuild[frames]'") from error


def _frame(table: Any) -> "pd.DataFrame":
    """Turn an Arrow table into a data frame whose types know missing values."""
    import pandas as pd
    import pyarrow as pa

    types = {
        pa.int64(): pd.Int64Dtype(),
        pa.float64(): pd.Float64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
        pa.string(): pd.StringDtype(),
    }
    return table.to_pandas(types_mapper=types.get, date_as_object=False)
