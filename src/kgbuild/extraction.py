"""One document read by itself: the statements, the issues, and how each fact was read."""

from dataclasses import dataclass, field
from pathlib import Path

from kgbuild.config import Settings, resource
from kgbuild.corpus import describe_corpus
from kgbuild.errors import SourceError
from kgbuild.model import Issue, Literal, Statement
from kgbuild.model.knowledge import Knowledge
from kgbuild.namespaces import CODE, PIO, Iri
from kgbuild.reading import Reader, SourceReading
from kgbuild.readings import read_one
from kgbuild.resolution.authorities import load_knowledge
from kgbuild.sources.manifest import Source, find_sources
from kgbuild.store import Store


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave: statements, issues, and (when asked) how each fact was read."""

    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...]
    explanations: list[dict[str, object]] = field(default_factory=list)


THEME_CUES = "SELECT ?theme ?cue { ?theme skos:inScheme code:theme ; skos:altLabel ?cue }"
FIELD_NAMES = "SELECT ?cue { code:theme skos:hiddenLabel ?cue }"


def knowledge_of() -> Knowledge:
    """Load the tables of knowledge and the cue phrases of the themes."""
    store = Store.memory()
    store.load_turtle(resource("ontology", "codelists", "theme.ttl"), CODE["theme"])
    themes: dict[str, list[str]] = {}
    for code, query in (("theme", THEME_CUES), ("", FIELD_NAMES)):
        for row in store.select(query):
            cue = row["cue"]
            if isinstance(cue, Literal):
                themes.setdefault(code and str(row["theme"]).rsplit("/", 1)[-1], []).append(cue.value)
    return load_knowledge(resource("data", "authorities"), {code: tuple(sorted(cues)) for code, cues in themes.items()})


def extract(path: Path, settings: Settings, explain: bool = False, undated: str = "") -> Extraction:
    """Read one document: the same IRIs as a build of many, with what the tables know of the bodies it names.

    Where it prints no date, its bodies and places are those of the day *undated* (ISO), if one is given.
    Raises SourceError naming the file when it is not there, cannot be read, or is not for publication.
    """
    knowledge = knowledge_of()
    reader = Reader(knowledge, settings.base_iri, undated)
    source = next(s for s in find_sources([path]))
    reading = read_one(reader, _with_manifest(source), settings)
    if reading.withheld:
        raise SourceError(f"{source.name} is marked as secret or for internal use, so nothing of it is told")
    if not reading.captured:
        raise SourceError("; ".join(issue.message for issue in reading.issues) or f"{source.name} holds no document")
    statements = (*reading.statements, *describe_corpus([reading], knowledge, settings.base_iri))
    return Extraction(tuple(sorted(set(statements))), reading.issues, _explain(reading) if explain else [])


def _with_manifest(source: Source) -> Source:
    """Give a single file the id that the manifest of its folder gives it."""
    if not (source.path.parent / "sources.toml").is_file():
        return source
    return next((s for s in find_sources([source.path.parent]) if s.path == source.path), source)


def _explain(reading: SourceReading) -> list[dict[str, object]]:
    """List the assignments, citations and signatures of a reading with rule, words and confidence."""
    facts: dict[Iri, dict[str, object]] = {}
    words = {
        s.subject: s.object.value
        for s in reading.statements
        if s.predicate == PIO.nameAsWritten and isinstance(s.object, Literal)
    }
    for statement in reading.statements:
        name = {PIO.rule: "rule", PIO.confidence: "confidence", PIO.resolution: "resolution"}.get(statement.predicate)
        if name:
            value = (
                statement.object.value if isinstance(statement.object, Literal) else statement.object.rsplit("/", 1)[-1]
            )
            facts.setdefault(statement.subject, {"fact": statement.subject})[name] = value
    return [{**fact, "words": words.get(node, "")} for node, fact in sorted(facts.items())]
