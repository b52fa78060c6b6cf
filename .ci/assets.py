"""Create the package's fonts and icons from the npm packages in .ci/assets.toml.

``python .ci/assets.py`` writes the files, and their digests to .ci/assets.sha256. With ``--check``, it does
not write anything, and fails if the files in the checkout differ. It requires npm, which downloads the
packages from its configured registry and verifies the registry's digests.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DECLARED = ROOT / ".ci" / "assets.toml"
DIGESTS = ROOT / ".ci" / "assets.sha256"
FONTS = Path("ext/sphinx_vitae/site_static/fonts")
ICONS = Path("ext/sphinx_vitae/icons")
SCRIPTS = ("latin", "latin-ext")
#: OpenType features: kerning, ligatures, localised forms, and tabular and proportional figures.
FEATURES = ("kern", "locl", "liga", "tnum", "pnum")
#: Combining marks. Browsers take letters with these from another font, which places them.
COMBINING = range(0x300, 0x370)
#: IDs in a font's name table: those of its name, and others that are kept (copyright, licence).
NAMES = (1, 3, 4, 6, 16, 25)
KEPT_NAMES = (0, 1, 2, 3, 4, 5, 6, 7, 13, 14)
NOTICE = """\
Vitae Serif is made from Source Serif 4, © 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with
Reserved Font Name ‘Source’. Vitae Sans is made from Source Sans 3, © 2023 Adobe (http://www.adobe.com/), with Reserved
Font Name ‘Source’. Both come from the npm packages {packages}.
They have fewer weights, optical sizes and features than these, and so names of their own.
"""


def packed(package: str, version: str, folder: Path) -> dict[str, bytes]:
    """The files in an npm package, by path."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is missing. Debian, Ubuntu: sudo apt install npm")
    command = [npm, "pack", "--silent", "--pack-destination", str(folder), f"{package}@{version}"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"npm did not find {package} {version}; the reason is above.")
    with tarfile.open(folder / done.stdout.split()[-1]) as archive:
        return {
            member.name.partition("/")[2]: source.read()
            for member in archive
            if (source := archive.extractfile(member)) is not None
        }


def cut(content: bytes, name: str, axes: Mapping[str, tuple[float, float]]) -> bytes:
    """A variable font as WOFF2, with narrower axis ranges, fewer features, and another name.

    It keeps the modification time of the original, so that the output is reproducible.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = instancer.instantiateVariableFont(TTFont(io.BytesIO(content), recalcTimestamp=False), axes)
    variations = font["gvar"].variations  # the subsetter asks for all glyphs, also for those that do not vary
    font["gvar"].variations = defaultdict(
        list, {each: variations.get(each, []) for each in font.getGlyphOrder()}
    )
    freeze_kerning(font)
    options = subset.Options(
        layout_features=list(FEATURES), name_IDs=list(KEPT_NAMES), hinting=False, notdef_outline=True
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if code not in COMBINING])
    subsetter.subset(font)
    for entry in list(font["name"].names):
        if entry.nameID in NAMES:
            # a PostScript name (6) has no spaces
            entry.string = name.replace(" ", "") if entry.nameID == 6 else name
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def freeze_kerning(font: Any) -> None:
    """Kern all weights of a variable font like its lightest. It differs little, and costs a tenth of the file."""
    from fontTools.varLib import instancer

    lightest = {axis.axisTag: axis.minValue for axis in font["fvar"].axes}
    font["GPOS"] = instancer.instantiateVariableFont(font, lightest)["GPOS"]
    font["GDEF"].table.VarStore = None


def fonts(
    declared: Mapping[str, Any], packages: Mapping[str, dict[str, bytes]]
) -> Iterator[tuple[Path, bytes]]:
    """The fonts, with their licence."""
    for target, font in declared["fonts"].items():
        for script in SCRIPTS:
            content = packages[font["package"]][font["file"].format(script=script)]
            axes = {axis: (low, high) for axis, (low, high) in font["axes"].items()}
            yield FONTS / f"{target.format(script=script)}.woff2", cut(content, font["name"], axes)
    used = sorted({font["package"] for font in declared["fonts"].values()}, reverse=True)
    notice = NOTICE.format(packages=" and ".join(f"{each} {declared['versions'][each]}" for each in used))
    licences = {packages[each]["LICENSE"].decode().partition("\n\n")[2] for each in used}
    if len(licences) != 1:
        sys.exit("The fonts have different licences: write both into OFL.txt.")
    yield FONTS / "OFL.txt", f"{notice}\n{licences.pop()}".encode()


def icons(
    declared: Mapping[str, Any], packages: Mapping[str, dict[str, bytes]]
) -> Iterator[tuple[Path, bytes]]:
    """The icons, with their licences, as in their packages."""
    for target, chosen in declared["icons"].items():
        files = packages[chosen["package"]]
        for name in chosen["names"]:
            yield ICONS / target / f"{name}.svg", files[f"{chosen['folder']}/{name}.svg"]
        for name in chosen["licence"]:
            yield ICONS / target / name, files[name]


def digests(files: Mapping[Path, bytes]) -> str:
    """Digests in the format of ``sha256sum``."""
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {path.as_posix()}\n"
        for path, content in sorted(files.items())
    )


def present() -> dict[Path, bytes]:
    """The fonts and icons in the checkout."""
    return {
        path.relative_to(ROOT): path.read_bytes()
        for folder in (FONTS, ICONS)
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }


def main(*options: str) -> int:
    declared = tomllib.loads(DECLARED.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        packages = {
            package: packed(package, version, Path(folder))
            for package, version in declared["versions"].items()
        }
    made = dict(fonts(declared, packages)) | dict(icons(declared, packages))
    old = present()
    different = sorted(path for path in {*made, *old} if made.get(path) != old.get(path))
    for path in different:
        print(
            f"{path.as_posix()}: {'differs' if path in made and path in old else 'new' if path in made else 'left over'}"
        )
    if "--check" in options:
        print(f"{len(made)} files compared, {len(different)} differ")
        return 1 if different or DIGESTS.read_text("utf-8") != digests(made) else 0
    for path in different:
        (ROOT / path).unlink() if path not in made else write(ROOT / path, made[path])
    DIGESTS.write_text(digests(made), "utf-8")
    print(f"{len(made)} files created, {len(different)} changed")
    return 0


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
