"""Charts: numbers → shapes and words with their places, for a template to write down as SVG. Pure.

Along the page everything is measured in per cent of the width, so that a chart fits any window and its words keep their
size; up and down, in pixels. Years are columns. Anything else has longer names, and is rows with the name above the bar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.select import YEARS

from .language.translated_words import Words

__all__ = ["COLOURS", "Bar", "Chart", "Drawing", "Label", "draw"]

#: As many series have a colour of their own (``vitae.css``); of more, all but the largest share the last one.
COLOURS: Final = 8
#: What a chart is drawn for at least, in pixels: a page on a telephone of 375, without its margins.
_NARROW: Final = 320
#: Of a sign of 12 pixels, at most.
_SIGN: Final = 7
_HEIGHT: Final = 200  # of the longest column, at most
_WORK: Final = 24  # of a column for each work, at most
_COLUMN: Final = 72  # at most, with the space around it
_FILLED: Final = 0.72  # of its space
_ABOVE: Final = 20  # room for a number
_BELOW: Final = 22  # room for a name
_ROW: Final = 40
_NAME: Final = 36  # signs of its name and number: they fit 320 pixels with their margins, too
_ROWS_WIDTH: Final = 560


@dataclass(frozen=True, slots=True)
class Chart:
    """What is to be drawn.

    :param field: what the axis is, one of `sphinx_vitae.select.COUNTED`.
    :param axis: what its values are called.
    :param series: what the series are called; none if there is but one.
    :param cells: for each of the axis, the number of each series.
    """

    field: str
    axis: tuple[str, ...]
    series: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def totals(self) -> list[int]:
        return [sum(row) for row in self.cells]

    @property
    def in_columns(self) -> bool:
        """Whether there are columns: of years without gaps, and those without a year behind them."""
        return self.field == "year" and len(self.axis) <= YEARS + 1


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; ``colour``: from 1; ``says``: what it stands for."""

    x: str
    y: float
    width: str
    height: float
    colour: int
    says: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place; ``anchor`` as in SVG; ``role``: ``name`` of a bar, ``total`` of one, ``scale``."""

    x: str
    y: float
    text: str
    anchor: str
    role: str
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart; ``width``: beyond which it does not grow; ``lines``: the heights of lines from side to side."""

    width: int
    height: float
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    lines: tuple[float, ...]
    legend: tuple[tuple[int, str], ...]


def draw(chart: Chart, words: Words) -> Drawing:
    """The chart as shapes. It has at least one bar."""
    shown = _few(chart, words)
    legend = tuple((n, name) for n, name in enumerate(shown.series, 1))
    return _columns(shown, legend) if chart.in_columns else _rows(shown, legend)


def _few(chart: Chart, words: Words) -> Chart:
    """With no more series than there are colours: the smallest together come last."""
    if len(chart.series) <= COLOURS:
        return chart
    sizes = [sum(column) for column in zip(*chart.cells, strict=True)]
    largest = sorted(sorted(range(len(sizes)), key=lambda n: -sizes[n])[: COLOURS - 1])
    others = words("{} others").format(len(sizes) - len(largest))
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
    """What lines behind the columns stand for: each number is above its line."""
    tick = _tick(top)
    for number in range(tick, top + 1, tick):
        yield Label("0", round(base - number * unit, 2) - 4, str(number), "start", "scale")


def _names(axis: Sequence[str], slot: float, narrow: float, y: float) -> Iterator[Label]:
    """Of the years, as many as have room, in steps of 1, 2, 5, 10; what is no year stands at the end, one line lower."""
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
    """As much of a name as has room before its number; the table has all of it."""
    room = _NAME - len(number) - 1
    return name if len(name) <= room else f"{name[: room - 1].rstrip()}…"


def _stacked(row: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Colour, beginning and size of each part of a bar."""
    start = 0
    for colour, number in enumerate(row, 1):
        if number:
            yield colour, start, number
        start += number


def _apart(height: float, *, last: bool) -> float:
    """A gap of a pixel to the next part, where there is room for one."""
    return height if last else height - min(1, height / 3)


def _says(chart: Chart, name: str, colour: int, number: int) -> str:
    series = f", {chart.series[colour - 1]}" if chart.series else ""
    return f"{name}{series}: {number}"


def _tick(top: int) -> int:
    """The smallest of 1, 2, 5, 10, … of which no more than four reach the top."""
    step = 1
    while True:
        for tick in (step, 2 * step, 5 * step):
            if top // tick <= 4:
                return tick
        step *= 10


def _per_cent(number: float) -> str:
    return f"{round(number, 3):g}%"
