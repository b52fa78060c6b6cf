"""Reading the files of an old site, and keeping account of what nobody used."""

from __future__ import annotations

from collections.abc import Callable

from .data import DataError, Plain, front_matter, json_data, yaml_data
from .folder import Folder
from .old_site import Leftover
from .values import Values, leftovers_of, shortened

__all__ = ["Reading"]


class Reading:
    """Reads files, and collects leftovers and sample content."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.leftovers: list[Leftover] = []
        self.samples: list[str] = []
        self._values: list[Values] = []

    def page(self, name: str) -> tuple[Values, str]:
        """The values and the body of a page; the values are reported if nobody uses them."""
        try:
            value, body = front_matter(self.folder.text(name))
        except DataError as error:
            self.left(name, "", f"{error}; nothing of it was read")
            return Values({}, name), ""
        return self._watched(Values(value, name)), body

    def yaml(self, name: str) -> Plain:
        """The value of a YAML file; an empty text if there is none, or if it cannot be read."""
        return self._data(name, yaml_data)

    def json(self, name: str) -> Plain:
        """The value of a JSON file."""
        return self._data(name, json_data)

    def _data(self, name: str, reader: Callable[[str], Plain]) -> Plain:
        if name not in self.folder.names:
            return ""
        try:
            return reader(self.folder.text(name))
        except DataError as error:
            self.left(name, "", f"{error}; nothing of it was read")
            return ""

    def values(self, value: Plain, file: str, place: str = "") -> Values:
        """The values of a file that are reported if nobody uses them."""
        return self._watched(Values(value, file, place))

    def _watched(self, values: Values) -> Values:
        self._values.append(values)
        return values

    def left(self, file: str, field: str, value: Plain) -> None:
        """Report a value that has no place."""
        if isinstance(value, str):
            self.leftovers.append(Leftover(file, field, shortened(value)))
        else:
            self.leftovers += leftovers_of(value, file, field)

    def sample(self, file: str) -> None:
        """Leave out content that comes with the template."""
        self.samples.append(file)
        self._values = [values for values in self._values if values.file != file]

    def leave_unused(self) -> None:
        """Report all values that nobody used, and the files that were not read."""
        for values in self._values:
            self.leftovers += values.unused()
        for name, reason in self.folder.refused.items():
            self.left(name, "", reason)
