"""Our nodes: standard ones by descent, so that every builder can print them, with primitive attributes."""

from __future__ import annotations

from docutils import nodes

__all__ = [
    "vitae_bar",
    "vitae_chart",
    "vitae_group",
    "vitae_group_title",
    "vitae_header",
    "vitae_item",
    "vitae_item_title",
    "vitae_legend",
    "vitae_letter",
    "vitae_letter_part",
    "vitae_letter_to",
    "vitae_list",
    "vitae_listing",
    "vitae_occasions",
    "vitae_occasions_title",
    "vitae_page",
    "vitae_page_break",
    "vitae_people",
    "vitae_person",
    "vitae_photo",
    "vitae_plain",
    "vitae_publication",
    "vitae_record",
    "vitae_work",
]


class vitae_listing(nodes.container):
    """What a list directive emits; `sphinx_vitae.extension.doctree.transforms` resolves it.

    Its children are `vitae_group`, or one `vitae_list`; what stands above them comes first. ``number``
    (of `sphinx_vitae.extension.options.declared.NUMBERINGS`), ``prefix``, ``start`` (an integer, 0 for none, or ``continue``):
    what numbers its entries get; `sphinx_vitae.extension.doctree.numbering` gives them.
    """


class vitae_group(nodes.container):
    """A group of a listing: ``title``, ``count`` (words); turned into a section or rubric."""


class vitae_group_title(nodes.title):
    """The heading of a group; ``count`` is for the page alone, not for tables of contents."""


class vitae_bar(nodes.container):
    """What stands above a list: a `vitae_legend`, links to its groups, and what filters it.

    ``jumps``: id and title of each group. ``facets``: of a list that can be filtered, the field of each
    facet and its choices (word, label, number of entries). ``listing``: the id by which its lists know
    it; ``total``: the number of entries, and ``counted``, in words; ``kind``. Only pages show more than
    the legend.
    """


class vitae_chart(nodes.container):
    """A chart: ``chart`` (a dict of `sphinx_vitae.render.Chart`), ``title`` and ``summary``, in words.

    Its child is a table of the same numbers, which is all of it but on pages.
    """


class vitae_legend(nodes.paragraph):
    """What the marks behind names mean; ``marks``: each sign and its meaning."""


class vitae_list(nodes.container):
    """Entries that stand together.

    ``kind``, ``look`` (a dict of `sphinx_vitae.render.EntryOptions`): how they look. ``number``, ``prefix``:
    as of the listing. Once they have numbers: ``numbered``, whether any has; ``start``, the first;
    ``widest``, the widest label of all lists that they run through. ``long``: there are hundreds.
    ``listing``: the id of its `vitae_bar` if the list can be filtered.
    """


class vitae_record(nodes.paragraph, nodes.Special):
    """One entry: ``key``, ``number`` as printed, ``value`` as an integer, 0 for none; ``name`` in searches;
    ``title``, of its label; ``facets``, the words of each facet where the list can be filtered; ``rank`` of its list among those that links may lead to.

    Its children are its plain text and its math: what searches and simple builders see. A "special" element
    of docutils keeps its quotation marks as they are.
    """


class vitae_occasions(nodes.container):
    """Entries of one title, printed as its occasions: ``kind``, ``look`` as of a `vitae_list`.

    Its children are a `vitae_occasions_title`, and a `vitae_record` for each.
    """


class vitae_occasions_title(nodes.paragraph):
    """What entries of one title have in common, as plain text."""


class vitae_people(nodes.bullet_list):
    """Persons of the configuration; ``extra``: classes of the list. Its children are `vitae_person`."""


class vitae_person(nodes.list_item):
    """One of them: ``index`` in ``vitae_people``, ``role`` as it is printed.

    Its children are the same in plain paragraphs, and the photo.
    """


class vitae_photo(nodes.image):
    """The photo of a person, for builders that print pictures."""


class vitae_publication(nodes.container):
    """One entry in full: a title, then a `vitae_work`; turned into a section, or a rubric with its text."""


class vitae_work(nodes.container):
    """What stands below the title of an entry in full: ``key``, ``kind``, ``name``, ``title``, ``look``, ``target``, the id.

    Its children are the same in plain nodes.
    """


class vitae_header(nodes.container):
    """Name and contacts of ``owner``; its children are the same in plain paragraphs, and the photo.

    ``named``: whether it says the name on pages, where no title above it does; in print it always does.
    """


class vitae_item(nodes.container):
    """An item of a CV: ``date``, ``iso``, ``organization``, ``location``, ``url``; then a title and a body."""


class vitae_item_title(nodes.paragraph):
    """The title of a `vitae_item`."""


class vitae_letter(nodes.container):
    """A cover letter on pages of its own.

    Its children, of which those that were not given are missing: a `vitae_header`, the part ``date``, a
    `vitae_letter_to`, the parts ``subject`` and ``opening``, the body, the parts ``closing`` and ``name``.
    """


class vitae_letter_part(nodes.paragraph):
    """A part of a letter that has its place: ``part`` is ``date``, ``subject``, ``opening``, ``closing`` or ``name``."""


class vitae_letter_to(nodes.line_block):
    """Whom a letter is to; its children are lines."""


class vitae_page_break(nodes.General, nodes.Element):
    """A new page in print, nothing elsewhere."""


class vitae_plain(nodes.inline):
    """What builders without a visitor of ours print, because the others say it in another place."""


class vitae_page(nodes.Inline, nodes.TextElement):
    """Behind a link in print: the page of ``label``, where that is another page."""


def skip(writer: object, node: nodes.Node) -> None:
    """A visitor for what a format has no use for."""
    raise nodes.SkipNode
