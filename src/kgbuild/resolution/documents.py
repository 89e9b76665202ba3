"""Documents: one node per document, by issuer, form, number and date, known ones by the authority."""

import re
from collections.abc import Collection
from dataclasses import replace

from kgbuild.identifiers import DocumentKey, DocumentSymbol, joint_segment, number_segment, organ_segment, short_hash
from kgbuild.language import fold, slug
from kgbuild.model.entities import DocumentRef
from kgbuild.model.knowledge import IssuerCode, Knowledge, KnownDocument
from kgbuild.model.mentions import CitationMention
from kgbuild.resolution.agents import AgentLinker
from kgbuild.resolution.areas import area_at
from kgbuild.resolution.congresses import congress_resolution
from kgbuild.resolution.context import CENTRAL, Context
from kgbuild.resolution.document_names import YEAR_BEHIND, described_key, drop_term, is_national, name_key, symbol_key
from kgbuild.resolution.in_force import in_force
from kgbuild.resolution.narrowing import narrowed
from kgbuild.resolution.said_elsewhere import SaidElsewhere, family


def register(form: str, symbol: DocumentSymbol, laws: Collection[str]) -> str:
    """Name the register that counts a document: normative ones have one of their own, *laws* have no other."""
    return f"{form}-qppl" if symbol.normative and not symbol.party and form not in laws else form


_REVISED = " sửa đổi"
CONGRESS, SAID, SAID_DAY = "congress", "said-number", "said-day"  # rules of mentions whose number the linker writes


