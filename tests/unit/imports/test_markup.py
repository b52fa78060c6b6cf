"""Text of services → values of fields: nothing is lost, nothing breaks the file, and no command gets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_vitae.bib import parse_text, read
from sphinx_vitae.bib.syntax.characters import cleaned, squeeze
from sphinx_vitae.imports.csl import csl_offer
from sphinx_vitae.imports.keys import key_for, usable_key
from sphinx_vitae.imports.markup.capitals import braced_words, protected_words, titled_name
from sphinx_vitae.imports.markup.html import html_text
from sphinx_vitae.imports.markup.latex import address, escaped, identifier, written
from sphinx_vitae.imports.names import csl_names
from sphinx_vitae.imports.records import bibtex_offers


@pytest.mark.parametrize(
    ("sent", "value"),
    [
        ("Cats & dogs: 50% of #1_a", r"Cats \& dogs: 50\% of \#1\_a"),
        ("Cats &amp;amp; dogs", r"Cats \& dogs"),
        ("\\input{/etc/passwd}", r"\textbackslash{}input\textbraceleft{}/etc/passwd\textbraceright{}"),
        (
            "\\write18{rm}}} @misc{x,",
            r"\textbackslash{}write18\textbraceleft{}rm\textbraceright{}\textbraceright{}\textbraceright{} @misc\textbraceleft{}x,",
        ),
        (
            "one\n@misc{evil, title={x}}",
            r"one @misc\textbraceleft{}evil, title=\textbraceleft{}x\textbraceright{}\textbraceright{}",
        ),
        ("a\x00b\x1b[2Jc\u202ed", "ab[2Jcd"),
        ("half \ud83d a character", "half a character"),
        (
            "<i>E. coli</i> and H<sub>2</sub>O<sup>+</sup>",
            r"\emph{E. coli} and H\textsubscript{2}O\textsuperscript{+}",
        ),
        ("<jats:title>A <jats:italic>b</jats:italic></jats:title>", r"A \emph{b}"),
        ("open <i>only", r"open \emph{only}"),
        ("p < 0.05 and x<y>z", r"p \textless{} 0.05 and x\textless{}y\textgreater{}z"),
        ("costs US$5 and $6", r"costs US\$5 and \$6"),
        ("the $\\mathrm{AC}^0[\\oplus]$ case", r"the $\mathrm{AC}^0[\oplus]$ case"),
        (
            "the $\\input{x}^2$ case",
            r"the \$\textbackslash{}input\textbraceleft{}x\textbraceright{}\textasciicircum{}2\$ case",
        ),
        (
            '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:msub><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msub></mml:math> works',
            "$x_{2}$ works",
        ),
        ("<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>", r"$\frac{a}{b}$"),
        ("<math><mtext>GPU</mtext></math> looms", r"$\mathrm{GPU}$ looms"),
        ("<mml:math><mml:mi>x</mml:mo></mml:math> works", "x works"),
        ("Müller’s “naïve” α–β", "Müller’s “naïve” α–β"),
        ("`quotes' ^~", r"\textasciigrave{}quotes' \textasciicircum{}\textasciitilde{}"),
        ("<script>alert(1)</script>", "alert(1)"),
    ],
)
def test_what_a_service_sends_becomes_a_safe_value(sent: str, value: str) -> None:
    assert written(html_text(sent)) == value


@given(st.text(max_size=80))
def test_any_text_comes_back_as_it_was_from_an_entry_that_is_whole(text: str) -> None:
    value = escaped(text)
    assert value.count("{") == value.count("}")
    records, problems = read(
        [("", f"@misc{{a, title = {{x{value}}}}}\n@misc{{b, title = {{B}}}}".encode("utf-8", "replace"))]
    )
    assert [record.written_key for record in records] == ["a", "b"]
    plain = squeeze(cleaned(text)[0].replace("\v", " ").replace("\f", " "))
    if (
        plain.isascii()
        and "--" not in plain
        and "''" not in plain
        and "&" not in plain
        and "://" not in plain
        and "?" not in plain
        and "!" not in plain
    ):
        title = f"x{plain}".rstrip()
        assert str(records[0].title) == (title if title.endswith("..") else title.removesuffix("."))
    assert [problem for problem in problems if problem.kind.severity == "error"] == []


@given(st.text(max_size=80))
def test_any_html_gives_balanced_values_on_one_line(text: str) -> None:
    value = written(html_text(text))
    assert value.count("{") == value.count("}")
    assert "\n" not in value
    assert parse_text(value) is not None


@given(st.text(alphabet='{}\\$%a@"#, =\n~^_&', max_size=60))
def test_any_bibtex_of_a_service_is_refused_or_gives_safe_values(text: str) -> None:
    offers = bibtex_offers(
        f"@misc{{k, title = {{{text}}}, author = {{{text}}}}}".encode(), "x", own=True
    ).offers
    for offer in offers:
        for value in offer.fields.values():
            assert value.count("{") == value.count("}")
            assert "\n" not in value
            assert "\\input" not in value


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Weaving on GPUs with mRNA and NaCl", {"GPUs", "mRNA", "NaCl"}),
        ("The Structure of Ordinary Water", set()),
        ("Health advice for the factory girl in early twentieth-century Britain: a review", {"Britain"}),
        ("Two-pion Bose-Einstein correlations in central collisions", {"Bose", "Einstein"}),
        ("RM-STC: Row-Merge Dataflow Inspired GPU Sparse Tensor Core", {"RM", "STC", "GPU"}),
        ("TOYS AND LOOMS", set()),
        ("Vitamin C in sheep: A cohort study", {"C"}),
        ("Sci-Hub provides access", set()),
    ],
)
def test_capitals_of_names_and_acronyms_are_protected_and_no_others(title: str, words: set[str]) -> None:
    assert protected_words(parse_text(title)) == words


def test_the_braces_of_a_source_protect_what_they_hold_but_not_whole_phrases() -> None:
    assert braced_words(
        'The {GPU} of {Fourier} {{WaveNet}} {{A Generative Model}} Sch{\\"o}ning \\emph{Not}'
    ) == {"GPU", "Fourier", "WaveNet"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ({"family": "LINDQVIST", "given": "Maja"}, "Lindqvist, Maja"),
        ({"family": "O'BRIEN-SMITH", "given": "J. K."}, "O'Brien-Smith, J. K."),
        ({"family": "Wang 0001", "given": "Wei"}, "Wang, Wei"),
        ({"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}, "van der Berg, Jan"),
        ({"family": "King", "given": "Ann", "suffix": "Jr."}, "King, Jr, Ann"),
        ({"name": "Loom Collaboration"}, "{Loom Collaboration}"),
        ({"literal": "Roe, Ann"}, "Roe, Ann"),
        ({"literal": "University of Oslo, Department of Looms"}, "{University of Oslo, Department of Looms}"),
        ({"family": "Smith and Sons, Inc", "given": ""}, "{Smith and Sons, Inc}"),
        ({"family": "and others", "given": "X"}, "{and others}, X"),
        ({"family": "山田", "given": "花子"}, "山田, 花子"),
        ({"family": "Roe}", "given": "\\A{"}, r"Roe\textbraceright{}, \textbackslash{}A\textbraceleft{}"),
        ({}, ""),
    ],
)
def test_a_name_is_written_family_first_and_in_one_piece(name: dict[str, str], value: str) -> None:
    assert csl_names([name]) == value


def test_initials_and_particles_are_not_taken_for_names_in_capitals() -> None:
    assert [titled_name(name) for name in ("LI", "JR", "McGREGOR", "ÅSTRÖM")] == [
        "LI",
        "JR",
        "McGREGOR",
        "Åström",
    ]


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.org/a_b%20c?x=1#y", "https://example.org/a_b%20c?x=1#y"),
        ("https://example.org/{a} b\\c", "https://example.org/%7Ba%7D%20b%5Cc"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://example.org/\n}@misc{x", "https://example.org/%0A%7D@misc%7Bx"),
    ],
)
def test_an_address_is_one_for_the_web_and_cannot_end_its_field(url: str, value: str) -> None:
    assert address(url) == value


def test_an_identifier_has_no_character_that_means_something_to_bibtex() -> None:
    assert identifier("10.1000/a(b)<c>{d}\\e,\n") == "10.1000/a(b)<c>de"


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        ("author={van der Berg, Jan}, title={On the Looms of Oslo}, date={2021-05}", "vanderberg2021looms"),
        ("author={Øst, Å.}, title={RM-STC: a loom}, year=2020", "ost2020rmstc"),
        ("author={{Loom Collaboration}}, title={{The} \\emph{Loom}}, year=2020", "loomcollaboration2020loom"),
        ("editor={Roe, Ann}, title={2020 vision}", "roe2020"),
        ("title={Über die Räder}", "rader"),
        ("title={織機}", "work"),
    ],
)
def test_a_key_is_family_year_and_the_first_word_that_says_something(entry: str, key: str) -> None:
    record = read([("", f"@misc{{x, {entry}}}".encode())])[0][0]
    assert key_for(record, set()) == key
    assert key_for(record, {key, f"{key}a"}) == f"{key}b"


def test_a_key_of_a_source_is_usable_unless_it_would_break_the_file() -> None:
    assert [
        usable_key(key) for key in ("DBLP:conf/x/Y21", "Aad:2012tfa", "a b", "a,b", "a}b", "", "a\u200bb")
    ] == [True, True, False, False, False, False, False]


def test_a_published_works_venue_pages_and_date_are_complete() -> None:
    item = {
        "type": "chapter", "DOI": "10.1000/LNCS.1", "title": ["A loom"], "subtitle": ["Second look"],
        "container-title": ["Lecture Notes in Looms", "Looms 2021"], "page": "1-12", "volume": "77",
        "issued": {"date-parts": [[2021]]}, "published-online": {"date-parts": [[2021, 3, 4]]}, "published-print": {"date-parts": [[2022]]},
        "publisher": "Press", "publisher-location": "Oslo", "ISBN": ["http://id.example.org/isbn/9783161484100"],
        "author": [{"family": "Roe", "given": "Ann"}], "editor": [{"family": "Li", "given": "Bo"}],
        "relation": {"has-preprint": [{"id-type": "doi", "id": "10.1000/PRE"}]},
    }  # fmt: skip
    offer = csl_offer(item, "doi")
    assert offer is not None
    assert offer.versions == {"doi:10.1000/pre"}
    assert (offer.type, offer.fields) == (
        "incollection",
        {
            "author": "Roe, Ann", "title": "A loom: Second look", "doi": "10.1000/lncs.1", "booktitle": "Looms 2021",
            "series": "Lecture Notes in Looms", "editor": "Li, Bo", "date": "2021-03-04", "volume": "77", "pages": "1--12",
            "publisher": "Press", "location": "Oslo", "isbn": "9783161484100",
        },
    )  # fmt: skip


@pytest.mark.parametrize(
    "value", [None, [], {}, 3, "x", [[None]], {"date-parts": []}, {"date-parts": [None]}]
)
def test_a_value_of_another_shape_than_the_format_says_stops_nothing(value: object) -> None:
    names = (
        "author",
        "editor",
        "issued",
        "container-title",
        "page",
        "DOI",
        "ISBN",
        "relation",
        "categories",
        "type",
        "event",
        "subtitle",
        "publisher",
    )
    for name in names:
        offer = csl_offer({"title": "A", name: value}, "doi")
        assert offer is not None
        assert offer.fields["title"].startswith("A")
    assert csl_offer({"title": value}, "doi") is None or isinstance(value, int | str)
