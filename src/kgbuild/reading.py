"""Read one source into statements: text, structure, mentions, resolution, in that order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kgbuild.errors import SourceError
from kgbuild.mentions.citing.citation_names import CitationNames
from kgbuild.mentions.citing.citations import read_citations
from kgbuild.mentions.citing.congresses import own_congress
from kgbuild.mentions.citing.quotations import read_quotations
from kgbuild.mentions.goals.indicators import read_all_targets
from kgbuild.mentions.issuing.effect import read_effect
from kgbuild.mentions.issuing.issuers import read_issuer, starts_agency
from kgbuild.mentions.issuing.recipients import read_recipients
from kgbuild.mentions.measures import read_measures
from kgbuild.mentions.milestones import read_milestones
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.naming.legends import introduce_legend, read_legend
from kgbuild.mentions.naming.names import Lexicon
from kgbuild.mentions.people import read_people
from kgbuild.mentions.procedures import read_rules
from kgbuild.mentions.programmes import ProgrammeNames, read_programmes
from kgbuild.mentions.prose.duties import introduce_bodies, read_duties, read_measure_duties
from kgbuild.mentions.prose.own_times import with_times
from kgbuild.mentions.reports.awards import read_awards
from kgbuild.mentions.reports.events import read_events
from kgbuild.mentions.reports.reported import read_reported
from kgbuild.mentions.rows.blocks import read_blocks, read_times
from kgbuild.mentions.rows.rows import read_rows
from kgbuild.mentions.themes import ThemeCues
from kgbuild.mentions.yields import with_yields
from kgbuild.model import Issue, Severity, Span, Statement
from kgbuild.model.entities import AgentRef
from kgbuild.model.findings import Findings
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.linked import LinkedCitation, LinkedPart, PlannedDocument
from kgbuild.model.mentions import MeasureMention, TaskMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text
from kgbuild.model.things import NamedThing
from kgbuild.resolution.linker import Linker, ReadPart
from kgbuild.sources.manifest import Source, digest
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.citations import describe_citations
from kgbuild.statements.documents import describe_part, describe_source_text
from kgbuild.statements.occasions import describe_occasions
from kgbuild.statements.passages import describe_passages
from kgbuild.statements.people import describe_people
from kgbuild.statements.programmes import describe_programmes
from kgbuild.statements.sameness import join_measures
from kgbuild.statements.speech import describe_speech
from kgbuild.statements.work import describe_work, join_tasks
from kgbuild.statements.yields import describe_yields
from kgbuild.structure.heads import Forms
from kgbuild.structure.parts import split_parts
from kgbuild.structure.starts import Grammar
from kgbuild.text.normalize import normalise
from kgbuild.text.reader import read
from kgbuild.text.stamps import is_internal, is_secret


@dataclass(frozen=True, slots=True)
class SourceReading:
    """What one source gave: its statements, the agents and documents met, the text as read, the issues."""

    key: str
    name: str
    sha256: str = ""
    text: str = ""
    statements: tuple[Statement, ...] = ()
    agents: tuple[AgentRef, ...] = ()
    cited: tuple[LinkedCitation, ...] = ()
    captured: tuple[str, ...] = ()
    things: tuple[NamedThing, ...] = ()
    issues: tuple[Issue, ...] = ()
    withheld: bool = False
    planned: tuple[PlannedDocument, ...] = ()


def failed(source: Source, message: str, rule: str = "unreadable") -> SourceReading:
    """Give the reading of a source of which nothing could be read: one issue that says why."""
    return SourceReading(source.key, source.name, issues=(Issue(source.name, rule, message, Severity.ERROR),))


class Reader:
    """Reads sources with one set of tables; made once per process.

    *undated* (ISO) is the day by which bodies and places are known where a document prints no date.
    """

    def __init__(self, knowledge: Knowledge, base: str, undated: str = "") -> None:
        self.knowledge = knowledge
        self.base = base
        self.lexicon = Lexicon(knowledge)
        self.names = CitationNames(knowledge)
        self.themes = ThemeCues.of(knowledge.themes)
        self.programmes = ProgrammeNames(self.lexicon)
        self.linker = Linker(knowledge, undated)
        self.grammar = Grammar(Forms.of(knowledge), self._starts_agency)

    def _starts_agency(self, line: str) -> bool:
        text = normalise(line)
        return starts_agency(self.lexicon, text, Span(0, len(text.norm)))

    def read(self, source: Source, size_limit: int, include_internal: bool) -> SourceReading:
        """Read one source; what goes wrong is an issue of the reading, never an exception that stops others.

        A source marked MẬT, TỐI MẬT or TUYỆT MẬT is withheld whole, one marked "lưu hành nội bộ" unless asked for.
        """
        try:
            data = source.path.read_bytes()
        except OSError as error:
            return failed(source, f"{source.name} cannot be read: {error.strerror or error}")
        try:
            reading = read(Path(source.name), data, size_limit)
        except SourceError as error:
            return failed(source, str(error))
        text = reading.text
        start = text.offsets[reading.blocks[0].span.start] if reading.blocks else 0
        if is_secret(text, start) or (is_internal(text, start) and not include_internal):
            return SourceReading(source.key, "", withheld=True)
        parts = split_parts(reading, self.grammar)
        linked = self.linker.link(text, self._find(text, parts))
        graph = self._describe(source, text, digest(data), linked)
        unread = (Issue(source.name, "unread-page", doubt) for doubt in reading.doubts)
        issues = (*unread, *self._doubts(source, text, linked))
        cited = tuple(c for part in linked for c in part.citations)
        return SourceReading(
            source.key,
            source.name,
            graph.sha256,
            text.raw,
            tuple(graph.statements),
            tuple(graph.agents.values()),
            cited,
            tuple(part.ref.path for part in linked),
            tuple(graph.things.values()),
            issues,
            planned=tuple(document for part in linked for document in part.planned.values()),
        )

    def _find(self, text: Text, parts: tuple[Part, ...]) -> list[ReadPart]:
        """Find what each document names; an attached part speaks from its carrier's place."""
        found: list[ReadPart] = []
        legend = tuple(read_legend(text))
        for part in parts:
            above = found[part.carrier] if 0 <= part.carrier < len(found) else None
            said = above.said if above else read_issuer(text, part, self.lexicon)
            reader = AgencyReader.of(self.lexicon, said.area, said.locality)
            introduce_legend(text, legend, reader)
            introduce_bodies(text, part, reader, above.part if above else None)
            blocks, used, said_in_blocks = read_blocks(text, part, reader)
            measures = tuple(read_measures(text, part, self.themes, used))
            tasks = (
                *read_rows(text, part, reader, _tables_before(part, found)),
                *blocks,
                *self._prose(text, part, reader, used | said_in_blocks, measures),
            )
            tasks = tuple(replace(task, themes=self.themes.of_task(text, task)) for task in tasks)
            if part.kind != "news":
                tasks = tuple(with_yields(text, task, self.names, reader) for task in tasks)
            citations = read_citations(text, part, self.names, reader, above.part if above else None)
            told = above.findings.targets if above else ()
            findings = Findings(
                citations=citations,
                tasks=tasks,
                measures=measures,
                targets=tuple(
                    replace(target, themes=self.themes.find(text, target.span))
                    for target in read_all_targets(text, part, [c.span for c in citations], told)
                ),
                people=tuple(read_people(text, part, reader)),
                recipients=read_recipients(text, part, reader),
                issuer=said.issuer,
                programmes=tuple(read_programmes(text, part, self.programmes, citations)),
                quotations=tuple(read_quotations(text, part, citations)),
                milestones=tuple(read_milestones(text, part)),
                rules=tuple(read_rules(text, part, citations)),
                events=tuple(read_events(text, part, reader, citations)),
                awards=tuple(read_awards(text, part, reader)),
                effect=read_effect(text, part, self.knowledge),
                congress=own_congress(text, part, reader),
                heading_themes=self.themes.of_headings(text, part),
            )
            found.append(ReadPart(part, findings, said))
        return found

    def _prose(
        self, text: Text, part: Part, reader: AgencyReader, used: set[int], measures: tuple[MeasureMention, ...]
    ) -> Iterator[TaskMention]:
        """Read the duties in running text; in a report, those of the plan it reports and those it says were given."""
        if part.kind != "news":
            times, lines = read_times(text, part)
            yield from with_times(text, part, read_duties(text, part, reader, used | lines), times)
            return
        yield from read_measure_duties(text, measures, reader)
        yield from read_reported(text, part, reader)

    def _describe(self, source: Source, text: Text, sha256: str, linked: list[LinkedPart]) -> SourceGraph:
        graph = SourceGraph(self.base, source.key, sha256, text)
        describe_source_text(graph, source.name)
        rows: dict[str, dict[str, str]] = {}
        owners = [part.carrier.path if part.carrier and part.carrier.symbol else part.ref.path for part in linked]
        for part, owner in zip(linked, owners, strict=True):
            describe_part(graph, part, self.knowledge)
            describe_people(graph, part, self.knowledge)
            describe_citations(graph, part)
            describe_work(graph, part, owner, rows.setdefault(owner, {}))
            describe_yields(graph, part, owner)
            describe_programmes(graph, part, owner)
            describe_passages(graph, part, owner)
            describe_occasions(graph, part)
            describe_speech(graph, part, owner)
        for part, owner in zip(linked, owners, strict=True):
            join_tasks(graph, part, owner, rows[owner])
        join_measures(graph, linked, owners)
        return graph

    def _doubts(self, source: Source, text: Text, linked: list[LinkedPart]) -> list[Issue]:
        """Report what could not be understood: no form, no issuer, no area."""
        issues: list[Issue] = []
        for part in linked:
            if part.part.kind == "document" and part.issuer is None:
                issues.append(
                    Issue(source.name, "no-issuer", "no issuing body could be read from the head or the signature")
                )
            if part.part.kind == "document" and not part.area:
                issues.append(
                    Issue(
                        source.name,
                        "no-area",
                        "no area could be read: bodies and numbers that need one stay unresolved",
                    )
                )
            if part.part.kind == "news" and not part.part.items:
                issues.append(
                    Issue(
                        source.name, "no-document", "neither the head of a document nor the body of a report was found"
                    )
                )
        return issues


def _tables_before(part: Part, found: list[ReadPart]) -> int:
    """Count the task tables of the carrier of an annex and of the annexes before it: their rows share one space."""
    if part.carrier < 0:
        return 0
    return sum(len(one.part.tables) for at, one in enumerate(found) if part.carrier in (at, one.part.carrier))
