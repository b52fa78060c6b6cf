"""The CV of al-folio: ``_data/cv.yml`` in two shapes, or ``assets/json/resume.json``."""

from __future__ import annotations

import re

from ..builder import Builder
from ..cv_items import add_item, add_text, kind_of
from ..data import Plain
from ..field_values import family_first
from ..values import Values
from .jsonresume import add_resume
from .rendercv import add_rendercv

__all__ = ["add_cv", "is_sample_resume"]

_SAMPLE: str = "Albert Einstein"
_RESUME = "assets/json/resume.json"


def add_cv(builder: Builder) -> None:
    """Add the CV of the site: the resume if there is one, as al-folio does; the values of another are reported."""
    taken = False
    resume = builder.json(_RESUME)
    if resume and is_sample_resume(resume):
        builder.sample(_RESUME)
    elif resume:
        add_resume(builder, builder.values(resume, _RESUME))
        taken = True
    for name in ("_data/cv.yml", *builder.folder.under("_data", "cv-2026.yml")):
        value = builder.yaml(name)
        if value and _is_sample(value):
            builder.sample(name)
        elif value and taken:
            builder.left(name, "", value)
        elif value:
            taken = True
            if isinstance(value, dict):
                add_rendercv(builder, builder.values(value, name))
            else:
                _add_sections(builder, name, value)


def is_sample_resume(value: Plain) -> bool:
    """Whether a resume is that of the sample person."""
    return _SAMPLE in str(value.get("basics") if isinstance(value, dict) else value)


def _is_sample(value: Plain) -> bool:
    if isinstance(value, dict):
        cv = value.get("cv")
        return isinstance(cv, dict) and cv.get("name") == _SAMPLE
    return _SAMPLE in str(value[:1])


def _add_sections(builder: Builder, name: str, value: Plain) -> None:
    """The shape until 2025: a list of sections with a title, a type and contents."""
    for number, each in enumerate(value if isinstance(value, list) else [], 1):
        section = builder.values(each, name, f"[{number}].")
        title, _ = section.text("title"), section.text("type")
        items = section.children("contents")
        if re.search("general", title, re.I):
            _add_general(builder, items)
            continue
        for item in items:
            _add_listed(builder, title, item)
        if not items:
            for text in section.texts("contents"):
                add_text(builder, title, text, kind_of(title))


def _add_general(builder: Builder, items: list[Values]) -> None:
    for item in items:
        head, value = item.peek("name"), item.peek("value")
        if head.lower() in ("full name", "name"):
            item.use("name", "value")
            builder.owner.setdefault("name", family_first(value))
        elif value:
            item.use("name", "value")
            add_text(builder, "General information", f"**{head}:** {value}")


def _add_listed(builder: Builder, title: str, item: Values) -> None:
    if nested := item.children("items"):
        for each in nested:
            add_item(builder, title, each)
    else:
        add_item(builder, title, item)
