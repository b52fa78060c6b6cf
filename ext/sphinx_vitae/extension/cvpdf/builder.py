"""The ``cvpdf`` builder, which typesets the CV with the Typst compiler from PyPI, without TeX and offline."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.errors import NoUri
from sphinx.util.display import progress_message
from sphinx.util.docutils import new_document
from sphinx.util.nodes import inline_all_toctrees

from sphinx_vitae.bib import parse_text
from sphinx_vitae.catalogue import build_day
from sphinx_vitae.model import Problem, ProblemKind
from sphinx_vitae.render.formats.typst import literal

from ..doctree.nodes import vitae_letter
from ..settings.conf_values import located
from ..settings.printed_documents import THEME, Document, documents
from ..site.problem_log import report
from ..writers.print_common import page_name
from .compiler import FOLDER, NO_COMPILER, Compiler, has_compiler
from .fonts import families, font_array, lacking
from .translator import TypstTranslator

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from ..site.domain import VitaeDomain

__all__ = ["TypstBuilder"]

_LIBRARY: Final = "vitaecv.typ"
_HEAD: Final = "#vitae-header("
#: Part of the compiler's message about characters that are missing from all fonts.
_NO_GLYPH: Final = "could not be displayed"
_SERIF: Final = "TeX Gyre Pagella"
_SANS: Final = "TeX Gyre Heros"
_SANS_SCALE: Final = "0.95"  # its letters are wider than those in the serif font
_MONO: Final = "TeX Gyre Cursor"
_MATH: Final = ("TeX Gyre Pagella Math", "New Computer Modern Math")
#: Parts of a language tag (BCP 47), by their length.
_SUBTAGS: Final = {2: "region", 4: "script"}


class TypstBuilder(Builder):
    """Creates ``cv.pdf`` and its source ``cv.typ`` for each entry in ``latex_documents`` that uses our theme."""

    name = "cvpdf"
    format = "typst"
    epilog = "The PDF files are in %(outdir)s."
    default_translator_class = TypstTranslator
    supported_image_types: ClassVar = [  # the formats in `PICTURES`
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
    ]
    allow_parallel = True  # applies to reading; documents are built one by one

    def init(self) -> None:
        """Create the compiler."""
        #: The pages in the current document.
        self.docnames: set[str] = set()
        self._compiler = Compiler()
        self._failed = False
        self.events.connect("build-finished", self._end, priority=500)

    def get_outdated_docs(self) -> str:
        """Return all documents, on every build."""
        return "all documents"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of a page in the document, or else on the site if the site's address is known.

        :raises NoUri: if the page has neither address.
        """
        if docname in self.docnames:
            return "%" + docname
        if not (url := self._domain.build.address(docname)):
            raise NoUri(docname, typ)
        return url

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the same as `get_target_uri`, because a document is a single file."""
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Do nothing: `write_documents` builds all documents at once."""

    def write_documents(self, docnames: Set[str]) -> None:
        """Write and compile each document with our theme."""
        if not has_compiler():  # an exception would show a traceback
            self._failed = True
            report([Problem(ProblemKind.PDF_FAILED, NO_COMPILER[0], fix=NO_COMPILER[1])], {})
            return
        shutil.copyfile(FOLDER / _LIBRARY, self.outdir / _LIBRARY)
        printed = [document for document in documents(self.config, self._domain.settings) if document.design]
        if not printed:
            self._complain(
                f"latex_documents does not contain a document with the theme {THEME!r}, so nothing was built"
            )
        for document in printed:
            if document.docname in self.env.all_docs:
                self._write(document)
            else:
                self._complain(
                    f"latex_documents refers to the page {document.docname!r}, which does not exist"
                )

    @property
    def _domain(self) -> VitaeDomain:
        return cast("VitaeDomain", self.env.domains["vitae"])

    def _end(self, app: Sphinx, exception: Exception | None) -> None:
        """End the command with an error if a PDF is missing."""
        if self._failed:  # the event passes the application: a builder's own `app` is deprecated
            app.statuscode = 1

    def _complain(self, message: str, fix: str = "") -> None:
        """Report a problem with the configuration."""
        problem = Problem(ProblemKind.CONFIG, message, fix=fix)
        report([located(problem, Path(self.confdir) / "conf.py")], {})

    # One document -------------------------------------------------------------------------------------

    def _write(self, document: Document) -> None:
        path = Path(self.outdir) / f"{document.name}.typ"
        with progress_message(f"processing {path.name}", nonl=False):
            tree = self._assembled(document)
            self.post_process_images(tree)
        with progress_message(f"writing {path.with_suffix('.pdf').name}"):
            translator = self.create_translator(tree, self)
            tree.walkabout(translator)
            path.parent.mkdir(parents=True, exist_ok=True)
            text = cast(TypstTranslator, translator).astext()
            head = not (_HEAD in text or any(tree.findall(vitae_letter)))
            path.write_text(self._beginning(document, path, text, head=head) + text, "utf-8")
            self._copy_images()
            self._compile(path)

    def _assembled(self, document: Document) -> nodes.document:
        """All pages of a document in one tree, as in Sphinx's LaTeX builder."""
        self.docnames = {document.docname}
        tree = self.env.get_doctree(document.docname)
        if document.toctree_only:
            title = self.env.titles[document.docname].deepcopy()
            section = nodes.section("", title, *tree.findall(addnodes.toctree))
            tree = new_document("<cvpdf>")
            tree += section
        tree["docname"] = document.docname
        tree = inline_all_toctrees(self, self.docnames, document.docname, tree, str, [document.docname])
        tree["docname"] = document.docname
        self.env.resolve_references(tree, document.docname, self)
        return tree

    def _copy_images(self) -> None:
        for source, name in self.images.items():
            target = Path(self.outdir) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(OSError):  # the compiler reports what is missing
                shutil.copyfile(Path(self.srcdir) / source, target)

    def _compile(self, path: Path) -> None:
        """Create the PDF, and report the compiler's messages. If there is no PDF, the build has failed."""
        made = self._compiler.compile(path, Path(self.outdir))
        found = []
        if made.error:
            path.with_suffix(".pdf").unlink(missing_ok=True)
            self._failed = True
            found.append((ProblemKind.PDF_FAILED, "Typst cannot typeset this document", made.error))
        if made.standards:
            message = "the PDF does not declare conformance to PDF/UA-1 and PDF/A-2a"
            if _NO_GLYPH in made.standards:
                message += "; install a font with the characters below"
            found.append((ProblemKind.PDF_STANDARD, message, made.standards))
        found += [
            (ProblemKind.PDF_DOUBTFUL, "Typst typeset this document with a warning", w) for w in made.warnings
        ]
        report([Problem(kind, f"{message}\n{said}", str(path)) for kind, message, said in found], {})

    # The preamble -------------------------------------------------------------------------------------

    def _beginning(self, document: Document, path: Path, text: str, *, head: bool) -> str:
        """The import of the library, with the design and metadata of the document as its arguments."""
        design = document.design
        assert design is not None
        day = build_day()
        words = self._domain.rendering.words
        author = str(parse_text(re.sub(r"\s*\\and\b\s*", ", ", document.author)))
        title = str(parse_text(document.title)) or self.env.titles[document.docname].astext()
        language, *subtags = (self.config.language or "en").replace("_", "-").split("-")
        facts = {
            "name": literal(author),
            "title": literal(title),
            "date": f"datetime(year: {day.year}, month: {day.month}, day: {day.day})",
            "lang": literal(language),
            **{_SUBTAGS[len(tag)]: literal(tag.lower()) for tag in subtags if len(tag) in _SUBTAGS},
            **({"dir": "rtl"} if words.from_right else {}),
            **({"lacking": unknown} if (unknown := self._lacking(path, text)) != "()" else {}),
            "paper": literal(design.paper),
            "accent": literal(design.accent),
            "fontsize": literal(design.size),
            "density": literal(design.density),
            "page-name": literal("{}".join(page_name(words))),
            "page-numbers": str(design.page_numbers).lower(),
            **({"scale": _SANS_SCALE} if design.font == "sans" else {}),
            "fonts": self._fonts(text, self._face(design.font), sans=design.font == "sans"),
            "sans": self._fonts(text, _SANS, sans=True),
            "mono": self._fonts(text, _MONO, sans=True),
            "math": self._fonts("", *_MATH),
        }
        arguments = "".join(f"\n  {name}: {value}," for name, value in facts.items())
        above = (
            f"{_HEAD}{literal(author or title)}, {literal(title if author else '')}, [])\n" if head else ""
        )
        return f'#import "/{_LIBRARY}": *\n#show: vitae-cv.with({arguments}\n)\n{above}'

    def _face(self, wanted: str) -> str:
        """The name of the font for the text."""
        if wanted in {"serif", "sans"}:
            return _SERIF if wanted == "serif" else _SANS
        known = {name.casefold(): name for name in self._compiler.families}
        if wanted.casefold() in known:
            return known[wanted.casefold()]
        self._complain(f"vitae_cv contains the font {wanted!r}, which is not installed", f"{_SERIF} was used")
        return _SERIF

    def _fonts(self, text: str, *wanted: str, sans: bool = False) -> str:
        """The requested fonts and the fallbacks for missing characters, if they are installed."""
        found = families(wanted, self._compiler.families, self.config.language or "", sans=sans)
        return font_array(found, wanted, text)

    def _lacking(self, path: Path, text: str) -> str:
        """The characters of scripts without a font, which are reported and replaced by question marks."""
        scripts = lacking(text, self._compiler.families, self.config.language or "")
        for script in scripts:
            message = f"no installed font has {script.name} characters"
            fix = f"they are printed as question marks; install a font (Debian, Ubuntu: {script.package})"
            report([Problem(ProblemKind.PDF_STANDARD, message, str(path), fix=fix)], {})
        patterns = (literal(f"[{script.letters}]") for script in scripts)
        return f"({''.join(f'{pattern}, ' for pattern in patterns)})"
