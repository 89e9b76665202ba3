"""A thing that ten thousand others point at: its page is cut, stays light, and leads to every one of them."""

import re

import sample

from kgbuild.config import Settings
from kgbuild.model import Statement
from kgbuild.namespaces import DCTERMS, PIO, RDF, SKOS, Iri
from kgbuild.publish.contents import Contents
from kgbuild.publish.index import Index
from kgbuild.publish.parts import lay_out
from kgbuild.publish.paths import Places
from kgbuild.publish.plan import Page
from kgbuild.publish.render import Renderer
from kgbuild.publish.templates import load_strings
from kgbuild.publish.views import Reader

LINKS = 10_000
HUB = Iri(sample.BASE + "id/programme/tw/hub")
FILE = "page/programme/tw/hub.html"


def hub() -> Index:
    """Let ten thousand standards point at one programme."""
    said = [Statement(HUB, RDF.type, PIO.Programme, sample.READ)]
    for number in range(LINKS):
        other = Iri(f"{sample.BASE}id/standard/tcvn/{number}")
        said.append(Statement(other, RDF.type, PIO.Standard, sample.READ))
        said.append(Statement(other, SKOS.prefLabel, sample.vi(f"Tiêu chuẩn {number}"), sample.READ))
        said.append(Statement(other, DCTERMS.relation, HUB, sample.READ))
    return Index(said)


def test_every_link_of_a_hub_is_reachable_and_each_page_is_light() -> None:
    index = hub()
    pages = [Page("thing", FILE, "documents", HUB)]
    others = {f"page/standard/tcvn/{number}.html" for number in range(LINKS)}
    strings = load_strings("vi")
    plan = Places(sample.BASE, frozenset({FILE, *others}))
    first = Contents(Reader(index, plan, "vi", strings), {}, [])
    parts, cut = lay_out(pages, first.read, sample.BASE)
    places = Places(sample.BASE, cut.files | others, cut.moved)
    renderer = Renderer(Contents(Reader(index, places, "vi", strings), {}, []), Settings(base_iri=sample.BASE))
    rendered = dict(renderer.render(pages[0], parts[FILE]))
    assert len(rendered) > 10
    assert max(len(html.encode()) for html in rendered.values()) <= 100_000
    linked = {number for html in rendered.values() for number in re.findall(r'standard/tcvn/(\d+)\.html"', html)}
    assert linked == {str(number) for number in range(LINKS)}
    reached, waiting = set(), [FILE]
    while waiting:
        file = waiting.pop()
        if file not in reached:
            reached.add(file)
            names = re.findall(r'href="[^"]*?(hub(?:_\d+)?\.html)"', rendered[file])
            waiting += [f"page/programme/tw/{name}" for name in names]
    assert reached == set(rendered), "each page is reached from the first by the links on the pages"
