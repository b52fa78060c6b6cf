"""Zotero's translators, in its own translation server on this machine."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.error import URLError

from bs4 import BeautifulSoup

from .programs import NodePackages, Reading, need

__all__ = ["check_zotero"]

_STARTED_WITHIN: Final = 60
_POLL: Final = 0.5


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def check_zotero(site: Path, work: Path, packages: NodePackages) -> Iterator[Reading]:
    """Every page of a work or talk imports with the right item type, title and authors."""
    need("node")
    pages = [page for page in map(partial(_expected, site), sorted(site.rglob("*.html"))) if page]
    with _served(site) as here, _translating(Path(os.environ["ZOTERO_TRANSLATION_SERVER"])) as server:
        for path, kind, title, authors in pages:
            item = _imported(server, f"{here}/{path}")
            rejected = []
            if (item.get("itemType"), item.get("title")) != (kind, title):
                rejected.append(
                    f"{path}: {item.get('itemType')} {item.get('title')!r} instead of {kind} {title!r}"
                )
            found = [
                f"{each.get('lastName', each.get('name', ''))}"
                for each in item.get("creators", ())
                if each["creatorType"] != "editor"
            ]
            if len(found) != len(authors):
                rejected.append(f"{path}: {len(found)} authors instead of {len(authors)}")
            yield Reading("pages", 1, rejected)


def _expected(site: Path, path: Path) -> tuple[str, str, str, list[str]] | None:
    """The path, item type, title and authors of a page with Highwire tags."""
    text = path.read_text("utf-8")
    if "citation_title" not in text:
        return None
    soup = BeautifulSoup(text, "html.parser")

    def contents(name: str) -> list[str]:
        return [str(tag["content"]) for tag in soup.find_all("meta", attrs={"name": name})]

    return (
        path.relative_to(site).as_posix(),
        contents("z:itemType")[0],
        contents("citation_title")[0],
        contents("citation_author"),
    )


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@contextmanager
def _translating(folder: Path) -> Iterator[str]:
    """Zotero's server, on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "NODE_CONFIG": json.dumps({"port": port, "host": "127.0.0.1"})}
    process = subprocess.Popen(
        ["node", "src/server.js"],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _wait(port: int) -> None:
    until = time.monotonic() + _STARTED_WITHIN
    while time.monotonic() < until:
        with socket.socket() as there:
            if there.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(_POLL)
    raise SystemExit("Zotero's translation server did not start")


def _imported(server: str, address: str) -> dict[str, Any]:
    request = urllib.request.Request(f"{server}/web", address.encode(), {"Content-Type": "text/plain"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            items = json.loads(answer.read())
    except (URLError, ValueError) as error:
        return {"itemType": str(error)}
    return items[0] if isinstance(items, list) and items else {"itemType": "several items"}
