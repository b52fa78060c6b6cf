"""Replay what hosts make of a site that ``sphinx-vitae new`` wrote, and look at what they would serve.

``python tests/hosts_replay.py FOLDER`` builds the wheel of this checkout into ``FOLDER``, installs it into a
fresh virtualenv, writes a site for each host with it, checks the workflows against their schemas, runs the
commands of each workflow in a copy of the site, in that virtualenv, and follows all links of what comes out,
served below ``/repo/``.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import yaml
from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = {
    "github": ("vendor.github-workflows", ".github/workflows/site.yml"),
    "gitlab": ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    "readthedocs": ("vendor.readthedocs", ".readthedocs.yaml"),
}
MINE = """\
@article{one, author = {Lovelace, Ada and Babbage, Charles}, title = {One}, journal = {Looms}, year = 1843}
@talk{two, author = {Ada Lovelace}, title = {Two}, eventtitle = {Fair}, date = {1842-05-01}}
"""


def run(*command: str | Path, cwd: Path, **environment: str) -> None:
    print("$", *[str(word) for word in command], flush=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NOX_"))}
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=kept | environment, check=False)
    if done.returncode:
        sys.exit(f"This ends with exit code {done.returncode}.")


def steps(host: str, site: Path) -> list[tuple[str, dict[str, str]]]:
    """The commands of a workflow that do not install, each with its own variables; and those of its host."""
    config: Any = yaml.load((site / SCHEMAS[host][1]).read_text("utf-8"), Loader=yaml.BaseLoader)
    base = "https://lovelace.example/repo/"
    if host == "github":
        found = [step for step in config["jobs"]["build"]["steps"] if "run" in step]
        commands = [step["run"] for step in found]
        known = {"PAGES_URL": base, "GITHUB_ACTIONS": "true", **config["env"]}
    elif host == "gitlab":
        commands = ["\n".join(config["pages"]["script"])]
        known = {"CI_PAGES_URL": base, **config["variables"]}
    else:
        out = '"$READTHEDOCS_OUTPUT/html"'
        flags = "-W" if config["sphinx"]["fail_on_warning"] == "true" else ""
        commands = [f"python -m sphinx -T {flags} . {out}", *config["build"]["jobs"]["post_build"]]
        known = {
            "READTHEDOCS_CANONICAL_URL": base,
            "READTHEDOCS": "True",
            "READTHEDOCS_OUTPUT": str(site / "_rtd"),
        }
    return [
        (command, known)
        for command in commands
        if "pip install" not in command.split("\n")[0] or host == "gitlab"
    ]


#: Where each host finds the site that it serves.
OUTPUTS = {"github": "_build/html", "gitlab": "public", "readthedocs": "_rtd/html"}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the parent of a folder on loopback; give the address of the folder."""
    handler = functools.partial(_Quiet, directory=str(folder.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def follow(base: str) -> int:
    """Open every page and file that can be reached from the home page; return how many there are."""
    waiting, seen, anchors, wanted = [base], set(), {}, []
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        with urllib.request.urlopen(address) as answer:  # 404 is an exception
            body = answer.read()
        if address.endswith((".html", "/")):
            page = BeautifulSoup(body, "html.parser")
            anchors[address] = {tag["id"] for tag in page.select("[id]")}
            for tag in page.select("[href], [src]"):
                target, anchor = urldefrag(urljoin(address, str(tag.get("href") or tag.get("src"))))
                if target.startswith("http://127.0.0.1"):
                    if not target.startswith(base):
                        sys.exit(f"{address} leads out of the site: {target}")
                    waiting.append(target)
                    wanted.append((address, target, anchor))
    for address, target, anchor in wanted:
        if anchor and target in anchors and anchor not in anchors[target]:
            sys.exit(f"{address} leads to #{anchor} of {target}, which is not there")
    return len(seen)


def replay(host: str, site: Path, virtualenv: Path) -> None:
    """Run the commands of one host, and follow the links of the site below ``/repo/``."""
    schema, workflow = SCHEMAS[host]
    run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, workflow, cwd=site)
    path = os.pathsep.join([str(virtualenv / "bin"), os.environ["PATH"]])
    for command, environment in steps(host, site):
        run("bash", "-e", "-c", command, cwd=site, PATH=path, VIRTUAL_ENV=str(virtualenv), **environment)
    out = site / OUTPUTS[host]
    if not (out / "cv.pdf").read_bytes().startswith(b"%PDF"):
        sys.exit(f"{host}: cv.pdf is not in the site")
    for language in site.glob("locales/*"):
        if not (out / language.name / "cv.pdf").read_bytes().startswith(b"%PDF"):
            sys.exit(f"{host}: cv.pdf in {language.name} is not in the site")
    if host == "github" and not (out / ".nojekyll").exists():
        sys.exit("GitHub would leave out folders with an underscore: there is no .nojekyll")
    if not re.search(
        r'rel="canonical" href="https://lovelace.example/repo/', (out / "index.html").read_text("utf-8")
    ):
        sys.exit(f"{host}: the home page does not name its address")
    below = site.parent / f"{host}-served" / "repo"
    shutil.copytree(out, below)
    with served(below) as base:
        print(f"{host}: {follow(base)} pages and files, every link leads somewhere", flush=True)


def main(folder: str) -> int:
    """Build, install, write and replay; the folder is made anew."""
    work = Path(folder).resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    virtualenv, lock = work / "virtualenv", ROOT / "requirements.lock"
    run(sys.executable, "-m", "venv", virtualenv, cwd=work)
    python = virtualenv / "bin" / "python"
    pip = (python, "-m", "pip")
    run(*pip, "install", "-q", "-c", lock, "hatchling", cwd=work)
    run(*pip, "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", work, ROOT, cwd=work)
    wheel = next(work.glob("*.whl"))
    run(*pip, "install", "-q", "-c", lock, f"{wheel}[site,typst]", cwd=work)
    (work / "mine.bib").write_text(MINE, "utf-8")
    for host in SCHEMAS:
        site = work / host
        named = ("--name", "Lovelace, Ada", "--host", host, "--yes")
        new: list[str | Path] = [python, "-m", "sphinx_vitae", "new", site, *named]
        if host == "gitlab":
            new += ["--bib", work / "mine.bib"]
        if host != "readthedocs":  # there, each language is a build of its own
            new += ["--language", "en,de"]
        run(*new, cwd=work)
        if not (site / "wheels" / wheel.name).exists():
            sys.exit("The wheel that this was installed from is not in the site")
        replay(host, site, virtualenv)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
