"""Gzip for who accepts it: the same bytes once unpacked, an ETag per coding, and parts of files as they lie."""

import gzip
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from kgbuild.api import create_app
from kgbuild.api.compression import accepts_gzip
from kgbuild.config import Settings
from kgbuild.store import Store

PAGE = "<!doctype html><title>Kế hoạch</title>" + "<p>Sở Khoa học và Công nghệ chủ trì.</p>" * 9000
MANY = {"query": "SELECT * WHERE { ?s ?p ?o }"}
PLAIN, PACKED = {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip"}


@pytest.fixture(scope="module")
def client(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("build")
    (folder / "dumps").mkdir()
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "short.html").write_text("<!doctype html>", encoding="utf-8")
    (folder / "dumps" / "kgbuild.nq.gz").write_bytes(gzip.compress(PAGE.encode()))
    app = create_app(small, Settings(), folder, folder / "dumps")
    with TestClient(app, follow_redirects=False) as found:
        yield found


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("gzip", True),
        ("br;q=1.0, GZIP; q=0.5", True),
        ("x-gzip", True),
        ("*", True),
        ("identity;q=0, *;q=0.1", True),
        ("", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("gzip;q=0.000, *", False),
        ("*;q=0", False),
        ("br, deflate", False),
        ("gzipped", False),
    ],
)
def test_gzip_is_for_who_accepts_it(header: str, accepted: bool) -> None:
    assert accepts_gzip(header) is accepted


@pytest.mark.parametrize(("path", "params"), [("/page.html", {}), ("/sparql", MANY)])
def test_what_is_packed_is_the_same_under_an_etag_of_its_own(client: TestClient, path: str, params: dict) -> None:
    plain, packed = (client.get(path, params=params, headers=headers) for headers in (PLAIN, PACKED))
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert packed.num_bytes_downloaded < len(plain.content) / 4
    assert packed.headers["etag"] == plain.headers["etag"][:-1] + '-gzip"'
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer.headers["vary"]
        assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(("path", "params"), [("/page.html", {}), ("/sparql", MANY)])
def test_either_etag_saves_the_way(client: TestClient, path: str, params: dict) -> None:
    for headers in (PLAIN, PACKED):
        etag = client.get(path, params=params, headers=headers).headers["etag"]
        again = client.get(path, params=params, headers={**headers, "If-None-Match": f'"other", {etag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
        assert "Accept-Encoding" in again.headers["vary"]
        assert "content-encoding" not in again.headers
    late = client.get(path, params=params, headers={**PLAIN, "If-None-Match": etag})
    assert late.status_code == 200, "who no longer takes gzip has nothing that is current"


def test_head_tells_what_get_would_give(client: TestClient) -> None:
    get, head = client.get("/page.html", headers=PACKED), client.head("/page.html", headers=PACKED)
    assert head.content == b""
    for name in ("etag", "content-encoding", "content-type", "vary"):
        assert head.headers[name] == get.headers[name]
    assert client.head("/page.html", headers=PLAIN).headers["content-length"] == str(len(PAGE.encode()))


def test_parts_dumps_and_short_answers_go_as_they_lie(client: TestClient) -> None:
    part = client.get("/page.html", headers={**PACKED, "Range": "bytes=0-99"})
    assert (part.status_code, part.content) == (206, PAGE.encode()[:100])
    assert part.headers["content-range"] == f"bytes 0-99/{len(PAGE.encode())}"
    dump = client.get("/dumps/kgbuild.nq.gz", headers=PACKED)
    assert "content-encoding" not in dump.headers, "the checksum is that of the file"
    assert gzip.decompress(dump.content) == PAGE.encode()
    assert "vary" not in dump.headers
    short = client.get("/short.html", headers=PACKED)
    assert "content-encoding" not in short.headers
    assert short.headers["content-length"] == "15"


def test_a_download_that_goes_on_after_a_packed_one_begins_anew(client: TestClient) -> None:
    etag = client.get("/page.html", headers=PACKED).headers["etag"]
    going_on = client.get("/page.html", headers={"Range": "bytes=100-", "If-Range": etag})
    assert (going_on.status_code, going_on.content) == (200, PAGE.encode())
