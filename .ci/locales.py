"""Extract the phrases that are printed, and update and compile the catalogues in ext/sphinx_vitae/locales.

``python .ci/locales.py`` writes sphinx_vitae.pot, adds new phrases to each .po file, and compiles it. With
``--check`` it writes nothing, and fails if a file would change. ``--add LANGUAGE`` begins a catalogue.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from python_phrases import python_phrases

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = ROOT / "ext" / "sphinx_vitae"
LOCALES: Final = PACKAGE / "locales"
NAME: Final = "sphinx_vitae"
#: The functions that mark or translate a phrase → the arguments that are phrases; "c": a context.
KEYWORDS: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("N_", "_", "words", "_words", "around", "said", "word")),
    **dict.fromkeys(("NN_", "ngettext", "plural", "counted", "ordinal", "edition"), (1, 2)),
    **dict.fromkeys(("pgettext", "in_context"), ((1, "c"), 2)),
}
#: In these modules, `words` is a function that splits a string, or `_` translates phrases of Sphinx.
WITHOUT_PHRASES: Final = (
    "render/mathematics/commands.py",
    "render/styles/sentence_case.py",
    "extension/cvpdf/translator.py",
)
#: Folders with phrases that the code marks, but does not print; there, `words` is that function, too.
MARKED_ONLY: Final = ("bib", "export", "model", "imports")
TEMPLATES: Final = {
    "html": {},
    "site": {},
    "print": {
        "block_start_string": "<%",
        "block_end_string": "%>",
        "variable_start_string": "<%=",
        "variable_end_string": "%>",
        "comment_start_string": "<#",
        "comment_end_string": "#>",
    },
}
COMMENTS: Final = ("Translators:",)
#: Where something is inserted: ``{}`` or ``{name}``.
PLACEHOLDER: Final = re.compile(r"\{\w*\}")
#: The header has no other date, so that it changes only with the phrases.
NO_DATE: Final = datetime(2026, 1, 1, tzinfo=UTC)


def sources() -> Iterator[tuple[Path, Any, Iterable[str], Mapping[str, Any]]]:
    """The files with phrases, each with its method, keywords and options."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if name not in WITHOUT_PHRASES:
            marked = name.split("/")[0] in MARKED_ONLY
            yield path, python_phrases, ("N_", "NN_") if marked else tuple(KEYWORDS), {}
    for folder, options in TEMPLATES.items():
        for path in sorted((PACKAGE / "templates").rglob("*")):
            if path.is_file() and (
                folder in path.parts or (folder == "print" and path.suffixes[:1] == [".tex"])
            ):
                yield path, "jinja2.ext:babel_extract", ("_", "ngettext", "pgettext"), options


def template() -> Catalog:
    """All phrases, in alphabetical order."""
    catalog = Catalog(
        project="Sphinx Vitae",
        version="",
        copyright_holder="Sphinx Vitae contributors",
        msgid_bugs_address="",
        creation_date=NO_DATE,
        revision_date=NO_DATE,
        header_comment="# Phrases that Sphinx Vitae prints.",
    )
    for path, method, names, options in sources():
        keywords = {name: KEYWORDS[name] for name in names}
        with path.open("rb") as file:
            found = extract(
                method, file, keywords, COMMENTS, {**options, "silent": "false"}, strip_comment_tags=True
            )
            for _, message, comments, context in found:
                where = path.relative_to(PACKAGE).as_posix()
                catalog.add(message, None, [(where, 0)], auto_comments=comments, context=context)
    return catalog


class Unversioned(Catalog):
    """A catalogue whose header does not name the version of Babel, so that all versions write the same."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        vars(self).update(vars(catalog))

    @property  # type: ignore[misc]  # which Babel also sets, when it reads a file
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the header. Babel ends the last one with a blank line."""
        *headers, (name, value) = (line for line in super().mime_headers if line[0] != "Generated-By")
        return [*headers, (name, f"{value}\n")]


def written(catalog: Catalog) -> bytes:
    """The text of a catalogue, with the names of files, but without lines, which change all the time.

    Only later versions of Babel set the flag for placeholders, so that we set it.
    """
    for message in catalog:
        texts = (message.id,) if isinstance(message.id, str) else message.id
        if any(map(PLACEHOLDER.search, texts)):
            message.flags.add("python-brace-format")
    out = io.BytesIO()
    write_po(out, Unversioned(catalog), width=110, sort_output=True, include_lineno=False, omit_header=False)
    return out.getvalue()


def updated(path: Path, phrases: Catalog) -> Catalog:
    """A catalogue with all phrases; those that are no longer printed are removed."""
    language = path.parents[1].name
    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    catalog.update(phrases, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.creation_date = catalog.revision_date = NO_DATE
    catalog.header_comment = f"# {Locale.parse(language).english_name}: phrases that Sphinx Vitae prints."
    catalog.last_translator = "Sphinx Vitae contributors"
    catalog.language_team = ""
    return catalog


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as gettext reads it, without what is fuzzy."""
    out = io.BytesIO()
    write_mo(out, Unversioned(catalog))
    return out.getvalue()


def files(languages: Iterable[str]) -> Iterator[tuple[Path, bytes]]:
    """All files of the folder, as they should be.

    :param languages: those to begin a catalogue for.
    """
    phrases = template()
    yield LOCALES / f"{NAME}.pot", written(phrases)
    for language in languages:
        path = LOCALES / language / "LC_MESSAGES" / f"{NAME}.po"
        if not path.exists():
            path.parent.mkdir(parents=True)
            path.write_bytes(written(Catalog(locale=language)))
    for path in sorted(LOCALES.glob(f"*/LC_MESSAGES/{NAME}.po")):
        catalog = updated(path, phrases)
        yield path, written(catalog)
        yield path.with_suffix(".mo"), compiled(catalog)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if a file would change")
    parser.add_argument("--add", action="append", default=[], metavar="LANGUAGE", help="begin a catalogue")
    arguments = parser.parse_args()
    stale = []
    for path, content in files(arguments.add):
        if path.exists() and path.read_bytes() == content:
            continue
        stale.append(path.relative_to(ROOT).as_posix())
        if not arguments.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    print("\n".join(stale) or "All catalogues are up to date.")
    if stale and arguments.check:
        print("Run python3 noxfile.py locales and commit these files.")
    return int(bool(stale) and arguments.check)


if __name__ == "__main__":
    sys.exit(main())
