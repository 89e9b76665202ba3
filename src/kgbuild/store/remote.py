"""Ask another SPARQL endpoint, through SPARQLWrapper."""

import math
import re
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError

from kgbuild.errors import EndpointError, QueryError, QueryTimeout, cause
from kgbuild.namespaces import PREFIXES
from kgbuild.store.answers import Answer, Question
from kgbuild.store.formats import GRAPH_FORMATS, ROW_FORMATS, Format, find_format

if TYPE_CHECKING:
    from http.client import HTTPResponse

SECONDS = 60
LONG = 1500  # longer queries go by POST: some servers and proxies cut URLs

CUT = "X-SPARQL-MaxRows"  # Virtuoso sends it with an answer that it has cut at so many rows

_DECLARED = re.compile(r"\bPREFIX\s+([^\s:]*)\s*:", re.IGNORECASE)


def declare(query: str) -> str:
    """Declare the prefixes of kgbuild that a query uses without declaring them, on its first line.

    >>> declare("ASK { ?s a org:Post }")
    'PREFIX org: <http://www.w3.org/ns/org#> ASK { ?s a org:Post }'
    """
    known = {name.lower() for name in _DECLARED.findall(query)}
    used = [name for name in PREFIXES if name not in known and re.search(rf"(?<![\w:]){name}:", query)]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in used) + query


def ask(endpoint: str, question: Question, seconds: float = SECONDS) -> Answer:
    """Ask the endpoint at a URL; `limit` and `base_iri` of the question are not told to it.

    The answer is in the best of the formats asked for that the server has, and `truncated` where Virtuoso says that
    it has cut it. Raises QueryError when it refuses the query, QueryTimeout when it takes too long, EndpointError
    when it cannot be reached or answers something else.
    """
    from SPARQLWrapper import POST, SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

    wrapper = SPARQLWrapper(endpoint, agent="kgbuild")
    wrapper.setQuery(declare(question.query))
    wrapper.setTimeout(max(1, math.ceil(seconds)))
    wrapper.setOnlyConneg(True)
    wrapper.addCustomHttpHeader("Accept", _accept(question))
    for graph in question.default_graphs:
        wrapper.addParameter("default-graph-uri", graph)
    for graph in question.named_graphs:
        wrapper.addParameter("named-graph-uri", graph)
    if len(question.query) > LONG:
        wrapper.setMethod(POST)
    try:
        response: HTTPResponse = wrapper.query().response
        to = _format(endpoint, response.headers.get("Content-Type", ""))
        return Answer(response.read(), to, truncated=CUT in response.headers)
    except QueryBadFormed as error:
        raise QueryError(f"{endpoint} refuses the query: {_reason(error)}") from error
    except SPARQLWrapperException as error:
        raise EndpointError(f"{endpoint}: {_reason(error)}") from error
    except TimeoutError as error:
        raise QueryTimeout(f"{endpoint} did not answer within {seconds:g} seconds") from error
    except HTTPError as error:
        raise EndpointError(f"{endpoint}: HTTP {error.code} {error.reason}") from error
    except (URLError, OSError, ValueError) as error:
        raise EndpointError(f"{endpoint} cannot be asked: {cause(error)}") from error


def _accept(question: Question) -> str:
    return ", ".join(to.media_type for to in (question.rows, question.graph) if to is not None) or "*/*"


def _format(endpoint: str, content_type: str) -> Format:
    name = content_type.partition(";")[0]
    found = find_format(name, (*ROW_FORMATS, *GRAPH_FORMATS))
    if found is None:
        raise EndpointError(f"{endpoint}: answered {name or 'something without a type'}, not SPARQL results")
    return found


def _reason(error: Any) -> str:
    """Shorten what SPARQLWrapper says to the first lines of what the server said."""
    text = str(error).partition("Response:")[2] or str(error)
    text = text.strip().removeprefix("b'").removeprefix('b"')
    return " ".join(text.split())[:300]
