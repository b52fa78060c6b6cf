"""Many problems of one kind are a few and a count."""

from __future__ import annotations

from sphinx_vitae.model import Problem, ProblemKind, summed_up

HOW = "ask for all"


def problems(count: int, kind: ProblemKind = ProblemKind.FIELD_MISSING, file: str = "a.bib") -> list[Problem]:
    return [Problem(kind, f"lacks {number}", file, number + 1, f"k{number}") for number in range(count)]


def test_twenty_are_given_one_by_one() -> None:
    assert summed_up(problems(20), HOW) == problems(20)


def test_more_than_twenty_are_counted_in_the_place_of_the_next() -> None:
    found = [*problems(30), *problems(1, ProblemKind.SYNTAX)]
    shown = summed_up(found, HOW)
    assert shown[:20] == found[:20]
    assert str(shown[20]) == "10 more problems of this kind in this file; ask for all"
    assert (shown[20].line, shown[20].kind) == (21, ProblemKind.FIELD_MISSING)
    assert shown[21:] == found[30:]


def test_a_single_further_problem_is_counted_in_the_singular() -> None:
    assert str(summed_up(problems(21), HOW)[20]) == "1 more problem of this kind in this file; ask for all"


def test_each_file_counts_by_itself_and_problems_without_a_file_are_all_given() -> None:
    found = [*problems(20), *problems(20, file="b.bib"), *problems(25, file="")]
    assert summed_up(found, HOW) == found


def test_private_fields_are_one_note_a_file() -> None:
    def private(line: int, *names: str) -> Problem:
        message = f"{', '.join(names)}: neither shown nor exported"
        return Problem(ProblemKind.FIELD_PRIVATE, message, "a.bib", line, "k")

    assert summed_up([private(1, "file")], HOW) == [private(1, "file")]
    (note,) = summed_up([private(1, "file"), private(5, "owner", "file")], HOW)
    assert str(note) == (
        "2 entries have private fields (file, owner), which are neither shown nor exported; ask for all"
    )
    assert note.line == 1
