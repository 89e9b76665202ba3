"""The errors a caller of kgbuild may meet; each message names the file or place it speaks of."""


def cause(error: BaseException) -> str:
    """Say what the system or the network says, without its number and its name for the error.

    >>> cause(FileNotFoundError(2, "No such file or directory", "a.txt"))
    'No such file or directory'
    """
    inner = getattr(error, "reason", error)
    return getattr(inner, "strerror", None) or str(inner)


class KgbuildError(Exception):
    """A broken promise: the build cannot go on. The CLI prints the message and exits 1."""


class ConfigError(KgbuildError):
    """A settings file or an option that cannot be used."""


class SourceError(KgbuildError):
    """A folder, manifest or file of sources that cannot be read at all."""


class IdentifierError(KgbuildError, ValueError):
    """A document symbol or an IRI that does not parse."""


class DataError(KgbuildError):
    """A table of knowledge or an ontology file shipped with kgbuild that breaks its own rules."""


class StoreError(KgbuildError):
    """A store that cannot be opened, loaded or written."""


class EndpointError(StoreError):
    """Another server's SPARQL endpoint that cannot be reached, or that answers something else."""


class QueryError(KgbuildError):
    """A SPARQL query that does not parse or is refused (update, SERVICE, remote data)."""


class QueryTimeout(KgbuildError):
    """A SPARQL query that was stopped at its time limit."""


class ValidationFailed(KgbuildError):
    """The graph breaks a promise of ours (a Violation of origin extraction or linking); nothing was published."""


class NotAcceptable(KgbuildError):
    """An answer asked for in no format that we can write."""


class ServiceBusy(KgbuildError):
    """A query that had to wait behind too many others; asking again later helps."""
