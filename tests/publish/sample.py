"""A small graph in the manner of the ontology: the Hà Nội plan with three rows, its chain, a news report, a fault."""

import hashlib
from collections.abc import Iterator

from kgbuild.config import resource
from kgbuild.model import Literal, Statement, Term, boolean, decimal
from kgbuild.namespaces import CODE, DCTERMS, FOAF, OA, ORG, PIO, RDF, SH, SKOS, XSD, Iri
from kgbuild.store import Store, serialise

BASE = "https://w3id.org/vnpolicy/"
HOSTILE = '<script>alert("x")</script> \u202e & \'"> ${7*7} {{ 7*7 }}'

TEXT = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI

Số: 90/KH-UBND

Hà Nội, ngày 30 tháng 05 năm 2013

KẾ HOẠCH

THỰC HIỆN CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA THÀNH ỦY HÀ NỘI

Thực hiện Chương trình hành động số 22-CTr/TU ngày 25/04/2013 của Thành ủy Hà Nội về thực hiện Nghị quyết số 20-NQ-TW;

II. NHIỆM VỤ VÀ GIẢI PHÁP

a) Xây dựng cơ chế “đặt hàng” <script>alert(1)</script> & 𝛼 của lãnh đạo Thành phố.

IV. TỔ CHỨC THỰC HIỆN

5. Sở Nội vụ

- Hoàn tất quá trình chuyển đổi các tổ chức khoa học và công nghệ công lập.

Nơi nhận:
- Thường trực Thành ủy; (để b/c)

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Thị Bích Ngọc

1

Tổ chức học tập, quán triệt và nâng cao nhận thức.

Ban Tuyên giáo Thành ủy

Các sở, ban, ngành

Năm 2013 - 2020

8

Xây dựng chính sách ưu đãi về thuế.

Sở Tài chính

Sở Tư pháp

12

Xây dựng chính sách thu hút tài năng trẻ.

Sở Nội vụ

Sở Khoa học và Công nghệ, Nội vụ

