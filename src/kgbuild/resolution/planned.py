"""Documents that tasks are to produce: each gets a node of its own, by area, organ, form and what is said of it."""

from dataclasses import replace

from kgbuild.identifiers import DocumentKey
from kgbuild.language import slug
from kgbuild.model.entities import AgentRef, DocumentRef
from kgbuild.model.linked import PlannedDocument
from kgbuild.model.mentions import PlannedMention, TaskMention
from kgbuild.model.text import Text
from kgbuild.resolution.context import CENTRAL, Context
from kgbuild.resolution.documents import DocumentLinker


def plan_documents(
    text: Text, tasks: tuple[TaskMention, ...], documents: DocumentLinker, context: Context
) -> dict[tuple[int, int], PlannedDocument]:
    """Resolve the documents that the tasks of a document of *context* are to produce, by the place of their words."""
    planned = {}
    for task in tasks:
        for mention in task.yields:
            issuer = None
            if mention.issuer is not None:
                issuer = documents.agents.resolve(mention.issuer, context, text.words(mention.issuer.span))
            ref = _ref(text, task, mention, issuer, documents, context)
            planned[mention.span.start, mention.span.end] = PlannedDocument(
                ref, issuer, text.words(mention.title) if mention.title else ""
            )
    return planned


def _ref(
    text: Text,
    task: TaskMention,
    mention: PlannedMention,
    issuer: AgentRef | None,
    documents: DocumentLinker,
    context: Context,
) -> DocumentRef:
    """Make the reference: by its own title, else by its words and the task that is to produce it."""
    record = documents.knowledge.agencies.get(issuer.record) if issuer else None
    words = text.words(mention.span)
    said = words if mention.title else f"{words}: {text.words(task.title)}"
    area = (issuer.area if issuer else context.area) or context.nowhere
    organ = record.symbol if record and record.symbol else issuer.path.rsplit("/", 1)[-1] if issuer else ""
    ref = documents.unnumbered(
        area if record is None or record.scope != "central" else CENTRAL, organ, mention.form, said
    )
    if mention.title and mention.form in documents.laws:  # as a citation of the draft by its name
        key = DocumentKey(CENTRAL, "qh", mention.form, "nd", slug(words)[:80].strip("-"))
        ref = DocumentRef(key.path, mention.form, key=key)
    name = " ".join(said.split()[:40])
    return replace(
        ref, name=name, party=bool(record and record.type == "PartyOrgan"), resolution="inferred", draft=True
    )
