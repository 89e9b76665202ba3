"""The search in a real browser: the right thing first, whatever way it is typed; by keyboard; from a disk."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import library
import pytest

from kgbuild.config import Settings
from kgbuild.publish.site import render_site

pytestmark = pytest.mark.browser

RESOLUTION, TWENTY, SEVENTH = "Nghị quyết 57-NQ/TW", "Nghị quyết 20-NQ/TW", "Chương trình hành động 07-CTr/TU"
HANOI, GIA_LAI = "Sở Khoa học và Công nghệ thành phố Hà Nội", "Sở Khoa học và Công nghệ tỉnh Gia Lai"
MINISTRY, RAIL, HAI_DUONG = (
    "Bộ Khoa học và Công nghệ",
    "Ban Quản lý Đường sắt đô thị Hà Nội",
    "Ủy ban nhân dân tỉnh Hải Dương",
)
HEALTH, HOME, PLANNING = "Sở Y tế tỉnh Hòa Bình", "Sở Nội vụ thành phố Hà Nội", "Sở Kế hoạch và Đầu tư thành phố Hà Nội"
CITY, DECISION = "Ủy ban nhân dân Thành phố Hồ Chí Minh", "Quyết định 4937/QĐ-UBND"
RULES, LAW, PLAN = "Quyết định 05/2021/QĐ-UBND", "Luật 29/2013/QH13", "Kế hoạch 90/KH-UBND"

# What is typed, and what must come first.
TABLE = [
    ("57-NQ/TW", RESOLUTION),
    ("57 nq tw", RESOLUTION),
    ("57nq/tw", RESOLUTION),
    ("57/NQ-TW", RESOLUTION),
    ("nghi quyet 57", RESOLUTION),
    ("nghị quyết 57-nq/tw", RESOLUTION),
    ("Nghị quyết số 57-NQ/TW".replace("số ", ""), RESOLUTION),
    ("nghi quyet 57 tw", RESOLUTION),
    ("57/NQ-CP", "Nghị quyết 57/NQ-CP"),
    ("71 nq cp", "Nghị quyết 71/NQ-CP"),
    ("20-NQ/TW", TWENTY),
    ("nghi quyet 20", TWENTY),
    ("20 - NQ / TW", TWENTY),
    ("ket luan 50", "Kết luận 50-KL/TW"),
    ("50 KL", "Kết luận 50-KL/TW"),
    ("07-CTr/TU", SEVENTH),
    ("7-CTr/TU", SEVENTH),
    ("07/CTr-TU", SEVENTH),
    ("chuong trinh 07", SEVENTH),
    ("90/KH-UBND", PLAN),
    ("ke hoach 90", PLAN),
    ("kế hoạch 90", PLAN),
    ("4937/QD-UBND", DECISION),
    ("4937 qđ ubnd", DECISION),
    ("05/2021/QĐ-UBND", RULES),
    ("5/2021/qd-ubnd", RULES),
    ("29/2013/QH13", LAW),
    ("luat khoa hoc va cong nghe", LAW),
    ("luật thủ đô", "Luật 25/2012/QH13"),
    ("so khcn", HANOI),
    ("Sở KH&CN", HANOI),
    ("so kh&cn ha noi", HANOI),
    ("Sở KHCN Gia Lai", GIA_LAI),
    ("so khoa hoc cong nghe gia lai", GIA_LAI),
    ("bo khcn", MINISTRY),
    ("BKHCN", MINISTRY),
    ("Bộ Khoa học và Công nghệ", MINISTRY),
    ("bo nnptnt", "Bộ Nông nghiệp và Phát triển nông thôn"),
    ("vhttdl", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("LĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
    ("so khdt", PLANNING),
    ("Sở KH&ĐT", PLANNING),
    ("so gddt", "Sở Giáo dục và Đào tạo thành phố Hà Nội"),
    ("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội"),
    ("ubnd tphcm", CITY),
    ("ubnd tp hcm", CITY),
    ("đường sắt", RAIL),
    ("duong sat", RAIL),
    ("đường", RAIL),
    ("hải dương", HAI_DUONG),
    ("hai duong", HAI_DUONG),
    ("dương", HAI_DUONG),
    ("ubnd tinh hai duong", HAI_DUONG),
    ("UBND tỉnh Hải Dương", HAI_DUONG),
    ("skhcn", HANOI),
    ("skhcn gia lai", GIA_LAI),
    ("bo khoa hoc cong nghe", MINISTRY),
    ("so ke hoach dau tu", PLANNING),
    ("hoà bình", HEALTH),
    ("hòa bình", HEALTH),
    ("hoa binh", HEALTH),
    ("SỞ NỘI VỤ", HOME),
    ("so noi vu", HOME),
    (unicodedata.normalize("NFD", "Sở Nội vụ"), HOME),
    ("nội v", HOME),
    ("home affairs", HOME),
    ("ministry of science", MINISTRY),
    ("resolution 57", RESOLUTION),
    ("tai nang tre", library.TASKS["2"]),
    ("đặt hàng", library.TASKS["1"]),
    ("dat hang", library.TASKS["1"]),
    ("nguyen thi bich ngoc", "Nguyễn Thị Bích Ngọc"),
    ("Bích Ngọc", "Nguyễn Thị Bích Ngọc"),
    ("MOST", MINISTRY),
]
SLIPS = [
    ("duong saat", RAIL),
    ("ke hoah 90", PLAN),
    ("nghi quyte 57", RESOLUTION),
    ("kjoa hoc cong nge gia lai", GIA_LAI),
    ("sở nôi vuj", HOME),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the library."""
    out = tmp_path_factory.mktemp("library")
    render_site(library.library_store(), {}, Settings(base_iri="https://w3id.org/vnpolicy/"), out)
    return out / "site"


