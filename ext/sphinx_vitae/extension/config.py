"""Configuration: registered from its declaration, read once, wrong values reported."""

from __future__ import annotations

import dataclasses
import datetime
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_vitae.model import SETTINGS, Problem, ProblemKind, Settings, read_settings
from sphinx_vitae.render import layouts

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = ["bibliography_paths", "configured", "located", "register", "template_folders"]


def register(app: Sphinx) -> None:
    """Declare ``vitae_*``. Sphinx rebuilds nothing by itself: pages ask for what they depend on."""
    for setting in SETTINGS:
        app.add_config_value(f"vitae_{setting.name}", setting.default, "", types=frozenset({Any}))


def build_day() -> datetime.date:
    """The day of the build, which SOURCE_DATE_EPOCH may set (reproducible-builds.org)."""
    seconds = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()


def configured(app: Sphinx) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, and what is wrong with them."""
    values = {setting.name: app.config[f"vitae_{setting.name}"] for setting in SETTINGS}
    settings, problems = read_settings(values, build_day())
    allowed = layouts("publication", template_folders(app))
    if settings.layout not in allowed:
        message = f"vitae_layout is {settings.layout!r}; allowed are {', '.join(allowed)}"
        problems += (Problem(ProblemKind.CONFIG, message, fix="the default, 'card', was used"),)
        settings = read_settings(values | {"layout": "card"}, build_day())[0]
    if unknown := sorted(set(settings.bibfiles or ()) - set(app.config.bibtex_bibfiles)):
        message = f"vitae_bibfiles names {', '.join(unknown)}, which bibtex_bibfiles does not have"
        problems += (Problem(ProblemKind.CONFIG, message),)
    conf = Path(app.confdir) / "conf.py"
    return settings, tuple(located(problem, conf) for problem in problems)


def located(problem: Problem, conf: Path) -> Problem:
    """A problem of the configuration, at the line of conf.py that sets the value it begins with."""
    name = problem.message.split(" ", 1)[0]
    lines = conf.read_text("utf-8", errors="replace").splitlines() if conf.is_file() else []
    found = [n for n, text in enumerate(lines, 1) if text.replace(" ", "").startswith(f"{name}=")]
    line = found[-1] if found else 0
    return dataclasses.replace(problem, file=str(conf), line=line)


def template_folders(app: Sphinx) -> list[Path]:
    """Where a site keeps templates of its own (``templates_path``)."""
    return [Path(app.confdir) / folder for folder in app.config.templates_path]


def bibliography_paths(config: Config, confdir: Path) -> dict[str, Path]:
    """The bibliographies by the names that they have in ``bibtex_bibfiles``."""
    return {name: (confdir / name).resolve() for name in config.bibtex_bibfiles}
