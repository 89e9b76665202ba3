"""The settings of one run, frozen and handed down, and the one function that finds the files shipped with kgbuild."""

import os
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from kgbuild.errors import ConfigError

SETTINGS_FILE = "kgbuild.toml"


class Settings(BaseSettings):
    """What one run is told: from `kgbuild.toml`, then KGBUILD_* in the environment, then the command line.

    `base_iri` is the IRI under which `id/` and `graph/` hang (it ends in a slash); `workers` is how many processes read
    and write at once, as many as there are processors where nothing is said; `size_limit` and
    `query_memory` are in bytes, `query_timeout` is in seconds. `reference` lets pySHACL check each build as well.
    `corrections` is where a reader reports a wrong fact: a
    mailto: or web address, where needed with `{subject}` and `{body}` in it; `contact` where it is empty.
    """

    model_config = SettingsConfigDict(env_prefix="KGBUILD_", frozen=True, extra="forbid")

    base_iri: str = "http://localhost:8000/"
    out: Path = Path("build")
    workers: int = Field(default_factory=lambda: min(os.cpu_count() or 1, 8), ge=1)
    size_limit: int = 20_000_000
    include_internal: bool = False
    reference: bool = False
    query_timeout: float = 30.0
    query_memory: int = 2_000_000_000
    row_limit: int = 100_000
    title_vi: str = "Đồ thị tri thức về thực thi chính sách"
    title_en: str = "Policy implementation knowledge graph"
    publisher: str = "kgbuild"
    contact: str = "https://w3id.org/vnpolicy/"
    corrections: str = ""
    license: str = "https://creativecommons.org/licenses/by/4.0/"

    @field_validator("corrections")
    @classmethod
    def _can_be_followed(cls, value: str) -> str:
        if value and not value.startswith(("mailto:", "http://", "https://")):
            raise ValueError("a mailto: or http(s) address is needed")
        return value

    @field_validator("base_iri")
    @classmethod
    def _ends_in_slash(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")) or any(c in value for c in ' <>"{}|\\^`#?'):
            raise ValueError("an absolute http(s) IRI without query or fragment is needed")
        return value if value.endswith("/") else value + "/"


def load_settings(folder: Path | None = None, **overrides: Any) -> Settings:
    """Read `kgbuild.toml` of *folder* (the working directory by default); *overrides* that are not None win.

    Raises ConfigError when the file is not TOML or a setting is unknown or unusable; it names the file, variable or
    option that holds it.
    """
    path = (folder or Path.cwd()) / SETTINGS_FILE
    values: dict[str, Any] = {}
    if path.is_file():
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise ConfigError(f"{path}: cannot be read as TOML: {error}") from error
    given = {key: value for key, value in overrides.items() if value is not None}
    try:
        environment = Settings()
        merged = {**values, **{name: getattr(environment, name) for name in environment.model_fields_set}, **given}
        return Settings(**merged)
    except ValidationError as error:
        raise ConfigError(_tell(error, path, values, given)) from error


def _tell(error: ValidationError, path: Path, values: dict[str, Any], given: dict[str, Any]) -> str:
    """Name the place that set what cannot be used, the setting, and what is wrong with it."""
    first = error.errors()[0]
    name = str(first["loc"][0])
    place = "settings"
    if name in given:
        place = "--" + name.replace("_", "-")
    elif f"KGBUILD_{name.upper()}" in {key.upper() for key in os.environ}:
        place = f"KGBUILD_{name.upper()}"
    elif name in values:
        place = f"{path}: {name}"
    if first["type"] == "extra_forbidden":
        return f"{place}: there is no such setting; there are {', '.join(sorted(Settings.model_fields))}"
    return f"{place}: {first['msg'].removeprefix('Value error, ')}"


def resource(*parts: str) -> Path:
    """Find a file or folder shipped with kgbuild: inside the wheel, else at the root of the repository.

    >>> resource("ontology").name
    'ontology'
    """
    package = Path(str(resources.files("kgbuild")))
    bundled = package / "_bundled"
    root = bundled if bundled.is_dir() else package.parent.parent
    return root.joinpath(*parts)
