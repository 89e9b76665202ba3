"""The sitemap: every page in both languages once, cut where the protocol says."""

import re
from xml.etree import ElementTree

from kgbuild.publish.sitemap import sitemaps

BASE = "https://x/"
FILES = ["index.html", "404.html", "page/a b&c.html", "page/d.html"]
PAGES = {f"{BASE}{name}" for name in ("index.html", "index.en.html", "page/d.html", "page/d.en.html")}
PAGES |= {f"{BASE}page/a%20b%26c.html", f"{BASE}page/a%20b%26c.en.html"}


def addresses(text: str) -> list[str]:
    ElementTree.fromstring(text)
    return re.findall(r"<loc>(.*?)</loc>", text)


def test_one_file_lists_every_page_but_the_lost_one() -> None:
    [(name, text)] = sitemaps(FILES, BASE)
    assert name == "sitemap.xml"
    assert len(addresses(text)) == len(PAGES)
    assert set(addresses(text)) == PAGES


def test_a_long_one_is_an_index_of_files() -> None:
    (name, index), *parts = sitemaps(FILES, BASE, most=4)
    assert name == "sitemap.xml"
    assert "<sitemapindex" in index
    assert addresses(index) == [BASE + part for part, _ in parts]
    found = [address for _, text in parts for address in addresses(text)]
    assert [len(addresses(text)) for _, text in parts] == [4, 2]
    assert sorted(found) == sorted(PAGES)


def test_a_site_without_pages_has_an_empty_one() -> None:
    assert [name for name, text in sitemaps([], BASE) if not addresses(text)] == ["sitemap.xml"]
