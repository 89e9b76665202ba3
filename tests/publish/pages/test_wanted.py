"""Documents that are cited and not held."""

from pathlib import Path

import pytest
import sample

from kgbuild.config import resource
from kgbuild.errors import DataError
from kgbuild.identifiers import DocumentKey
from kgbuild.publish.pages.wanted import Sources, list_wanted, load_sources, sources_of
from kgbuild.publish.views import Reader

Readers = dict[str, Reader]


def test_what_is_cited_and_not_held_is_wanted_the_most_cited_first(readers: Readers) -> None:
    found = list_wanted(readers["vi"], {})
    assert [(wanted.link.text, wanted.cited) for wanted in found] == [
        ("Nghị quyết 20-NQ/TW", 2),
        ("Chương trình hành động 22-CTr/TU", 1),
    ]
    resolution = found[0]
    assert resolution.kinds == (("implements", 1), ("cites", 1))
    assert [link.text for link, _ in resolution.citing] == ["Kế hoạch 90/KH-UBND", "Chương trình hành động 22-CTr/TU"]
    assert all(words for _, words in resolution.citing), "each citation leads to its words"


def test_a_document_that_is_held_or_never_cited_is_not_wanted(readers: Readers) -> None:
    names = {wanted.link.text for wanted in list_wanted(readers["vi"], {})}
    assert not {"Kế hoạch 90/KH-UBND", "Quyết định 4937/QĐ-UBND"} & names


def test_places_to_look_go_with_the_document(readers: Readers) -> None:
    sources = {"tw/tw/nghi-quyet/2012/20": Sources(search=("https://example.org/",))}
    assert list_wanted(readers["vi"], sources)[0].sources.search == ("https://example.org/",)
    assert sources_of(sources, sample.PROGRAMME, sample.BASE) == Sources()


def test_a_document_without_an_entry_is_looked_for_by_its_symbol_where_its_issuer_publishes() -> None:
    def look(path: str, symbol: str = "12/NQ-CP") -> tuple[str, ...]:
        return sources_of(sources, f"{sample.BASE}id/doc/{path}", sample.BASE, symbol).search

    sources = {key: Sources(search=(f"https://{at}.example/?q={{symbol}}",)) for key, at in
               (("/", "any"), ("tw/", "centre"), ("tw/qh/", "assembly"))}  # fmt: skip
    assert look("tw/qh/luat/2024/7") == ("https://assembly.example/?q=12%2FNQ-CP",)
    assert look("tw/cp/nghi-quyet/2024/12") == ("https://centre.example/?q=12%2FNQ-CP",)
    assert look("hue/ubnd/ke-hoach/2024/12") == ("https://any.example/?q=12%2FNQ-CP",)
    assert look("hue/ubnd/ke-hoach/2024/12", symbol="") == ()


def test_only_addresses_of_the_web_become_links(tmp_path: Path) -> None:
    file = tmp_path / "wanted.toml"
    file.write_text('[[document]]\npath = "a"\naddresses = ["javascript:alert(1)", "https://x.example/"]\n')
    assert load_sources(file) == {"a": Sources(("https://x.example/",))}


def test_a_missing_file_is_no_sources_and_a_broken_one_is_named(tmp_path: Path) -> None:
    assert load_sources(tmp_path / "none.toml") == {}
    for text in ("[[document", "[[document]]\nid = 'x'\n"):
        broken = tmp_path / "broken.toml"
        broken.write_text(text)
        with pytest.raises(DataError, match=r"broken\.toml"):
            load_sources(broken)


def test_the_shipped_list_names_documents_by_their_path() -> None:
    found = load_sources(resource("data", "wanted.toml"))
    assert found
    for path, sources in found.items():
        if not path.endswith("/"):
            assert DocumentKey.parse(f"id/doc/{path}").path == f"id/doc/{path}"
        assert sources.addresses or sources.search


def test_the_page_of_a_wanted_document_says_where_to_look(site: Path) -> None:
    known = load_sources(resource("data", "wanted.toml")).get("tw/tw/nghi-quyet/2012/20")
    page = (site / "page/doc/tw/tw/nghi-quyet/2012/20.html").read_text(encoding="utf-8")
    listed = (site / "wanted.html").read_text(encoding="utf-8")
    assert "Nghị quyết 20-NQ/TW" in listed
    assert known is not None
    for address in (*known.addresses, *known.search):
        assert address.replace("&", "&amp;") in page
        assert address.replace("&", "&amp;") in listed
