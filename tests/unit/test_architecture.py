"""The layers, as the package is imported: only the extension knows Sphinx, and nothing imports upwards."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "ext" / "sphinx_vitae"
#: Modules in one folder, besides ``__init__``.
LARGEST_FOLDER = 15
LAYERS = (
    "model",
    "bib",
    "select",
    "catalogue",
    "export",
    "options",
    "imports",
    "render",
    "migration",
    "scaffold",
    "extension",
    "cli",
)
BELOW = {
    "model": set(),
    "bib": {"model"},
    "select": {"model"},
    "catalogue": {"model", "bib", "select"},
    "export": {"model", "bib", "select", "catalogue"},
    "options": {"model", "bib", "select", "catalogue"},
    "render": {"model", "bib", "select", "catalogue", "export"},
    "extension": {"model", "bib", "select", "catalogue", "export", "options", "render"},
    "imports": {"model", "bib", "select", "catalogue", "export"},
    "migration": {"model", "bib", "imports"},
    "scaffold": {"model", "bib", "select", "catalogue", "export", "render", "imports", "migration"},
    "cli": {
        "model",
        "bib",
        "select",
        "catalogue",
        "export",
        "options",
        "render",
        "imports",
        "migration",
        "scaffold",
    },
}


def imports(path: Path) -> set[str]:
    """Absolute names of what a module imports, those for type checking too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = ["sphinx_vitae", *path.relative_to(PACKAGE).parts[:-1]][: -node.level + 1 or None]
            found.add(".".join([*package, node.module or ""]) if node.level else node.module or "")
    return found


def test_every_module_stands_in_a_layer_and_imports_only_lower_ones() -> None:
    seen = 0
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).parts
        if len(parts) == 1:
            continue
        layer = parts[0]
        assert layer in LAYERS, f"{path} stands in no layer"
        seen += 1
        for name in imports(path):
            head, _, rest = name.partition(".")
            if head == "sphinx_vitae":
                other = rest.split(".")[0]
                assert other in {layer, "", "version", *BELOW[layer]}, f"{path} imports {name}"
            assert layer == "extension" or head not in {"sphinx", "docutils", "sphinxcontrib"}, (
                f"{path}: {name}"
            )
    assert seen > 50  # a test that saw nothing would prove nothing


def test_everything_but_the_extension_works_where_there_is_no_sphinx() -> None:
    modules = ", ".join(f"sphinx_vitae.{layer}" for layer in LAYERS if layer != "extension")
    code = (
        "import sys\n"
        "for name in ('sphinx', 'docutils', 'sphinxcontrib'): sys.modules[name] = None\n"
        f"import sphinx_vitae, {modules}\n"
        "records, problems = sphinx_vitae.bib.read([('a.bib', b'@misc{a, title={A}}')])\n"
        "print(records[0].title)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True, check=False
    )
    assert run.stdout == "A\n", run.stderr


def test_nothing_loads_what_uses_the_network_until_an_import_asks_a_service() -> None:
    code = (
        "import sys, sphinx_vitae, sphinx_vitae.cli, sphinx_vitae.imports\n"
        "sphinx_vitae.imports.read_file('a.bib', b'@misc{a, title={A}}')\n"
        "print([name for name in ('requests', 'urllib3') if name in sys.modules])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True, check=False
    )
    assert run.stdout == "[]\n", run.stderr


