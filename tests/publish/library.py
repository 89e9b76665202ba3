"""Documents and agencies to search among: enough that the right one has to be found, not guessed."""

from collections.abc import Iterator

import sample

from kgbuild.config import resource
from kgbuild.model import Literal, Statement, Term
from kgbuild.namespaces import DCTERMS, FOAF, ORG, PIO, RDF, SKOS, XSD, Iri
from kgbuild.store import Store

# fmt: off
AGENCIES = {
    "ha-noi/so-khoa-hoc-va-cong-nghe": (
        "Sở Khoa học và Công nghệ thành phố Hà Nội",
        "Department of Science and Technology of Hanoi",
    ),
    "gia-lai/so-khoa-hoc-va-cong-nghe": (
        "Sở Khoa học và Công nghệ tỉnh Gia Lai",
        "Department of Science and Technology of Gia Lai",
    ),
    "hoa-binh/so-y-te": ("Sở Y tế tỉnh Hòa Bình", "Department of Health of Hoa Binh"),
    "ha-noi/so-noi-vu": ("Sở Nội vụ thành phố Hà Nội", "Department of Home Affairs of Hanoi"),
    "ha-noi/so-ke-hoach-va-dau-tu": (
        "Sở Kế hoạch và Đầu tư thành phố Hà Nội",
        "Department of Planning and Investment of Hanoi",
    ),
    "ha-noi/so-giao-duc-va-dao-tao": (
        "Sở Giáo dục và Đào tạo thành phố Hà Nội",
        "Department of Education and Training of Hanoi",
    ),
    "ha-noi/so-xay-dung": ("Sở Xây dựng thành phố Hà Nội", "Department of Construction of Hanoi"),
    "ha-noi/so-giao-thong": ("Sở Giao thông công chính thành phố Hà Nội", "Department of Transport of Hanoi"),
    "ha-noi/duong-sat": ("Ban Quản lý Đường sắt đô thị Hà Nội", "Hanoi Metropolitan Railway Board"),
    "hai-duong/ubnd": ("Ủy ban nhân dân tỉnh Hải Dương", "People's Committee of Hai Duong"),
    "ha-noi/ubnd": ("Ủy ban nhân dân thành phố Hà Nội", "People's Committee of Hanoi"),
    "ho-chi-minh/ubnd": ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "People's Committee of Ho Chi Minh City"),
    "ha-noi/tu": ("Thành ủy Hà Nội", "Party Committee of Hanoi"),
    "ha-noi/uy-ban-mttq": ("Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội", "Fatherland Front of Hanoi"),
    "tw/bo-khoa-hoc-va-cong-nghe": ("Bộ Khoa học và Công nghệ", "Ministry of Science and Technology"),
    "tw/bo-nong-nghiep": ("Bộ Nông nghiệp và Phát triển nông thôn", "Ministry of Agriculture and Rural Development"),
    "tw/bo-van-hoa": ("Bộ Văn hóa, Thể thao và Du lịch", "Ministry of Culture, Sports and Tourism"),
    "tw/bo-lao-dong": ("Bộ Lao động - Thương binh và Xã hội", "Ministry of Labour"),
}
DOCUMENTS = {
    "tw/tw/nghi-quyet/2024/57": (
        "Nghị quyết 57-NQ/TW", PIO.Resolution, "về đột phá phát triển khoa học, công nghệ",
    ),
    "tw/cp/nghi-quyet/2025/57": ("Nghị quyết 57/NQ-CP", PIO.Resolution, "Phiên họp Chính phủ thường kỳ"),
    "tw/cp/nghi-quyet/2025/71": (
        "Nghị quyết 71/NQ-CP", PIO.Resolution, "Sửa đổi Chương trình thực hiện 57-NQ/TW",
    ),
    "tw/tw/nghi-quyet/2012/20": (
        "Nghị quyết 20-NQ/TW", PIO.Resolution, "Về phát triển khoa học và công nghệ",
    ),
    "tw/bbt/ket-luan/2019/50": ("Kết luận 50-KL/TW", PIO.Conclusion, "Tiếp tục thực hiện Nghị quyết 20-NQ/TW"),
    "ha-noi/tu/chuong-trinh/2021/7": (
        "Chương trình hành động 07-CTr/TU", PIO.ActionProgramme, "Đẩy mạnh phát triển khoa học, công nghệ",
    ),
    "ha-noi/ubnd/ke-hoach/2013/90": ("Kế hoạch 90/KH-UBND", PIO.Plan, "Thực hiện Chương trình hành động của Thành ủy"),
    "ho-chi-minh/ubnd/quyet-dinh/2015/4937": (
        "Quyết định 4937/QĐ-UBND", PIO.Decision, "Ban hành Kế hoạch hoạt động khoa học ở cơ sở",
    ),
    "ha-noi/ubnd/quyet-dinh-qppl/2021/5": (
        "Quyết định 05/2021/QĐ-UBND", PIO.Decision, "Quy chế quản lý các nhiệm vụ khoa học",
    ),
    "tw/qh/luat/2013/29": ("Luật 29/2013/QH13", PIO.Law, "Luật Khoa học và Công nghệ"),
    "tw/qh/luat/2012/25": ("Luật 25/2012/QH13", PIO.Law, "Luật Thủ đô"),
    "ha-noi/hddnd/nghi-quyet/2013/4": (
        "Nghị quyết 04/2013/NQ-HĐND", PIO.Resolution, "Hỗ trợ đường giao thông nông thôn",
    ),
    "hai-duong/ubnd/ke-hoach/2020/1": ("Kế hoạch 1/KH-UBND", PIO.Plan, "Phát triển tỉnh Hải Dương"),
}
# fmt: on
TASKS = {
    "1": "Xây dựng cơ chế đặt hàng của lãnh đạo Thành phố",
    "2": "Xây dựng chính sách thu hút tài năng trẻ",
    "3": "Hoàn thiện hạ tầng đường cao tốc",
}
LEADING = ("doc/tw/tw/nghi-quyet/2024/57", "agent/ha-noi/so-khoa-hoc-va-cong-nghe")


