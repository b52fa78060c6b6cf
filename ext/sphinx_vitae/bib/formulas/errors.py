"""Why a formula is not typeset."""

from __future__ import annotations

__all__ = ["UnsetFormulaError"]


class UnsetFormulaError(ValueError):
    """The reason why a formula cannot be typeset. ``command`` is the unknown command, if that is the reason."""

    def __init__(self, message: str, command: str = "") -> None:
        super().__init__(message)
        self.command = command
