"""Why a formula is not typeset."""

from __future__ import annotations

__all__ = ["UnsetFormulaError"]


class UnsetFormulaError(ValueError):
    """The reason why a formula cannot be typeset.

    If an unknown command is the reason, ``command`` is that command.
    """

    def __init__(self, message: str, command: str = "") -> None:
        super().__init__(message)
        self.command = command
