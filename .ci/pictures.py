"""Create the pictures in the README and the documentation from the pages and PDFs of a build.

``python .ci/pictures.py [NAME...]`` builds the demo for the gallery and the documents, and writes all
pictures, or only the given ones, to docs/pictures. It requires Chromium and Poppler. With the same versions
of both, equal builds result in equal pictures.
"""

from __future__ import annotations

import functools
import http.server
import io
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import demo

if TYPE_CHECKING:
    from PIL import Image
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "_build" / "pictures"
PICTURES = ROOT / "docs" / "pictures"
TODAY = "2026-01-15"  # for dates such as "present", and for lists of what is to come
BROWSER = ("--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--disable-background-networking")
#: Waits until the fonts and the images in the window are loaded and drawn; fails if an image cannot be shown.
READY = """async () => {
  await document.fonts.ready;
  const inside = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
  await Promise.all(inside.map((image) => image.decode()));
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}"""


@dataclass(frozen=True, slots=True)
class Page:
    """The top of an HTML page, in a window of this size."""

    address: str
    width: int = 1280
    height: int = 800
    dark: bool = False


@dataclass(frozen=True, slots=True)
class Sheets:
    """The first two pages of a PDF, side by side."""

    document: str


#: File name → its source, below the build folder.
DECLARED: Final[dict[str, Page | Sheets]] = {
    "demo-home": Page("demo/index.html", 1440, 900),
    "demo-home-dark": Page("demo/index.html", dark=True),
    "demo-publications": Page("demo/publications.html"),
    "demo-work": Page("demo/publications/ice2024.html"),
    "demo-group": Page("demo/group.html"),
    "demo-cv": Sheets("demo/cv.pdf"),
    "guyue-huang": Page("docs/index.html"),
    "guyue-huang-cv": Sheets("docs/cv.pdf"),
    "hanxian-huang": Sheets("docs/cv-hanxian-huang.pdf"),
    "hui-guan": Page("docs/gallery/hui-guan.html"),
    "aisys": Page("docs/gallery/aisys.html"),
}


def build(name: str) -> None:
    """Build the demo, without its banner in the gallery, or the documents. Both include the PDFs."""
    options = ("-t", "pdf", "-D", f"vitae_today={TODAY}")
    source = ROOT / "docs"
    if name == "demo":
        source = BUILD / "source"
        demo.write(source)
    demo.build(source, BUILD / name, BUILD / f"{name}.build", *options)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The URL of a folder on a local server, because browsers do not preload fonts from files."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=folder)
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def photograph(browser: Browser, address: str, page: Page) -> Image.Image:
    from PIL import Image

    window = browser.new_page(
        viewport={"width": page.width, "height": page.height},
        color_scheme="dark" if page.dark else "light",
        reduced_motion="reduce",
    )
    window.goto(f"{address}/{page.address}")
    window.reload()  # the fonts are now cached, so that they are used from the first line on
    window.evaluate(READY)
    made = window.screenshot(animations="disabled")
    window.close()
    return Image.open(io.BytesIO(made)).convert("RGB")


def sheets(path: Path) -> Image.Image:
    from PIL import Image

    program = shutil.which("pdftoppm")
    if program is None:
        sys.exit("pdftoppm is missing. Debian, Ubuntu: sudo apt install poppler-utils")
    parts = []
    for page in ("1", "2"):
        command = [program, "-png", "-r", "96", "-f", page, "-singlefile", str(path)]
        made = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
        parts.append(Image.open(io.BytesIO(made)).convert("RGB"))
    width, height = parts[0].size
    gap = width // 40
    sheet = Image.new("RGB", (2 * width + 3 * gap, height + 2 * gap), "#e9e7e2")
    for number, part in enumerate(parts):
        sheet.paste(part, (gap + number * (width + gap), gap))
    return sheet


def save(picture: Image.Image, path: Path) -> None:
    """Save an image as a PNG file with a palette."""
    from PIL import Image

    small = picture.quantize(256, Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
    path.parent.mkdir(exist_ok=True)
    small.save(path, "PNG", optimize=True)
    print(f"{path.relative_to(ROOT)}: {picture.width} × {picture.height}, {path.stat().st_size // 1000} kB")


def main(*names: str) -> int:
    if unknown := set(names) - DECLARED.keys():
        sys.exit(f"{unknown.pop()} is unknown; pictures: {', '.join(DECLARED)}")
    from playwright.sync_api import sync_playwright

    wanted = {name: shot for name, shot in DECLARED.items() if not names or name in names}
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # for the metadata of PDFs
    sources = [shot.address if isinstance(shot, Page) else shot.document for shot in wanted.values()]
    for name in sorted({source.split("/")[0] for source in sources}):
        build(name)
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.exit("Chromium is missing. Debian, Ubuntu: sudo apt install chromium")
    with served(BUILD) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(BROWSER))
        for name, shot in wanted.items():
            picture = (
                photograph(browser, address, shot)
                if isinstance(shot, Page)
                else sheets(BUILD / shot.document)
            )
            save(picture, PICTURES / f"{name}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
