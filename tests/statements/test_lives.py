"""How long bodies lived and who followed them, by their own row, their place and their province."""

from dataclasses import replace

import pytest

from kgbuild.model.entities import AgentRef
from kgbuild.model.knowledge import Succession
from kgbuild.resolution.agents import AgentLinker
from kgbuild.resolution.context import Context
from kgbuild.statements.lives import life, successions


@pytest.fixture(scope="module")
def refs(reader):
    linker = AgentLinker(reader.knowledge)
    return lambda record, area="": linker.of_record(record, area, Context(area or "tw", "", "id/doc/x"))


@pytest.mark.parametrize(
    ("record", "area", "expected"),
    [
        ("prov:skhdt", "ha-noi", ("", "2025-02-28")),  # the day of Hà Nội is known
        ("prov:skhdt", "hue", ("", "2025")),  # of Huế only the year
        ("prov:skhdt", "gia-lai", ("", "2025")),  # before the province ended
        ("prov:skhdt", "gia-lai-2025", ("", "2025")),  # gone before this province was formed
        ("prov:snnmt", "ha-noi", ("2025-03-01", "")),
        ("prov:snnmt", "hue", ("2025", "")),
        ("prov:snnmt", "gia-lai-2025", ("2025-07-01", "")),
        ("prov:skhcn", "gia-lai", ("", "2025-06-30")),  # the province ended, and its bodies with it
        ("prov:skhcn", "gia-lai-2025", ("2025-07-01", "")),
        ("prov:skhcn", "ha-noi", ("", "")),
        ("bkhdt", "", ("", "2025-02-28")),
        ("bnnmt", "", ("2025-03-01", "")),
    ],
)
def test_lives(reader, refs, record: str, area: str, expected: tuple[str, str]) -> None:
    begin, end = life(refs(record, area), reader.knowledge)
    assert (begin if expected[0] else "", end) == expected


def test_the_district_level_ended(reader) -> None:
    group = AgentRef("id/agent/ha-noi/group/cap-huyen", "group", "Ủy ban nhân dân các quận, huyện", area="ha-noi")
    assert life(group, reader.knowledge) == ("", "2025-06-30")
    assert life(replace(group, path="id/agent/ha-noi/group/cap-xa"), reader.knowledge) == ("", "")
    new = replace(group, path="id/agent/lam-dong-2025/group/cap-huyen", area="lam-dong-2025")
    assert life(new, reader.knowledge) == ("", "2025-06-30")  # it never was there


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("ha-noi.quan-cau-giay", ("", "2025-06-30")),
        ("ha-noi.thi-xa-son-tay", ("", "2025-06-30")),
        ("gia-lai.xa-ia-dom", ("", "2025-06-30")),  # the province it lay in ended
        ("ha-noi.phuong-lang", ("", "")),
        ("ha-noi.xa-ba-vi", ("", "")),
    ],
)
def test_bodies_of_districts_ended_with_them(reader, place: str, expected: tuple[str, str]) -> None:
    committee = AgentRef(f"id/agent/{place}/ubnd", "agency", "Ủy ban nhân dân", type="StateAgency", area=place)
    assert life(committee, reader.knowledge) == expected


def followers(reader, ref) -> set[tuple[str, str, str]]:
    return {(row.successor, row.function, near.area) for row, near in successions(ref, reader.knowledge)}


def test_the_row_of_the_place_wins_for_its_function(reader, refs) -> None:
    """In Hà Nội the press went to its own department of culture and sports, not to the one that other places have."""
    assert followers(reader, refs("prov:stttt", "ha-noi")) == {
        ("prov:skhcn", "công nghệ thông tin, viễn thông", "ha-noi"),
        ("prov:svhtt", "quản lý báo chí", "ha-noi"),
    }
    assert ("prov:svhttdl", "quản lý báo chí", "hue") in followers(reader, refs("prov:stttt", "hue"))
    assert followers(reader, refs("prov:skhdt", "ha-noi")) == {("prov:stc", "", "ha-noi")}


def test_a_place_that_says_where_the_whole_went_has_no_other_heirs(reader, refs) -> None:
    row = Succession("prov:sldtbxh", "prov:snv", "2025-03-01", "absorbed", "", "hue")
    knowledge = replace(reader.knowledge, successions=[*reader.knowledge.successions, row])
    assert [found for found, _ in successions(refs("prov:sldtbxh", "hue"), knowledge)] == [row]


def test_bodies_of_a_merged_province_go_on_in_the_new_one(reader, refs) -> None:
    ((row, near),) = successions(refs("prov:skhcn", "binh-dinh"), reader.knowledge)
    assert (row.successor, row.date, row.kind, near.area) == ("prov:skhcn", "2025-07-01", "merged", "gia-lai-2025")
    assert list(successions(refs("prov:skhcn", "ha-noi"), reader.knowledge)) == []
    assert followers(reader, refs("prov:skhdt", "gia-lai")) == {("prov:stc", "", "gia-lai")}


@pytest.mark.parametrize("record", ["prov:du-khoi", "prov:canh-sat-pccc", "prov:s-gtcc"])
def test_what_ended_before_the_provinces_merged_has_no_heir_in_the_new_one(reader, refs, record: str) -> None:
    assert [row.successor for row, _ in successions(refs(record, "kien-giang"), reader.knowledge)] == []
