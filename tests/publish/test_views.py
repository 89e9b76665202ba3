"""What templates are given: names, chains, tasks, faults, figures, read from the sample graph."""

import sample

from kgbuild.model import Literal, Statement
from kgbuild.namespaces import DCTERMS, PIO, RDF, SH, SKOS, XSD, Iri
from kgbuild.publish.formats import write_date, write_number
from kgbuild.publish.index import Index
from kgbuild.publish.pages.agencies import read_agency
from kgbuild.publish.pages.chain import climb, count_tasks, descend, head_of_all, root_branch
from kgbuild.publish.pages.documents import read_document
from kgbuild.publish.pages.faults import faults_of_documents, read_faults
from kgbuild.publish.pages.overview import figures, list_documents, list_tasks
from kgbuild.publish.pages.people import holds_office_in, read_person
from kgbuild.publish.pages.pictures import draw_cascade
from kgbuild.publish.pages.tasks import read_task
from kgbuild.publish.paths import Places
from kgbuild.publish.plan import plan_pages
from kgbuild.publish.templates import load_strings
from kgbuild.publish.views import Link, Reader

Readers = dict[str, Reader]
TASK = Iri(f"{sample.PLAN}/task/12")


def test_a_numbered_document_goes_by_its_type_and_symbol(readers: Readers) -> None:
    assert readers["vi"].name(sample.PLAN).value == "Kế hoạch 90/KH-UBND"
    assert readers["en"].name(sample.PLAN).value == "Plan 90/KH-UBND"


def test_the_only_annex_goes_by_its_carrier_and_two_by_their_titles(readers: Readers) -> None:
    assert readers["vi"].name(sample.ANNEX).value == "Phụ lục kèm Kế hoạch 90/KH-UBND"
    assert readers["en"].name(sample.ANNEX).value == "Annex attached to Plan 90/KH-UBND"
    statements, given = [*sample.statements()], readers["vi"]
    second, make = Iri(f"{sample.PLAN}/annex/2"), type(statements[0])
    types = [Iri(v) for v in given.index.iris(sample.ANNEX, RDF.type)]
    statements += [make(second, RDF.type, cls, statements[0].graph) for cls in types]
    statements.append(make(second, PIO.annexOf, sample.PLAN, statements[0].graph))
    reader = Reader(Index(statements), given.places, "vi", given.strings)
    assert reader.name(sample.ANNEX) == reader.called(sample.ANNEX)


def test_an_agency_is_named_in_the_language_asked_else_in_vietnamese(readers: Readers) -> None:
    assert readers["en"].link(sample.HOME_AFFAIRS).text == "Hà Nội Department of Home Affairs"
    assert readers["en"].link(sample.COMMITTEE).lang == "vi"
    assert readers["en"].link(sample.COMMITTEE).path == "page/agent/ha-noi/ubnd.en.html"


def test_a_body_that_replaced_one_of_its_name_is_told_apart_by_the_year(readers: Readers) -> None:
    given, graph = readers["vi"], Iri("https://example.vn/graph")
    old, new, other = (Iri(f"{sample.BASE}id/agent/{name}") for name in ("hcm/stc", "hcm-2025/stc", "hcm/skhdt"))
    names = {old: "Sở Tài chính", new: "Sở Tài chính", other: "Sở Kế hoạch và Đầu tư"}
    area = Iri("https://example.vn/area/hcm-2025")
    statements = [Statement(body, SKOS.prefLabel, Literal(name, language="vi"), graph) for body, name in names.items()]
    statements += [Statement(body, PIO.presentSuccessor, new, graph) for body in (old, other)]
    statements.append(Statement(new, PIO.jurisdiction, area, graph))
    undated = Reader(Index(statements), given.places, "vi", given.strings)
    assert undated.link(new).text == "Sở Tài chính", "no year is guessed"
    statements.append(Statement(area, PIO.validFrom, Literal("2025-07-01", XSD.date), graph))
    reader = Reader(Index(statements), given.places, "vi", given.strings)
    assert [reader.link(body).text for body in names] == [
        "Sở Tài chính",
        "Sở Tài chính (từ 2025)",
        "Sở Kế hoạch và Đầu tư",
    ]


def test_numbers_and_dates_follow_the_language() -> None:
    assert write_number("1540.50", "vi") == "1.540,5"
    assert write_number("1540.50", "en") == "1,540.5"
    assert write_number("-0.000001", "en") == "-0.000001"
    assert write_number("khoảng 5", "vi") == "khoảng 5"
    assert write_date("2013-13-41", "vi", []) == "2013-13-41"