class DocumentLinker:
    """Resolves citations and captured documents to keys."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.agents = AgentLinker(knowledge)
        self.laws = knowledge.forms("law")
        self.joint = knowledge.forms("joint")
        self.circulars = {
            s for row in knowledge.types.values() if row.rdf_class == "Circular" and row.normative for s in row.symbols
        }
        self.by_symbol: dict[str, list[KnownDocument]] = {}
        self.by_name: dict[str, list[KnownDocument]] = {}
        for document in knowledge.documents:
            if document.symbol:
                self.by_symbol.setdefault(symbol_key(document.symbol), []).append(document)
            for name in (document.title, *document.aliases):
                rows = self.by_name.setdefault(name_key(name), [])
                if document not in rows:
                    rows.append(document)
        self.codes: dict[str, IssuerCode] = {}
        for code in knowledge.codes.values():
            for spelling in (code.code, *code.variants):
                self.codes.setdefault(spelling.upper().replace(".", ""), code)

    def code_of(self, symbol: DocumentSymbol) -> IssuerCode | None:
        """Look up the organ code of a symbol; None where no table lists it."""
        return self.codes.get(symbol.organ.upper().replace(".", ""))

    def area_of(self, symbol: DocumentSymbol, said: str, context: Context, date: str = "") -> tuple[str, str]:
        """Tell the area of a symbol and how that is known: central codes need no place, the others do.

        The place said with the number wins, then the citing document's own (inferred); else none (unresolved). Of a
        province's two lives that counts in which the document was issued: its own *date*, else the citing one's.
        """
        day = date or (f"{symbol.year}-01-01" if symbol.year else "") or context.date
        code = self.code_of(symbol)
        if code and code.level == "central":
            return CENTRAL, "exact"
        if said == CENTRAL and (code is None or code.level != "province" or code.code != symbol.organ):
            return CENTRAL, "exact"  # a ministry may leave out the letter that tells it from a department
        if said and said != CENTRAL:
            return area_at(self.knowledge, said, day), "exact"
        if code is None and symbol.organ.upper().endswith("TW") and len(symbol.organ) > len("TW"):
            return CENTRAL, "inferred"  # "LNTPTW": all codes that end in "trung ương" are of the centre
        if context.locality and code is not None and code.level == "any":
            return "", "unresolved"
        if code is None and symbol.year and symbol.form in self.circulars:
            return CENTRAL, "inferred"  # only ministries issue circulars: "03/2008/TT-BKH", a code not listed
        if context.area and context.area != CENTRAL:
            return area_at(self.knowledge, context.area, day), "inferred"
        own = context.document.split("/")[2:4] == [CENTRAL, organ_segment("-".join(symbol.organs))]
        if own or (code is None and re.match(r"B[A-ZĐ]{2,}", symbol.organ)):
            return CENTRAL, "inferred"
        return "", "unresolved"

    def captured(self, symbol: DocumentSymbol, form: str, area: str, date: str, nowhere: str = "nd") -> DocumentRef:
        """Make the reference of a document that a source contains; *nowhere* stands for an area not known."""
        known = self._known(symbol, form, area or CENTRAL, date)
        key = DocumentKey.parse("id/doc/" + known.path) if known else self._key(symbol, form, area or nowhere, date)
        return self._of_key(key, form, symbol, known, "exact")

    def unnumbered(self, area: str, organ: str, form: str, title: str, date: str = "") -> DocumentRef:
        """Make the reference of a captured document whose number is not printed: by area, organ, form and title."""
        number = "nn-" + short_hash(area, organ, form, title)
        key = DocumentKey(area or "nd", organ_segment(organ) or "nd", form, date[:4] or "nd", number)
        return DocumentRef(key.path, form, key=key, date=date)

    def cited(
        self, mention: CitationMention, context: Context, said_area: str, elsewhere: SaidElsewhere
    ) -> DocumentRef:
        """Find the document that a citation names, in the light of the citing document's place and date."""
        if mention.rule == CONGRESS and (found := congress_resolution(mention, context, self.knowledge)):
            return found
        if mention.symbol is not None and not mention.name.startswith("\0"):
            return self._numbered(mention, mention.symbol, context, said_area, elsewhere)
        return self._named(mention, context, elsewhere)

    def _numbered(
        self,
        mention: CitationMention,
        symbol: DocumentSymbol,
        context: Context,
        said_area: str,
        elsewhere: SaidElsewhere,
    ) -> DocumentRef:
        date = mention.date or elsewhere.date_of(symbol, mention.form)
        said_area = said_area or elsewhere.area_of(symbol, mention.form, date)
        area, how = self.area_of(symbol, said_area, context, date)
        how = "inferred" if mention.rule == SAID and how == "exact" else how
        if date:
            known = self._known(symbol, mention.form, area, date)
        else:
            known = self._undated(mention, symbol, area, context.date, elsewhere)
        if known:
            key = DocumentKey.parse("id/doc/" + known.path)
            return self._of_key(key, known.type, symbol, known, how if how != "unresolved" else "alias")
        if not area:
            key = self._key(symbol, mention.form, context.nowhere, date)
            return self._of_key(key, mention.form, symbol, None, "unresolved")
        return self._of_key(self._key(symbol, mention.form, area, date), mention.form, symbol, None, how)

    def _key(self, symbol: DocumentSymbol, form: str, area: str, date: str) -> DocumentKey:
        organ = organ_segment(symbol.organ)
        if form == "cong-van" and symbol.form != "CV":  # of a letter all groups: "12/CT-CS" is the Cục Thuế's
            organ = organ_segment("-".join((*filter(None, [symbol.form]), *symbol.organs)))
        elif form in self.joint:
            organ = joint_segment(symbol.organs)
        return DocumentKey(
            area,
            organ,
            register(form, symbol, self.laws) or "van-ban",
            symbol.year or date[:4] or "nd",
            number_segment(symbol.number),
        )

    def _of_key(
        self, key: DocumentKey, form: str, symbol: DocumentSymbol, known: KnownDocument | None, how: str
    ) -> DocumentRef:
        confidence = {"exact": 0.95, "alias": 0.9, "inferred": 0.8}.get(how, 0.4)
        return DocumentRef(
            key.path,
            form,
            str(symbol),
            symbol.number,
            key,
            title=known.title if known else "",
            date=known.date if known else "",
            issuer=known.issuer if known else "",
            resolution=how,
            confidence=confidence if key.year != "nd" else min(confidence, 0.7),
            party=symbol.party,
        )

    def _known(self, symbol: DocumentSymbol, form: str, area: str, date: str) -> KnownDocument | None:
        """Find the one known document of a number and a day, else of the day's year: a wrong day is a slip."""
        rows = self._of_number(symbol, form, area)
        rows = [row for row in rows if not date or date[:4] == (row.date or row.path.split("/")[3])[:4]]
        rows = [row for row in rows if row.date == date] or rows
        return rows[0] if len(rows) == 1 else None

    def _undated(
        self, mention: CitationMention, symbol: DocumentSymbol, area: str, day: str, elsewhere: SaidElsewhere
    ) -> KnownDocument | None:
        """Find the one known document that a number without its day can mean on *day*, by what is said with it."""
        rows = [row for row in self._of_number(symbol, mention.form, area) if not day or row.date <= day]
        rows = narrowed(rows, mention, elsewhere.topics_of(mention), self.knowledge.terms)
        return rows[0] if len(rows) == 1 else None

    def _of_number(self, symbol: DocumentSymbol, form: str, area: str) -> list[KnownDocument]:
        return [
            row
            for row in self.by_symbol.get(symbol_key(str(symbol)), ())
            if row.path.split("/")[0] == area and (not form or family(row.type) == family(form) or not row.type)
        ]

    def _named(self, mention: CitationMention, context: Context, elsewhere: SaidElsewhere) -> DocumentRef:
        """Resolve a law by name and date, a descriptive name by the authority, anything else by its words."""
        name = mention.name
        key_name = name_key(re.sub(r"\(sửa đổi\)", "sửa đổi", name))
        rows = list(self.by_name.get(key_name, ())) or list(self.by_name.get(drop_term(key_name), ()))
        if not rows and (year := YEAR_BEHIND.search(key_name)):
            bare, day = self.by_name.get(key_name[: year.start()], []), context.date or "9"
            passed = [row for row in bare if row.date.startswith(year[1]) and row.date <= day]
            if len(passed) == 1:
                return self._of_known(passed[0], "alias")
            rows = list(bare) if year[1] > day else rows  # "kinh phí thực hiện Luật … năm 2026": a year to come
        if not rows and mention.date and key_name.endswith(_REVISED):  # "Luật Giao dịch điện tử (sửa đổi)" of that day
            bare = self.by_name.get(key_name.removesuffix(_REVISED), [])
            rows = [row for row in bare if row.date == mention.date]
        if mention.date:
            # a law is not passed twice in one year: a wrong day is a slip of the citation
            same_year = [row for row in rows if row.date[:4] == mention.date[:4]]
            dated = [row for row in same_year if row.date == mention.date] or same_year
            if len(dated) == 1 and not mention.draft:
                return self._of_known(dated[0], "alias")
            rows = [row for row in rows if not row.date]
        elif not mention.draft and rows:
            # what a decree details, and what a plan carries out, is the new law even before its day
            newest = mention.subject >= 0 or key_name in elsewhere.carried
            chosen = in_force(rows, context.date, newest=newest)
            if chosen is not None:
                return self._of_known(chosen, "alias" if len(rows) == 1 else "inferred")
        symbol = elsewhere.law(mention) if mention.form in self.laws and not mention.draft else None
        if symbol is not None:
            return self._numbered(replace(mention, symbol=symbol), symbol, context, CENTRAL, elsewhere)
        return self._own_name(mention, name, context, tuple("id/doc/" + row.path for row in rows))

    def of_path(self, path: str) -> DocumentRef | None:
        """Give the reference of a known document by its path; None when the table has no such row."""
        row = next((row for row in self.knowledge.documents if "id/doc/" + row.path == path), None)
        return self._of_known(row, "exact") if row else None

    def _of_known(self, row: KnownDocument, how: str) -> DocumentRef:
        key = DocumentKey.parse("id/doc/" + row.path)
        number = row.symbol.split("/")[0].split("-")[0] if row.symbol else ""
        return DocumentRef(
            key.path,
            row.type,
            row.symbol,
            number,
            key,
            row.title,
            row.date,
            row.issuer,
            resolution=how,
            confidence=0.9 if how == "alias" else 0.75,
            party=key.organ in ("tw", "tu", "hntw"),
        )

    def _own_name(
        self, mention: CitationMention, name: str, context: Context, candidates: tuple[str, ...]
    ) -> DocumentRef:
        form = mention.form or "van-ban"
        behind = YEAR_BEHIND.search(fold(name)) if form in self.laws else None
        if form == "tieu-chuan":
            number, _, year = name.partition(":")
            key = DocumentKey(CENTRAL, "tcvn", form, year[:4], slug(number))
            return DocumentRef(key.path, form, name, number, key, resolution="exact", confidence=0.95)
        if form in self.laws:
            year = mention.date[:4] if mention.date else behind[1] if behind else "nd"
            bare = fold(name)[: behind.start()] if behind else name
            organ = "ubtvqh" if form == "phap-lenh" else "qh"
            key = DocumentKey(CENTRAL, organ, form, year, slug(bare)[:80].strip("-"))
        else:
            area = area_at(self.knowledge, context.area, context.date) or context.nowhere
            area = CENTRAL if is_national(name) else area
            issuer = self.knowledge.agencies.get(mention.issuer.record) if mention.issuer else None
            if mention.rule == SAID and issuer is not None:  # "Nghị quyết 226 của Quốc hội": central, its year unknown
                number = "nn-" + short_hash(CENTRAL, issuer.symbol, form, re.sub(r"\D", "", name))
                key = DocumentKey(CENTRAL, organ_segment(issuer.symbol), form, "nd", number)
            elif mention.rule == SAID_DAY and issuer is not None and mention.date and mention.issuer:
                said = mention.issuer.area or context.area
                area = CENTRAL if issuer.scope == "central" else area_at(self.knowledge, said, mention.date) or area
                number = "nn-" + short_hash(area, issuer.symbol, form, mention.date)
                key = DocumentKey(area, organ_segment(issuer.symbol), form, mention.date[:4], number)
            else:
                hashed = short_hash(area, form, self._described(mention, context))
                key = DocumentKey(area, "nd", form, "nd", "nn-" + hashed)
        return DocumentRef(
            key.path,
            form,
            key=key,
            name=name,
            resolution="unresolved",
            confidence=0.5,
            candidates=candidates,
            draft=mention.draft,
        )

    def _described(self, mention: CitationMention, context: Context) -> str:
        """Give what a described name says besides the place of the citing document and the spelling of its parties."""
        own = self.knowledge.areas.get(context.area)
        places = (own.name, own.full_name, *own.aliases) if own else ()
        parties = [self.agents.resolve(party, context, party.name).path for party in mention.parties]
        return described_key(mention.name, places, parties)
