"""Rendering with a template, which may fail."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from ..site.domain import VitaeDomain

__all__ = ["domain_of", "guarded"]


def domain_of(translator: Any) -> VitaeDomain:
    """Our domain, from any builder's translator."""
    return cast("VitaeDomain", translator.builder.env.domains["vitae"])


def guarded(
    translator: Any,
    what: str,
    render: Callable[[], str],
    key: str = "",
    name: str = "",
    default: Callable[[], str] | None = None,
) -> str | None:
    """The output of a template; ``None`` if it failed, which is reported on every build until it is fixed.

    :param what: the description of the template in the message.
    :param key: the key of the entry, if the template renders one.
    :param name: identifies the template, if *what* describes several.
    :param default: renders the same with our own template, after the template of the site failed.
    """
    domain = domain_of(translator)
    made = domain.failed_templates.attempt(name or what, what, key, render)
    if made is None:
        domain.build_state.fail(_page_of(translator))
        if default is not None:
            with contextlib.suppress(Exception):  # the problem with the template of the site is reported
                return default()
    return made


def _page_of(translator: Any) -> str:
    docname: str = getattr(translator.builder, "current_docname", "") or ""
    return docname
