"""Other people's RDF parsers, each as a function that counts what it reads in a file; none is told what to find."""

import os
import re
import subprocess
import zipfile
from pathlib import Path

import pyoxigraph as ox
import rdflib

JARS = Path("/usr/share/java")
# Debian's Jena comes without a class path; other bindings of slf4j would quarrel with this one.
NEEDED = (
    "slf4j-api slf4j-simple commons-cli commons-codec commons-compress commons-csv commons-io commons-lang3 thrift "
    "protobuf jsonld-java gson guava failureaccess httpclient httpclient-cache httpcore jackson-annotations "
    "jackson-core jackson-databind xercesImpl xml-apis dexx.collection jakarta.json-api titanium-json-ld caffeine"
)
RAPPER = {"nq": "nquads", "nt": "ntriples", "ttl": "turtle", "trig": "trig", "rdf": "rdfxml"}
N3 = {"nq": "application/n-quads", "nt": "application/n-triples", "ttl": "text/turtle", "trig": "application/trig"}
RDFLIB = {"nq": "nquads", "nt": "nt", "ttl": "turtle", "trig": "trig", "rdf": "xml", "jsonld": "json-ld"}
OXIGRAPH = {
    "nq": ox.RdfFormat.N_QUADS,
    "nt": ox.RdfFormat.N_TRIPLES,
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
COUNT_N3 = """
const {StreamParser} = require('n3'), fs = require('fs');
const [file, format] = process.argv.slice(1);
let n = 0;
fs.createReadStream(file).on('error', fail).pipe(new StreamParser({format}))
  .on('data', () => n++).on('error', fail).on('end', () => console.log(n));
function fail(error) { console.error(error.message); process.exit(1); }
"""


def suffix(path: Path) -> str:
    """The suffix that tells the format."""
    return path.suffix[1:]


def count_rdflib(path: Path) -> int:
    """Count with rdflib."""
    dataset = rdflib.Dataset()
    dataset.parse(path, format=RDFLIB[suffix(path)])
    return sum(1 for _ in dataset.quads())


def count_pyoxigraph(path: Path) -> int:
    """Count with pyoxigraph."""
    return len(set(ox.parse(path=path, format=OXIGRAPH[suffix(path)])))


def count_rapper(path: Path) -> int:
    """Count with Raptor; a warning is an error."""
    done = run("rapper", "-c", "-i", RAPPER[suffix(path)], str(path))
    assert not re.search(r"warning|error", done, re.IGNORECASE), done
    return number(r"returned (\d+) triple", done)


def count_n3(path: Path) -> int:
    """Count with N3.js."""
    modules = {**os.environ, "NODE_PATH": os.environ["KGBUILD_NODE_MODULES"]}
    return int(run("node", "-e", COUNT_N3, str(path), N3[suffix(path)], env=modules))


def count_jena(paths: list[Path], unpacked: Path) -> dict[str, int]:
    """Validate and count files with Jena's riot, by suffix; a warning is an error."""
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:  # Debian's Jena looks for its messages at another place
        for name in jar.namelist():
            if name.startswith("org/apache/jena/ext/xerces/impl/") and name.endswith(".properties"):
                target = unpacked / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    jars = [jar for jar in sorted(JARS.glob("jena-*.jar")) if not re.search(r"-\d[\d.]*$", jar.stem)]
    jars += [JARS / f"{name}.jar" for name in NEEDED.split()]
    riot = ("java", "-cp", ":".join(map(str, [unpacked, *jars])), "riotcmd.riot", "--strict", "--check", "--count")
    counts = {}
    # its reader of JSON-LD 1.1 wants a library that Debian lacks
    for options, chosen in (
        ((), [path for path in paths if suffix(path) != "jsonld"]),
        (("--syntax=jsonld10",), [path for path in paths if suffix(path) == "jsonld"]),
    ):
        told = run(*riot, *options, *map(str, chosen))
        assert not re.search(r"WARN|ERROR", told), told
        for path in chosen:
            counts[suffix(path)] = number(rf"{re.escape(path.name)} : (?:Quads|Triples) = ([\d,]+)", told)
    return counts


def run(*command: str, env: dict[str, str] | None = None) -> str:
    """Run a command and give all it printed."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def number(pattern: str, text: str) -> int:
    """Find a number in what a command printed."""
    match = re.search(pattern, text)
    assert match is not None, text
    return int(match[1].replace(",", ""))