def test_the_chain_climbs_to_the_resolution_without_shortcuts(readers: Readers) -> None:
    (programme,) = climb(readers["vi"], sample.PLAN)
    assert (programme.iri, programme.kind, programme.inferred) == (sample.PROGRAMME, "implements", False)
    assert programme.words, "the sentence that says so is linked"
    (resolution,) = programme.branches
    assert (resolution.iri, resolution.held) == (sample.RESOLUTION, False)


def test_the_chain_comes_down_by_date_and_tells_what_was_inferred(readers: Readers) -> None:
    branches = descend(readers["vi"], sample.RESOLUTION)
    assert [(b.iri, b.kind, b.inferred) for b in branches] == [
        (sample.DECISION, "drawsOn", True),
        (sample.PROGRAMME, "implements", False),
    ]
    assert [b.iri for b in branches[1].branches] == [sample.PLAN], "the annex belongs to its plan"
    assert branches[1].branches[0].tasks == 4


def test_a_circle_of_documents_ends(index: Index, readers: Readers) -> None:
    a, b = (Iri(f"{sample.BASE}id/doc/tw/tw/nghi-quyet/2000/{n}") for n in "12")
    statements = [*sample.statements()]
    graph = statements[0].graph
    statements += [type(statements[0])(s, PIO.implements, o, graph) for s, o in ((a, b), (b, a))]
    given = readers["vi"]
    reader = Reader(Index(statements), given.places, "vi", given.strings)
    assert [branch.iri for branch in climb(reader, a)] == [b]
    assert climb(reader, a)[0].branches == ()


def test_the_cascade_begins_where_most_documents_lead(readers: Readers) -> None:
    reader = readers["vi"]
    assert head_of_all(reader) == sample.RESOLUTION
    drawing = draw_cascade(root_branch(reader, sample.RESOLUTION))
    assert len(drawing.boxes) == len(drawing.rows) == 4
    assert len(drawing.lines) == 3
    places = [(box.x, box.y) for box in drawing.boxes]
    assert len(set(places)) == 4
    assert all(x >= 0 and x + drawing.box <= drawing.width and y + 64 <= drawing.height for x, y in places)


def test_an_empty_graph_has_no_cascade(readers: Readers) -> None:
    reader = Reader(Index([]), readers["vi"].places, "vi", readers["vi"].strings)
    assert head_of_all(reader) is None
    assert list_documents(reader) == list_tasks(reader) == []


def test_a_task_tells_who_leads_who_coordinates_and_where_it_leads(readers: Readers) -> None:
    task = read_task(readers["vi"], TASK)
    assert [part.agency.link.text for part in task.row.role("lead")] == ["Sở Nội vụ thành phố Hà Nội"]
    assert [part.as_written for part in task.row.role("coordinate")] == [("Sở Khoa học và Công nghệ",), ("Nội vụ",)]
    assert all(part.agency.words for part in task.row.parts)
    assert task.row.document is not None
    assert task.row.document.text == "Kế hoạch 90/KH-UBND", "the plan, not its annex"
    assert {said.origin for said in task.contributes} == {"inferred"}
    assert task.row.schedule is not None
    assert (task.row.schedule.start, task.row.schedule.end) == ("2014", "2014")


def test_a_cell_left_empty_stays_empty(readers: Readers) -> None:
    assert read_task(readers["vi"], Iri(f"{sample.PLAN}/task/8")).row.schedule is None


def test_rows_of_the_table_and_duties_in_prose_are_told_apart(readers: Readers) -> None:
    page = read_document(readers["vi"], sample.PLAN)
    assert [row.number for row in page.rows] == ["1", "8", "12"]
    assert [row.prose for row in page.duties] == [True]
    assert count_tasks(readers["vi"], sample.PLAN) == 4


def test_a_document_shows_its_facts_with_words_and_origin(readers: Readers) -> None:
    page = read_document(readers["vi"], sample.PLAN)
    facts = {fact.name: fact.said[0] for fact in page.facts}
    assert facts["document_date"].link.text == "30/05/2013"
    assert facts["document_date"].words[0].quote == "ngày 30 tháng 05 năm 2013"
    assert facts["status"].origin == "curation"
    assert [cited.kind for cited in page.cites] == ["implements", "cites"]
    assert page.signatures[0].signer is not None
    assert not read_document(readers["vi"], sample.RESOLUTION).held


