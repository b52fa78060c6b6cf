"""Charts: converts numbers into shapes and labels with positions, which a template renders as SVG.

Horizontal positions are percentages of the width, so that a chart fits any window and its labels keep their
size. Vertical positions are pixels. Years are shown as columns. Other values have longer names, so they are
shown as rows, with the name above the bar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sphinx_vitae.select import YEARS

from .language.translated_words import Words

__all__ = ["COLOURS", "Bar", "Chart", "Drawing", "Label", "draw"]

#: The number of colours for series (``vitae.css``). If there are more series, the smallest ones share the
#: last colour.
COLOURS: Final = 8
#: The minimum width of a chart: a phone with a width of 375 pixels, minus the page margins.
_NARROW: Final = 320
#: The maximum width of a character at a font size of 12 pixels.
_SIGN: Final = 7
_HEIGHT: Final = 200  # maximum height of the tallest column
_WORK: Final = 24  # maximum height of a column per work
_COLUMN: Final = 72  # maximum width, including the space around it
_FILLED: Final = 0.72  # the column's share of that width
_ABOVE: Final = 20  # space for a number
_BELOW: Final = 22  # space for a name
_ROW: Final = 40
_NAME: Final = 36  # the number of characters, for a name and its number, that fit in 320 pixels with margins
_ROWS_WIDTH: Final = 560


@dataclass(frozen=True, slots=True)
class Chart:
    """The numbers to draw.

    :param field: the field on the axis, one of `sphinx_vitae.select.COUNTED`.
    :param axis: the label of each value on the axis.
    :param series: the label of each series; empty if there is only one.
    :param cells: for each value on the axis, the numbers for each series.
    """

    field: str
    axis: tuple[str, ...]
    series: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def totals(self) -> list[int]:
        """For each value on the axis, the sum over all series."""
        return [sum(row) for row in self.cells]

    @property
    def in_columns(self) -> bool:
        """Whether to draw columns.

        They are used for years without gaps, which may be followed by works without a year.
        """
        return self.field == "year" and len(self.axis) <= YEARS + 1


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; ``colour`` is counted from 1, and ``says`` is its tooltip."""

    x: str
    y: float
    width: str
    height: float
    colour: int
    says: str


