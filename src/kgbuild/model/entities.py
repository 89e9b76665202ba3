"""The entities that mentions stand for, with how sure that is."""

from dataclasses import dataclass

from kgbuild.identifiers import DocumentKey


@dataclass(frozen=True, slots=True)
class AgentRef:
    """An agency, a group or a post that a mention stands for.

    `path` is below the base; `kind` is agency, group, post or unknown; `record` the row of agencies.csv (empty
    otherwise); `organ` the path of the body a post belongs to; `resolution` a code of code:resolution; `part_of` the
    path of the body inside which an office of its own stands, `owner` that body's row; `said` is the name of the
    mention with its abbreviations written out (empty where that says no more than the label and the words).
    """

    path: str
    kind: str
    label: str
    label_en: str = ""
    type: str = ""
    classification: str = ""
    record: str = ""
    area: str = ""
    organ: str = ""
    resolution: str = "exact"
    part_of: str = ""
    owner: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document that a citation or a captured part stands for.

    `title`, `date` and `issuer` are what the authority knows (empty where it knows nothing), `candidates` the paths
    of known documents it may be.
    """

    path: str
    form: str
    symbol: str = ""
    number: str = ""
    key: DocumentKey | None = None
    title: str = ""
    date: str = ""
    issuer: str = ""
    name: str = ""
    resolution: str = "exact"
    confidence: float = 0.95
    candidates: tuple[str, ...] = ()
    party: bool = False
    draft: bool = False