Năm 2014
"""
SHA = hashlib.sha256(TEXT.encode()).hexdigest()
PLAN = Iri(BASE + "id/doc/ha-noi/ubnd/ke-hoach/2013/90")
ANNEX = Iri(PLAN + "/annex/1")
PROGRAMME = Iri(BASE + "id/doc/ha-noi/tu/chuong-trinh-hanh-dong/2013/22")
RESOLUTION = Iri(BASE + "id/doc/tw/tw/nghi-quyet/2012/20")
DECISION = Iri(BASE + "id/doc/ho-chi-minh/ubnd/quyet-dinh/2015/4937")
NEWS = Iri(BASE + "id/news/2024-01-20/nd/hoi-nghi-khoa-hoc")
HOME_AFFAIRS = Iri(BASE + "id/agent/ha-noi/so-noi-vu")
COMMITTEE = Iri(BASE + "id/agent/ha-noi/ubnd")
GROUP = Iri(BASE + "id/agent/ha-noi/group/cac-so-ban-nganh")
DEPUTY = Iri(BASE + "id/person/ha-noi/ubnd/nguyen-thi-bich-ngoc")
MERELY_NAMED = Iri(BASE + "id/person/ha-noi/tu/nguyen-van-a")
SOURCE = Iri(BASE + "id/text/" + SHA)
READ, CURATED = Iri(BASE + "graph/source/90-kh-ubnd"), Iri(BASE + "graph/curation")
FINDING = Iri(BASE + "id/finding/0a1b2c3d4e")
INFERRED, REPORT = Iri(BASE + "graph/inferred"), Iri(BASE + "graph/report")


def vi(value: str) -> Literal:
    """Make a Vietnamese literal."""
    return Literal(value, language="vi")


class Sample:
    """Collects the statements of the sample graph."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []

    def add(self, subject: str, facts: dict[str, Term | str | list[Term]], graph: Iri = READ) -> Iri:
        """State facts of a node; a plain string that is no IRI becomes a plain literal."""
        for prop, values in facts.items():
            for value in values if isinstance(values, list) else [values]:
                term = value if isinstance(value, Iri | Literal) else Literal(value)
                self.statements.append(Statement(Iri(subject), Iri(prop), term, graph))
        return Iri(subject)

    def evidence(self, owner: str, quote: str, proves: str | None = None, after: str = "") -> Iri:
        """Give a node the passage with the words *quote*, the first one after *after*."""
        start = TEXT.index(quote, TEXT.index(after))
        return self.span(owner, start, start + len(quote), proves)

    def span(self, owner: str, start: int, end: int, proves: str | None = None) -> Iri:
        """Give a node the passage between two offsets."""
        node = Iri(f"{SOURCE}/{start}-{end}")
        self.add(node, {RDF.type: PIO.Evidence, OA.hasSource: SOURCE})
        self.add(node, {OA.hasSelector: [Iri(node + "/position"), Iri(node + "/quote")]})
        self.add(
            node + "/position", {OA.start: Literal(str(start), XSD.integer), OA.end: Literal(str(end), XSD.integer)}
        )
        self.add(node + "/quote", {OA.exact: Literal(TEXT[start:end])})
        if proves:
            self.add(node, {PIO.proves: Iri(proves)})
        self.add(owner, {PIO.evidence: node})
        return node

    def assignment(self, task: Iri, role: str, agency: Iri, words: str, after: str) -> None:
        """Give a task to an agency."""
        node = f"{task}/{role}/{agency.partition('/id/agent/')[2].replace('/', '.')}"
        source = "narrative" if "/task/5." in task else "table"
        self.add(task, {PIO.hasAssignment: Iri(node)})
        self.add(
            node,
            {
                RDF.type: PIO.Assignment,
                PIO.assignee: agency,
                PIO.assignmentRole: CODE[f"role/{role}"],
                PIO.assignmentSource: CODE[f"source/{source}"],
                PIO.modality: CODE["modality/mandated"],
                PIO.nameAsWritten: vi(words),
            },
        )
        self.evidence(node, words, after=after)

    def task(self, number: str, title: str, years: tuple[str, str, str] | None) -> Iri:
        """State a row of the table."""
        task = Iri(f"{PLAN}/task/{number}")
        self.add(task, {RDF.type: PIO.Task, DCTERMS.title: vi(title), PIO.rowNumber: number})
        self.evidence(task, title)
        self.add(ANNEX, {PIO.setsOut: task})
        self.add(PLAN, {PIO.setsOut: task}, INFERRED)
        self.add(task, {PIO.contributesTo: [PROGRAMME, RESOLUTION]}, INFERRED)
        if years:
            text, start, end = years
            node = Iri(f"{task}/schedule")
            self.add(task, {PIO.hasSchedule: node})
            self.add(node, {RDF.type: PIO.Schedule, PIO.scheduleText: vi(text)})
            self.add(node, {PIO.startYear: Literal(start, XSD.gYear), PIO.endYear: Literal(end, XSD.gYear)})
            self.evidence(node, text, after=title)
        return task

    def citation(self, citing: Iri, kind: str, cited: Iri, words: str) -> None:
        """State that one document cites another."""
        tails = [iri.partition("/id/doc/")[2].replace("/", ".") for iri in (citing, cited)]
        node = Iri(f"{PLAN}/citation/{kind}/{'/'.join(tails)}")
        self.add(citing, {PIO.hasCitation: node, PIO[kind]: cited})
        self.add(
            node,
            {
                RDF.type: PIO.Citation,
                PIO.citedDocument: cited,
                PIO.citationKind: CODE[f"citation/{kind}"],
                PIO.nameAsWritten: vi(words),
            },
        )
        if words in TEXT:
            self.evidence(node, words)


