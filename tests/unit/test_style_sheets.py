"""The files of the design: their size, and what they repeat of the code."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import sphinx_vitae
from sphinx_vitae.extension.builds import site_design
from sphinx_vitae.extension.files import style_sheets
from sphinx_vitae.model import colours

PACKAGE = Path(sphinx_vitae.__file__).parent
LISTS, SITE = PACKAGE / "static" / "vitae.css", PACKAGE / "site_static" / "vitae-site.css"
SHEETS = sorted((PACKAGE / "static").glob("*.css"))
FONTS = PACKAGE / "site_static" / "fonts"
PAGES = PACKAGE.parents[1] / "docs" / "_static"
#: Declarations that name a side of the page, and why they may.
SIDES = {
    "--vitae-start: left": "properties that have no logical form use this variable",
    "--vitae-end: right": "likewise",
    "--vitae-start: right": "likewise, from right to left",
    "--vitae-end: left": "likewise, from right to left",
    "border-width: 0 1.5px 1.5px 0": "an arrow that points down, once it is rotated",
}


def test_style_sheets_and_script_are_small() -> None:
    sheets = [style_sheets.compact(path.read_text("utf-8")) for path in (*SHEETS, SITE)]
    files = [*(sheet.encode() for sheet in sheets), (PACKAGE / "static" / "vitae.js").read_bytes()]
    assert sum(len(gzip.compress(file)) for file in files) <= 22_000
    assert len(style_sheets.compact(LISTS.read_text("utf-8"))) <= 30_000


def test_a_compact_style_sheet_has_no_comments_and_keeps_strings_and_spaces_with_a_meaning() -> None:
    css = """
    /* a "comment" */
    a > b :hover , c::after {  /* it's one */
      width: calc(1px + 2px) ;
      content: " /* text */ : { } ";
      background: url('data:a;b,  c');
    }
    @media (min-width: 40em) and (max-width: 50em) { d:has(> e) + f { margin: 0 auto; } }
    """
    assert style_sheets.compact(css) == (
        'a>b :hover,c::after{width:calc(1px + 2px);content:" /* text */ : { } ";'
        "background:url('data:a;b,  c')}"
        "@media (min-width:40em) and (max-width:50em){d:has(>e) + f{margin:0 auto}}"
    )


def test_files_of_an_earlier_version_are_not_published(tmp_path: Path) -> None:
    folder = tmp_path / "static"
    registered: list[Path] = []
    (folder / "fonts").mkdir(parents=True)
    for name in ("old.css", "fonts/old.woff2", "new.css"):
        (folder / name).write_text("a { b: c }", "utf-8")
    app: Any = SimpleNamespace(doctreedir=tmp_path / "doctrees", add_static_dir=registered.append)
    style_sheets.add_folder(app, folder)
    (folder / "old.css").unlink()
    (folder / "fonts" / "old.woff2").unlink()
    style_sheets.add_folder(app, folder)
    assert [path.name for path in registered[-1].rglob("*") if path.is_file()] == ["new.css"]


def test_an_accent_is_darkened_to_the_same_limits_on_pages_and_in_print() -> None:
    found = re.findall(
        r"oklch\(from var\(--vitae-accent\) min\(l, ([.\d]+)\) min\(c, ([.\d]+)\) h\)",
        LISTS.read_text("utf-8"),
    )
    assert [tuple(map(float, limits)) for limits in found] == [(colours._LIGHTEST, colours._MOST_VIVID)]


def test_every_font_that_is_named_is_there_with_its_licence() -> None:
    named = set(re.findall(r'url\("fonts/([\w-]+)\.woff2"\)', SITE.read_text("utf-8")))
    assert named == {path.stem for path in FONTS.glob("*.woff2")}
    assert named == {*site_design._fonts("<i>Ł</i>")}
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) <= 260_000


def test_a_letter_is_preloaded_from_the_file_that_has_it() -> None:
    ranges = dict(
        re.findall(r"vitae-sans-([\w-]+)\.woff2.*?unicode-range: ([^;]+);", SITE.read_text("utf-8"), re.S)
    )

    def covers(part: str, letter: str) -> bool:
        bounds = [span.removeprefix("U+").split("-") for span in ranges[part].split(", ")]
        return any(
            int(first, 16) <= ord(letter) <= int(last[-1], 16)
            for first, *last in ((b[0], *b) for b in bounds)
        )

    for number in (*range(0x20, 0x2BB), *range(0x1E00, 0x1F00)):
        letter = chr(number)
        extended = any(name.endswith("latin-ext") for name in site_design._fonts(letter))
        assert extended == covers("latin-ext", letter), f"U+{number:04X}"


def _sided(text: str) -> list[str]:
    """The declarations in a style sheet that name the left or right side, also by four different values."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    found = []
    for declaration in re.findall(r"(?<=[{;])\s*([\w-]+:[^;{}]+)(?=[;}])", text):
        name, _, value = declaration.partition(":")
        parts = re.sub(r"\([^)]*\)", "()", value).split()
        sides = re.search(r"\b(?:left|right)\b", declaration)
        edges = re.fullmatch(r"margin|padding|inset|border-(?:width|style|color|radius)", name)
        if sides or (edges and len(parts) == 4 and parts[1] != parts[3]):
            found.append(declaration.strip())
    return found


def test_style_sheets_mirror_themselves_from_right_to_left() -> None:
    files = sorted({*PACKAGE.rglob("*.css"), *PAGES.rglob("*.css")})
    found = [declaration for path in files for declaration in _sided(path.read_text("utf-8"))]
    assert {*SHEETS, SITE} <= {*files}
    assert sorted(found) == sorted(SIDES), "use logical properties, such as margin-inline-start"


def test_a_declaration_that_names_a_side_is_found() -> None:
    assert _sided("a { margin: 0 1px 2px 0; top: 0 }") == ["margin: 0 1px 2px 0"]
    assert _sided("a{left:0;float:right}") == ["left:0", "float:right"]
    assert _sided("/* left */ a { inset-inline-start: 0; margin: 0 1px 2px; padding: 1px 2px 3px 2px }") == []
