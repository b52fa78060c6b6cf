"""Reads entries from the BibTeX of a service, another program or a person.

Our parser reads it. The result is written as our own LaTeX, so that commands and syntax errors in the source
do not get into the bibliography.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sphinx_vitae.bib import parse_text, read
from sphinx_vitae.bib.fields.identifiers import clean_doi
from sphinx_vitae.bib.urls import is_address, plain_url
from sphinx_vitae.bib.vocabulary import LINK_KINDS, TEXT_FIELDS, is_known, words
from sphinx_vitae.model import ProblemKind, Record, is_private, is_site_field

from .dates import edtf
from .identity import identifiers, key_identifiers, record_id
from .markup.capitals import braced_words, protected_words, without_outer_braces
from .markup.html import with_formulas
from .markup.latex import address, escaped, identifier, written
from .names import name_list
from .offer import Found, Offer, SourceError

__all__ = ["bibtex_offers", "record_offer"]

#: Fields that services fill in. A person's own file may contain more.
_DESCRIBED: Final = words(
    """
    booktitle booktitleaddon chapter edition eid eventtitle howpublished institution issuetitle
    journaltitle location maintitle number organization part publisher series shortjournal type venue
    version volume volumes collaboration
    """
)
_VERBATIM: Final = ("isbn", "pmid", "pmcid", "hal", "eprintclass", "langid")
_ARCHIVE: Final = re.compile(r"corr|arxiv\b.*|electron\S* colloquium.*", re.I)
_ECCC: Final = re.compile(r"TR\d\d-\d+")
_DOI_VOLUME: Final = re.compile(r"abs/|cs\.|tr\d\d-", re.I)
_PAGES: Final = re.compile(r"(?<=\w)\s*(?:-{1,3}|–|—)\s*(?=[A-Za-z]{0,3}\d)")
_HOMONYM_KEY: Final = re.compile(r"[\s{},\\\"%#~()=']")
#: Fields that reference managers write. The notes and keywords there are the user's own.
_MANAGED: Final = frozenset(("file", "urldate", "mendeley-groups", "mendeley-tags", "timestamp", "owner"))
_ANNOTATION: Final = re.compile(r"[^{}\\%]*")
_LETTERED: Final = re.compile(r"([A-Z])(\d+)")
_UNSPACED: Final = re.compile(r"\.(?=[A-Z])")
_LINKS: Final = frozenset(LINK_KINDS) - {"doi", "url", "eprint", "dblp", "pmid", "pmcid", "hal", "bibtex"}


def bibtex_offers(content: bytes, origin: str, *, own: bool = False) -> Found:
    """All entries in a .bib file.

    Proceedings from which papers only inherit fields are omitted.

    :param origin: the service or the file.
    :param own: whether the file is a person's own; links and notes are then included.
    :raises SourceError: if the file from a service is truncated.
    """
    records, problems = read([(origin, content)])
    broken = [problem for problem in problems if problem.kind is ProblemKind.SYNTAX]
    if broken and not own:
        raise SourceError("the response is incomplete or is not BibTeX")
    parents = {record.fields["crossref"].strip() for record in records if "crossref" in record.fields}
    offers = tuple(
        record_offer(record, origin, own=own) for record in records if record.written_key not in parents
    )
    notes = tuple(f"line {problem.line}: {problem}" for problem in broken)
    return Found(offers, notes, complete=not broken)


def record_offer(record: Record, origin: str, *, own: bool = False) -> Offer:
    """One record as an entry."""
    fields = {"author": "", **_title(record)}
    fields |= {name: name_list(names) for name, names in record.names.items()}
    fields |= {"date": edtf(record.date), **_texts(record), **_identifiers(record)}
    if not fields["date"] and record.date and record.date.literal:
        fields["date"] = escaped(record.date.literal)
    if record.status:
        fields["pubstate"] = record.status
    if own:
        fields = {**dict(_personal(record)), **fields}
    if "abstract" in record.texts:
        fields["abstract"] = written(record.texts["abstract"])
    kind = _archived(record.type, fields)
    if kind == "article" and not fields.get("journaltitle"):
        kind = "online" if fields.get("eprint") else "misc"
    kept = {name: value for name, value in fields.items() if value}
    key = record.written_key
    ids = identifiers({**record.fields, **kept}) | key_identifiers((key,))
    return Offer(record_id(origin, ids, key), kind, kept, ids, "" if _HOMONYM_KEY.search(key) else key)


def _title(record: Record) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name in ("title", "subtitle"):
        source = without_outer_braces(record.fields.get(name, ""))
        text = with_formulas(parse_text(source))
        value = written(text, protected_words(text, braced_words(source)))
        fields[name] = value[:-1] if value.endswith(".") and not value.endswith(("..", "etc.")) else value
    return fields


def _texts(record: Record) -> dict[str, str]:
    fields = {name: written(record.texts[name]) for name in _DESCRIBED if name in record.texts}
    if "collaboration" in record.fields:
        fields["collaboration"] = escaped(str(parse_text(record.fields["collaboration"])))
    if record.fields.get("type") in ("phdthesis", "mathesis", "bathesis", "techreport"):
        fields["type"] = record.fields["type"]
    pages = str(record.text("pages"))
    fields["pages"] = escaped(_PAGES.sub("--", pages.replace("–", "--")))
    return _spaced(fields)


def _spaced(fields: dict[str, str]) -> dict[str, str]:
    """The fields, with a journal in INSPIRE's old format (``Phys.Rev.``, ``D89``) converted to its current
    format.
    """
    journal, volume = fields.get("journaltitle", ""), fields.get("volume", "")
    if journal.endswith(".") and " " not in journal and (found := _LETTERED.fullmatch(volume)):
        fields["journaltitle"] = f"{_UNSPACED.sub('. ', journal)} {found[1]}"
        fields["volume"] = found[2]
    return fields


def _identifiers(record: Record) -> dict[str, str]:
    fields = {name: identifier(record.fields.get(name, "")) for name in _VERBATIM}
    doi = clean_doi(record.fields.get("doi", "")).lower()
    fields["doi"] = "" if doi.startswith("10.48550/arxiv.") else identifier(doi)
    kind = identifier(record.fields.get("eprinttype", ""))
    if kind and (eprint := identifier(record.fields.get("eprint", ""))):
        arxiv = kind.lower() == "arxiv"
        fields["eprint"] = re.sub(r"v\d+$", "", eprint) if arxiv else eprint
        fields["eprinttype"] = "arxiv" if arxiv else kind
    for each in sorted(identifiers(record.fields) | key_identifiers((record.written_key,))):
        if each.startswith("dblp:"):
            fields["dblp"] = identifier(each.removeprefix("dblp:"))
    url = plain_url(record.fields.get("url", ""))
    if not fields["doi"] and "doi.org/" not in url and fields.get("eprinttype") != "arxiv":
        fields["url"] = address(url)
    return fields


def _archived(kind: str, fields: dict[str, str]) -> str:
    """The entry type. If the "journal" is an archive, the work is online, and the archive's number identifies
    it.
    """
    if kind != "article" or not _ARCHIVE.fullmatch(fields.get("journaltitle", "")):
        return kind
    if "eprint" not in fields and (found := _ECCC.fullmatch(fields.get("volume", ""))):
        fields["eprint"], fields["eprinttype"] = found[0], "ECCC"
    if "eprint" not in fields:
        return kind
    del fields["journaltitle"]
    for name in ("volume", "number", "pages"):
        if _DOI_VOLUME.match(fields.get(name, "")) or fields.get(name, "") == fields["eprint"]:
            del fields[name]
    return "online"


def _personal(record: Record) -> Iterator[tuple[str, str]]:
    """The fields that only a person's own file contains."""
    managed = any(name.lower() in _MANAGED for name, _ in record.written)
    for name, value in record.fields.items():
        if is_private(name) or not is_known(name) or name in ("ids", "crossref", "xdata"):
            continue
        if name in _LINKS:
            plain = plain_url(value)
            yield name, address(plain) if is_address(plain) else identifier(plain)
        elif name in record.texts and "+an:" in name:
            yield name, f'="{written(record.texts[name])}"'
        elif "+an" in name:
            yield name, value if _ANNOTATION.fullmatch(value) else ""
        elif name in ("keywords", "note") and managed:
            continue
        elif name in _OTHERS or (name in TEXT_FIELDS and name not in _DESCRIBED and name != "pubstate"):
            yield name, _personal_text(record, name)


_OTHERS: Final = frozenset(
    ("keywords", "selected", "related", "relatedtype", "relatedstring", "eventdate", "preview")
)


def _personal_text(record: Record, name: str) -> str:
    if name in record.texts:
        return written(record.texts[name])
    return escaped(str(parse_text(record.fields[name]))) if is_site_field(name) or name in _OTHERS else ""
