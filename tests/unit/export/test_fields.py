"""Names, titles, dates and numbers in each format, in the forms that are easy to get wrong."""

from __future__ import annotations

import json

import pytest

from sphinx_vitae.export import Facts, to_biblatex, to_classic_bibtex, to_csl, to_csl_json, to_ris
from sphinx_vitae.export.facts import edtf, formula_text
from sphinx_vitae.model import Record
from unit.export.readers import read_again, read_csl, read_pybtex, read_ris
from unit.export.sample import ALL, WORKS, entry


def csl_names(record: Record) -> list[dict[str, str]]:
    found: list[dict[str, str]] = read_csl(to_csl(record))["author"]
    return found


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\alpha^2", "α²"),
        (r"H_2O", "H₂O"),
        (r"{}^{14}\mathrm{C}", "¹⁴C"),
        (r"90^\circ", "90°"),
        (r"x_{ij}^{kl}", "xᵢⱼ^(kl)"),
        (r"\frac{1}{n+1}", "1/(n+1)"),
        (r"O(n\log n)", "O(n log n)"),
        (r"\mathbb{R}^n", "ℝⁿ"),
        (r"\hat{x} \not= f'(x)", "x̂≠f′(x)"),
        (r"\left(\frac a b\right)", "(a/b)"),
        (r"\sqrt{x+y}", "√(x+y)"),
        (r"\begin{pmatrix}a\\b\end{pmatrix}", r"\begin{pmatrix}a\\b\end{pmatrix}"),
    ],
)
def test_formulas_are_unicode_where_that_is_possible(source: str, text: str) -> None:
    assert formula_text(source) == text


def test_superscripts_of_numbers_stay_superscripts() -> None:
    assert Facts(WORKS["journal"]).title == "On α²-decay of H₂O in GPUs: 10⁵ steps & more"
    assert Facts(entry(r"title={The 1\textsuperscript{st} time}")).title == "The 1st time"


def test_csl_marks_scripts_and_emphasis() -> None:
    item = read_csl(to_csl(entry(r"title={\emph{E. coli} and CO\textsubscript{2}}")))
    assert item["title"] == "<i>E. coli</i> and CO<sub>2</sub>"


def test_a_particle_belongs_to_the_family_name_but_not_in_its_order() -> None:
    record = entry("author={de la Cruz, Jr., Mar{\\'i}a}, title={T}")
    assert csl_names(record) == [
        {"family": "Cruz", "given": "María", "dropping-particle": "de la", "suffix": "Jr."}
    ]
    assert read_ris(to_ris(record))["authors"] == ["de la Cruz, María, Jr."]
    assert read_pybtex(to_classic_bibtex(record)).persons["author"][0].prelast_names == ["de", "la"]


def test_a_particle_that_biblatex_sorts_by_is_not_dropped() -> None:
    record = entry("author={van Gogh, Vincent}, title={T}, options={useprefix=true}")
    assert csl_names(record) == [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}]


@pytest.mark.parametrize(
    "name",
    [
        "{Office of Engines, Department of Works}",
        "{Procter and Gamble}",
        "{García y Vega}, María",
        "Plato",
        "{Madonna Louise}",
        "hooks, bell",
        "黄, 国悦",
        "O'Neill, {Mary and Ann}",
        r"\v{S}koda, {\L}ukasz",
        r"N\~g, \'{E}va",
    ],
)
def test_a_name_is_the_same_after_a_round_trip(name: str) -> None:
    record = entry(f"author={{{name}}}, title={{T}}")
    for export in (to_classic_bibtex, to_biblatex):
        again = read_again(export(record))
        assert list(map(str, again.people("author").persons)) == list(
            map(str, record.people("author").persons)
        )
        assert len(read_pybtex(export(record)).persons["author"]) == 1


def test_an_organization_has_no_comma_in_ris_that_would_split_it() -> None:
    assert read_ris(to_ris(WORKS["report"]))["authors"] == ["Office of Engines Department of Works"]


@pytest.mark.parametrize(
    ("date", "csl", "classic", "biblatex"),
    [
        ("date={2024-05-17}", {"date-parts": [[2024, 5, 17]]}, "2024", "2024-05-17"),
        ("date={2021~}", {"date-parts": [[2021]], "circa": True}, "ca. 2021", "2021~"),
        ("date={2021?}", {"date-parts": [[2021]], "circa": True}, "2021?", "2021?"),
        ("date={2020-23}", {"date-parts": [[2020]], "season": 3}, "2020", "2020-23"),
        ("date={2018/2020}", {"date-parts": [[2018], [2020]]}, "2018--2020", "2018/2020"),
        ("date={2020/}", {"date-parts": [[2020]]}, "2020", "2020/"),
        ("date={/2020}", {"date-parts": [[2020]]}, "2020", "/2020"),
        ("date={-0044-03-15}", {"date-parts": [[-44, 3, 15]]}, "-0044", "-0044-03-15"),
        (
            "year={in the year of the dragon}",
            {"literal": "in the year of the dragon"},
            "in the year of the dragon",
            "",
        ),
    ],
)
def test_a_date_is_as_precise_as_in_the_entry(date: str, csl: object, classic: str, biblatex: str) -> None:
    record = entry(f"title={{T}}, {date}")
    assert read_csl(to_csl(record))["issued"] == csl
    assert read_pybtex(to_classic_bibtex(record)).fields["year"] == classic
    assert read_pybtex(to_biblatex(record)).fields.get("date", "") == biblatex


