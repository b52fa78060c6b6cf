"""Names: BibTeX's forms, biblatex's extended one, and what people write."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib import parse_name
from sphinx_vitae.bib.names.name_lists import read_names
from sphinx_vitae.model import NameList, Person, ProblemKind
from unit.bib.reading import entry, kinds_of, records_of


def family(name: str, given: str = "", prefix: str = "", suffix: str = "") -> Person:
    return Person(name, given, prefix, suffix)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Jane Doe", family("Doe", "Jane")),
        ("Doe, Jane", family("Doe", "Jane")),
        ("Doe,Jane", family("Doe", "Jane")),
        ("Plato", family("Plato")),
        ("Ludwig van Beethoven", family("Beethoven", "Ludwig", "van")),
        ("van Beethoven, Ludwig", family("Beethoven", "Ludwig", "van")),
        ("Jean de la Fontaine du Bois", family("Bois", "Jean", "de la Fontaine du")),
        ("de la Vall{\\'e}e Poussin, Charles", family("Vallée Poussin", "Charles", "de la")),
        ('{\\\'E}mile {\\"O}zg{\\"u}r', family("Özgür", "Émile")),
        ("{\\o}rsted, Hans", family("ørsted", "Hans")),
        ("Doe~Roe, J.~K.", family("Doe Roe", "J. K.")),
        ("Jean-Baptiste d'Alembert", family("d'Alembert", "Jean-Baptiste")),
        ("Vincent {van} Gogh", family("Gogh", "Vincent van")),
        ("{van Gogh}, Vincent", family("van Gogh", "Vincent")),
        ("Malcolm X", family("X", "Malcolm")),
        ("Doe, Jr, John", family("Doe", "John", suffix="Jr")),
        ("John Doe III", family("Doe", "John", suffix="III")),
        ("{The ATLAS Collaboration}", Person(literal="The ATLAS Collaboration")),
        ("Johnson \\& Johnson", Person(literal="Johnson & Johnson")),
        ("{Google, Inc.}", Person(literal="Google, Inc.")),
        ("{MIT, Cambridge}", Person(literal="MIT, Cambridge")),
        ("{University of California, Berkeley}", Person(literal="University of California, Berkeley")),
        ("{Doe, Jane}", family("Doe", "Jane")),
    ],
)
def test_a_name_is_taken_apart(text: str, person: Person) -> None:
    assert parse_name(text) == person


@pytest.mark.parametrize(
    "text", ["family=Cruz, given=Juan, prefix=de la", 'given={Juan}, prefix="de la", family=Cruz, given-i=J']
)
def test_the_extended_form(text: str) -> None:
    assert parse_name(text) == family("Cruz", "Juan", "de la")


def test_several_names_are_no_name() -> None:
    assert parse_name("Doe, Jane; Roe, Max") == Person(literal="Doe, Jane; Roe, Max")


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Doe J.", "write Doe, J."),
        ("Doe, Jane,", "write Doe, Jane"),
        ("Doe, Jane; Roe, Max", "write Doe, Jane and Roe, Max"),
        ("Smith J, Doe A", "write Smith, J and Doe, A"),
        ("Doe, A., Roe, B., Poe, C., & Moe, D.", "write Doe, A. and Roe, B. and Poe, C. and Moe, D."),
        ("Doe, A., Roe, B., and Poe, C.", "write Doe, A. and Roe, B."),
        ("Doe, A.B, Roe, C", "write Doe, A.B and Roe, C"),
        ("Smith J, Doe A & Roe, B.", "write Smith, J and Doe, A and Roe, B."),
        (
            "Doe, A.; Roe, B. & Poe J., Moe, D.",
            "write Doe, A. and Roe, B. and Poe, J. and Moe, D.",
        ),
        ("Doe J. R.", "write Doe, J. R."),
        (r"Ti\&328;o, Peter", "write ň"),
        ("P&eacute;rez, Ana", "write é"),
        ("A, B, C, D", "write “and” between names, and at most one comma in each name"),
        ("{Doe, Jane and Roe, Max}", "remove those braces"),
        ("{Doe, Jane A.}", "write Doe, Jane A."),
        ("Doe, Jane and and Roe, Max", "remove it"),
        ("Doe, Jane and Roe, and", "remove both, or write the given name after the comma"),
        (r"\tl{Doe, Jane and Roe, Max}", r"remove \tl{ and }"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_write(text: str, fix: str) -> None:
    assert [flaw[1] for flaw in read_names(text).flaws] == [fix]


def test_the_names_in_a_command_around_a_whole_list_are_read() -> None:
    names = read_names("Doe, Jane and Roe, Max").names
    assert read_names(r"\tl{Doe, Jane and Roe, Max}").names == names
    assert len(read_names(r"\tl{Doe and Roe Foundation}").names.persons) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Doe, A., Roe, B., Poe, C., & Moe, D.",
        "Doe, A., Roe, B., Poe, C., Moe, D.",
        "John Doe, Jane Roe, Max Poe",
        "Smith J, Doe A & Roe B",
        "Doe J.; Roe M.; Poe, Max",
        "黄小明，李大文，张三",
    ],
)
def test_what_is_to_be_written_is_read_without_a_problem_as_the_same_names(text: str) -> None:
    reading = read_names(text)
    ((_, fix),) = reading.flaws
    assert read_names(fix.removeprefix("write ")) == (reading.names, ())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (r"Ti\&328;o, Peter and Doe, Jane", ["Tiňo", "Doe"]),
        (r"Ti\&\#328;o, Peter", ["Tiňo"]),
        ("Ti&#328;o, Peter", ["Tiňo"]),
        ("P&eacute;rez, Ana; Doe, Jane", ["Pérez", "Doe"]),
    ],
)
def test_the_semicolon_of_an_html_entity_separates_no_names(text: str, names: list[str]) -> None:
    assert [person.family for person in read_names(text).names.persons] == names


def test_an_escaped_ampersand_of_html_is_an_ampersand() -> None:
    assert read_names("AT&amp;T") == (NameList((Person(literal="AT&T"),)), ())


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("黄小明", "黄小明"),
        ("萩行 正嗣", "萩行正嗣"),
        ("김철수", "김철수"),
        ("Huang, 小明", "小明 Huang"),
        ("Huang, Guyue", "Guyue Huang"),
    ],
)
def test_reading_order(name: str, reading: str) -> None:
    assert str(parse_name(name)) == reading


@pytest.mark.parametrize(
    "sign",
    [
        "*",
        "$^*$",
        "$^{*}$",
        "\\textsuperscript{*}",
        "$^{\\ast}$",
        "\\textsuperscript{$\\ast$}",
        "<sup>*</sup>",
        "\\*",
    ],
)
@pytest.mark.parametrize("form", ["Doe{}, Jane", "Doe, Jane{}", "Jane Doe{}"])
def test_a_star_anywhere_marks_equal_contribution(sign: str, form: str) -> None:
    assert parse_name(form.replace("{}", sign)) == Person("Doe", "Jane", marks=("equal",))


@pytest.mark.parametrize(
    "text",
    [
        "\\textbf{Jane Doe}",
        "{\\bf Jane Doe}",
        "{\\textbf{Doe, Jane}}",
        "**Jane Doe**",
    ],
)
def test_emphasis_around_a_name_marks_ones_own(text: str) -> None:
    assert parse_name(text) == Person("Doe", "Jane", marks=("me",))


@pytest.mark.parametrize(
    "text", ["\\underline{Jane Doe}", "\\textit{Doe, Jane}", "<u>Jane Doe</u>", "\\textsc{Doe}, Jane"]
)
def test_other_emphasis_marks_nothing(text: str) -> None:
    assert parse_name(text) == Person("Doe", "Jane")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("J{\\'{e}}r{\\^{o}}me {\\^O}t{\\^e}", family("Ôtê", "Jérôme")),
        ("\\student{Doe, Jane}", Person("Doe", "Jane", marks=("student",))),
        ("Doe, Jane$^{1,\\dagger}$", Person("Doe", "Jane", marks=("1", "†"))),
        ("Jane Doe\\textsuperscript{2}", Person("Doe", "Jane", marks=("2",))),
        ("Jane Doe†‡", Person("Doe", "Jane", marks=("†", "‡"))),
        ("Jane Doe\\thanks{Equal}", Person("Doe", "Jane", marks=("Equal",))),
    ],
)
def test_other_signs_are_marks_and_accents_are_not(text: str, person: Person) -> None:
    assert parse_name(text) == person


def test_annotations_of_the_names_of_one_field() -> None:
    record = entry(
        "author = {Doe*, Jane and {Team} and others}, author+an = {1=corresponding, equal; 2=me},"
        'author+an:affiliation = {1="A; B, C"}, author+an:orcid = {1="https://orcid.org/0000-0001-2345-678X"}'
    )
    jane, team = record.names["author"].persons
    assert jane.marks == ("equal", "corresponding")
    assert (jane.affiliation, jane.orcid) == ("A; B, C", "0000-0001-2345-678X")
    assert team.marks == ("me",)
    assert record.names["author"].others


def test_a_name_as_long_as_a_paragraph_is_kept_whole() -> None:
    text = "word " * 200
    records, problems = records_of(f"@misc{{k, title = {{T}}, author = {{{text}}}}}")
    assert records["k"].names["author"].persons == (Person(literal=text.strip()),)
    assert kinds_of(problems) == [ProblemKind.NAME_UNREADABLE]


@pytest.mark.parametrize(
    ("value", "persons"),
    [
        ("Roe, Mary and Doe, and J. B.", (family("Roe", "Mary"), family("Doe", "J. B."))),
        ("Roe, and JB and Poe, Max", (family("Roe", "JB"), family("Poe", "Max"))),
        (
            "Rain Office (Norway and Sweden) and Poe, Max",
            (Person(literal="Rain Office (Norway and Sweden)"), family("Poe", "Max")),
        ),
        ("{Roe, Mary}and Poe, Max", (family("Roe", "Mary"), family("Poe", "Max"))),
    ],
)
def test_a_name_that_an_and_cuts_in_two_is_read_as_one(value: str, persons: tuple[Person, ...]) -> None:
    reading = read_names(value)
    assert reading.names.persons == persons
    assert reading.flaws


@pytest.mark.parametrize(
    "value",
    [
        "Roe, Jr. and Poe, Max",
        "World Rain Office and Lake University",
        "Centre for Rain and CSS",
        "Rain Office (Norway) and Lake Office (Sweden)",
        "Roe, Mary (editor) and Poe, Max",
        "Roe, M. and Poe, K.",
        "R.A.I.N. and Poe, Max",
    ],
)
def test_separate_names_are_not_reported_as_halves_of_one(value: str) -> None:
    reading = read_names(value)
    assert len(reading.names.persons) == 2
    assert not any(
        "names" in message or "divides" in message or "initials," in message for message, _ in reading.flaws
    )


def test_the_text_of_a_broken_list_is_not_joined_again_and_again() -> None:
    value = f"Roe {'(' * 500} and {' and '.join(['Doe)'] * 50)}"
    assert len(read_names(value).names.persons) == 51


@pytest.mark.parametrize("others", ["and others", "et al.", "and et al", "and etal,", "et. al.,"])
def test_others_however_written(others: str) -> None:
    records, problems = records_of(f"@misc{{k, title = {{T}}, author = {{Doe, Jane {others}}}}}")
    assert records["k"].names["author"] == NameList((Person("Doe", "Jane"),), others=True)
    assert kinds_of(problems) == []


@pytest.mark.parametrize(
    "written", ["Roe, Max\xa0 and Poe, Ann", "Roe and , Max and Poe, Ann", "Roe, Max and\xa0Poe, Ann"]
)
def test_the_names_around_a_misplaced_and_are_read(written: str) -> None:
    names, flaws = read_names(written)
    assert names.persons == (Person("Roe", "Max"), Person("Poe", "Ann"))
    assert len(flaws) == 1
