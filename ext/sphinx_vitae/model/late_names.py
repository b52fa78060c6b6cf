"""Packages that import a module when one of its names is first used.

A build in which nothing has changed uses few modules. To import all of them would take longer than the rest of it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType

__all__ = ["late_names", "load_names"]


def late_names(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of a package.

    Type checkers do not run it. The package declares the same names for them, too.

    :param modules: module, relative to the package → the public names that it defines, separated by spaces.
    """
    homes = {name: module for module, names in modules.items() for name in names.split()}

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f".{homes[name]}", package), name)
        setattr(sys.modules[package], name, value)  # the next time, Python finds it without asking
        return value

    return find


def load_names(package: ModuleType) -> None:
    """Import all public names of a package, before processes are forked that would each import them."""
    for name in package.__all__:
        getattr(package, name)
