"""The example queries that ship with kgbuild, each with its question in the reader's language and its parameters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kgbuild.config import resource
from kgbuild.errors import QueryError

_VALUES = re.compile(r"(?P<before>VALUES \?(?P<name>\w+) \{ )(?P<term>\"[^\"]*\"|[^\s}]+)(?P<after> \})")
_IRI = re.compile(r"<[^<>\"{}|^`\\\s]+>")
_CODE = re.compile(r"\w(?:[\w.-]*\w)?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be asked for instead: the variable, its meaning in words, the term it has as it stands."""

    name: str
    meaning: str
    default: str


@dataclass(frozen=True, slots=True)
class Example:
    """A query with its title, its explanation and its parameters.

    *here* names how other values are chosen where nothing has those it ships with; *fitted* are those then taken.
    """

    name: str
    title: str
    note: str
    query: str
    parameters: tuple[Parameter, ...] = ()
    here: str = ""
    fitted: tuple[tuple[str, str], ...] = ()


def read_examples(language: str) -> list[Example]:
    """Read `site/queries/examples/*.rq` in their order.

    Leading comment lines carry the words: `# title@vi: …`, `# note@en: …`, `# parameter@vi: area – …`; without them
    the file's name serves. The value of a parameter stands in the query: `VALUES ?area { area:ha-noi }`; how to
    choose another where nothing has it, `# here: theme` names (see `defaults`).
    """
    folder = resource("site", "queries", "examples")
    return [_read(path.stem, path.read_text(encoding="utf-8"), language) for path in sorted(folder.glob("*.rq"))]


def find_example(wanted: str) -> Example:
    """Find an example by number, by name, or by its file's name. Raises QueryError that lists those there are."""
    examples = read_examples("en")
    name = wanted.removesuffix(".rq")
    number = name.zfill(2) + "-" if name.isdigit() else None
    for example in examples:
        short = example.name.partition("-")[2]
        if name in (example.name, short) or (number and example.name.startswith(number)):
            return example
    known = ", ".join(example.name for example in examples)
    raise QueryError(f"there is no example {wanted!r}; there are: {known or 'none'}")


def fill(example: Example, values: Mapping[str, str]) -> str:
    """Write the query of *example* with other *values* for its parameters; a code may be given without its prefix.

    Raises QueryError for a parameter that the example lacks, or a value that is not of its kind.

    >>> area = Parameter("area", "", "area:ha-noi")
    >>> fill(Example("03", "", "", "VALUES ?area { area:ha-noi }", (area,)), {"area": "gia-lai"})
    'VALUES ?area { area:gia-lai }'
    """
    known = {parameter.name: parameter for parameter in example.parameters}
    for name in values:
        if name not in known:
            raise QueryError(f"example {example.name} has no parameter {name!r}; it has: {', '.join(known) or 'none'}")

    def written(match: re.Match[str]) -> str:
        name = match["name"]
        term = _term(known[name], values[name]) if name in values else match["term"]
        return match["before"] + term + match["after"]

    return _VALUES.sub(written, example.query)


def _term(parameter: Parameter, value: str) -> str:
    """Write a value as a term of the kind that the parameter's default is of."""
    default = parameter.default
    if default.startswith('"'):
        inner = value[1:-1] if value[:1] == value[-1:] == '"' and len(value) > 1 else value
        escaped = inner.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
        return f'"{escaped}"'
    if default.lstrip("-").isdigit():
        if value.lstrip("-").isdecimal() and value.isascii():
            return value
        raise QueryError(f"{parameter.name}={value}: a whole number is wanted, such as {default}")
    prefix = default.partition(":")[0] + ":"
    code = value.removeprefix(prefix)
    if _IRI.fullmatch(value):
        return value
    if _CODE.fullmatch(code):
        return prefix + code
    raise QueryError(f"{parameter.name}={value}: a code is wanted, such as {default}, or an IRI in < >")


def _read(name: str, text: str, language: str) -> Example:
    words: dict[str, str] = {}
    meanings: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        key, colon, value = line.lstrip("# ").partition(":")
        if key.strip() == f"parameter@{language}":
            variable, _, meaning = value.partition("–")
            meanings[variable.strip()] = meaning.strip()
        elif colon:
            words[key.strip()] = value.strip()
    parameters = tuple(
        Parameter(match["name"], meanings[match["name"]], match["term"])
        for match in _VALUES.finditer(text)
        if match["name"] in meanings
    )
    title, note = words.get(f"title@{language}", name), words.get(f"note@{language}", "")
    return Example(name, title, note, text, parameters, words.get("here", ""))