def test_months_are_macros_and_seasons_words() -> None:
    assert "  month = may," in to_classic_bibtex(entry("title={T}, date={2024-05}"))
    assert '  month = jun # "--" # jul,' in to_classic_bibtex(entry("title={T}, date={2022-06/2022-07}"))
    assert "  month = {Autumn}," in to_classic_bibtex(entry("title={T}, date={2020-23}"))


@pytest.mark.parametrize(
    ("pages", "csl", "ris"),
    [
        ("1--46", "1-46", ("1", "46")),
        ("e12-e15", "e12-e15", ("e12", "e15")),
        ("17", "17", ("17", None)),
        ("1--3, 9--12", "1–3, 9–12", ("1–3, 9–12", None)),
    ],
)
def test_pages_are_a_range_or_as_they_are(pages: str, csl: str, ris: tuple[str, str | None]) -> None:
    record = entry(f"title={{T}}, journal={{J}}, pages={{{pages}}}")
    found = read_ris(to_ris(record))
    assert read_csl(to_csl(record))["page"] == csl
    assert (found["start_page"], found.get("end_page")) == ris


def test_an_article_number_is_a_number_in_csl_and_a_page_in_ris() -> None:
    record = WORKS["review"]
    assert read_csl(to_csl(record))["number"] == "117"
    assert read_ris(to_ris(record))["start_page"] == "117"


def test_protected_capitals_and_sound_latex_are_kept() -> None:
    source = to_classic_bibtex(entry(r"title={{GPU}s for {\"O}ko: 50% of $a_b$ & more_less #1}"))
    assert r"{{GPU}s for {\"O}ko: 50\% of $a_b$ \& more\_less \#1}" in source


@pytest.mark.parametrize(
    "title",
    [
        r"A \undefined{command} here",
        "Some <i>HTML</i> &amp; more",
        r"Broken $math and {braces",
        r"\input{/etc/passwd}",
        "A back\\",
    ],
)
def test_what_latex_would_stop_at_is_rewritten(title: str) -> None:
    source = to_classic_bibtex(entry(f'note={{x}}, title="{title}"'))
    assert not any(word in source for word in ("\\undefined", "\\input", "<i>", "&amp;"))
    assert read_pybtex(source).fields["title"]


def test_an_entry_inherits_before_it_is_exported() -> None:
    records = entry(
        "title={A paper}, crossref={p}} @proceedings{p, title={Proceedings}, date={2020}, publisher={P}",
        "inproceedings",
    )
    source = to_classic_bibtex(records)
    assert read_pybtex(source).fields["booktitle"] == "Proceedings"
    assert "crossref" not in source


def test_private_fields_and_fields_of_the_site_are_in_no_format() -> None:
    record = entry(
        "title={T}, file={/home/ada/secret.pdf}, abstract={Secret abstract}, comment={secret}, owner={secret}, annotation={secret},"
        " selected={true}, abbr={secret}, preview={secret.png}, zotero-key={secret}, local-url={secret}"
    )
    for output in (to_classic_bibtex(record), to_biblatex(record)):
        assert "ecret" not in output
    for text in (str(to_csl(record)), to_ris(record)):
        assert text.count("ecret") == text.count("Secret abstract")


def test_an_email_address_is_no_link() -> None:
    record = entry("title={T}, url={mailto:ada@ada.example}")
    for output in (to_classic_bibtex(record), to_biblatex(record), str(to_csl(record)), to_ris(record)):
        assert "ada.example" not in output


def test_classic_bibtex_keeps_the_day_for_those_who_read_it() -> None:
    assert edtf(read_again(to_classic_bibtex(WORKS["journal"])).date) == "2024-05-17"
    assert edtf(read_again(to_classic_bibtex(WORKS["chapter"])).date) == "1918~"


def test_a_small_letter_in_a_family_name_makes_no_particle() -> None:
    person = read_pybtex(to_classic_bibtex(WORKS["journal"])).persons["author"][3]
    assert (person.prelast_names, len(person.last_names)) == ([], 1)


@pytest.mark.parametrize("key", ALL)
def test_csl_as_json_is_the_same_item(key: str) -> None:
    """The text is put together from parts that are encoded once."""
    assert to_csl_json(ALL[key]) == json.dumps(to_csl(ALL[key]), ensure_ascii=False)
