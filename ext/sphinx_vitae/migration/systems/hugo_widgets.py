"""The home page of Hugo Blox: widgets in ``content/home`` until 2022, blocks in ``content/_index.md`` since then."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from ..builder import Builder
from ..cv_items import add_item, add_text
from ..text import plain
from ..values import Values

__all__ = ["add_widgets"]

_SETTINGS: Final = (
    "widget", "headless", "active", "weight", "subtitle", "date_format", "design", "advanced", "author", "gallery_item", "content", "item",
    "title", "experience", "feature", "date", "type", "summary", "hero_media", "cta", "cta_alt", "cta_note",
)  # fmt: skip
_SAMPLE_ITEMS: Final = frozenset(("GenCoin", "University X", "Coursera", "edX", "DataCamp"))


def add_widgets(builder: Builder) -> None:
    """Add what the home page has besides lists."""
    for name in builder.folder.under("content/home", ".md"):
        _add_widget(builder, name)
    for name in ("content/_index.md", "content/home/_index.md"):
        if name in builder.folder.names:
            _add_blocks(builder, name)


def _add_widget(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    widget = values.peek("widget") or PurePosixPath(name).stem
    inactive = values.peek("active") == "false"
    items: list[Values] = []
    if not inactive and widget in ("experience", "accomplishments"):
        items = values.children("experience") + values.children("item")
    if items and all(
        item.peek("company") in _SAMPLE_ITEMS or item.peek("organization") in _SAMPLE_ITEMS for item in items
    ):
        builder.sample(name)
        return
    values.use(*_SETTINGS)
    for item in items:
        item.use("company_url", "organization_url", "company_logo")
        if widget == "experience":
            item.rename("title", "position")
            add_item(builder, "experience", item)
        else:
            item.rename("certificate_url", "url")
            add_item(
                builder,
                "awards" if re.search("award|honor", values.peek("title"), re.I) else "certificates",
                item,
            )
    if widget == "featurette" and not inactive:
        features = values.children("feature")
        if [each.peek("name") for each in features] == ["R", "Statistics", "Photography"]:
            builder.sample(name)
            return
        for each in features:
            add_text(
                builder,
                values.peek("title") or "Skills",
                f"**{each.text('name')}:** {each.text('description')}",
            )
            each.use("icon", "icon_pack")
    text = body.strip()
    if text and not re.search(r"filtering publications|Wowchemy|Academic framework", text):
        if inactive:
            builder.left(name, "body", " ".join(text.split()))
        else:
            title = plain(values.peek("title"))
            builder.append_home(f"## {title}\n\n{text}" if title else text, name)


def _add_blocks(builder: Builder, name: str) -> None:
    """Blocks of text become text of the home page; lists and looks are those of the new one."""
    values, body = builder.page(name)
    values.use(*_SETTINGS)
    if body.strip():
        builder.append_home(body, name)
    for block in values.children("sections"):
        content = block.child("content")
        text, title = content.text("text"), content.text("title")
        block.use("design", "id", "block", "widget")
        if block.peek("block") not in (
            "markdown",
            "resume-biography-3",
            "resume-biography",
            "about.biography",
            "about.avatar",
        ):
            content.use(*content.names())
            continue
        content.use("subtitle", "username", "button", "headings")
        if text and not re.search(r"Use this area to speak to your mission|HugoBlox|Hugo Blox", text):
            builder.append_home(f"## {title}\n\n{text}" if title else text, name)