@dataclass(frozen=True, slots=True)
class Label:
    """Text at a position.

    ``anchor`` is as in SVG; ``role`` is ``name`` or ``total`` (of a bar), or ``scale``.
    """

    x: str
    y: float
    text: str
    anchor: str
    role: str
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as shapes.

    ``width`` is its maximum width in pixels; ``lines`` are the heights of the horizontal lines.
    """

    width: int
    height: float
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    lines: tuple[float, ...]
    legend: tuple[tuple[int, str], ...]


def draw(chart: Chart, words: Words) -> Drawing:
    """The shapes of a chart that has at least one bar."""
    shown = _few(chart, words)
    legend = tuple((n, name) for n, name in enumerate(shown.series, 1))
    drawing = _columns(shown, legend) if chart.in_columns else _rows(shown, legend)
    return _mirrored(drawing) if words.from_right else drawing


def _mirrored(drawing: Drawing) -> Drawing:
    """The chart from right to left, where the start of a text is on the right in SVG, too."""
    bars = (replace(bar, x=_per_cent(100 - _number(bar.x) - _number(bar.width))) for bar in drawing.bars)
    labels = (replace(label, x=_per_cent(100 - _number(label.x))) for label in drawing.labels)
    return replace(drawing, bars=tuple(bars), labels=tuple(labels))


def _few(chart: Chart, words: Words) -> Chart:
    """The chart with at most as many series as there are colours; the smallest series are combined into the
    last one.
    """
    if len(chart.series) <= COLOURS:
        return chart
    sizes = [sum(column) for column in zip(*chart.cells, strict=True)]
    largest = sorted(sorted(range(len(sizes)), key=lambda n: -sizes[n])[: COLOURS - 1])
    # Translators: values of a chart that are too small to be shown, as in "5 others"
    others = words.plural("{} other", "{} others", len(sizes) - len(largest)).format(
        len(sizes) - len(largest)
    )
    cells = []
    for row in chart.cells:
        own = [row[n] for n in largest]
        cells.append((*own, sum(row) - sum(own)))
    return Chart(chart.field, chart.axis, (*(chart.series[n] for n in largest), others), tuple(cells))


def _columns(chart: Chart, legend: tuple[tuple[int, str], ...]) -> Drawing:
    slot = 100 / len(chart.axis)
    narrow = min(_COLUMN, _NARROW / len(chart.axis))
    top = max(chart.totals) or 1
    unit = min(_WORK, _HEIGHT / top)
    base = round(_ABOVE + unit * top, 2)
    has_room = narrow >= _SIGN * len(str(top)) + 2
    numbers = list(_totals(chart, slot, base, unit) if has_room else _scale(top, base, unit))
    marks = () if has_room else tuple(label.y + 4 for label in numbers)
    names = list(_names(chart.axis, slot, narrow, base + 16))
    height = max([base + _BELOW, *(label.y + 6 for label in names)])
    bars = tuple(_column_bars(chart, slot, base, unit))
    return Drawing(_COLUMN * len(chart.axis), height, bars, (*numbers, *names), (*marks, base), legend)


def _column_bars(chart: Chart, slot: float, base: float, unit: float) -> Iterator[Bar]:
    width = _per_cent(_FILLED * slot)
    for n, (name, row) in enumerate(zip(chart.axis, chart.cells, strict=True)):
        x = _per_cent((n + (1 - _FILLED) / 2) * slot)
        for colour, start, number in _stacked(row):
            height = _apart(number * unit, last=start + number == sum(row))
            y = base - start * unit - height
            yield Bar(x, round(y, 2), width, round(height, 2), colour, _says(chart, name, colour, number))


def _totals(chart: Chart, slot: float, base: float, unit: float) -> Iterator[Label]:
    """A number above each column."""
    for n, total in enumerate(chart.totals):
        if total:
            y = round(base - total * unit - 6, 2)
            yield Label(_per_cent((n + 0.5) * slot), y, str(total), "middle", "total")


def _scale(top: int, base: float, unit: float) -> Iterator[Label]:
    """The numbers on the horizontal lines, each above its line."""
    tick = _tick(top)
    for number in range(tick, top + 1, tick):
        yield Label("0", round(base - number * unit, 2) - 4, str(number), "start", "scale")


def _names(axis: Sequence[str], slot: float, narrow: float, y: float) -> Iterator[Label]:
    """The names of as many years as fit, in steps of 1, 2, 5, 10 …; other values are at the end, one line
    below.
    """
    years = [name for name in axis if name.lstrip("-").isdecimal()]
    room = _SIGN * max(map(len, years), default=0) + 4
    step = next(step for step in (1, 2, 5, 10, 20, 50) if step * narrow >= room or step == 50)
    for n, name in enumerate(axis):
        if name not in years:
            yield Label("100%", y + 16 if years else y, name, "end", "name")
        elif not int(name) % step:
            yield Label(_per_cent((n + 0.5) * slot), y, name, "middle", "name")


def _rows(chart: Chart, legend: tuple[tuple[int, str], ...]) -> Drawing:
    top = max(chart.totals) or 1
    bars: list[Bar] = []
    labels: list[Label] = []
    for n, (name, row) in enumerate(zip(chart.axis, chart.cells, strict=True)):
        y = n * _ROW
        total = str(sum(row))
        labels.append(Label("0", y + 15, _short(name, total), "start", "name", behind=total))
        for colour, start, number in _stacked(row):
            x, width = _per_cent(100 * start / top), _per_cent(100 * number / top)
            bars.append(Bar(x, y + 21, width, 11, colour, _says(chart, name, colour, number)))
    return Drawing(_ROWS_WIDTH, len(chart.axis) * _ROW, tuple(bars), tuple(labels), (), legend)


def _short(name: str, number: str) -> str:
    """As much of a name as fits before its number; the table shows the full name."""
    room = _NAME - len(number) - 1
    return name if len(name) <= room else f"{name[: room - 1].rstrip()}…"


def _stacked(row: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Colour, start and size of each segment of a bar."""
    start = 0
    for colour, number in enumerate(row, 1):
        if number:
            yield colour, start, number
        start += number


def _apart(height: float, *, last: bool) -> float:
    """The height, minus a gap of one pixel to the next segment if there is enough space."""
    return height if last else height - min(1, height / 3)


def _says(chart: Chart, name: str, colour: int, number: int) -> str:
    series = f", {chart.series[colour - 1]}" if chart.series else ""
    return f"{name}{series}: {number}"


def _tick(top: int) -> int:
    """The smallest step of 1, 2, 5, 10, … that results in at most four lines."""
    step = 1
    while True:
        for tick in (step, 2 * step, 5 * step):
            if top // tick <= 4:
                return tick
        step *= 10


def _number(per_cent: str) -> float:
    return float(per_cent.removesuffix("%"))


def _per_cent(number: float) -> str:
    return f"{round(number, 3):g}%"
