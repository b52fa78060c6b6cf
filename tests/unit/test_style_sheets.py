"""The files of the design: their size, and what they repeat of the code."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import sphinx_vitae
from sphinx_vitae.extension.builds import site_design
from sphinx_vitae.model import colours

PACKAGE = Path(sphinx_vitae.__file__).parent
LISTS, SITE = PACKAGE / "static" / "vitae.css", PACKAGE / "site_static" / "vitae-site.css"
FONTS = PACKAGE / "site_static" / "fonts"


def test_style_sheets_and_script_are_small() -> None:
    sizes = [len(gzip.compress(path.read_bytes())) for path in (LISTS, SITE, PACKAGE / "static" / "vitae.js")]
    assert sum(sizes) <= 25_000


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
