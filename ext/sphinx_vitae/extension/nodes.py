"""Our nodes: standard ones by descent, so that every builder can print them, with primitive attributes."""

from __future__ import annotations

from docutils import nodes

__all__ = [
    "vitae_group",
    "vitae_group_title",
    "vitae_header",
    "vitae_item",
    "vitae_item_title",
    "vitae_list",
    "vitae_listing",
    "vitae_page",
    "vitae_plain",
    "vitae_record",
]


class vitae_listing(nodes.container):
    """What a list directive emits; `sphinx_vitae.extension.transforms` resolves it.

    Its children are `vitae_group`, or one `vitae_list`; what stands above them comes first. ``number``
    (of `sphinx_vitae.select.NUMBERINGS`), ``prefix``, ``start`` (an integer, 0 for none, or ``continue``):
    what numbers its entries get; `sphinx_vitae.extension.numbering` gives them.
    """


class vitae_group(nodes.container):
    """A group of a listing: ``title``, ``count`` (words); turned into a section or rubric."""


class vitae_group_title(nodes.title):
    """The heading of a group; ``count`` is for the page alone, not for tables of contents."""


class vitae_list(nodes.container):
    """Entries that stand together.

    ``kind``, ``look`` (a dict of `sphinx_vitae.render.EntryOptions`): how they look. ``number``, ``prefix``:
    as of the listing. Once they have numbers: ``numbered``, whether any has; ``start``, the first;
    ``widest``, the widest label of all lists that they run through.
    """


class vitae_record(nodes.paragraph):
    """One entry: ``key``, ``number`` as printed, ``value`` as an integer, 0 for none; ``name`` in searches;
    ``rank`` of its list among those that links may lead to.

    Its children are its plain text and its math: what searches and simple builders see.
    """


class vitae_header(nodes.container):
    """Name and contacts of ``owner``; its children are the same in plain paragraphs, and the photo."""


class vitae_item(nodes.container):
    """An item of a CV: ``date``, ``iso``, ``organization``, ``location``, ``url``; then a title and a body."""


class vitae_item_title(nodes.paragraph):
    """The title of a `vitae_item`."""


class vitae_plain(nodes.inline):
    """What builders without a visitor of ours print, because the others say it in another place."""


class vitae_page(nodes.Inline, nodes.TextElement):
    """Behind a link in print: the page of ``label``, where that is another page."""