def _agencies(g: Sample) -> None:
    named = {
        "so-noi-vu": "Sở Nội vụ thành phố Hà Nội",
        "so-tai-chinh": "Sở Tài chính thành phố Hà Nội",
        "so-tu-phap": "Sở Tư pháp thành phố Hà Nội",
        "so-khoa-hoc-va-cong-nghe": "Sở Khoa học và Công nghệ thành phố Hà Nội",
        "ban-tuyen-giao": "Ban Tuyên giáo Thành ủy Hà Nội",
        "ubnd": "Ủy ban nhân dân thành phố Hà Nội",
        "tu": "Thành ủy Hà Nội",
    }
    for slug, name in named.items():
        kind = PIO.PartyOrgan if slug in ("tu", "ban-tuyen-giao") else PIO.StateAgency
        g.add(f"{BASE}id/agent/ha-noi/{slug}", {RDF.type: [kind, ORG.Organization], SKOS.prefLabel: vi(name)})
    g.add(HOME_AFFAIRS, {SKOS.prefLabel: Literal("Hà Nội Department of Home Affairs", language="en")})
    g.add(HOME_AFFAIRS, {PIO.specialisedBodyOf: COMMITTEE, SKOS.altLabel: [vi("Sở Nội vụ"), vi("Nội vụ")]})
    g.add(
        GROUP, {RDF.type: [PIO.CollectiveAgent, FOAF.Group], SKOS.prefLabel: vi("Các sở, ban, ngành Thành phố Hà Nội")}
    )


def _documents(g: Sample) -> None:
    g.add(RESOLUTION, {RDF.type: [PIO.PolicyDocument, PIO.PartyDocument, PIO.Resolution], PIO.symbol: "20-NQ/TW"})
    g.add(RESOLUTION, {PIO.documentDate: Literal("2012-11-01", XSD.date), PIO.textHeld: boolean(False)})
    g.add(PROGRAMME, {RDF.type: [PIO.PolicyDocument, PIO.PartyDocument, PIO.ActionProgramme], PIO.symbol: "22-CTr/TU"})
    g.add(PROGRAMME, {PIO.issuedBy: Iri(BASE + "id/agent/ha-noi/tu"), PIO.traces: RESOLUTION})
    g.add(DECISION, {RDF.type: [PIO.PolicyDocument, PIO.StateDocument, PIO.Decision], PIO.symbol: "4937/QĐ-UBND"})
    g.add(DECISION, {DCTERMS.title: vi(HOSTILE), PIO.documentDate: Literal("2015-10-02", XSD.date)})
    g.add(DECISION, {PIO.drawsOn: RESOLUTION, PIO.traces: RESOLUTION}, INFERRED)
    g.add(PLAN, {RDF.type: [PIO.PolicyDocument, PIO.StateDocument, PIO.Plan], PIO.symbol: "90/KH-UBND"})
    g.add(
        PLAN,
        {
            DCTERMS.title: vi("THỰC HIỆN CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA THÀNH ỦY HÀ NỘI"),
            PIO.documentDate: Literal("2013-05-30", XSD.date),
            PIO.issuedBy: COMMITTEE,
            PIO.capturedIn: SOURCE,
            PIO.textHeld: boolean(True),
        },
    )
    g.add(PLAN, {PIO.documentStatus: CODE["status/issued"]}, CURATED)
    g.add(PLAN, {PIO.traces: [PROGRAMME, RESOLUTION]}, INFERRED)
    g.evidence(PLAN, "90/KH-UBND", PIO.symbol)
    g.evidence(PLAN, "ngày 30 tháng 05 năm 2013", PIO.documentDate)
    g.evidence(PLAN, "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI", PIO.issuedBy)
    g.citation(PLAN, "implements", PROGRAMME, "Chương trình hành động số 22-CTr/TU ngày 25/04/2013 của Thành ủy Hà Nội")
    g.citation(PROGRAMME, "implements", RESOLUTION, "Nghị quyết số 20-NQ-TW")
    g.citation(PLAN, "cites", RESOLUTION, "Nghị quyết số 20-NQ-TW")
    g.add(
        ANNEX,
        {RDF.type: [PIO.PolicyDocument, PIO.StateDocument, PIO.Annex], SKOS.prefLabel: vi("Phụ lục 1 của 90/KH-UBND")},
    )
    g.add(ANNEX, {PIO.annexOf: PLAN, PIO.capturedIn: SOURCE, PIO.traces: [PROGRAMME, RESOLUTION]})
    g.add(SOURCE, {RDF.type: PIO.SourceText, PIO.sha256: SHA, PIO.fileName: "90-kh-ubnd.txt"})
    g.add(NEWS, {RDF.type: PIO.NewsReport, SKOS.prefLabel: vi("Hội nghị triển khai kế hoạch khoa học và công nghệ")})
    _parts(g)


