"""The Typst compiler from PyPI (package ``typst``): source → PDF, offline.

The PyPI package contains few fonts. The CV's fonts are in the same folder as its Typst
library. For other characters, system fonts are used.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["FOLDER", "NO_COMPILER", "Compiled", "Compiler", "has_compiler"]

#: The folder with the CV's Typst library and fonts.
FOLDER: Final = Path(__file__).resolve().parents[2] / "typst_theme"
#: Message and fix if the compiler is missing.
NO_COMPILER: Final = (
    "the cvpdf builder needs the Typst compiler, but the 'typst' package is not installed",
    "install it: python -m pip install 'typst>=0.15'",
)
#: The standards for accessible and archivable PDF. The compiler rejects documents that violate a rule of
#: these standards.
_STANDARDS: Final = ("ua-1", "a-2a")
#: Part of the compiler's message about text that depends on its own position and never converges.
_RESTLESS: Final = "did not converge"


@dataclass(frozen=True, slots=True)
class Compiled:
    """The result of a compilation.

    :param error: why there is no PDF; empty if there is one.
    :param standards: why the PDF does not declare conformance to the standards; empty if it does.
    :param warnings: the compiler's other messages.
    """

    error: str = ""
    standards: str = ""
    warnings: tuple[str, ...] = ()


def _package() -> ModuleType | None:
    try:
        import typst
    except ImportError:
        return None
    return typst


def has_compiler() -> bool:
    """Whether the package is installed."""
    return _package() is not None


class Compiler:
    """The compiler, with our fonts and the system fonts."""

    def __init__(self) -> None:
        self._typst: Any = _package()

    @cached_property
    def _fonts(self) -> Any:
        return self._typst.Fonts(font_paths=[str(FOLDER / "fonts")])

    @cached_property
    def families(self) -> frozenset[str]:
        """The names of all available font families."""
        return frozenset(self._fonts.families())

    def compile(self, source: Path, root: Path) -> Compiled:
        """Create ``cv.pdf`` from ``cv.typ``.

        :param root: the folder with the library and all files that the document may read.
        """
        standards = ""
        try:
            made = self._run(source, root, _STANDARDS)
        except self._typst.TypstError as error:
            if not error.message.startswith("PDF/"):
                return Compiled(error=_said(error))
            standards = _said(error)
            try:
                made = self._run(source, root, ())
            except self._typst.TypstError as other:
                return Compiled(error=_said(other))
        return Compiled(standards=standards, warnings=tuple(map(_said, made)))

    def _run(self, source: Path, root: Path, standards: tuple[str, ...]) -> list[Any]:
        """Compile a document.

        If the layout does not converge, try again, and always print the text that depends on its position.
        """
        compiler = self._typst.Compiler(input=str(source), root=str(root), font_paths=self._fonts)
        output = str(source.with_suffix(".pdf"))
        _, warnings = compiler.compile_with_warnings(output=output, pdf_standards=list(standards))
        if any(_RESTLESS in warning.message for warning in warnings):
            inputs = {"pages": "all"}
            _, warnings = compiler.compile_with_warnings(
                output=output, pdf_standards=list(standards), sys_inputs=inputs
            )
        found: list[Any] = warnings
        return found


def _said(message: Any) -> str:
    """An error or warning from the compiler, with its line in the source."""
    return str(message.diagnostic).strip() or str(message.message)
