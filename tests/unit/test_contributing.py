"""The pages for contributors name files that exist, every package, and every session of nox."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "ext" / "sphinx_vitae"
PAGES = sorted((ROOT / "docs" / "contributing").glob("*.md"))
#: A path in backquotes: it has a slash, or ends like a file. Files of a build, options and dotted names are none.
PATH = re.compile(r"`([\w.-]+(?:/[\w.-]+)+/?|[\w-]+\.(?:py|md|toml|bib|css|cls|yaml))`")
#: What exists only on the pages: files of examples and of builds.
INVENTED = {"conf.py", "page.md"}


def exists(path: str) -> bool:
    """Whether a path exists from the root of the checkout, or from the package."""
    return any((folder / path).exists() for folder in (ROOT, PACKAGE))


def test_every_path_on_the_pages_for_contributors_exists() -> None:
    named = {(page.name, path) for page in PAGES for path in PATH.findall(page.read_text("utf-8"))}
    assert len(named) > 60  # a test that saw nothing would prove nothing
    assert [each for each in sorted(named) if each[1] not in INVENTED and not exists(each[1])] == []


def test_every_declaration_that_a_recipe_names_is_in_a_file_that_it_names() -> None:
    """`KINDS` in `bib/links.py`."""
    text = (ROOT / "docs" / "contributing" / "recipes.md").read_text("utf-8")
    seen = 0
    for recipe in re.split(r"^### ", text, flags=re.M)[1:]:
        files = [PACKAGE / path for path in PATH.findall(recipe) if (PACKAGE / path).is_file()]
        code = "\n".join(file.read_text("utf-8") for file in files)
        for name in re.findall(r"`(_?[A-Z]{2,}[A-Z_]*|[A-Z][a-z]+[A-Za-z]*)`", recipe):
            seen += 1
            assert re.search(rf"^(?:class )?{name}\b", code, re.M) or name == "Problem", (recipe[:30], name)
    assert seen > 10


def test_every_package_is_described() -> None:
    text = (ROOT / "docs" / "contributing" / "index.md").read_text("utf-8")
    rooms = (PACKAGE / "extension", PACKAGE / "render", PACKAGE / "bib", PACKAGE / "export")
    folders = {path.parent.name for room in rooms for path in room.glob("*/__init__.py")}
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert [name for name in sorted(folders) if f"| `{name}` |" not in text] == []
    assert [name for name in sorted(packages) if f"| `ext/sphinx_vitae/{name}` |" not in text] == []


def test_every_session_is_described() -> None:
    tree = ast.parse((ROOT / "noxfile.py").read_text("utf-8"))
    sessions = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and any("nox.session" in ast.unparse(each) for each in node.decorator_list)
    ]
    assert len(sessions) >= 9
    text = (ROOT / "docs" / "contributing" / "index.md").read_text("utf-8")
    assert [name for name in sessions if f"| `{name}` |" not in text] == []
