"""The context of a mention: where and when its document speaks, and who issues it."""

import re
from dataclasses import dataclass

from kgbuild.identifiers import short_hash
from kgbuild.language import UPPER
from kgbuild.model.entities import AgentRef
from kgbuild.model.mentions import Locality

CENTRAL = "tw"
_PLACED = re.compile(rf"(?<![^\W_])(?i:quận|huyện|thị xã|thành phố|tp\.?|tỉnh|xã|phường|thị trấn|đặc khu) [{UPPER}\d]")


_CARRIED = re.compile(r"/(?:annex|attached)/.*")


@dataclass(frozen=True, slots=True)
class Context:
    """Where and when a document speaks: its area (empty when unknown, "tw" for the centre), its date, its key.

    A document of a district or commune has its `locality` besides: its groups and offices are those of that place,
    while a Sở it names is the province's. `issuer` is the body that issues the document: offices without a place or
    a body of their own ("Vụ Pháp chế") are its own.
    """

    area: str
    date: str
    document: str = ""
    locality: Locality | None = None
    issuer: AgentRef | None = None

    @property
    def nowhere(self) -> str:
        """Name the place of a document that tells none: one for it and all that is attached to it."""
        return f"nd-{short_hash(_CARRIED.sub('', self.document))}"


def place_of(area: str, locality: Locality) -> str:
    """Name a district or commune in IRIs: the path from its province, joined by dots ("ha-noi.quan-cau-giay")."""
    return f"{area or 'nd'}.{locality.slug}"


def with_locality(name: str, locality: Locality) -> str:
    """Write the name of a body or group with the district or commune whose it is, unless it names a place itself.

    >>> names = "Phòng Kinh tế", "Trạm Y tế xã", "Công an xã Ia Nan"
    >>> [with_locality(name, Locality("xã", "Ia Dom")) for name in names]
    ['Phòng Kinh tế xã Ia Dom', 'Trạm Y tế xã Ia Dom', 'Công an xã Ia Nan']
    """
    if locality.name in name or _PLACED.search(name):
        return name
    bare = re.sub(rf"\s+(?:cấp\s+)?{locality.noun}$", "", name, flags=re.IGNORECASE)
    return f"{bare} {locality.full_name}"
