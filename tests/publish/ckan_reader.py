"""Read catalogs as a CKAN portal does, and print what it makes of them; run by a Python that has ckanext-dcat."""

import json
import sys
from pathlib import Path


def main() -> None:
    """Print, as one line of JSON, the list of datasets of each Turtle file named on the command line."""
    print(json.dumps([read(Path(name)) for name in sys.argv[1:]]))


def read(path: Path) -> list[dict[str, object]]:
    """Read the datasets of one catalog; a tag that CKAN refuses is an error."""
    from ckan.logic.validators import tag_length_validator, tag_name_validator
    from ckanext.dcat.processors import RDFParser

    parser = RDFParser(profiles=["euro_dcat_ap_3"])
    parser.parse(path.read_text(encoding="utf-8"), "turtle")
    datasets = list(parser.datasets())
    for dataset in datasets:
        for tag in dataset["tags"]:
            tag_name_validator(tag_length_validator(tag["name"], {}), {})
    return datasets


if __name__ == "__main__":
    main()
