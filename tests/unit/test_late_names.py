"""Packages that import a module when one of its names is first used, and a build that uses few of them."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from sphinx_vitae.model.late_names import late_names

PACKAGE = Path(__file__).resolve().parents[2] / "ext" / "sphinx_vitae"
LATE = ["bib", "catalogue", "export", "model", "render", "select"]


def for_checkers(tree: ast.Module) -> dict[str, str]:
    """Name → module, as type checkers see them."""
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    return {
        alias.name: node.module or ""
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def at_run_time(tree: ast.Module) -> dict[str, str]:
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    (call,) = [node for node in ast.walk(block) if isinstance(node, ast.Call)]
    modules: dict[str, str] = ast.literal_eval(call.args[1])
    return {name: module for module, names in modules.items() for name in names.split()}


@pytest.mark.parametrize("package", LATE)
def test_names_are_declared_alike_for_type_checkers_and_at_run_time(package: str) -> None:
    tree = ast.parse((PACKAGE / package / "__init__.py").read_text("utf-8"))
    assert at_run_time(tree) == for_checkers(tree)
    module = import_module(f"sphinx_vitae.{package}")
    assert all(getattr(module, name) is not None for name in module.__all__)
    assert at_run_time(tree).keys() <= set(module.__all__)


@pytest.mark.parametrize("package", LATE)
def test_no_name_is_also_a_module_which_python_would_put_in_its_place(package: str) -> None:
    tree = ast.parse((PACKAGE / package / "__init__.py").read_text("utf-8"))
    modules = {path.stem for path in (PACKAGE / package).iterdir()}
    assert not at_run_time(tree).keys() & modules


def test_an_unknown_name_is_an_attribute_error_and_a_known_one_is_found_once() -> None:
    find = late_names("sphinx_vitae.model", {"quoting": "quoted"})
    module = import_module("sphinx_vitae.model")
    assert find("quoted") is module.quoted is vars(module)["quoted"]
    with pytest.raises(AttributeError, match=r"module 'sphinx_vitae.model' has no attribute 'quotde'"):
        find("quotde")


SITE = {
    "conf.py": "extensions = ['sphinx_vitae']\n"
    "bibtex_bibfiles = ['a.bib']\n"
    "vitae_owner = 'Ada Lovelace'\n"
    "vitae_pages = True\n"
    "html_baseurl = 'https://example.org/'\n",
    "a.bib": "@article{a, title={On Looms}, author={Lovelace, Ada}, journal={Weaving}, year=1843}\n",
    "index.rst": "Home\n====\n\n.. cv-header::\n\n.. publications::\n\n:cite:`a`\n",
}
#: What reads bibliographies and pages, and what writes pages and files.
WORKING = (
    "bib.reader",
    "bib.names",
    "bib.formulas",
    "catalogue.reading",
    "catalogue.catalogue",
    "export.",
    "options",
    "select.filters",
    "render.entries",
    "render.plain",
    "render.templating.renderer",
    "render.venue",
    "extension.directives.base",
    "extension.directives.lists",
    "extension.metadata.",
    "extension.downloads.works",
    "extension.writers.html",
)
BUILD = """\
import sys
from sphinx.cmd.build import main
assert not main(['-Q', '-b', 'html', *{options}, {site!r}, {out!r}])
print(*(name for name in sys.modules if name.startswith('sphinx_vitae.')))
"""


#: An extension that records what a worker process imports, and what the main process has imported when it forks.
RECORD = """
import os, sys
from pathlib import Path

MAIN = os.getpid()

def record(app, event):
    names = [name for name in sys.modules if name.startswith('sphinx_vitae')]
    which = 'main' if os.getpid() == MAIN else f'worker-{os.getpid()}'
    (Path(app.confdir) / f'{which}-{event}').write_text(' '.join(names))

def setup(app):
    for event in ('env-before-read-docs', 'doctree-read', 'doctree-resolved', 'html-page-context'):
        app.connect(event, lambda app, *_, event=event: record(app, event), priority=999)
"""


def loaded(site: Path, *options: str) -> list[str]:
    """Our modules that a build of a site loads, in a process of its own."""
    code = BUILD.format(site=str(site), out=str(site / "out"), options=options)
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=PACKAGE.parent, capture_output=True, text=True, check=True)
    return [name.removeprefix("sphinx_vitae.") for name in run.stdout.split()]


def test_a_build_in_which_nothing_changed_loads_nothing_that_reads_or_writes(tmp_path: Path) -> None:
    for name, text in SITE.items():
        (tmp_path / name).write_text(text, "utf-8")
    first = loaded(tmp_path)
    for part in WORKING:
        assert any(name.startswith(part) for name in first), f"{part} is not in the first build, either"
    again = loaded(tmp_path)
    assert [name for name in again if name.startswith(WORKING)] == []
    assert len(again) < len(first) / 2
    path = tmp_path / "index.rst"
    path.write_text(path.read_text("utf-8").replace("Home", "Start").replace("====", "====="), "utf-8")
    assert "extension.directives.lists" in loaded(tmp_path)


def test_worker_processes_import_nothing_because_each_would_import_it_again(tmp_path: Path) -> None:
    for name, text in SITE.items():
        (tmp_path / name).write_text(text, "utf-8")
    conf = (tmp_path / "conf.py").read_text("utf-8")
    (tmp_path / "conf.py").write_text(conf + RECORD, "utf-8")
    for n in range(8):
        (tmp_path / f"page{n}.rst").write_text(f":orphan:\n\nPage {n}\n======\n\n.. talks::\n", "utf-8")
    loaded(tmp_path, "-j", "2")
    for forking, working in (
        ("env-before-read-docs", "doctree-read"),
        ("doctree-resolved", "html-page-context"),
    ):
        main = set((tmp_path / f"main-{forking}").read_text("utf-8").split())
        workers = list(tmp_path.glob(f"worker-*-{working}"))
        assert workers
        for worker in workers:
            assert set(worker.read_text("utf-8").split()) - main == set()
