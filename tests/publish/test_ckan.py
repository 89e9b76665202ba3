"""What a CKAN portal makes of the catalog, by its own DCAT parser (ckanext-dcat, in an environment of its own)."""

import json
import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sample

from kgbuild.config import Settings
from kgbuild.publish.dataset.catalog import write_catalog
from kgbuild.publish.dataset.dumps import DumpFile, write_dumps
from kgbuild.publish.dataset.references import LICENCES

pytestmark = pytest.mark.ckan
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("build")


@pytest.fixture(scope="module")
def files(out: Path) -> list[DumpFile]:
    return write_dumps(sample.sample_store(), Settings(base_iri=sample.BASE), out)


def harvest(*catalogs: Path) -> list[list[dict[str, Any]]]:
    """Let CKAN's parser read catalogs; a tag that CKAN refuses ends the reader with an error."""
    command = [os.environ["KGBUILD_CKAN_PYTHON"], str(Path(__file__).with_name("ckan_reader.py")), *map(str, catalogs)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found: list[list[dict[str, Any]]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_the_dataset_is_read_whole_and_twice_the_same(out: Path, files: list[DumpFile]) -> None:
    settings = Settings(base_iri=sample.BASE, out=out)
    path, _ = write_catalog(sample.sample_store(), files, settings, out, DAY)
    [[dataset], again] = harvest(path, path)
    assert again == [dataset]
    extras = {extra["key"]: extra["value"] for extra in dataset["extras"]}
    assert extras["identifier"] == extras["uri"] == f"{sample.BASE}id/dataset"
    assert extras["publisher_name"] == settings.publisher
    assert extras["modified"] == "2026-11-22"
    assert dataset["title"] in (settings.title_vi, settings.title_en)
    assert dataset["notes"]
    assert len(dataset["tags"]) == 8
    assert dataset["license_id"] == "cc-by"
    assert {resource["uri"] for resource in dataset["resources"]} == {
        f"{sample.BASE}id/dataset/distribution/" + file.path.removesuffix(".gz").replace("/", "-").replace(".", "-")
        for file in files
    }
    for resource in dataset["resources"]:
        assert resource["format"]
        assert resource["mimetype"]
        assert resource["name"]
        assert resource["size"]
        assert len(resource["hash"]) == 64
        assert resource["url"].startswith(f"{sample.BASE}dumps/")


def test_every_licence_we_know_is_recognised(files: list[DumpFile], tmp_path: Path) -> None:
    catalogs = []
    for number, licence in enumerate(LICENCES):
        place = tmp_path / str(number)
        settings = Settings(base_iri=sample.BASE, out=place, license=licence)
        catalogs.append(write_catalog(sample.sample_store(), files, settings, place, DAY)[0])
    names = [dataset["license_id"] for [dataset] in harvest(*catalogs)]
    assert names == ["cc-by", "cc-by-sa", "cc-zero", "odc-by", "odc-odbl"]
