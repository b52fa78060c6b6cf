"""Hugo Blox, once Wowchemy and Academic: ``content`` with a folder for each work."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.bib import read
from sphinx_vitae.imports.markup.latex import escaped

from ..builder import Builder, normal_address
from ..field_values import author_list, date_of, found_ids, period, web
from ..folder import Folder
from ..old_site import OldSite
from ..text import TEMPLATE, plain, prose, sentence, title_of
from ..values import Values
from .hugo_people import add_people, full_name
from .hugo_widgets import add_widgets

__all__ = ["is_hugo", "read_hugo"]

_BELOW: Final = ("static", "assets", "assets/media", "content", "static/media", "static/uploads", "")
_LAYOUT: Final = (
    "publishDate", "lastmod", "draft", "type", "weight", "image", "header", "share", "commentable", "editable", "highlight",
    "math", "markup", "toc", "reading_time", "profile", "pager", "show_date", "cms_exclude", "view", "banner", "design",
    "diagram", "show_related", "authors_notes", "all_day", "event_all_day", "categories", "summary", "widget", "headless", "active",
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
_SAMPLE_TEXT: Final = re.compile(
    r"Lorem ipsum dolor sit amet|HugoBlox|Hugo Blox|Wowchemy|Source Themes|Hugo/HugoBlox", re.I
)


def is_hugo(folder: Folder) -> bool:
    """Whether this is the folder of a site of Hugo Blox."""
    return any(
        folder.has(name)
        for name in ("content/authors", "data/authors", "content/publication", "content/publications")
    )


def read_hugo(folder: Folder) -> OldSite:
    """Read the site."""
    builder = Builder(folder, "Hugo Blox", _BELOW)
    add_people(builder)
    for name in _pages(folder, "publication", "publications"):
        _read_work(builder, name)
    for name in _pages(folder, "event", "events", "talk", "talks"):
        _read_talk(builder, name)
    for name in _pages(folder, "project", "projects"):
        _read_project(builder, name)
    for name in _pages(folder, "post", "posts", "blog", "news", "courses", "teaching", "notes"):
        _read_post(builder, name)
    add_widgets(builder)
    _read_others(builder)
    return builder.finish()


def _pages(folder: Folder, *names: str) -> list[str]:
    found = [page for name in names for page in folder.under(f"content/{name}", ".md")]
    return [name for name in found if PurePosixPath(name).name != "_index.md"]


def _slug(name: str) -> str:
    path = PurePosixPath(name)
    return path.parent.name if path.name == "index.md" else path.stem


def _address(name: str) -> str:
    return normal_address(name.removeprefix("content/"))


def _is_sample(values: Values, body: str) -> bool:
    title = values.peek("title").lower()
    text = f"{body} {values.peek('abstract')} {values.peek('summary')}"
    return title in _SAMPLE_TITLES and bool(
        _SAMPLE_TEXT.search(text) or title in ("pandas", "pytorch", "scikit-learn")
    )


def _read_work(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    beside = str(PurePosixPath(name).with_name("cite.bib"))
    if _is_sample(values, body):
        builder.sample(name)
        if beside in builder.folder.names:
            builder.sample(beside)
        return
    values.use(*_LAYOUT)
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
        key = builder.add_written(records[0], text, added, name, _address(name))
    else:
        if content:
            builder.left(beside, "", "does not have exactly one entry: index.md was used")
        key = builder.add(kind, fields, name, address=_address(name), complete=bool(fields.get("author")))
    _add_links(builder, name, key, values)
    text = TEMPLATE.sub("", body).strip()
    if text and not _SAMPLE_TEXT.search(text):
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
        "abstract": prose(values.text("abstract")),
        "keywords": ", ".join(escaped(plain(tag)) for tag in values.texts("tags")),
        "selected": "true" if values.text("featured") == "true" else "",
        **arxiv,
        **doi,
    }


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


def _add_links(builder: Builder, name: str, key: str, values: Values) -> None:
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
    values.text("slides")
    for project in values.texts("projects"):
        builder.left(name, "projects", project)


def _read_talk(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if _is_sample(values, body):
        builder.sample(name)
        return
    values.use(*_LAYOUT)
    place = values.child("address")
    where = ", ".join(filter(None, (place.text("city"), place.text("region"), place.text("country"))))
    place.use("street", "postcode")
    venue = values.text("location")
    names = [full_name(builder, each) for each in values.texts("authors")] or [builder.owner.get("name", "")]
    fields = {
        "author": author_list(names),
        "title": title_of(values.text("title")),
        "eventtitle": sentence(values.text("event", "event_name")),
        "eventurl": web(values.text("event_url")),
        "venue": sentence(venue) if where else "",
        "location": sentence(where or venue),
        "date": period(
            values.text("event_start", "date", "time_start"), values.text("event_end", "date_end", "time_end")
        ),
        "abstract": prose(values.text("abstract")) or prose(TEMPLATE.sub("", body)),
        "keywords": ", ".join(escaped(plain(tag)) for tag in values.texts("tags")),
        "selected": "true" if values.text("featured") == "true" else "",
    }
    values.use("date")
    key = builder.add("talk", fields, name, address=_address(name))
    _add_links(builder, name, key, values)


def _read_project(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if _is_sample(values, body):
        builder.sample(name)
        return
    summary = values.text("summary")
    values.use(*_LAYOUT)
    fields = {
        "title": title_of(values.text("title")),
        "abstract": prose(summary)
        if summary
        else prose(TEMPLATE.sub("", body)[:1_000] if len(body) < 1_000 else ""),
        "date": date_of(values.text("date"), filled=True),
        "keywords": ", ".join(escaped(plain(tag)) for tag in values.texts("tags")),
        "website": web(values.text("external_link")),
    }
    key = builder.add("project", fields, name)
    _add_links(builder, name, key, values)
    if body.strip() and (summary or len(body) >= 1_000):
        builder.add_page(f"projects/{_slug(name)}", plain(values.peek("title")), body, name, _address(name))
    elif key:
        builder.addresses.setdefault(_address(name), "projects")


def _read_post(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if _SAMPLE_TEXT.search(body) or not body.strip():
        builder.sample(name)
        return
    values.use(*_LAYOUT, "date", "tags", "authors", "featured", "subtitle", "projects")
    builder.add_page(
        f"blog/{_slug(name)}", plain(values.text("title") or _slug(name)), body, name, _address(name)
    )


def _read_others(builder: Builder) -> None:
    """Pages elsewhere in ``content``."""
    read_already = re.compile(
        r"content/(?:publications?|events?|talks?|projects?|posts?|blog|news|courses|teaching|notes|authors|home|slides)/"
    )
    for name in builder.folder.under("content", ".md"):
        if read_already.match(name) or PurePosixPath(name).name == "_index.md":
            continue
        values, body = builder.page(name)
        values.use(*_LAYOUT, "date", "title", "sections", "summary")
        text = re.sub(r"<[^<>]*>", "", TEMPLATE.sub("", body)).strip()
        if text and not _SAMPLE_TEXT.search(text):
            title = plain(values.peek("title") or _slug(name))
            builder.add_page(f"pages/{_slug(name)}", title, body, name, _address(name))