@pytest.fixture(scope="module")
def page(browser, site: Path) -> Iterator[object]:
    """The home page with the search script brought in."""
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_function("() => Boolean(window.kgbuildFind)")
    yield page
    page.close()


@pytest.mark.parametrize(("typed", "first"), TABLE)
def test_the_right_thing_comes_first(page, typed: str, first: str) -> None:
    groups = page.evaluate("text => kgbuildFind(text, 5)", typed)
    assert [item["name"] for item in groups[0]["items"]][:1] == [first]


@pytest.mark.parametrize(("typed", "first"), SLIPS)
def test_a_slip_of_the_hand_is_forgiven_and_told(page, typed: str, first: str) -> None:
    name, guessed = page.evaluate(
        "async text => { const g = await kgbuildFind(text, 5); return [g[0]?.items[0].name, g.guessed]; }", typed
    )
    assert name == first
    assert guessed
    page.locator("#find").fill(typed)
    page.wait_for_selector("#found [role=option]")
    assert page.locator("#found").inner_text().startswith("Không có đúng chữ ấy")
    page.locator("#find").fill("")


@pytest.mark.parametrize("typed", ["xyzzy", "58-NQ/TW", "4938/QĐ-UBND", "so khcn xyzzy", "…"])
def test_what_is_not_there_is_not_found(page, typed: str) -> None:
    assert page.evaluate("text => kgbuildFind(text, 5)", typed) == []


def test_the_table_is_long_enough() -> None:
    assert len({typed for typed, _ in TABLE}) >= 60


def test_the_keyboard_leads_from_anywhere_to_a_result(browser, site: Path) -> None:
    page = browser.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / "page/doc/tw/tw/nghi-quyet/2024/57.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("so noi vu")
    page.wait_for_selector("#found [role=option]")
    box = page.locator("#find")
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert page.locator(f"#{box.get_attribute('aria-activedescendant')}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert page.locator("#found").is_hidden()
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#found [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/page/agent/ha-noi/so-noi-vu.html")
    assert not errors
    page.close()


def test_enter_without_a_choice_shows_all_results(browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.en.html").as_uri())
    page.locator("#find").fill("nghi quyet")
    page.keyboard.press("Enter")
    page.wait_for_selector(".results li")
    assert "search.en.html" in page.url
    assert page.locator("h2").first.inner_text().startswith("Documents")
    assert page.locator(".results li").first.inner_text().startswith("Resolution")
    page.close()


def test_the_index_is_fetched_only_when_asked_for(browser, site: Path) -> None:
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.wait_for_timeout(200)
    assert not [url for url in asked if "search" in url]
    page.locator("#find").fill("90/KH-UBND")
    page.wait_for_selector("#found [role=option]")
    assert [url for url in asked if "/search/" in url]
    page.close()


def test_a_name_that_is_markup_stays_text(browser, tmp_path: Path) -> None:
    import sample

    render_site(sample.sample_store(), {sample.SHA: sample.TEXT}, Settings(base_iri=sample.BASE), tmp_path)
    page = browser.new_page()
    errors = []
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.locator("#find").fill("4937")
    page.wait_for_selector("#found [role=option]")
    assert "<script>" in page.locator("#found").inner_text()
    assert page.locator("#found script").count() == 0
    assert not errors
    page.close()


def test_without_javascript_there_is_a_list(browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator("#find").fill("so noi vu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    page.get_by_role("link", name="S", exact=True).first.click()
    page.get_by_role("link", name="Sở Nội vụ thành phố Hà Nội").click()
    page.wait_for_url("**/so-noi-vu.html")
    context.close()
