"""kgbuild reads Vietnamese policy documents and publishes who leads, who coordinates, by when, as linked data."""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgbuild.frames import Frames

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(place: "str | PathLike[str]") -> "Frames":
    """Open a build, its folder of dumps, or an N-Quads dump: `kgbuild.open("build").tasks()` is a pandas data frame.

    Raises StoreError when there is no dump. The tables need the extra: `pip install 'kgbuild[frames]'`.
    """
    from kgbuild.frames import Frames

    return Frames(Path(place))