def loaded(code: str) -> set[str]:
    """Our modules, and those of others, that are loaded after some code."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


def test_help_loads_no_module_of_a_command() -> None:
    code = "import sphinx_vitae.cli, contextlib, io\nwith contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): sphinx_vitae.cli.main(['--help'])"
    ours = {name for name in loaded(code) if name.startswith("sphinx_vitae")}
    assert ours == {"sphinx_vitae", "sphinx_vitae.version", "sphinx_vitae.cli", "sphinx_vitae.cli.main"}


def test_a_command_loads_only_its_own_module() -> None:
    found = loaded("import sphinx_vitae.cli\nsphinx_vitae.cli.main(['check', 'none.bib'])")
    assert "sphinx_vitae.cli.check" in found
    assert not {"sphinx_vitae.cli.imports", "sphinx_vitae.scaffold", "sphinx_vitae.render"} & found


#: What prints in one format alone.
PRINTING = {
    "latex": {"render.formats.latex", "extension.writers.latex", "extension.builds.latex_needs"},
    "cvpdf": {
        "render.formats.typst",
        "render.mathematics.typst_formulas",
        "extension.writers.typst_records",
        "extension.cvpdf.builder",
    },
    "html": {"extension.writers.html"},
}


@pytest.mark.parametrize("builder", ["html", "latex", "cvpdf", "text"])
def test_a_build_loads_no_format_that_it_does_not_write(builder: str, tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        "extensions = ['sphinx_vitae']\n"
        "bibtex_bibfiles = ['a.bib']\n"
        "latex_documents = [('index', 'cv.tex', 'CV', 'Ann', 'vitae')]\n",
        "utf-8",
    )
    (tmp_path / "a.bib").write_text("@misc{a, title={A}, year=2020}", "utf-8")
    (tmp_path / "index.rst").write_text("Home\n====\n\n.. publications::\n", "utf-8")
    code = f"from sphinx.cmd.build import main\nassert not main(['-Q', '-b', '{builder}', {str(tmp_path)!r}, {str(tmp_path / 'out')!r}])"
    found = {name.removeprefix("sphinx_vitae.") for name in loaded(code)}
    for format_, names in PRINTING.items():
        assert names & found == (names if format_ == builder else set()), format_


def modules() -> dict[str, Path]:
    """Absolute name → file of every module of the package."""
    named = {
        path: ("sphinx_vitae", *path.relative_to(PACKAGE).with_suffix("").parts)
        for path in PACKAGE.rglob("*.py")
    }
    return {".".join(parts[:-1] if parts[-1] == "__init__" else parts): path for path, parts in named.items()}


def graph() -> dict[str, set[str]]:
    """Which modules each module imports, also for type checking alone and inside functions."""
    known = modules()
    found: dict[str, set[str]] = {}
    for name, path in known.items():
        package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
        found[name] = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom):
                continue
            base = ".".join(
                [*package[: len(package) - node.level + 1], *([node.module] if node.module else [])]
            )
            source = base if node.level else node.module or ""
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                found[name].update({inner if inner in known else source} & known.keys())
    return found


def test_no_modules_import_each_other_in_a_circle() -> None:
    imported = graph()
    assert sum(map(len, imported.values())) > 300  # a graph without edges would prove nothing
    while leaves := {name for name, others in imported.items() if not others - {name}}:
        imported = {name: others - leaves for name, others in imported.items() if name not in leaves}
    imported = {name: others for name, others in imported.items() if ".extension." in name}
    assert not imported, f"these, or some of them, import each other: {sorted(imported)}"


def test_no_folder_is_too_large_to_be_read_at_a_glance() -> None:
    folders = {path.parent for path in (PACKAGE / "extension").rglob("*.py")}
    sizes = {str(folder.relative_to(PACKAGE)): len(list(folder.glob("*.py"))) - 1 for folder in folders}
    assert {name: size for name, size in sizes.items() if size > LARGEST_FOLDER} == {}


def test_the_sample_is_built_without_the_folder_of_tests() -> None:
    """Here and on Read the Docs: what nox needs to start, and what its sessions for documents call."""
    root = PACKAGE.parents[1]
    tree = ast.parse((root / "noxfile.py").read_text("utf-8"))
    functions = {node.name: ast.unparse(node) for node in tree.body if isinstance(node, ast.FunctionDef)}
    others = {"tests", "thorough", "languages", "compat", "browser", "rtd", "hosts", "bench", "fuzz"}
    assert {"site", "pdf", "live", "lint", "lock", "pdfs", "sphinx_build"} <= functions.keys() - others
    assert [name for name in functions.keys() - others if "tests/" in functions[name]] == []
    called = [root / ".ci" / name for name in ("run_nox.py", "locked.py", "tex.py", "latexmk.py", "demo.py")]
    assert [path.name for path in called if "tests/" in path.read_text("utf-8")] == []
    (path,) = [ast.unparse(node) for node in tree.body if ast.unparse(node).startswith("sys.path")]
    assert path == "sys.path.append(str(ROOT / '.ci'))"
    assert "tests/" not in (root / ".readthedocs.yaml").read_text("utf-8")
