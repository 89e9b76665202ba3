"""The Reconciliation API: manifest, batches by GET and POST, suggestions, and what is wrong with a request."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

BASE = "https://w3id.org/vnpolicy/"
QUERIES = {"q0": {"query": "Sở Nội vụ Hà Nội", "type": "http://www.w3.org/ns/org#Organization"}, "q1": {"query": "?"}}


def test_the_manifest_says_how_to_ask(client: TestClient) -> None:
    manifest = client.get("/reconcile").json()
    assert "0.2" in manifest["versions"]
    assert manifest["identifierSpace"] == f"{BASE}id/"
    assert manifest["view"]["url"] == f"{BASE}id/{{{{id}}}}"
    assert {"id", "name"} == set(manifest["defaultTypes"][0])


def test_a_batch_by_get_and_by_post_is_the_same(client: TestClient) -> None:
    batch = json.dumps(QUERIES)
    answers = [
        client.get("/reconcile", params={"queries": batch}),
        client.post("/reconcile", data={"queries": batch}),
    ]
    assert answers[0].json() == answers[1].json()
    for answer in answers:
        assert answer.headers["access-control-allow-origin"] == "*"
        found = answer.json()
        assert set(found) == {"q0", "q1"}
        assert found["q1"] == {"result": []}
        [best, *_] = found["q0"]["result"]
        assert (best["id"], best["match"]) == ("agent/ha-noi/so-noi-vu", True)
        assert set(best) == {"id", "name", "type", "score", "match"}
        assert best["name"] == "Sở Nội vụ thành phố Hà Nội"


def test_limit_and_types(client: TestClient) -> None:
    def ask(**query: Any) -> list[Any]:
        answer = client.get("/reconcile", params={"queries": json.dumps({"q": {"query": "Hà Nội", **query}})})
        assert answer.status_code == 200
        result: list[Any] = answer.json()["q"]["result"]
        return result

    assert len(ask()) > 1
    assert len(ask(limit=1)) == 1
    assert ask(type=["PolicyDocument", "Organization"]) == ask(type=["Organization", "PolicyDocument"])
    assert {row["type"][0]["id"].rpartition("#")[2] for row in ask(type="Organization")} == {"Organization"}
    for odd in ({"limit": -1}, {"limit": "x"}, {"type": []}, {"type": None}, {"properties": [{"pid": "x", "v": 1}]}):
        assert ask(**odd) == ask()


def test_suggestions(client: TestClient) -> None:
    found = client.get("/reconcile/suggest/entity", params={"prefix": "nội vụ"}).json()["result"]
    assert found[0]["id"] == "agent/ha-noi/so-noi-vu"
    assert client.get("/reconcile/suggest/entity").json() == {"result": []}


@pytest.mark.parametrize("text", ["", "nonsense", "[]", '{"q0": 1}', '{"q0": {}}', '{"q0": {"query": 1}}'])
def test_a_batch_that_is_none_is_explained(client: TestClient, text: str) -> None:
    answer = client.get("/reconcile", params={"queries": text})
    assert answer.status_code == 400
    assert "queries" in answer.json()["detail"]


def test_too_much_is_refused(client: TestClient) -> None:
    many = json.dumps({f"q{n}": {"query": "a"} for n in range(501)})
    assert client.post("/reconcile", data={"queries": many}).status_code == 413
    assert client.post("/reconcile", data={"queries": "x" * 1_100_000}).status_code == 413
    assert client.post("/reconcile", content=b"{}", headers={"Content-Type": "application/json"}).status_code == 415
