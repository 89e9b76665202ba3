"""The pages of the vocabulary: every term of the ontology, every code, every rule, each with its place."""

from pathlib import Path

import pytest

from kgbuild.config import resource
from kgbuild.namespaces import CODE, PIO
from kgbuild.publish.pages.rules import list_rules
from kgbuild.publish.pages.vocabulary import code_lists, read_code_list, read_vocabulary
from kgbuild.publish.views import Reader
from kgbuild.validation import load_shapes


def test_every_term_of_the_ontology_has_names_and_definitions_in_both_languages(readers: dict[str, Reader]) -> None:
    it = read_vocabulary(readers["en"])
    assert len(it.classes) > 40
    assert len(it.properties) > 100
    for term in (*it.classes, *it.properties):
        assert [text.lang for text in term.labels] == ["en", "vi"], term.name
        assert [text.lang for text in term.definitions] == ["en", "vi"], term.name
        assert term.name == f"pio:{term.local}"


def test_uses_are_counted_in_the_data(readers: dict[str, Reader]) -> None:
    it = read_vocabulary(readers["vi"])
    uses = {term.local: term.uses for term in (*it.classes, *it.properties)}
    assert uses["Task"] == len(readers["vi"].index.instances(PIO.Task))
    assert uses["hasAssignment"] == 8
    assert uses["Fund"] == 0
    task = next(term for term in it.classes if term.local == "Task")
    assert len(task.samples) == 3
    assert all(link.path and link.text for link in task.samples)


def test_a_code_list_shows_its_codes_and_how_often_they_are_used(readers: dict[str, Reader]) -> None:
    it = read_code_list(readers["en"], CODE["role"])
    lead = next(term for term in it.concepts if term.local == "lead")
    assert (lead.name, lead.uses, lead.labels[0].value) == ("code:role/lead", 3, "lead")
    assert len(code_lists(readers["en"].index)) == len(list(resource("ontology", "codelists").glob("*.ttl")))


def test_terms_codes_and_rules_lead_to_their_place(readers: dict[str, Reader], site: Path) -> None:
    for iri, path in (
        (PIO.leads, "ontology.en.html#term-leads"),
        (CODE["role/lead"], "ontology/code/role.en.html#lead"),
        (CODE["role"], "ontology/code/role.en.html"),
        ("https://w3id.org/pio/shapes#NotHeld", "shapes.en.html#NotHeld"),
    ):
        assert readers["en"].path(iri) == path
    assert (site / "ontology" / "codelists" / "role.ttl").is_file()
    assert (site / "ontology" / "shapes" / "task.ttl").is_file()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_rule_is_told_in_words(readers: dict[str, Reader], language: str) -> None:
    rules = list_rules(readers[language])
    assert len(rules) == len(load_shapes(resource("shapes")))
    for rule in rules:
        assert rule.message.lang == language
        assert "{" not in rule.message.text
    assert {rule.anchor: rule.findings for rule in rules if rule.findings} == {"LeadIsCoordinator": 1}
