"""A browser, and the site beside this file as each theme shows it.

The browser is the system's Chromium: nothing is downloaded. Without it, or without Playwright, these tests are
skipped; in CI, where the session `browser` has put both there, that is a failure.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

HERE = Path(__file__).resolve().parent
EXTENSION = HERE.parents[1] / "ext"
OFFLINE = (
    "--headless",
    "--no-sandbox",  # in a container, Chromium's own sandbox has nothing to build on
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def missing(what: str) -> NoReturn:
    """Skip, except where everything should be there."""
    reason = f"{what} is missing; `python3 noxfile.py browser` brings the packages, the system Chromium"
    if os.environ.get("CI") and importlib.util.find_spec("playwright"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[BrowserContext]:
    """One window for all tests, which so read style sheets once."""
    if not importlib.util.find_spec("playwright"):
        missing("Playwright")
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        missing("Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(OFFLINE))
        window = started.new_context(reduced_motion="reduce")
        window.add_init_script("localStorage.clear()")  # where themes remember light and dark
        yield window
        started.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of the site in a theme (``furo``), or with a tag (``furo+profile``), built when it is first wanted."""
    root = tmp_path_factory.mktemp("themes")

    def build(name: str) -> Path:
        theme, *tags = name.split("+")
        if not importlib.util.find_spec(theme):
            missing(theme)
        out = root / name
        if not out.exists():
            options = (
                "-q",
                "-W",
                "-b",
                "html",
                "-D",
                f"html_theme={theme}",
                "-d",
                str(root / "-".join(["read", *tags])),  # what is read does not depend on the theme
                *(f"-t{tag}" for tag in tags),
            )
            run = subprocess.run(
                [sys.executable, "-m", "sphinx", *options, str(HERE / "site"), str(out)],
                env={**os.environ, "PYTHONPATH": str(EXTENSION)},
                capture_output=True,
                text=True,
                check=False,
            )
            assert run.returncode == 0, run.stderr
        return out

    return build


@pytest.fixture(scope="session")
def served(built: Callable[[str], Path]) -> Iterator[Callable[[str], str]]:
    """The address of the site in a theme. Browsers preload fonts from servers, not from files."""
    servers: dict[str, ThreadingHTTPServer] = {}

    def serve(name: str) -> str:
        if name not in servers:
            handler = functools.partial(_Quiet, directory=str(built(name)))
            servers[name] = ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=servers[name].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[name].server_port}"

    yield serve
    for server in servers.values():
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


@pytest.fixture(scope="session")
def visit(browser: BrowserContext, built: Callable[[str], Path]) -> Callable[..., Page]:
    """Open a page of the site. All tests share one tab, because a tab takes longer to open than a page to load."""
    page = browser.new_page()

    def open_page(theme: str, name: str, *, width: int = 1280, dark: bool = False) -> Page:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media="screen", color_scheme="dark" if dark else "light")
        page.goto("about:blank")  # else a page that differs in its fragment alone is not loaded again
        page.goto((built(theme) / f"{name}.html").as_uri())
        page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
        return page

    return open_page
