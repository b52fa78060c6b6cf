"""The Typst compiler of PyPI (package ``typst``): source → PDF, without a network.

It brings the compiler and no fonts to speak of: those of the CV lie beside its library, and for characters
that they lack, those of the system are taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["FOLDER", "NO_COMPILER", "Compiled", "Compiler", "has_compiler"]

#: The library of the CV, and its fonts.
FOLDER: Final = Path(__file__).resolve().parents[2] / "typst_theme"
#: What is said without it, and what to do.
NO_COMPILER: Final = (
    "the builder cvpdf needs the Typst compiler, and Python has no package 'typst'",
    "install it: python -m pip install 'typst>=0.15'",
)
#: PDF for everybody, and for archives: the compiler refuses what breaks their rules.
_STANDARDS: Final = ("ua-1", "a-2a")
#: How the compiler says that a text that depends on its own place comes and goes for ever.
_RESTLESS: Final = "did not converge"


@dataclass(frozen=True, slots=True)
class Compiled:
    """What came of a document.

    :param error: why there is no PDF; empty if there is one.
    :param standards: why the PDF does not claim to follow the standards; empty if it does.
    :param warnings: what else the compiler said.
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
    """The compiler, with our fonts and those of the system."""

    def __init__(self) -> None:
        self._typst: Any = _package()

    @cached_property
    def _fonts(self) -> Any:
        return self._typst.Fonts(font_paths=[str(FOLDER / "fonts")])

    @cached_property
    def families(self) -> frozenset[str]:
        """The names of all fonts that there are."""
        return frozenset(self._fonts.families())

    def compile(self, source: Path, root: Path) -> Compiled:
        """Make ``cv.pdf`` of ``cv.typ``.

        :param root: the folder that holds the library, and all that a document may read.
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
        """Compile once; what comes and goes is printed throughout at the second try."""
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
    """An error or a warning of the compiler, with the line of the source that it is about."""
    return str(message.diagnostic).strip() or str(message.message)
