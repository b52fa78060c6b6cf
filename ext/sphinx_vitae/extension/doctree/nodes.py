"""Our nodes.

They are subclasses of standard nodes, so that every builder can show them, and their attributes have
primitive types.
"""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from .searching import SearchedEntry, SearchedList

__all__ = [
    "vitae_bar",
    "vitae_chart",
    "vitae_downloads",
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
    "vitae_occurrence",
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
    """The result of a list directive, which is resolved by `sphinx_vitae.extension.doctree.transforms`.

    Its children are the nodes to show above the list, followed by `vitae_group` nodes or one `vitae_list`.
    ``number``, ``prefix`` and ``start`` (an integer, which is 0 if not set, or ``continue``) are the
    numbering options, which `sphinx_vitae.extension.doctree.numbering` applies.
    """


class vitae_group(nodes.container):
    """A group in a list: ``title``, and ``count`` in words. It becomes a section or a rubric."""


class vitae_group_title(nodes.title):
    """The heading of a group. ``count`` is shown on the page, but not in tables of contents."""


class vitae_bar(nodes.container):
    """The bar above a list: a `vitae_legend`, links to its groups, and filters.

    ``jumps``: id and title of each group. ``facets``: the field of each facet, with its choices (word,
    label, number of entries). ``listing``: an id that connects the bar to its lists. ``total``: the
    number of entries; ``counted``: the same in words; ``kind``: the kind of the entries. Formats
    other than HTML show only the legend.
    """


class vitae_chart(nodes.container):
    """A chart: ``chart`` (a dict of `sphinx_vitae.render.Chart`), ``title``, and ``summary`` in words.

    Its child is a table of the same numbers. Formats other than HTML show only the table.
    """


class vitae_downloads(nodes.container):
    """The links below a list to files with its works. Empty: only HTML shows the links.

    ``files``: the name of the list among the files of its page; ``kind``, ``keys`` and ``rank`` of its entries;
    ``offered``: whether the list shows the links, ``None`` for only if it is canonical; ``fetched``: whether pages
    link to its BibTeX file instead of containing the BibTeX of each entry.
    """


class vitae_legend(nodes.paragraph):
    """The legend of marks after names. ``marks``: each mark with its meaning."""


class vitae_list(SearchedList):
    """Consecutive entries.

    ``kind``; ``look`` (a dict of `sphinx_vitae.render.EntryOptions`); ``number`` and ``prefix`` as in
    `vitae_listing`. Once entries have numbers: ``numbered``, whether any has one; ``start``, the first;
    ``widest``, the widest label of all lists in the chain. ``grouped``: whether the list asks for groups. ``long``: whether there are hundreds of
    entries. ``listing``: the id of its `vitae_bar` if readers can filter it.
    """


class vitae_occurrence(nodes.Element):
    """An entry on a page: one in a list, or one in full. Searches for this class find both, in page order."""


class vitae_record(SearchedEntry, nodes.Special, vitae_occurrence):
    """One entry.

    ``key``; ``number`` as shown, and ``value``, the same as an integer, or 0; ``name`` for searches;
    ``title``, the text of its label; ``facets``, the words for each facet if readers can filter the list;
    ``rank``, the rank of its list as a target; ``legend``, in print, the marks that it explains.

    Its children are its text and math, for searches and simple builders. It is a "special" element of
    docutils, so that quotation marks are kept.
    """


class vitae_occasions(nodes.container):
    """Entries with the same title, shown as occasions: ``kind`` and ``look`` as in `vitae_list`.

    Its children are a `vitae_occasions_title`, then a `vitae_record` for each.
    """


class vitae_occasions_title(nodes.paragraph):
    """The common parts of entries with the same title, as plain text."""


class vitae_people(nodes.bullet_list):
    """A list of people; ``extra``: its classes. Its children are `vitae_person` nodes."""


class vitae_person(nodes.list_item):
    """One person: ``index`` in ``vitae_people``, and ``role`` and ``date`` as shown, with ``iso``, its start.

    Its children are the details as plain paragraphs, and the photo.
    """


class vitae_photo(nodes.image):
    """The photo of a person, for builders that show pictures."""


class vitae_publication(nodes.container):
    """One entry in full: a title and a `vitae_work`. It becomes a section, or a rubric followed by its text."""


class vitae_work(nodes.container, vitae_occurrence):
    """The part of an entry in full below its title.

    ``key``, ``kind``, ``name``, ``title``, ``entry_options``, and ``target``, its id. Its children are the same
    content as plain nodes; if ``shortened``, the abstract and the BibTeX are added before the page is written.
    """


class vitae_header(nodes.container):
    """Name and contact details of ``owner``.

    Its children are the same content as plain paragraphs, and the photo. ``named``: whether it shows the name
    on pages, because no title does. In print, it always shows the name.
    """


class vitae_item(nodes.container, addnodes.translatable):
    """An item of a CV: ``date``, ``iso``, ``is_period``, ``organization``, ``location``, ``url``.

    Its children are a title and a body. Catalogues of the site (``locale_dirs``) translate the attributes that
    are text; a ``date`` with ``iso`` is in the language of the site already.
    """

    def preserve_original_messages(self) -> None:
        """Keep the texts as written."""
        self["written"] = {name: self[name] for name in self._translated() if self[name]}

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Replace a text with its translation."""
        for name, text in self["written"].items():
            if text == original_message:
                self[name] = translated_message

    def extract_original_messages(self) -> list[str]:
        """Return the texts as written."""
        return list(dict.fromkeys(self["written"].values()))

    def _translated(self) -> tuple[str, ...]:
        return ("organization", "location") if self["iso"] else ("organization", "location", "date")


class vitae_item_title(nodes.paragraph):
    """The title of a `vitae_item`."""


class vitae_letter(nodes.container):
    """A cover letter on its own pages.

    Its children, in this order, each of them optional: a `vitae_header`, the part ``date``, a
    `vitae_letter_to`, the parts ``subject`` and ``opening``, the body, the parts ``closing`` and
    ``name``.
    """


class vitae_letter_part(nodes.paragraph):
    """A part of a letter that has a fixed position.

    ``part``: ``date``, ``subject``, ``opening``, ``closing`` or ``name``.
    """


class vitae_letter_to(nodes.line_block):
    """The recipient of a letter; its children are the lines."""


class vitae_page_break(nodes.General, nodes.Element):
    """Starts a new page in print, and has no effect elsewhere."""


class vitae_plain(nodes.inline):
    """Content for builders without our own visitors. Other builders show it elsewhere."""


class vitae_page(nodes.Inline, nodes.TextElement):
    """The page number after a link in print, if ``label`` is on another page."""


def skip(writer: object, node: nodes.Node) -> None:
    """Skip a node that a format omits."""
    raise nodes.SkipNode