def _parts(g: Sample) -> None:
    section = g.add(PLAN + "/s/II", {RDF.type: PIO.Section, PIO.sectionNumber: "II"})
    g.add(section, {PIO.heading: vi("NHIỆM VỤ VÀ GIẢI PHÁP")})
    g.evidence(section, "II. NHIỆM VỤ VÀ GIẢI PHÁP")
    measure = g.add(PLAN + "/measure/II.a-1a2b3c4d", {RDF.type: PIO.Measure, PIO.inSection: section})
    quote = TEXT[TEXT.index("Xây dựng cơ chế") : TEXT.index(" của lãnh đạo")]
    g.add(measure, {DCTERMS.description: vi(quote), DCTERMS.subject: CODE["theme/dat-hang"]})
    g.evidence(measure, quote)
    g.add(PLAN, {PIO.hasSection: section, PIO.setsOut: measure})
    # Two passages that cross, and one that runs over two paragraphs.
    start = TEXT.index("Xây dựng cơ chế") + 8
    g.span(measure, start, start + 40)
    g.span(measure, TEXT.index("IV. TỔ CHỨC"), TEXT.index("5. Sở Nội vụ") + 12)
    target = g.add(PLAN + "/target/II-99aabbcc", {RDF.type: PIO.Target, PIO.targetText: vi("ít nhất 50% số trường")})
    g.add(target, {PIO.quantity: decimal(50), PIO.unit: "%", PIO.comparator: CODE["comparator/gte"]})
    g.add(PLAN, {PIO.setsOut: target})
    result = g.add(NEWS + "/result/nd-12345678", {RDF.type: PIO.ReportedResult, PIO.targetText: vi("154 doanh nghiệp")})
    g.add(result, {PIO.quantity: decimal(1540.5)})
    line = g.add(
        PLAN + "/distribution/1", {RDF.type: PIO.Distribution, PIO.nameAsWritten: vi("Thường trực Thành ủy; (để b/c)")}
    )
    g.add(line, {PIO.recipient: MERELY_NAMED})
    g.evidence(line, "Thường trực Thành ủy; (để b/c)")
    g.add(PLAN, {PIO.hasDistribution: line})


def _people(g: Sample) -> None:
    post = g.add(BASE + "id/post/ha-noi/ubnd/pho-chu-tich", {RDF.type: ORG.Post, ORG.postIn: COMMITTEE})
    g.add(post, {SKOS.prefLabel: vi("Phó Chủ tịch Ủy ban nhân dân thành phố Hà Nội")})
    g.add(DEPUTY, {RDF.type: FOAF.Person, SKOS.prefLabel: vi("Nguyễn Thị Bích Ngọc")})
    g.add(MERELY_NAMED, {RDF.type: FOAF.Person, SKOS.prefLabel: vi("Nguyễn Văn A")})
    signature = g.add(PLAN + "/signature", {RDF.type: PIO.Signature, PIO.signer: DEPUTY, PIO.signedInPost: post})
    g.add(signature, {PIO.signingForm: CODE["signing/KT"]})
    g.evidence(signature, "Nguyễn Thị Bích Ngọc")
    g.add(PLAN, {PIO.hasSignature: signature})


