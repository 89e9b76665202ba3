"""What a build says of itself: the names of what could not be read."""

from kgbuild.model import Issue
from kgbuild.namespaces import PIO, RDF
from kgbuild.provenance import describe_issues

BASE = "http://localhost:8000/"


def names(*issues: Issue) -> list[str]:
    return [
        s.subject for s in describe_issues(issues, BASE) if s.predicate == RDF.type and s.object == PIO.ReadingIssue
    ]


def test_an_issue_keeps_its_name_when_another_joins() -> None:
    late, early = Issue("b.txt", "encoding", "not UTF-8"), Issue("a.txt", "encoding", "not UTF-8")
    assert set(names(late)) < set(names(late, early))


def test_issues_of_one_rule_at_two_places_are_two() -> None:
    assert (
        len(set(names(Issue("a.txt", "cell", "odd", start=1, end=2), Issue("a.txt", "cell", "odd", start=5, end=6))))
        == 2
    )
