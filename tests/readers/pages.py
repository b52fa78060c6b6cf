"""The built pages: HTML, links, and the JSON-LD in them and in exports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bs4 import BeautifulSoup

from .exported import json_documents
from .programs import NodePackages, Reading, need, run

__all__ = ["PAGE_CHECKS"]

#: Documents in one file for the compiler, which takes long for many types at once.
_CHUNK: Final = 60
#: Sphinx's own captions above the pages in a side bar.
_OF_SPHINX: Final = '<p class="caption" role="heading">'
_POSITION: Final = re.compile(r"(\w+\.ts)\((\d+),\d+\): error")


def html(site: Path, work: Path, packages: NodePackages) -> Iterator[Reading]:
    """The Nu HTML checker finds no error on any page."""
    need("java")
    jar = packages.path("vnu-jar", "build", "dist", "vnu.jar")
    done = run("java", "-Xss8m", "-jar", jar, "--skip-non-html", "--errors-only", "--format", "json", site)
    found = json.loads(done.stderr or '{"messages": []}')["messages"]
    rejected = [
        f"{Path(each.get('url', '')).name}:{each.get('lastLine', 0)}: {each['message']}: {each.get('extract', '')[:120]!r}"
        for each in found
        if each.get("type") in ("error", "non-document-error") and _OF_SPHINX not in each.get("extract", "")
    ]
    yield Reading("pages", len(list(site.rglob("*.html"))), rejected)


def links(site: Path, work: Path, packages: NodePackages) -> Iterator[Reading]:
    """Every link within the site leads somewhere."""
    need("node")
    program = packages.path("linkinator", "build", "src", "cli.js")
    command = (
        "node",
        program,
        ".",
        "--recurse",
        "--format",
        "json",
        "--skip",
        r"^https?://(?!localhost|127\.)",
        "--skip",
        "^mailto:",
    )
    done = run(*command, cwd=site)
    try:
        found = json.loads(done.stdout)["links"]
    except (ValueError, KeyError):
        found = []
    rejected = [f"{each['url']} on {each.get('parent', '')}" for each in found if each["state"] == "BROKEN"]
    yield Reading("links", sum(each["state"] == "OK" for each in found), rejected)


def json_ld(site: Path, work: Path, packages: NodePackages) -> Iterator[Reading]:
    """TypeScript accepts every document as the type that it says it is, with the types of schema-dts."""
    exported = list(json_documents(work))
    yield Reading("works and talks", len(exported), _typed(exported, work / "typescript", packages))
    on_pages = list(_on_pages(site))
    yield Reading("documents on pages", len(on_pages), _typed(on_pages, work / "typescript-pages", packages))


def _on_pages(site: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        if "application/ld+json" in text:
            soup = BeautifulSoup(text, "html.parser")
            for script in soup.find_all("script", type="application/ld+json"):
                yield path.relative_to(site).as_posix(), json.loads(script.string or "")


def _typed(documents: list[tuple[str, dict[str, Any]]], folder: Path, packages: NodePackages) -> list[str]:
    """Errors of the compiler, each with the name of its document."""
    if not documents:
        return []
    tsc = packages.path("typescript", "bin", "tsc")
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.ts"):
        stale.unlink()
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(packages.path().resolve(), target_is_directory=True)
    (folder / "package.json").write_text('{"type": "module"}')
    for number in range(0, len(documents), _CHUNK):
        lines = []
        for place, (_, node) in enumerate(documents[number : number + _CHUNK], number):
            kind = f"s.{node['@type']}"
            lines.append(
                f"export const x{place}: s.WithContext<{kind}> = {json.dumps({'@context': 'https://schema.org', **node})};"
            )
        (folder / f"d{number}.ts").write_text(
            "\n".join(['import type * as s from "schema-dts";', *lines]), "utf-8"
        )
    options = (
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--module",
        "nodenext",
        "--moduleResolution",
        "nodenext",
    )
    done = run(
        "node",
        "--stack-size=4000",
        tsc,
        *options,
        *sorted(path.name for path in folder.glob("*.ts")),
        cwd=folder,
    )
    rejected = []
    for line in done.stdout.splitlines():
        if found := _POSITION.match(line):
            place = int(found[1][1:-3]) + int(found[2]) - 2
            rejected.append(
                f"{documents[place][0]}: {documents[place][1].get('name', '')[:40]}: {line[:250]}"
            )
        elif not line.startswith(" ") and rejected == []:
            rejected.append(line[:300])
    return rejected


PAGE_CHECKS: Final = {"Nu HTML checker": html, "linkinator": links, "schema-dts, tsc": json_ld}
