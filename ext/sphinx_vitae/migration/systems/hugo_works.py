"""The works of Hugo Blox, and the links of works and talks."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.bib import read
from sphinx_vitae.imports.markup.latex import escaped

from ..addresses import normal_address
from ..builder import Builder
from ..field_values import author_list, date_of, found_ids, web
from ..text import TEMPLATE, plain, prose, sentence, title_of
from ..values import Values
from .hugo_people import full_name

__all__ = [
    "LAYOUT",
    "SAMPLE_TEXT",
    "abstract_of",
    "add_links",
    "address_of",
    "is_sample",
    "read_work",
    "use_layout",
]

LAYOUT: Final = (
    "publishDate", "lastmod", "draft", "type", "weight", "header", "share", "commentable", "editable", "highlight",
    "math", "markup", "toc", "reading_time", "profile", "pager", "show_date", "cms_exclude", "view", "banner", "design",
    "diagram", "show_related", "authors_notes", "all_day", "event_all_day", "widget", "headless", "active",
)  # fmt: skip
#: Types of publications → entry type, field of the venue. Numbers are those until 2023.
_TYPES: Final = {
    "paper-conference": ("inproceedings", "booktitle"), "1": ("inproceedings", "booktitle"),
    "article-journal": ("article", "journaltitle"), "2": ("article", "journaltitle"),
    "article": ("online", "howpublished"), "manuscript": ("online", "howpublished"), "3": ("online", "howpublished"),
    "preprint": ("online", "howpublished"),
    "report": ("report", "institution"), "4": ("report", "institution"),
    "book": ("book", "publisher"), "5": ("book", "publisher"),
    "chapter": ("incollection", "booktitle"), "6": ("incollection", "booktitle"),
    "thesis": ("thesis", "institution"), "7": ("thesis", "institution"),
    "patent": ("patent", "howpublished"), "8": ("patent", "howpublished"),
    "dataset": ("dataset", "publisher"), "software": ("software", "publisher"), "speech": ("talk", "eventtitle"),
}  # fmt: skip
_LINKS: Final = {
    "pdf": "pdf", "code": "code", "dataset": "data", "poster": "poster", "slides": "slides", "source": "code",
    "video": "video", "project": "website", "site": "website", "website": "website", "html": "html",
}  # fmt: skip
_SAMPLE_TITLES: Final = frozenset(
    ("an example conference paper", "an example journal article", "an example preprint / working paper", "example talk",
     "example project", "example page 1", "example page 2", "internal project", "external project",
     "create beautiful presentations with markdown", "pandas", "pytorch", "scikit-learn")
)  # fmt: skip
SAMPLE_TEXT: Final = re.compile(
    r"Lorem ipsum dolor sit amet|HugoBlox|Hugo Blox|Wowchemy|Source Themes|Hugo/HugoBlox", re.I
)


def address_of(name: str) -> str:
    return normal_address(name.removeprefix("content/"))


def is_sample(values: Values, body: str) -> bool:
    title = values.peek("title").lower()
    text = f"{body} {values.peek('abstract')} {values.peek('summary')}"
    return title in _SAMPLE_TITLES and bool(
        SAMPLE_TEXT.search(text) or title in ("pandas", "pytorch", "scikit-learn")
    )


def read_work(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    beside = str(PurePosixPath(name).with_name("cite.bib"))
    if is_sample(values, body):
        builder.sample(name)
        if beside in builder.folder.names:
            builder.sample(beside)
        return
    use_layout(values)
    fields = _work_fields(builder, values)
    kind = fields.pop("")
    content = builder.folder.content(beside) if beside in builder.folder.names else b""
    records, _ = read([(beside, content)]) if content else ((), ())
    if len(records) == 1 and content.count(b"@") >= 1:
        added = {field: value for field, value in fields.items() if field not in _OWN}
        for field, value in fields.items():
            if field in ("title", "author") and not records[0].fields.get(field):
                added[field] = value
        text = content.decode("utf-8-sig", "replace")
        text = text[text.index("@") : text.rindex("}") + 1]
        key = builder.add_written(records[0], text, added, name, address_of(name))
    else:
        if content:
            builder.left(beside, "", "does not have exactly one entry: index.md was used")
        key = builder.add(kind, fields, name, address=address_of(name), complete=bool(fields.get("author")))
    add_links(builder, name, key, values)
    text = TEMPLATE.sub("", body).strip()
    if text and not SAMPLE_TEXT.search(text):
        builder.left(name, "body", " ".join(body.split()))


#: What cite.bib says better than index.md.
_OWN: Final = frozenset(("author", "title", "date", "journaltitle", "booktitle", "howpublished", "institution", "publisher", "author+an", "volume", "number"))  # fmt: skip


def _work_fields(builder: Builder, values: Values) -> dict[str, str]:
    """The fields of a work by its page; its entry type under an empty name."""
    types = values.texts("publication_types")
    kind, place = _TYPES.get(types[0] if types else "", ("misc", "howpublished"))
    for other in types[1:]:
        builder.left(values.file, "publication_types", other)
    venue = values.text("publication")
    short = values.text("publication_short")
    names = [full_name(builder, each) for each in values.texts("authors", "author")]
    ids = values.child("hugoblox").child("ids")
    doi = found_ids(values.text("doi") or ids.text("doi"))
    arxiv = found_ids(f"arxiv.org/abs/{ids.peek('arxiv')}") if ids.text("arxiv") else {}
    subtitle = values.text("subtitle")
    volume, pages = values.text("volume"), values.text("pages")
    if kind == "misc" and venue:
        kind, place = "article", "journaltitle"
    return {
        "": kind,
        "author": author_list(names),
        "author+an": _notes(builder, values, names),
        "title": title_of(values.text("title")),
        "subtitle": title_of(subtitle),
        place: sentence(re.sub(r"^In:?\s+", "", venue)),
        "abbr": escaped(plain(re.sub(r"^In:?\s+", "", short))),
        "volume": escaped(volume),
        "pages": escaped(pages),
        "date": date_of(values.text("date"), filled=True),
        "abstract": prose(abstract_of(values)),
        "keywords": ", ".join(
            escaped(plain(tag)) for tag in (*values.texts("tags"), *values.texts("categories"))
        ),
        "selected": "true" if values.text("featured") == "true" else "",
        **arxiv,
        **doi,
    }


def abstract_of(values: Values) -> str:
    """The abstract, or the summary if there is none. Usually, the summary is its beginning."""
    abstract, summary = values.text("abstract"), values.peek("summary")
    if not abstract or summary.rstrip(" .…") in abstract:
        values.use("summary")
    return abstract or summary


def use_layout(values: Values) -> None:
    """Take what only says how the old page looked."""
    values.use(*LAYOUT)
    values.child("image").use("focal_point", "preview_only", "placement", "alt_text", "filename")


def _notes(builder: Builder, values: Values, names: list[str]) -> str:
    """Notes about the authors as annotations, if they are about equal contribution or correspondence."""
    marks = []
    for number, note in enumerate(values.texts("author_notes")[: len(names)], 1):
        if re.search("equal", note, re.I):
            marks.append(f"{number}=equal")
        elif re.search("correspond", note, re.I):
            marks.append(f"{number}=corresponding")
        else:
            builder.left(values.file, f"author_notes[{number}]", note)
    return "; ".join(marks)


def add_links(builder: Builder, name: str, key: str, values: Values) -> None:
    """Links and files of a work or a talk, and the picture in its folder."""
    if not key:
        return
    given = [(field, values.text(f"url_{each}")) for each, field in _LINKS.items()]
    for link in values.children("links"):
        label = link.text("type") or link.text("name", "label")
        url = link.text("url", "link")
        link.use("icon", "icon_pack", "name", "label", "provider", "id")
        field = _LINKS.get(label.lower(), "")
        if url and field:
            given.append((field, url))
        elif url and not found_ids(url):
            given.append(("website", url))
    made: dict[str, str] = {}
    for field, url in given:
        if not url or url == "#":
            continue
        target = f"{key}.pdf" if field == "pdf" else f"{key}.{field}"
        if web(url) and field not in made:
            made[field] = web(url)
        elif web(url) or not builder.copy(
            url, name, target + ("" if field == "pdf" else PurePosixPath(url).suffix)
        ):
            builder.left(name, field, url)
    entry = next(entry for entry in builder.entries if entry.key == key)
    known, _ = read([("", entry.text.encode())])
    fields = {field: url for field, url in made.items() if field not in known[0].fields}
    builder.extend(key, fields)
    for field, url in made.items():
        if field not in fields:
            builder.left(name, field, url)
    folder = PurePosixPath(name).parent.as_posix()
    for file in builder.folder.under(folder, ".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif", ".pdf"):
        stem = PurePosixPath(file).stem.lower()
        if stem == "featured" or file.lower().endswith(".pdf"):
            builder.copy(f"/{file}", target=f"{key}{PurePosixPath(file).suffix.lower()}")
        else:
            builder.left(file, "", "a picture that no page of the new site shows")
    for project in values.texts("projects"):
        builder.left(name, "projects", project)