def test_a_citation_between_others_stands_where_it_is_written(readers: Readers) -> None:
    plan, programme = (read_document(readers["vi"], d) for d in (sample.PLAN, sample.PROGRAMME))
    (retold,) = plan.retold
    assert retold.citing is not None
    assert (retold.citing.text, retold.link.text) == ("Chương trình hành động 22-CTr/TU", "Nghị quyết 20-NQ/TW")
    assert retold.anchor.startswith("citation.implements.")
    assert [(c.kind, c.anchor) for c in programme.cites] == [("implements", "")]


def test_results_stay_with_the_report_that_states_them(readers: Readers) -> None:
    report = read_document(readers["vi"], sample.NEWS)
    assert [row.quantity for row in report.results] == ["1.540,5"]
    assert not report.targets
    plan = read_document(readers["vi"], sample.PLAN)
    assert (len(plan.targets), len(plan.results)) == (1, 0)


def test_an_agency_lists_its_work_by_role_and_document(readers: Readers) -> None:
    page = read_agency(readers["vi"], sample.HOME_AFFAIRS)
    assert page.counts == {"lead": 1, "coordinate": 1, "perform": 1}
    (duty,) = [duty for duty in page.duties if duty.role == "lead"]
    assert duty.document is not None
    assert (duty.document.text, duty.task.number) == ("Kế hoạch 90/KH-UBND", "12")
    committee = read_agency(readers["vi"], sample.COMMITTEE)
    assert [related.name for related in committee.inverse] == ["specialised_bodies"]
    assert [office.person.text for office in committee.offices] == ["Nguyễn Thị Bích Ngọc"]
    assert read_agency(readers["vi"], sample.GROUP).group


def test_people_appear_only_in_their_office(index: Index, readers: Readers) -> None:
    assert holds_office_in(index, sample.DEPUTY)
    assert not holds_office_in(index, sample.MERELY_NAMED)
    files = {page.file for page in plan_pages(index, sample.BASE)}
    assert "page/person/ha-noi/ubnd/nguyen-thi-bich-ngoc.html" in files
    assert not any("nguyen-van-a" in file for file in files)
    page = read_person(readers["vi"], sample.DEPUTY)
    assert [office.post.text for office in page.offices if office.post] == [
        "Phó Chủ tịch Ủy ban nhân dân thành phố Hà Nội"
    ]
    assert [document.text for document, _, _ in page.signed] == ["Kế hoạch 90/KH-UBND"]


def test_faults_are_counted_by_origin_and_shown_on_their_document(readers: Readers) -> None:
    report = read_faults(readers["en"])
    assert report.counts == {("source", "Warning"): 1}
    assert report.source[0].message.text == "The lead is also listed as coordinator."
    start = sample.TEXT.index("Sở Khoa học và Công nghệ, Nội vụ")
    (words,) = report.source[0].words
    assert words.path.endswith(f"{sample.SHA}.en.html#c{start}-{start + 32}"), "the words that the finding itself names"
    assert report.source[0].rule == Link("LeadIsCoordinator", "", "shapes.en.html#LeadIsCoordinator")
    assert [(issue.file, issue.severity) for issue in report.issues] == [("empty.txt", "error")]
    assert {sample.PLAN, TASK} <= set(faults_of_documents(readers["vi"]))


def test_a_finding_traced_to_one_source_is_shown_on_the_document_read_there() -> None:
    g = sample.Sample()
    finding = sample.BASE + "id/finding/unheld"
    g.add(finding, {RDF.type: SH.ValidationResult, SH.focusNode: sample.PROGRAMME, DCTERMS.source: sample.READ})
    g.evidence(finding, "22-CTr/TU")
    index = Index([*sample.statements(), *g.statements])
    reader = Reader(index, Places(sample.BASE, frozenset()), "vi", load_strings("vi"))
    assert {sample.PROGRAMME, sample.PLAN} <= {
        document for document, faults in faults_of_documents(reader).items() for f in faults if f.anchor == "unheld"
    }


def test_figures_are_counted_in_the_graph(index: Index) -> None:
    counted = figures(index)
    assert {
        name: counted[name] for name in ("documents", "documents_held", "tasks", "rows", "leads", "coordinates")
    } == {
        "documents": 6,
        "documents_held": 2,
        "tasks": 4,
        "rows": 3,
        "leads": 3,
        "coordinates": 4,
    }
    assert counted["statements"] == len(index)
