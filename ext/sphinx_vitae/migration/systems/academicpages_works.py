"""The works of academicpages, whose authors are only in a citation in prose."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.bib import read
from sphinx_vitae.imports.markup.latex import escaped
from sphinx_vitae.model import Record

from ..builder import Builder
from ..citations import read_citation
from ..field_values import author_list, date_of, found_ids, web
from ..text import TEMPLATE, prose, sentence, title_of
from ..values import Values
from .academicpages_pages import OwnPage

__all__ = ["BELOW", "add_files", "read_work"]

BELOW: Final = ("", "files", "images")
_TYPES: Final = {
    "manuscripts": ("article", "journaltitle"), "conferences": ("inproceedings", "booktitle"), "books": ("book", "publisher"),
    "chapters": ("incollection", "booktitle"), "theses": ("thesis", "institution"), "preprints": ("online", "howpublished"),
}  # fmt: skip


def read_work(builder: Builder, page: OwnPage) -> None:
    name, title, values, body = page
    address = page.address(f"publication/{page.slug}")
    citation, venue = values.text("citation"), values.text("venue")
    paper, slides = values.text("paperurl", "paper_url"), values.text("slidesurl", "slides_url")
    if written := _written_elsewhere(builder, name, values):
        builder.add_written(*written, {}, name, address)
        return
    read_ = read_citation(citation or body[:2_000], title)
    kind, place = _TYPES.get(values.text("category"), ("article", "journaltitle"))
    ids = found_ids(paper, citation, body[:3_000])
    abstract = re.match(r".{0,400}?\bAbstract\b\**:?\**\s*", body, re.S)
    about = prose(TEMPLATE.sub("", body[abstract.end() :])) if abstract else ""
    excerpt = prose(values.text("excerpt"))
    fields = {
        "author": author_list(read_.authors),
        "title": title_of(title),
        place: sentence(venue.rstrip(".")),
        "volume": escaped(read_.volume) if kind == "article" else "",
        "number": escaped(read_.number) if kind == "article" else "",
        "pages": escaped(read_.pages),
        "date": date_of(values.text("date"), filled=True),
        "abstract": about,
        "annotation": "" if excerpt and excerpt in about else excerpt,
        **ids,
    }
    key = builder.add(
        kind if venue else "misc", fields, name, address=address, complete=bool(read_.authors and venue)
    )
    add_files(builder, name, key, {"pdf": paper, "slides": slides})
    if not read_.authors:
        builder.left(name, "authors", "the page does not name them, or not before the title in `citation`")
    if citation:
        builder.left(
            name,
            "citation",
            f"read: authors, volume, number, pages; the rest to compare: {read_.rest or citation}",
        )
    if body.strip() and not abstract and citation != body.strip():
        builder.left(name, "body", " ".join(body.split()))


def _written_elsewhere(builder: Builder, name: str, values: Values) -> tuple[Record, str] | None:
    """The entry in the .bib file of a page, if the site has that file."""
    url = values.peek("bibtexurl")
    found = builder.folder.find(re.sub(r"^https?://[^/]+", "", url), name, BELOW) if url else ""
    if not found.endswith(".bib"):
        return None
    content = builder.folder.content(found)
    records, _ = read([(found, content)])
    if len(records) != 1:
        return None
    values.use("bibtexurl", "citation", "venue", "date", "category", "paperurl")
    return records[0], content.decode("utf-8", "replace").strip()


def add_files(builder: Builder, name: str, key: str, links: dict[str, str]) -> None:
    """The files of a work: copied under its key if the site has them, otherwise as links of the entry."""
    for field, url in links.items():
        if not url or not key:
            continue
        target = key if field == "pdf" else f"{key}.{field}"
        if builder.copy(
            re.sub(r"^https?://[^/]+(?=/files/)", "", url),
            name,
            f"{target}.pdf" if url.endswith(".pdf") else target,
        ):
            continue
        if web(url):
            builder.extend(key, {field if not found_ids(url) else "": web(url)})
        else:
            builder.left(name, "paperurl" if field == "pdf" else f"{field}url", url)
