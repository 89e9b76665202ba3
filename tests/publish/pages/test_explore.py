"""The network of the explorer: what it holds, and how it is drawn in a browser."""

import os
from pathlib import Path

import pytest
import sample

from kgbuild.publish.pages import explore
from kgbuild.publish.pages.explore import read_network
from kgbuild.publish.views import Reader


def test_links_are_counted_by_kind(readers: dict[str, Reader]) -> None:
    network = read_network(readers["vi"])
    named = {(network.nodes[a], network.nodes[b], kind): n for a, b, kind, n in network.links}
    assert named[sample.PLAN, sample.PROGRAMME, "chain"] == 1
    assert named[sample.COMMITTEE, sample.PLAN, "issued"] == 1
    assert named[sample.HOME_AFFAIRS, sample.PLAN, "lead"] == 1
    assert named[sample.HOME_AFFAIRS, sample.COMMITTEE, "belongs"] == 1
    assert network.total == len(network.nodes)
    assert not [link for link in network.links if link[0] == link[1]]


def test_only_what_can_be_drawn_is_kept(readers: dict[str, Reader], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_network(readers["vi"])
    monkeypatch.setattr(explore, "ROOM", 3)
    few = read_network(readers["vi"])
    assert few.nodes == whole.nodes[:3]
    assert few.total == whole.total
    assert all(a < 3 and b < 3 for a, b, _, _ in few.links)


@pytest.mark.browser
def test_a_node_is_chosen_by_keyboard_and_read_out(browser, full_site: Path) -> None:
    page = browser.new_page()
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((full_site / "explore.en.html").as_uri())
    assert not [url for url in asked if "cytoscape" in url or "network." in url]
    page.get_by_role("button", name="Draw").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#network[data-ready]")
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    page.keyboard.type("Plan 90")
    page.keyboard.press("Tab")
    page.wait_for_selector(".panel h2")
    assert page.locator(".panel h2").inner_text() == "Plan 90/KH-UBND"
    assert "Issued by" in page.locator(".panel").inner_text()
    page.get_by_label("issued").uncheck()
    assert "Issued by" not in page.locator(".panel").inner_text()
    assert page.locator(".panel a").first.get_attribute("href").endswith("90.en.html")
    assert page.locator(".panel script, .panel img").count() == 0
    assert not [url for url in asked if not url.startswith(full_site.as_uri())]
    assert not errors
    page.close()


@pytest.mark.axe
def test_axe_finds_nothing_once_the_network_is_drawn(browser, full_site: Path) -> None:
    page = browser.new_page()
    page.goto((full_site / "explore.html").as_uri())
    page.locator("#draw").click()
    page.wait_for_selector("#network[data-ready]")
    page.get_by_label("Chọn một nút").select_option(label="Kế hoạch 90/KH-UBND")
    page.evaluate(Path(os.environ["KGBUILD_NODE_MODULES"], "axe-core", "axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert not [(violation["id"], violation["nodes"][0]["html"]) for violation in result["violations"]]
    page.close()
