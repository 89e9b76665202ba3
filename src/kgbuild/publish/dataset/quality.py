"""How good the data are, as measurements in the catalog (W3C Data Quality Vocabulary): findings and shares."""

from dataclasses import dataclass
from typing import Final

from kgbuild.config import resource
from kgbuild.model import Literal, integer
from kgbuild.namespaces import CODE, DQV, SH, SKOS, XSD, Iri, Namespace
from kgbuild.publish.dataset.accuracy import load_figures
from kgbuild.publish.dataset.references import Pairs, said, typed
from kgbuild.publish.templates import load_strings
from kgbuild.store import Store

LDQD: Final = Namespace("http://www.w3.org/2016/05/ldqd#")
ORIGINS: Final = {
    "source": ("văn bản nguồn", "the source texts", "consistency"),
    "extraction": ("khâu đọc", "our reading", "semanticAccuracy"),
    "linking": ("khâu nối", "our linking", "semanticAccuracy"),
}
SEVERITIES: Final = {
    "Violation": ("vi phạm", "violations"),
    "Warning": ("cảnh báo", "warnings"),
    "Info": ("lưu ý", "notes"),
}
DIMENSIONS: Final = {
    "consistency": {"vi": "nhất quán", "en": "consistency"},
    "semanticAccuracy": {"vi": "đúng nghĩa", "en": "semantic accuracy"},
    "completeness": {"vi": "đầy đủ", "en": "completeness"},
}

READING: Final = {
    "precision": (
        "Phần đúng trong những gì khâu đọc ghi được",
        "Share of what the reader reads that is right",
        "semanticAccuracy",
    ),
    "recall": (
        "Phần đọc được trong những gì văn bản nêu",
        "Share of what the documents say that is read",
        "completeness",
    ),
}


@dataclass(frozen=True, slots=True)
class Share:
    """A share of things: what counts and of what, both as patterns that bind ?x, and what the figure means."""

    name: str
    of: str
    counts: str
    dimension: str
    vi: str
    en: str


SHARES: Final = (
    Share(
        "facts-with-evidence",
        "VALUES ?kind { pio:Assignment pio:Citation pio:Task pio:Target } ?x a ?kind",
        "?x pio:evidence ?passage",
        "semanticAccuracy",
        "Phần các dữ kiện đọc được có dẫn đoạn chữ làm chứng.",
        "Share of the facts read that show the passage which proves them.",
    ),
    Share(
        "assignments-resolved",
        "?x a pio:Assignment ; pio:resolution ?how",
        "FILTER(?how != <https://w3id.org/pio/code/resolution/unresolved>)",
        "semanticAccuracy",
        "Phần các lượt giao việc mà cơ quan được giao đã xác định được.",
        "Share of the assignments whose assignee is known.",
    ),
    Share(
        "table-tasks-with-lead",
        "?x a pio:Task ; pio:rowNumber ?row",
        "?x pio:ledBy ?agency",
        "completeness",
        "Phần các nhiệm vụ trong bảng có cơ quan chủ trì.",
        "Share of the tasks in tables that have a lead.",
    ),
    Share(
        "cited-documents-held",
        "?citation pio:citedDocument ?x . ?x a pio:PolicyDocument",
        "?x pio:capturedIn ?text",
        "completeness",
        "Phần các văn bản được viện dẫn mà bộ dữ liệu có toàn văn.",
        "Share of the documents cited whose text this data set holds.",
    ),
)


def describe_quality(store: Store, dataset: Iri, base: str) -> Pairs:
    """Measure the store, its report among it; a share of nothing is not stated."""
    for dimension, words in DIMENSIONS.items():
        yield from typed(LDQD[dimension], DQV.Dimension)
        yield from said(LDQD[dimension], SKOS.prefLabel, words)
    for origin, (origin_vi, origin_en, dimension) in ORIGINS.items():
        for severity, (vi, en) in SEVERITIES.items():
            query = (
                f"SELECT ?x {{ ?x sh:resultSeverity <{SH[severity]}> ; "
                f"pio:faultOrigin <{CODE['faultorigin/' + origin]}> }}"
            )
            words = {
                "vi": f"Số {vi} do khuôn kiểm tra thấy, thuộc về {origin_vi}.",
                "en": f"Number of {en} that the shapes found and lay to {origin_en}.",
            }
            metric = _metric(base, f"findings-{origin}-{severity.lower()}")
            yield from _measurement(dataset, metric, dimension, words, integer(_count(store, query)))
    for share in SHARES:
        whole = _count(store, f"SELECT DISTINCT ?x {{ {share.of} }}")
        if whole:
            part = _count(store, f"SELECT DISTINCT ?x {{ {share.of} . {share.counts} }}")
            value = Literal(f"{part / whole:.4f}", XSD.decimal)
            words = {"vi": share.vi, "en": share.en}
            yield from _measurement(dataset, _metric(base, share.name), share.dimension, words, value)
    yield from _accuracy(dataset, base)


def _accuracy(dataset: Iri, base: str) -> Pairs:
    """State how well the reader reads, field by field, measured on documents annotated by hand."""
    told = {code: load_strings(code)["accuracy"] for code in ("vi", "en")}
    fields, sets = ({code: words[name] for code, words in told.items()} for name in ("fields", "sets"))
    for measured in load_figures(resource("data", "gold", "figures.csv")):
        for name, figure in measured.figures.items():
            for kind, value, (vi, en, dimension) in (
                ("precision", figure.precision, READING["precision"]),
                ("recall", figure.recall, READING["recall"]),
            ):
                words = {
                    "vi": f"{vi} ({fields['vi'][name]}), đo trên {measured.documents} văn bản do người đọc chú giải "
                    f"({sets['vi'][measured.name].lower()}).",
                    "en": f"{en} ({fields['en'][name]}), measured on {measured.documents} documents annotated by hand "
                    f"({sets['en'][measured.name].lower()}).",
                }
                metric = _metric(base, f"{kind}-{measured.name}-{name.replace(' ', '-')}")
                yield from _measurement(dataset, metric, dimension, words, Literal(f"{value:.4f}", XSD.decimal))


def _metric(base: str, name: str) -> Iri:
    return Iri(f"{base}id/dataset/metric/{name}")


def _measurement(dataset: Iri, metric: Iri, dimension: str, words: dict[str, str], value: Literal) -> Pairs:
    yield from typed(metric, DQV.Metric)
    yield from said(metric, SKOS.definition, words)
    yield metric, DQV.inDimension, LDQD[dimension]
    yield metric, DQV.expectedDataType, Iri(str(value.datatype))
    node = Iri(metric.replace("/metric/", "/measurement/"))
    yield from typed(node, DQV.QualityMeasurement)
    yield node, DQV.isMeasurementOf, metric
    yield node, DQV.computedOn, dataset
    yield node, DQV.value, value
    yield dataset, DQV.hasQualityMeasurement, node


def _count(store: Store, query: str) -> int:
    return sum(1 for _ in store.select(query))
