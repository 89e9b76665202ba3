"""Events and awards as RDF, as the sample report has them."""

import re

import pytest

from kgbuild.namespaces import PIO, SCHEMA, SKOS
from kgbuild.statements.programmes import describe_things

BASE = "http://localhost:8000/"
MAIN = "id/event/2024-01-19/hoi-nghi-trien-khai-ke-hoach-khoa-hoc-va-cong-nghe-thanh-pho-"


@pytest.fixture(scope="module")
def facts(samples):
    return samples["hoi-nghi-khcn-ha-noi-2024"].facts


def test_the_event_that_a_report_is_on_has_its_own_day(facts) -> None:
    (news,) = facts.a(PIO.NewsReport)
    (event,) = facts.of(news, PIO.reportsOn)
    assert event.startswith(MAIN)
    assert facts.of(event, PIO.startDate) == ["2024-01-19"]
    assert facts.of(news, PIO.documentDate) == ["2024-01-20"]
    assert facts.of(event, SCHEMA.organizer) == ["id/agent/ha-noi/so-khoa-hoc-va-cong-nghe"]
    assert facts.of(event, SCHEMA.location) == ["Khu Liên cơ Võ Chí Công"]


def test_events_without_a_day_of_their_own(facts) -> None:
    others = [path for path in facts.a(PIO.Event) if not path.startswith(MAIN)]
    assert [path.split("/")[2] for path in others] == ["nd", "nd", "nd"]
    assert all(facts.of(path, PIO.startDate) == [] for path in others)


def test_an_event_of_no_day_and_no_place_is_its_documents(facts) -> None:
    """Two provinces hold a conference of one name; the capital's contest is one event in all documents."""
    (shown,) = (path for path in facts.a(PIO.Event) if "trien-lam" in path)
    assert re.fullmatch(r"id/event/nd/trien-lam-ket-qua-phat-trien-tai-san-tri-tue-[0-9a-f]{8}", shown)
    contests = [path for path in facts.a(PIO.Event) if "hoi-thi" in path]
    assert contests == ["id/event/nd/hoi-thi-sang-tao-ky-thuat-thanh-pho-ha-noi-lan-thu-nhat"]


def test_an_observance_is_on_its_day(samples) -> None:
    found = samples["tin-ke-hoach-khcn-ha-noi-2024"].facts
    assert "id/event/2024-04-26/ngay-so-huu-tri-tue-the-gioi" in found.a(PIO.Event)
    assert found.of(found.a(PIO.NewsReport)[0], PIO.reportsOn) == []


def test_awards_with_giver_and_receiver(facts) -> None:
    named = {facts.of(node, SKOS.prefLabel)[0].split(" cho ")[0]: node for node in facts.a(PIO.Award)}
    assert sorted(named) == ["Bằng khen", "Danh hiệu lao động xuất sắc", "Huân chương Lao động Hạng 3"]
    order = named["Huân chương Lao động Hạng 3"]
    assert facts.of(order, PIO.awardedBy) == ["id/post/tw/nha-nuoc/chu-tich-nuoc"]
    assert facts.of(named["Bằng khen"], PIO.awardedBy) == ["id/post/ha-noi/ubnd/chu-tich"]
    # the director of the department, not the namesake who heads an institute
    assert facts.of(order, PIO.awardedTo) == ["id/person/ha-noi/so-khoa-hoc-va-cong-nghe/nguyen-hong-son"]
    assert facts.of(named["Danh hiệu lao động xuất sắc"], PIO.awardedTo) == []


def test_an_event_has_one_name_over_all_sources(samples) -> None:
    things = [thing for sample in samples.values() for thing in sample.reading.things if thing.type == "Event"]
    named = type(samples["90-kh-ubnd-ha-noi"].facts)(describe_things(things, BASE))
    assert all(len(named.of(path, SKOS.prefLabel)) == 1 for path in named.a(PIO.Event))
    assert len(named.a(PIO.Event)) == 8
