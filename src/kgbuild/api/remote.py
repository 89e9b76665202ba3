"""Ask another SPARQL endpoint, through SPARQLWrapper."""

import re
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError

from kgbuild.errors import QueryError, QueryTimeout, StoreError
from kgbuild.namespaces import PREFIXES
from kgbuild.store import GRAPH_FORMATS, ROW_FORMATS, Answer, Format, Question, find_format

if TYPE_CHECKING:
    from http.client import HTTPResponse

SECONDS = 60
LONG = 1500  # longer queries go by POST: some servers and proxies cut URLs

_DECLARED = re.compile(r"\bPREFIX\s+([^\s:]*)\s*:", re.IGNORECASE)


def declare(query: str) -> str:
    """Declare the prefixes of kgbuild that a query uses without declaring them, on its first line.

    >>> declare("ASK { ?s a org:Post }")
    'PREFIX org: <http://www.w3.org/ns/org#> ASK { ?s a org:Post }'
    """
    known = {name.lower() for name in _DECLARED.findall(query)}
    used = [name for name in PREFIXES if name not in known and re.search(rf"(?<![\w:]){name}:", query)]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in used) + query


def ask(endpoint: str, question: Question) -> Answer:
    """Ask the endpoint at a URL.

    Raises QueryError when it refuses the query, QueryTimeout when it takes too long, StoreError when it cannot be
    reached or answers something else.
    """
    from SPARQLWrapper import POST, SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

    wrapper = SPARQLWrapper(endpoint, agent="kgbuild")
    wrapper.setQuery(declare(question.query))
    wrapper.setTimeout(SECONDS)
    wrapper.setOnlyConneg(True)
    wrapper.addCustomHttpHeader("Accept", _accept(question))
    if len(question.query) > LONG:
        wrapper.setMethod(POST)
    try:
        response: HTTPResponse = wrapper.query().response
        return Answer(response.read(), _format(endpoint, response.headers.get("Content-Type", "")))
    except QueryBadFormed as error:
        raise QueryError(f"{endpoint} refuses the query: {_reason(error)}") from error
    except SPARQLWrapperException as error:
        raise StoreError(f"{endpoint}: {_reason(error)}") from error
    except TimeoutError as error:
        raise QueryTimeout(f"{endpoint} did not answer within {SECONDS} seconds") from error
    except HTTPError as error:
        raise StoreError(f"{endpoint}: HTTP {error.code} {error.reason}") from error
    except (URLError, OSError, ValueError) as error:
        raise StoreError(f"{endpoint} cannot be asked: {getattr(error, 'reason', error)}") from error


def _accept(question: Question) -> str:
    return ", ".join(to.media_type for to in (question.rows, question.graph) if to is not None) or "*/*"


def _format(endpoint: str, content_type: str) -> Format:
    name = content_type.partition(";")[0]
    found = find_format(name, (*ROW_FORMATS, *GRAPH_FORMATS))
    if found is None:
        raise StoreError(f"{endpoint}: answered {name or 'something without a type'}, not SPARQL results")
    return found


def _reason(error: Any) -> str:
    """Shorten what SPARQLWrapper says to the first lines of what the server said."""
    text = str(error).partition("Response:")[2] or str(error)
    text = text.strip().removeprefix("b'").removeprefix('b"')
    return " ".join(text.split())[:300]
