"""The tables of knowledge keep their own rules: columns, keys, references, dates, order and plain sources."""

import csv
import hashlib
import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kgbuild.config import resource
from kgbuild.identifiers import DocumentKey, DocumentSymbol, number_segment, organ_segment
from kgbuild.language import fold

DATA = resource("data")
AUTHORITIES = DATA / "authorities"
COLUMNS = {
    "agencies": (
        "id scope slug name name_en aliases bare_names symbol type kind parent parent_relation guided_by valid_from "
        "valid_to source note"
    ),
    "areas": (
        "slug name full_name name_en kind valid_from valid_to code iso3166_2 wikidata aliases predecessors successors "
        "source note"
    ),
    "document_types": "notation name name_en side symbols rdf_class normative abbreviations traits source note",
    "documents": "path symbol type issuer date title aliases status successor source note",
    "head_nouns": "noun type traits source note",
    "issuer_codes": "code variants agency side level kind valid_from valid_to source note",
    "places": "id kind area slug name aliases source note",
    "successions": "predecessor successor date kind function function_en scope source note",
    "surnames": "surname common source note",
}
KEYS = {
    "agencies": ("id",),
    "areas": ("slug",),
    "document_types": ("notation",),
    "documents": ("path",),
    "head_nouns": ("noun",),
    "issuer_codes": ("code",),
    "places": ("id",),
    "successions": ("predecessor", "successor", "scope", "date"),
    "surnames": ("surname",),
}
VALUES = {
    ("areas", "kind"): {"quoc-gia", "tinh", "thanh-pho"},
    ("document_types", "side"): {"state", "party", "both", "news", "other"},
    ("document_types", "normative"): {"yes", "no", "sometimes"},
    ("document_types", "rdf_class"): {
        "", "Law", "Decree", "Resolution", "Conclusion", "Directive", "Decision", "Plan", "ActionProgramme", "Circular",
        "Submission", "Report", "OfficialLetter", "Annex",
    },
    ("surnames", "common"): {"", "yes"},
    ("issuer_codes", "side"): {"party", "state", "front", "union", "party|state"},
    ("issuer_codes", "level"): {"central", "province", "district", "commune", "any"},
    ("issuer_codes", "kind"): {"organ", "title", "unit"},
    ("agencies", "type"): {
        "StateAgency", "PartyOrgan", "FrontBody", "MassOrganization", "ScienceOrganization", "MediaOrganization",
        "Enterprise", "Post",
    },
    ("agencies", "parent_relation"): {
        "", "specialisedBodyOf", "executiveOrganOf", "organOf", "partOf", "establishedBy", "accountableTo", "guidedBy",
        "postIn",
    },
    ("documents", "status"): {
        "", "draft", "planned", "issued", "inForce", "expired", "replaced", "repealed", "unknown",
    },
    ("successions", "kind"): {"absorbed", "merged", "split", "dispersed"},
    ("places", "kind"): {"place", "platform", "fund", "award", "programme", "scheme"},
}  # fmt: skip
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PLACEHOLDER = re.compile(r"\{[Xx]\}")


def table(name: str) -> list[dict[str, str]]:
    """Read one table of authorities."""
    with (AUTHORITIES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells(value: str) -> list[str]:
    return [part for part in value.split("|") if part]


def keys(name: str) -> set[str]:
    return {row[KEYS[name][0]] for row in table(name)}


def day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_has_its_columns_and_is_sorted_by_its_key(name: str) -> None:
    rows = table(name)
    assert list(rows[0]) == COLUMNS[name].split()
    order = [tuple(row[column] for column in KEYS[name]) for row in rows]
    assert order == sorted(order)
    assert len(order) == len(set(order))


@pytest.mark.parametrize("path", sorted(p.relative_to(DATA) for p in DATA.rglob("*.csv")), ids=str)
def test_a_csv_file_is_plain_utf_8_with_full_rows(path: Path) -> None:
    raw = (DATA / path).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize(("name", "column"), VALUES)
def test_closed_columns_hold_only_their_values(name: str, column: str) -> None:
    assert {row[column] for row in table(name)} <= VALUES[name, column]


@pytest.mark.parametrize(
    ("name", "known"),
    [("head_nouns", "unit many list thing"), ("document_types", "joint law orders product translated")],
)
def test_every_trait_is_one_that_the_reader_knows(name: str, known: str) -> None:
    assert {trait for row in table(name) for trait in cells(row["traits"])} == set(known.split())


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_says_where_it_is_known_from(name: str) -> None:
    assert [row for row in table(name) if not row["source"].strip()] == []


@pytest.mark.parametrize("path", sorted(DATA.rglob("*")), ids=lambda p: str(p.relative_to(DATA)))
def test_no_file_speaks_of_the_workshop(path: Path) -> None:
    if path.is_dir() or path.suffix == ".txt":
        return
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"SEED|GH index|/work|/tmp|find_string|\bseeds?\b", text)


@pytest.mark.parametrize("name", COLUMNS)
def test_dates_are_iso_and_in_order(name: str) -> None:
    """A body of one place may have a year alone, where no source tells the day."""
    for row in table(name):
        if re.fullmatch(r"\d{4}", row.get("valid_from", "")) or re.fullmatch(r"\d{4}", row.get("valid_to", "")):
            assert name == "agencies", row
            assert row.get("valid_from", "")[:4] <= (row.get("valid_to", "") or "9999")[:4], row
            continue
        for column in ("valid_from", "valid_to", "date"):
            day(row.get(column, ""))
        begin, end = day(row.get("valid_from", "")), day(row.get("valid_to", ""))
        assert begin is None or end is None or begin <= end, row


def test_there_are_63_provinces_before_and_34_after_july_2025() -> None:
    provinces = [row for row in table("areas") if row["kind"] != "quoc-gia"]
    before = [row for row in provinces if not row["valid_from"] and row["valid_to"][:4] in ("", "2025")]
    after = [row for row in provinces if not row["valid_to"]]
    assert (len(before), len(after)) == (63, 34)
    assert len({row["code"] for row in before}) == 63
    assert len({row["code"] for row in after}) == 34
    gone = {row["slug"]: row["valid_to"] for row in provinces if row["valid_to"][:4] not in ("", "2025")}
    assert gone == {"ha-tay": "2008-07-31"}  # what other provinces were cut from before lies before these documents


def test_mergers_of_provinces_fit_from_both_sides() -> None:
    rows = {row["slug"]: row for row in table("areas")}
    forward = {(slug, to) for slug, row in rows.items() for to in cells(row["successors"])}
    backward = {(old, slug) for slug, row in rows.items() for old in cells(row["predecessors"])}
    assert forward == backward
    assert len(forward) == 53  # 52 of July 2025, and Hà Tây into Hà Nội


def test_slugs_are_ascii_and_unique_in_their_place() -> None:
    seen: set[tuple[str, str]] = set()
    for row in table("agencies"):
        assert SLUG.fullmatch(row["slug"]), row
        place = (row["parent"] if row["type"] == "Post" else row["scope"], row["slug"])
        assert place not in seen, row
        seen.add(place)
    assert all(SLUG.fullmatch(row["slug"]) for row in table("areas"))
    assert all(SLUG.fullmatch(row["notation"]) for row in table("document_types"))
    places = [(row["kind"], row["area"], row["slug"]) for row in table("places")]
    assert len(places) == len(set(places))


def test_agencies_refer_to_agencies_and_areas() -> None:
    known, areas = keys("agencies"), keys("areas")
    for row in table("agencies"):
        assert row["scope"] in {"central", "province"} | areas, row
        assert not row["parent"] or row["parent"] in known, row
        assert not row["guided_by"] or row["guided_by"] in known, row
        assert bool(row["parent"]) == bool(row["parent_relation"]), row
        assert (row["type"] == "Post") == (row["parent_relation"] == "postIn"), row


def test_no_relation_of_command_runs_between_party_and_state() -> None:
    rows = {row["id"]: row for row in table("agencies")}
    sides = {"PartyOrgan", "StateAgency"}
    for row in rows.values():
        parent = rows.get(row["parent"])
        if parent and {row["type"], parent["type"]} == sides:
            assert row["parent_relation"] == "establishedBy", row


def living_together(ids: set[str]) -> bool:
    """Tell whether two of these bodies can have lived on one day: the day of a document would not part them."""
    lives = sorted((row["valid_from"], row["valid_to"] or "9999") for row in table("agencies") if row["id"] in ids)
    return any(begin <= end for (_, end), (begin, _) in pairwise(lives))


def test_one_spelling_names_one_body() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for row in table("agencies"):
        scope = row["scope"] if row["scope"] not in ("central", "province") else "everywhere"
        for spelling in [row["name"], *cells(row["aliases"])]:
            needs_place = "+" if PLACEHOLDER.search(spelling) else ""
            folded = fold(PLACEHOLDER.sub(" ", spelling).replace("{U}", "U"))
            owners.setdefault((scope, folded + needs_place), set()).add(row["id"])
    assert {key: ids for key, ids in owners.items() if living_together(ids)} == {}


def test_bare_names_name_one_body_after_one_head_word() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for row in table("agencies"):
        for name in cells(row["bare_names"]):
            owners.setdefault((row["name"].split()[0], fold(name)), set()).add(row["id"])
    assert {key: ids for key, ids in owners.items() if living_together(ids)} == {}


def test_templates_carry_their_place_and_others_do_not() -> None:
    for row in table("agencies"):
        spellings = [row["name"], *cells(row["aliases"])]
        assert all(set(re.findall(r"\{(.*?)\}", s)) <= {"X", "x", "U"} for s in spellings), row
        if row["scope"] == "province":
            assert PLACEHOLDER.search(row["name"]), row
        else:
            assert not any("{" in s for s in spellings), row


@pytest.mark.parametrize(
    "word", ["báo", "thanh tra", "công an", "thống kê", "thuế", "đảng bộ", "trung ương", "thành phố"]
)
def test_a_common_word_names_no_body_alone(word: str) -> None:
    alone = {
        fold(spelling)
        for row in table("agencies")
        for spelling in [row["name"], *cells(row["aliases"])]
        if not PLACEHOLDER.search(spelling)
    }
    assert fold(word) not in alone


def test_issuer_codes_are_unique_and_refer_to_agencies() -> None:
    known, seen = keys("agencies"), set()
    for row in table("issuer_codes"):
        assert not row["agency"] or row["agency"] in known, row
        for code in [row["code"], *cells(row["variants"])]:
            assert code not in seen, code
            seen.add(code)


def test_a_code_shared_by_several_bodies_names_none() -> None:
    codes = {row["code"]: row["agency"] for row in table("issuer_codes")}
    assert codes["TW"] == ""
    assert codes["BCT"] == "bct-m"


def test_successions_refer_to_agencies_and_scopes() -> None:
    known, scopes = keys("agencies"), {"central", "province"} | keys("areas")
    for row in table("successions"):
        assert {row["predecessor"], row["successor"]} <= known, row
        assert row["scope"] in scopes, row
        assert row["date"] or row["note"], row
        assert bool(row["function"]) == (row["kind"] == "split"), row


def test_documents_refer_to_types_issuers_and_successors() -> None:
    types, agencies, paths = keys("document_types"), keys("agencies"), keys("documents")
    for row in table("documents"):
        assert row["type"] in types, row
        assert row["issuer"] in agencies, row
        assert not row["successor"] or row["successor"] in paths, row
        assert bool(row["successor"]) == (row["status"] == "replaced"), row
        assert row["date"] or row["note"], row


def test_the_path_of_a_document_follows_from_its_symbol() -> None:
    areas = keys("areas") | {"tw"}
    for row in table("documents"):
        key = DocumentKey.parse("id/doc/" + row["path"])
        assert key.area in areas, row
        assert not row["date"] or key.year == row["date"][:4], row
        if not row["symbol"]:
            continue
        symbol = DocumentSymbol.parse(row["symbol"])
        assert str(symbol) == row["symbol"]
        assert key.number == number_segment(symbol.number), row
        assert key.organ == organ_segment(symbol.organ), row
        # an ordinance has no other register, whether or not its symbol says "PL"
        register = "-qppl" if symbol.normative and row["type"] != "phap-lenh" else ""
        assert key.form == row["type"] + register, row
        assert symbol.year in (None, key.year), row


def test_a_number_that_restarts_is_several_documents() -> None:
    years = [row["date"][:4] for row in table("documents") if row["symbol"] == "20-NQ/TW"]
    assert years == ["2008", "2012", "2017", "2022"]


def test_an_alias_belongs_to_one_document() -> None:
    owners: dict[str, set[str]] = {}
    for row in table("documents"):
        for alias in cells(row["aliases"]):
            owners.setdefault(fold(alias), set()).add(row["path"])
    assert {alias: paths for alias, paths in owners.items() if len(paths) > 1} == {}


def test_places_stand_in_known_areas() -> None:
    assert {row["area"] for row in table("places")} <= keys("areas")


def test_redirects_and_corrections_have_their_headers() -> None:
    header = "subject,predicate,object,object_type,action,quote,source,author,date,note"
    assert (DATA / "redirects.csv").read_text(encoding="utf-8").splitlines()[0] == "from,to,kind,date"
    assert (DATA / "curation" / "corrections.csv").read_text(encoding="utf-8").splitlines()[0] == header


def test_the_sources_are_the_files_they_are_said_to_be() -> None:
    manifest = tomllib.loads((DATA / "sources" / "sources.toml").read_text(encoding="utf-8"))["source"]
    ids = [source["id"] for source in manifest]
    assert ids == sorted(set(ids))
    for source in manifest:
        content = (DATA / "sources" / source["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == source["sha256"], source["id"]
        assert source["kind"] in ("document", "news")
        assert SLUG.fullmatch(source["id"])
        assert isinstance(source["retrieved"], date)
        assert all(source[field].strip() for field in ("title", "origin", "licence"))
    assert {s["file"] for s in manifest} == {p.name for p in (DATA / "sources").glob("*.txt")}


def test_wanted_documents_are_known_ones_with_somewhere_to_look() -> None:
    wanted = tomllib.loads((DATA / "wanted.toml").read_text(encoding="utf-8"))["document"]
    symbols = {row["path"]: row["symbol"] for row in table("documents")}
    ids = [entry["id"] for entry in wanted]
    assert ids == sorted(set(ids))
    for entry in wanted:
        assert symbols[entry["path"]] == entry["symbol"]
        assert re.fullmatch(r"(?:[0-9a-f]{64})?", entry["sha256"])
        assert entry["addresses"] or entry["search"]
        assert all(url.startswith("https://") for url in [*entry["addresses"], *entry["search"]])
