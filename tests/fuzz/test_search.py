"""The search for faults finds what is wrong, makes it small and says how to make it again; and finds nothing here."""

from __future__ import annotations

import random

import pytest

from fuzz.__main__ import CHECKS, main
from fuzz.checks import FORMAT_CHECKS
from fuzz.mutations import sources
from fuzz.searching import Tally, dice_of, examine, failure_of
from fuzz.series import SERIES

INPUTS = 400
SEEDS = (1, 2, 3)


def broken(content: bytes, number: int) -> None:
    """Fails at one word."""
    assert b"journal" not in content, "it has a journal"


def test_an_input_that_fails_is_made_small_and_counted_once(capsys: pytest.CaptureFixture[str]) -> None:
    tally, made = Tally("reading"), sources()
    for number in range(40):
        examine(tally, broken, made.bibliography(dice_of(1, "reading", number)), number)
    (finding,) = tally.findings
    assert finding.smallest == "b'journal'"
    assert tally.again > 0
    assert "it has a journal" in capsys.readouterr().out


def test_the_same_seed_and_number_make_the_same_input() -> None:
    made, again = (sources().bibliography(dice_of(7, "reading", 12)) for _ in range(2))
    assert made == again
    assert made != sources().bibliography(dice_of(7, "reading", 13))


@pytest.mark.parametrize(
    ("format_", "source"),
    [
        ("html", "<script>x</script>"),
        ("html", '<a href="java&#10;script:x">x</a>'),
        ("html", '<em onclick="x">x</em>'),
        ("html", "<em>x"),
        ("html", "<!-- x -->"),
        ("latex", r"\input{x}"),
        ("latex", r"\emph{x"),
        ("latex", "x^2"),
        ("latex", r"\begin{itemize}\item x"),
        ("typst", "text"),
        ("typst", '#emph[#"x";'),
        ("typst", '#eval("x");'),
        ("typst", '#emph["x"];'),
        *((format_, "\x00") for format_ in FORMAT_CHECKS),
    ],
)
def test_markup_that_is_not_ours_is_found_in_every_format(format_: str, source: str) -> None:
    with pytest.raises(AssertionError):
        FORMAT_CHECKS[format_](source)


def test_every_series_makes_more_text_of_more() -> None:
    assert len({series.name for series in SERIES}) == len(SERIES)
    for series in SERIES:
        few, many = len(series.make(4)), len(series.make(16))
        assert (few < many) or series.people(4) != series.people(16), series.name


def test_an_input_without_a_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--input", "1"])
    assert "--input takes one --part" in capsys.readouterr().err


@pytest.mark.thorough(reason="a search for faults; the session `fuzz` goes on with other seeds")
@pytest.mark.parametrize("part", CHECKS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_short_search_finds_nothing(part: str, seed: int) -> None:
    tally, made = Tally(part), sources()
    for number in range(INPUTS):
        examine(tally, CHECKS[part], made.bibliography(dice_of(seed, part, number)), number)
    assert not tally.findings, tally.findings


def test_whatever_a_check_raises_is_a_failure_with_its_place() -> None:
    def check(content: bytes, number: int) -> None:
        random.Random(number).sample([], 1)

    failure = failure_of(check, b"", 0)
    assert failure
    assert failure.where.startswith("ValueError at ")
