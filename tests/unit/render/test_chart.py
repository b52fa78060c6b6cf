"""Charts: the places of shapes and words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from sphinx_vitae.render import Chart, Drawing, Words, draw
from sphinx_vitae.render.chart import COLOURS

WORDS = Words()


def years(first: int, totals: Sequence[int], *, undated: int = 0) -> Drawing:
    axis = [str(first + n) for n in range(len(totals))] + ["Undated"] * bool(undated)
    cells = tuple((n,) for n in [*totals, undated][: len(axis)])
    return draw(Chart("year", tuple(axis), (), cells), WORDS)


def share(text: str) -> float:
    return float(text.removesuffix("%"))


def test_columns_are_as_high_as_their_numbers() -> None:
    drawing = years(2020, [10, 0, 40])
    assert [bar.height for bar in drawing.bars] == [50, 200]
    base = drawing.lines[-1]
    assert [round(bar.y + bar.height, 2) for bar in drawing.bars] == [base, base]
    assert [label.text for label in drawing.labels if label.role == "total"] == ["10", "40"]
    assert [bar.says for bar in drawing.bars] == ["2020: 10", "2022: 40"]


def test_few_works_make_a_low_chart() -> None:
    assert [bar.height for bar in years(2020, [1, 2]).bars] == [24, 48]


def test_columns_stand_above_their_names_and_beside_each_other() -> None:
    drawing = years(2020, [1, 2, 3])
    names = [label for label in drawing.labels if label.role == "name"]
    for bar, label in zip(drawing.bars, names, strict=True):
        assert share(bar.x) + share(bar.width) / 2 == pytest.approx(share(label.x), abs=0.01)
    for one, other in pairwise(drawing.bars):
        assert share(one.x) + share(one.width) < share(other.x)
    assert share(drawing.bars[-1].x) + share(drawing.bars[-1].width) <= 100


@pytest.mark.parametrize("count", range(1, 62))
def test_words_have_room_on_a_telephone(count: int) -> None:
    """320 pixels, where a sign takes no more than 7; nothing runs into what stands beside it."""
    drawing = years(1963, [99] * count, undated=1)
    heights = {label.y for label in drawing.labels if label.role != "scale"}
    width = min(320, drawing.width)
    for y in heights:
        spans = []
        for label in drawing.labels:
            if label.y == y and label.role != "scale":
                length = 6.7 * len(label.text)
                middle = share(label.x) / 100 * width
                begin = middle - length / 2 if label.anchor == "middle" else middle - length
                spans.append((begin, begin + length))
        spans.sort()
        assert all(one[1] < other[0] for one, other in pairwise(spans))
        assert len(spans) == 1 or spans[0][0] >= -3
        assert drawing.height > y


def test_years_are_named_in_round_steps() -> None:
    names = [label.text for label in years(1981, [1] * 45).labels if label.role == "name"]
    assert names == ["1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]


def test_where_numbers_have_no_room_lines_say_how_high_columns_are() -> None:
    drawing = years(1981, [n % 17 for n in range(45)])
    scale = [label for label in drawing.labels if label.role == "scale"]
    assert [label.text for label in scale] == ["5", "10", "15"]
    assert not [label for label in drawing.labels if label.role == "total"]
    top = min(bar.y for bar in drawing.bars)
    base = drawing.lines[-1]
    assert [round((base - y) / (base - top) * 16) for y in drawing.lines] == [5, 10, 15, 0]


def test_parts_are_stacked_in_order_with_a_gap_between_them() -> None:
    drawing = draw(Chart("year", ("2020",), ("A", "B", "C"), ((10, 0, 30),)), WORDS)
    first, second = drawing.bars
    assert (first.colour, second.colour) == (1, 3)
    assert first.y + first.height == drawing.lines[-1]
    assert second.y + second.height == pytest.approx(first.y - 1)
    assert second.y == drawing.lines[-1] - 200 == drawing.bars[-1].y
    assert [bar.says for bar in drawing.bars] == ["2020, A: 10", "2020, C: 30"]
    assert drawing.legend == ((1, "A"), (2, "B"), (3, "C"))


@pytest.mark.parametrize("count", [COLOURS, COLOURS + 1, 18])
def test_more_series_than_colours_share_the_last(count: int) -> None:
    names = tuple(f"V{n}" for n in range(count))
    row = tuple(n + 1 for n in range(count))
    drawing = draw(Chart("year", ("2020",), names, (row,)), WORDS)
    if count == COLOURS:
        assert [name for _, name in drawing.legend] == list(names)
    else:
        largest = list(names[count - COLOURS + 1 :])
        assert [name for _, name in drawing.legend] == [*largest, f"{count - COLOURS + 1} others"]
    numbers = [int(bar.says.rpartition(" ")[2]) for bar in drawing.bars]
    assert sum(numbers) == sum(row)
    assert {bar.colour for bar in drawing.bars} == set(range(1, COLOURS + 1))


def test_anything_but_years_is_rows_with_the_name_above_the_bar() -> None:
    drawing = draw(Chart("venue", ("OSDI", "A venue " * 20), ("A", "B"), ((3, 1), (1, 0))), WORDS)
    assert [(bar.x, bar.width, bar.colour) for bar in drawing.bars] == [
        ("0%", "75%", 1),
        ("75%", "25%", 2),
        ("0%", "25%", 1),
    ]
    first, second = drawing.labels
    assert (first.text, first.behind, second.behind) == ("OSDI", "4", "1")
    assert second.text.endswith("…")
    assert 30 < len(second.text) < 36
    assert first.y < drawing.bars[0].y < second.y < drawing.bars[2].y < drawing.height


def test_years_far_apart_are_rows_too() -> None:
    drawing = draw(Chart("year", tuple(map(str, range(1700, 1770))), (), ((1,),) * 70), WORDS)
    assert [label.text for label in drawing.labels] == list(map(str, range(1700, 1770)))
    assert {bar.width for bar in drawing.bars} == {"100%"}
