"""A notice on every page, as long as the bibliography contains examples from ``sphinx-vitae new``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from markupsafe import Markup

from ..site.domain import VitaeDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["add_notice"]

#: The notice has the markup of a docutils admonition, which every theme styles.
_NOTICE: Final = Markup(
    '<div class="admonition important vitae-examples" role="note">'
    '<p class="admonition-title">{title}</p><p>{text}</p></div>\n'
)


def add_notice(app: Sphinx, context: dict[str, Any]) -> None:
    """Insert the notice above the text of a page.

    :param context: the context of the page's template, with the text of the page as ``body``.
    """
    domain = cast(VitaeDomain, app.env.domains["vitae"])
    if (
        app.builder.format == "html"
        and app.builder.name != "epub"
        and "body" in context
        and domain.bibliography.has_examples
    ):
        words = domain.rendering.words
        notice = _NOTICE.format(
            title=words("This site still shows examples"),
            text=words(
                "Replace the entries whose titles begin with “Example:” with your own, and this notice goes away."
            ),
        )
        context["body"] = notice + Markup(context["body"])
