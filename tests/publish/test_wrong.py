"""Reporting a wrong fact: the statement, its words and their place stand ready in the mail or the issue."""

from collections import defaultdict
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import sample
from checks import links, read_pages

from kgbuild.config import Settings, load_settings
from kgbuild.errors import ConfigError
from kgbuild.publish.views import Words
from kgbuild.publish.wrong import QUOTE, ROOM, report

NODE = sample.BASE + "id/doc/x/task/1/a/2"
STRINGS = {"wrong": "Sai?", "wrong_ask": "Đúng ra là:"}
WORDS = Words("page/text/ab.html#c5-9", 'Sở "A" & B\nphối hợp', about=f"{NODE} https://w3id.org/pio#assignee")


@pytest.mark.parametrize(
    ("given", "start", "fields"),
    [
        ("mailto:sua@example.org", "mailto:sua@example.org?", ("subject", "body")),
        ("mailto:sua@example.org?cc=b@example.org", "mailto:sua@example.org?cc=b@example.org&", ("subject", "body")),
        ("https://example.org/issues/new", "https://example.org/issues/new?", ("title", "body")),
        ("https://example.org/new?s={subject}&d={body}", "https://example.org/new?", ("s", "d")),
    ],
)
def test_the_report_says_what_where_and_in_which_words(given: str, start: str, fields: tuple[str, str]) -> None:
    link = report(Settings(base_iri=sample.BASE, corrections=given), STRINGS, WORDS)
    assert link.startswith(start)
    filled = parse_qs(urlsplit(link).query)
    subject, body = (filled[name][0] for name in fields)
    assert subject == "Sai? doc/x/task/1/a/2"
    assert body.split("\r\n") == [
        f"<{NODE}>",
        "pio:assignee",
        '“Sở "A" & B phối hợp”',
        sample.BASE + "page/text/ab.html#c5-9",
        "",
        "Đúng ra là: ",
    ]


def test_without_an_address_the_contact_is_named() -> None:
    web = report(Settings(base_iri=sample.BASE, contact="https://example.org/us"), STRINGS, WORDS)
    assert web.startswith("mailto:?subject=")
    assert parse_qs(urlsplit(web).query)["body"][0].endswith("→ https://example.org/us")
    mail = report(Settings(base_iri=sample.BASE, contact="mailto:us@example.org"), STRINGS, WORDS)
    assert mail.startswith("mailto:us@example.org?subject=")


def test_long_words_are_cut_for_the_place_tells_the_rest() -> None:
    link = report(Settings(base_iri=sample.BASE), STRINGS, Words(WORDS.path, "ế" * 5000, about=NODE))
    assert parse_qs(urlsplit(link).query)["body"][0].split("\r\n")[1] == f"“{'ế' * QUOTE}…”"
    assert len(link) < 2 * ROOM


def test_a_script_is_no_address(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="corrections"):
        load_settings(tmp_path, corrections="javascript:alert(1)")


def test_every_fact_with_words_can_be_reported_where_it_has_its_place(site: Path) -> None:
    reported = defaultdict(set)
    for file, _, href in links(read_pages(site)):
        if href.startswith("mailto:"):
            statement = parse_qs(urlsplit(href).query)["body"][0].splitlines()[:2]
            reported[file.relative_to(site).as_posix()].add(tuple(statement))
    plan = "page/doc/ha-noi/ubnd/ke-hoach/2013/90"
    document = f"<{sample.BASE}id/doc/ha-noi/ubnd/ke-hoach/2013/90>"
    assert (document, "pio:documentDate") in reported[plan + ".html"]
    assert any("/citation/" in node for node, _ in reported[plan + ".html"])
    assert any("/task/12/lead/" in node for node, _ in reported[plan + "/task/12.html"])
    assert reported[plan + ".html"] == reported[plan + ".en.html"]
