"""How the package was installed, and therefore how to specify it in a site's requirements (PEP 610).

If it was installed from an index: by name and version. From a repository: by its URL and commit. From a
folder, an editable install or a wheel: as a wheel in the site, which is built again from the installed files,
so that paths on this machine are not written anywhere.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Final

__all__ = ["PINS", "Installation", "installed"]

_NAME: Final = "sphinx-vitae"
_PACKAGE: Final = "sphinx_vitae"
#: The other packages that a site is built with: the releases that were tested, and those compatible with them
#: (PEP 440, compatible release).
PINS: Final = {"sphinx": "9.0", "furo": "2025.12.19", "myst-parser": "5.0", "typst": "0.15.0"}
#: The earliest time that is possible in a ZIP archive. With a fixed time, equal input results in equal bytes.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Installation:
    """How a site installs the package.

    :param requirement: the line of requirements.txt.
    :param wheel: the name and content of the file for ``wheels/``, if the site needs one.
    """

    requirement: str
    wheel: tuple[str, bytes] | None = None


def installed(version: str) -> Installation:
    """Find out how this package was installed.

    :param version: the package's version, in case none is recorded (because the package is on the path, but
        was not installed).
    """
    try:
        distribution = metadata.distribution(_NAME)
    except metadata.PackageNotFoundError:
        return Installation(f"{_NAME}~={version}")
    origin = _origin(distribution)
    if vcs := origin.get("vcs_info"):
        return Installation(f"{_NAME} @ {vcs['vcs']}+{origin['url']}@{vcs['commit_id']}")
    if "url" in origin:
        name = f"{_PACKAGE}-{distribution.version}-py3-none-any.whl"
        return Installation(f"./wheels/{name}", (name, _wheel(distribution)))
    return Installation(f"{_NAME}~={distribution.version}")


def _origin(distribution: metadata.Distribution) -> dict[str, Any]:
    """The contents of ``direct_url.json``; empty for a package from an index."""
    try:
        origin = json.loads(distribution.read_text("direct_url.json") or "{}")
    except ValueError:
        return {}
    return origin if isinstance(origin, dict) else {}


def _wheel(distribution: metadata.Distribution) -> bytes:
    """The package as a wheel (binary distribution format, PEP 427), built from its files and metadata."""
    package = Path(__file__).resolve().parents[1]
    info = f"{_PACKAGE}-{distribution.version}.dist-info"
    contents = {
        f"{_PACKAGE}/{path.relative_to(package).as_posix()}": path.read_bytes()
        for path in sorted(package.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    for name in ("METADATA", "entry_points.txt"):
        contents[f"{info}/{name}"] = (distribution.read_text(name) or "").encode()
    contents[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: sphinx-vitae\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    for file in distribution.files or ():
        if ".dist-info/licenses/" in file.as_posix():
            path = Path(str(distribution.locate_file(file)))
            contents[f"{info}/licenses/{file.as_posix().split('/licenses/')[1]}"] = path.read_bytes()
    contents[f"{info}/RECORD"] = _record(contents, f"{info}/RECORD")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _record(contents: dict[str, bytes], own: str) -> bytes:
    """A list of the files in a wheel, with their digests and sizes."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    for name, content in contents.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        writer.writerow((name, f"sha256={digest}", len(content)))
    writer.writerow((own, "", ""))
    return made.getvalue().encode()