def _tasks(g: Sample) -> None:
    agent = BASE + "id/agent/ha-noi/"
    one = g.task("1", "Tổ chức học tập, quán triệt và nâng cao nhận thức.", ("Năm 2013 - 2020", "2013", "2020"))
    g.assignment(one, "lead", Iri(agent + "ban-tuyen-giao"), "Ban Tuyên giáo Thành ủy", "Tổ chức học tập")
    g.assignment(one, "coordinate", GROUP, "Các sở, ban, ngành", "Tổ chức học tập")
    eight = g.task("8", "Xây dựng chính sách ưu đãi về thuế.", None)
    g.assignment(eight, "lead", Iri(agent + "so-tai-chinh"), "Sở Tài chính", "ưu đãi về thuế")
    g.assignment(eight, "coordinate", Iri(agent + "so-tu-phap"), "Sở Tư pháp", "ưu đãi về thuế")
    twelve = g.task("12", "Xây dựng chính sách thu hút tài năng trẻ.", ("Năm 2014", "2014", "2014"))
    g.assignment(twelve, "lead", HOME_AFFAIRS, "Sở Nội vụ", "tài năng trẻ")
    g.assignment(twelve, "coordinate", Iri(agent + "so-khoa-hoc-va-cong-nghe"), "Sở Khoa học và Công nghệ", "tài năng")
    g.assignment(twelve, "coordinate", HOME_AFFAIRS, "Nội vụ", "Công nghệ, ")
    duty = Iri(f"{PLAN}/task/5.0-00ff00ff")
    words = "Hoàn tất quá trình chuyển đổi các tổ chức khoa học và công nghệ công lập."
    g.add(duty, {RDF.type: [PIO.Task, PIO.StandingDuty], DCTERMS.title: vi("Hoàn tất quá trình chuyển đổi")})
    g.add(duty, {DCTERMS.description: vi(words)})
    g.evidence(duty, words)
    g.assignment(duty, "perform", HOME_AFFAIRS, "Sở Nội vụ", "5. ")
    g.add(PLAN, {PIO.setsOut: duty})


def _fault(g: Sample) -> None:
    g.add(
        FINDING,
        {
            RDF.type: SH.ValidationResult,
            SH.focusNode: Iri(f"{PLAN}/task/12"),
            SH.resultPath: PIO.hasAssignment,
            SH.resultSeverity: SH.Warning,
            SH.resultMessage: [
                vi("Cơ quan chủ trì cũng đứng trong phần phối hợp."),
                Literal("The lead is also listed as coordinator.", language="en"),
            ],
            SH.sourceShape: Iri("https://w3id.org/pio/shapes#LeadIsCoordinator"),
            PIO.faultOrigin: CODE["faultorigin/source"],
            DCTERMS.source: READ,
        },
        REPORT,
    )
    g.evidence(FINDING, "Sở Khoa học và Công nghệ, Nội vụ")


def _issue(g: Sample) -> None:
    node = g.add(BASE + "id/issue/1", {RDF.type: PIO.ReadingIssue, PIO.fileName: "empty.txt"}, REPORT)
    g.add(node, {DCTERMS.description: Literal("the file is empty", language="en"), PIO.issueSeverity: "error"}, REPORT)


def statements() -> Iterator[Statement]:
    """Give every statement of the sample graph."""
    g = Sample()
    for part in (_agencies, _documents, _people, _tasks, _fault, _issue):
        part(g)
    yield from g.statements


def sample_store() -> Store:
    """Load the sample graph with the ontology and its code lists, whose labels the pages show."""
    store = Store.memory()
    store.load(serialise(statements()))
    for path in [resource("ontology", "pio.ttl"), *sorted(resource("ontology", "codelists").glob("*.ttl"))]:
        store.load_turtle(path, Iri(BASE + "graph/ontology"))
    return store
