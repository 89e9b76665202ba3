"""How to cite the dataset, for machines: a citation file beside the dumps, and schema.org for search engines."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from markupsafe import Markup

from kgbuild.config import Settings
from kgbuild.publish.dataset.catalog import DESCRIPTION, KEYWORDS
from kgbuild.publish.dataset.changes import Change
from kgbuild.publish.dataset.editions import Edition
from kgbuild.publish.dataset.files import File

FILE: Final = "CITATION.cff"
MEDIA_TYPES: Final = {
    ".nq.gz": "application/n-quads",
    ".nt.gz": "application/n-triples",
    ".ttl.gz": "text/turtle",
    ".trig.gz": "application/trig",
    ".rdf.gz": "application/rdf+xml",
    ".jsonld.gz": "application/ld+json",
    ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet",
}


def write_citation(edition: Edition, settings: Settings, out: Path) -> None:
    """Write `CITATION.cff` (Citation File Format 1.2) for the dataset beside the dumps."""
    fields: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "Please cite the dataset with its version.",
        "type": "dataset",
        "title": settings.title_en,
        "abstract": DESCRIPTION["en"],
        "authors": [{"name": settings.publisher}],
        "version": edition.version,
        "date-released": edition.modified,
        "url": settings.base_iri,
        "license-url": settings.license,
        "keywords": list(KEYWORDS["en"]),
    }
    # JSON is YAML: what is quoted so needs no rules of its own
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    (out / "dumps" / FILE).write_text(lines, encoding="utf-8", newline="\n")


def schema_org(settings: Settings, language: str, files: Iterable[File], history: Sequence[Change]) -> Markup:
    """Describe the dataset as schema.org does, in JSON-LD that is safe inside a script element."""
    base = settings.base_iri
    publisher = {"@type": "Organization", "name": settings.publisher, "url": base}
    data: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{base}id/dataset",
        "name": settings.title_vi if language == "vi" else settings.title_en,
        "alternateName": settings.title_en if language == "vi" else settings.title_vi,
        "description": DESCRIPTION[language],
        "keywords": list(KEYWORDS[language]),
        "inLanguage": ["vi", "en"],
        "isAccessibleForFree": True,
        "license": settings.license,
        "url": f"{base}dataset.html" if language == "vi" else f"{base}dataset.{language}.html",
        "identifier": f"{base}id/dataset",
        "creator": publisher,
        "publisher": publisher,
        "spatialCoverage": {"@type": "Place", "name": "Việt Nam" if language == "vi" else "Viet Nam"},
        "distribution": [_download(base, file, kind) for file, kind in _offered(files)],
    }
    if history:
        data |= {"version": history[0].version, "dateModified": history[0].date}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _offered(files: Iterable[File]) -> Iterator[tuple[File, str]]:
    """Choose the files that hold data, each with its media type (of what is in it, where it is compressed)."""
    for file in files:
        kind = next((kind for end, kind in MEDIA_TYPES.items() if file.name.endswith(end)), None)
        if kind:
            yield file, kind


def _download(base: str, file: File, kind: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": file.name,
        "contentUrl": f"{base}dumps/{quote(file.name)}",
        "encodingFormat": kind,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }
