"""How well documents are read: the table told by the site and by the catalog is the same, and reads as it should."""

from pathlib import Path

import pytest
import sample

from kgbuild.config import resource
from kgbuild.errors import DataError
from kgbuild.model import Literal
from kgbuild.namespaces import DQV, XSD, Iri
from kgbuild.publish.dataset.accuracy import BESIDE, Figure, beside, load_figures
from kgbuild.publish.dataset.quality import describe_quality
from kgbuild.publish.templates import environment, load_strings

FIGURES = resource("data", "gold", "figures.csv")


def test_shares_of_nothing_are_whole() -> None:
    assert (Figure("x", 0, 0, 0).precision, Figure("x", 0, 0, 0).recall) == (1.0, 1.0)
    assert (Figure("x", 3, 1, 0).precision, Figure("x", 3, 1, 3).recall) == (0.75, 0.5)


def test_every_field_has_words_and_every_count_its_field() -> None:
    measured = load_figures(FIGURES)
    assert measured[0].name == "sample"
    for code in ("vi", "en"):
        strings = load_strings(code)["accuracy"]
        assert {name for m in measured for name in m.figures} == set(strings["fields"])
        assert {m.name for m in measured} <= set(strings["sets"])
    assert set(beside(measured)) == set(BESIDE)
    assert measured[-1].name == "strangers"
    assert beside(measured)["rows"] == measured[-1].figures["tasks"]


def test_a_count_of_table_and_prose_bears_no_figure_of_tables() -> None:
    assert not {"tasks", "leads", "coordinates"} & set(beside(load_figures(FIGURES)))


def test_the_catalog_states_the_same(tmp_path: Path) -> None:
    stated = list(describe_quality(sample.sample_store(), Iri(sample.BASE + "id/dataset"), sample.BASE))
    values = {subject: value for subject, prop, value in stated if prop == DQV.value}
    for measured in load_figures(FIGURES):
        for name, figure in measured.figures.items():
            node = f"{sample.BASE}id/dataset/measurement/recall-{measured.name}-{name.replace(' ', '-')}"
            assert values[Iri(node)] == Literal(f"{figure.recall:.4f}", XSD.decimal)


@pytest.mark.parametrize("code", ["vi", "en"])
@pytest.mark.parametrize(
    ("value", "vi"), [(1.0, "100"), (0.9999, "99,9"), (0.985, "98,5"), (0.5, "50"), (0.0, "0"), (0.72, "72")]
)
def test_what_is_not_all_is_never_written_as_all(code: str, value: float, vi: str) -> None:
    shown = environment().from_string("{{ value|percent }}").render(value=value, lang=code)
    assert shown == (vi if code == "vi" else vi.replace(",", ".")) + "\u00a0%"


def test_the_page_of_quality_shows_the_table_and_the_home_page_leads_to_it(site: Path) -> None:
    page = (site / "quality.en.html").read_text(encoding="utf-8")
    table = page.partition('id="accuracy"')[2].partition("</table>")[0]
    assert table.count("<tr>") == 2 + len(load_strings("en")["accuracy"]["fields"])
    home = (site / "index.html").read_text(encoding="utf-8")
    assert 'href="quality.html#accuracy"' in home
    assert home.count(" đủ ") >= len(BESIDE)


def test_an_unreadable_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("set,documents,field,right,false,missed\nsample,five,tasks,1,0,0\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"figures\.csv"):
        load_figures(path)