def statements() -> Iterator[Statement]:
    """Give the statements of the library."""
    graph = Iri(sample.BASE + "graph/source/library")

    def say(node: str, prop: Iri, *values: Term) -> Iterator[Statement]:
        for value in values:
            yield Statement(Iri(sample.BASE + "id/" + node), prop, value, graph)

    for path, (name, english) in AGENCIES.items():
        yield from say(f"agent/{path}", RDF.type, ORG.Organization, PIO.StateAgency)
        yield from say(f"agent/{path}", SKOS.prefLabel, sample.vi(name), Literal(english, language="en"))
    for path, (name, form, title) in DOCUMENTS.items():
        yield from say(f"doc/{path}", RDF.type, PIO.PolicyDocument, form)
        yield from say(f"doc/{path}", PIO.symbol, Literal(name.rpartition(" ")[2]))
        yield from say(f"doc/{path}", SKOS.prefLabel, sample.vi(name))
        yield from say(f"doc/{path}", DCTERMS.title, sample.vi(title))
        yield from say(f"doc/{path}", PIO.documentDate, Literal(f"{path.split('/')[3]}-01-02", XSD.date))
    for number, title in TASKS.items():
        task = f"doc/ha-noi/ubnd/ke-hoach/2013/90/task/{number}"
        yield from say(task, RDF.type, PIO.Task)
        yield from say(task, DCTERMS.title, sample.vi(title))
        yield from say(task, SKOS.prefLabel, sample.vi(title))
        yield from say("doc/ha-noi/ubnd/ke-hoach/2013/90", PIO.setsOut, Iri(sample.BASE + "id/" + task))
    # What most leads to comes first among equals.
    resolution, department = (Iri(f"{sample.BASE}id/{path}") for path in LEADING)
    yield from say("doc/tw/cp/nghi-quyet/2025/71", PIO.implements, resolution)
    yield from say("doc/ha-noi/ubnd/ke-hoach/2013/90/task/1", PIO.ledBy, department)
    person = "person/ha-noi/ubnd/nguyen-thi-bich-ngoc"
    yield from say(person, RDF.type, FOAF.Person)
    yield from say(person, SKOS.prefLabel, sample.vi("Nguyễn Thị Bích Ngọc"))
    yield from say("membership/m", ORG.member, Iri(sample.BASE + "id/" + person))


def library_store() -> Store:
    """Load the library."""
    store = Store.memory()
    for path in [resource("ontology", "pio.ttl"), resource("ontology", "codelists", "doctype.ttl")]:
        store.load_turtle(path, Iri(sample.BASE + "graph/ontology"))
    store.add(statements())
    return store
