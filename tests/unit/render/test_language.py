"""Words, dates and lists in the language of a site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar, cast

import pytest
from babel import Locale

from sphinx_vitae.bib import parse_date
from sphinx_vitae.model import Moment
from sphinx_vitae.render import EntryOptions, PlainText, Renderer, Words, phrases, print_date, words_in
from sphinx_vitae.render.language.calendar import Calendar
from sphinx_vitae.render.language.catalogue_words import CatalogueWords
from sphinx_vitae.render.language.translations import LOCALES
from unit.render.printing import Page, catalogue

LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
#: Where the numbers 0, 1, 2, 5, 11 have different forms: which of them are alike.
COUNTED = {
    "de": "10111", "fr": "00111", "pt": "10111", "pt_BR": "00111", "el": "10111", "hu": "00000", "tr": "00000",
    "cs": "20122", "pl": "20122", "ru": "20122", "uk": "20122",
    "zh_CN": "00000", "ja": "00000", "ko": "00000", "ar": "01234", "he": "01000", "fa": "00000",
}  # fmt: skip


def words(language: str, **own: str) -> Words:
    found, problems = words_in(language, (), own)
    assert not problems
    return found


@pytest.mark.parametrize(
    ("language", "written", "long", "days"),
    [
        ("de", "2024-05-17", "17. Mai 2024", "17. Mai 2024"),
        ("de", "2024-05", "Mai 2024", "Mai 2024"),
        ("de", "2024", "2024", "2024"),
        ("de", "2024-05-03/2024-05-05", "3.–5. Mai 2024", "3.–5. Mai 2024"),
        ("de", "2024-05-30/2024-06-02", "30. Mai – 2. Juni 2024", "30. Mai – 2. Juni 2024"),
        ("de", "2022-06/2022-09", "Juni – September 2022", "Jun – Sept. 2022"),
        ("de", "2020-12/2021-02", "Dezember 2020 – Februar 2021", "Dez. 2020 – Feb. 2021"),
        ("de", "2021/", "2021 – heute", "2021 – heute"),
        ("de", "/2021", "bis 2021", "bis 2021"),
        ("de", "2024-21", "Frühling 2024", "Frühling 2024"),
        ("de", "2024-21/2024-23", "Frühling – Herbst 2024", "Frühling – Herbst 2024"),
        ("de", "1850~", "ca. 1850", "ca. 1850"),
        ("de", "-0043", "44 v. Chr.", "44 v. Chr."),
        ("es", "2024-05", "mayo de 2024", "may 2024"),
        ("es", "2024-05-03/2024-05-05", "3–5 de mayo de 2024", "3–5 may 2024"),
        ("ru", "2024-05-17", "17 мая 2024\u00a0г.", "17 мая 2024\u00a0г."),
        ("ru", "2024-05", "май 2024\u00a0г.", "май 2024\u00a0г."),
        ("uk", "2024-05-17", "17 травня 2024\u00a0р.", "17 трав. 2024\u00a0р."),
        ("cs", "2024-05-17", "17. května 2024", "17. 5. 2024"),
        ("cs", "2022-06/2022-09", "červen – září 2022", "červen – září 2022"),
        ("hu", "2024-05-30/2024-06-02", "2024. május 30. – június 2.", "2024. máj. 30. – jún. 2."),
        ("hu", "2024-21/2024-23", "2024. tavasz – ősz", "2024. tavasz – ősz"),
        ("tr", "/2021", "2021 tarihine kadar", "2021 tarihine kadar"),
        ("el", "2024-05", "Μάιος 2024", "Μαΐ 2024"),
        ("pt_BR", "2024-05-17", "17 de maio de 2024", "17 de mai. de 2024"),
        ("zh_CN", "2024-05-17", "2024年5月17日", "2024年5月17日"),
        ("zh_CN", "2022-06/2022-09", "2022年6月 – 9月", "2022年6月 – 9月"),
        ("zh_CN", "2024-21/2024-23", "2024年春季 – 秋季", "2024年春季 – 秋季"),
        ("zh_CN", "2021/", "2021 – 至今", "2021 – 至今"),
        ("zh_CN", "-0043-03", "公元前44年3月", "公元前44年3月"),
        ("ja", "2024-05-30/2024-06-02", "2024年5月30日～6月2日", "2024年5月30日～6月2日"),
        ("ja", "2021/", "2021～現在", "2021～現在"),
        ("ja", "/2021", "～2021", "～2021"),
        ("ko", "2024-05-03/2024-05-05", "2024년 5월 3일~5일", "2024년 5월 3일~5일"),
        ("ko", "2021/", "2021 ~ 현재", "2021 ~ 현재"),
        ("ar", "2024-05-30/2024-06-02", "30 مايو – 2 يونيو 2024", "30 مايو – 2 يونيو 2024"),
        ("ar", "2024-21", "ربيع 2024", "ربيع 2024"),
        ("he", "2022-06/2022-09", "יוני – ספטמבר 2022", "יוני – ספט׳ 2022"),
        ("he", "2024-05-17", "17 במאי 2024", "17 במאי 2024"),
        ("fa", "2020-10/2021-12", "اکتبر 2020 تا دسامبر 2021", "اکتبر 2020 تا دسامبر 2021"),
        ("fa", "/2021", "تا 2021", "تا 2021"),
    ],
)
def test_dates_have_the_form_of_the_language(language: str, written: str, long: str, days: str) -> None:
    date = parse_date(written)
    assert print_date(date, words(language)).text == long
    assert print_date(date, words(language), "days").text == days


@pytest.mark.parametrize(
    ("language", "pattern", "printed"),
    [
        ("zh_CN", ["y年M月d日\u2009–\u2009", "d日"], "2024年5月3日 – 5日"),
        ("zh_CN", ["y年M月d–", "d日"], "2024年5月3–5日"),
        ("de", ["d.–", "d. MMM y"], "3.–5. Mai 2024"),
        ("de", ["dd", " – ", "dd.MM.y"], "3 – 5. Mai 2024"),
    ],
)
def test_days_of_a_month_are_joined_as_in_cldr(language: str, pattern: list[str], printed: str) -> None:
    """Its releases differ, so the test brings the pattern."""

    class Known:
        interval_formats: ClassVar = {"yMMMd": {"d": pattern}}

        def __getattr__(self, name: str) -> object:
            return getattr(Locale.parse(language), name)

    calendar = Calendar(cast(Locale, Known()))
    assert calendar.days(Moment(2024, 5, 3), Moment(2024, 5, 5), "long", year="2024") == printed


@pytest.mark.parametrize(
    ("language", "written", "printed"),
    [
        ("cs", "/2021-05", "do května 2021"),
        ("cs", "/2021-05-17", "do 17. května 2021"),
        ("pl", "/2021-05", "do maja 2021"),
        ("ru", "/2021-03", "до марта 2021\u00a0г."),
        ("uk", "/2021-05", "до травня 2021\u00a0р."),
    ],
)
def test_a_month_after_until_has_the_genitive_in_slavic_languages(
    language: str, written: str, printed: str
) -> None:
    assert print_date(parse_date(written), words(language)).text == printed


@pytest.mark.parametrize("language", sorted(COUNTED.keys() & {*LANGUAGES}))
def test_numbers_have_the_plural_forms_of_the_language(language: str) -> None:
    said = [words(language).counted("talk", n).replace(str(n), "#") for n in (0, 1, 2, 5, 11)]
    forms = COUNTED[language]
    for first in range(5):
        for second in range(5):
            assert (said[first] == said[second]) == (forms[first] == forms[second]), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_joined_in_the_language(language: str) -> None:
    bib = "@article{k, author={Ash, A and Oak, B and Elm, C}, title={T}, journaltitle={J}, date={2020}}"
    record = (found := catalogue(bib)).records["k"]
    for style in ("ieee", "acm", "chicago"):
        text = PlainText(found, words(language)).entry(record, Page(), EntryOptions(layout=style))
        assert " and " not in text
        assert words(language).separators.last.replace("\xa0", " ") in text


@pytest.mark.parametrize(
    ("language", "card", "style"),
    [
        ("zh_CN", "A Ash, B Oak, 等", "A. Ash、B. Oak, 等"),
        ("ja", "A Ash, B Oak, ほか", "A. Ash、B. Oak, ほか"),
        ("ko", "A Ash, B Oak 외", "A. Ash, B. Oak 외"),
        ("ar", "A Ash، B Oak وآخرون", "A. Ash وB. Oak وآخرون"),
        ("he", "A Ash, B Oak ואחרים", "A. Ash, B. Oak ואחרים"),
        ("fa", "A Ash، B Oak و دیگران", "A. Ash، B. Oak و دیگران"),
        ("de", "A Ash, B Oak u. a.", "A. Ash, B. Oak u. a."),
        ("hu", "A Ash, B Oak és mtsai.", "A. Ash, B. Oak és mtsai."),
        ("cs", "A Ash, B Oak, et al.", "A. Ash, B. Oak, et al."),
    ],
)
def test_a_shortened_list_ends_as_the_language_does(language: str, card: str, style: str) -> None:
    bib = "@article{k, author={Ash, A and Oak, B and others}, title={T}, journaltitle={J}, date={2020}}"
    record = (found := catalogue(bib)).records["k"]
    for layout, printed in (("card", card), ("ieee", style)):
        text = PlainText(found, words(language)).entry(record, Page(), EntryOptions(layout=layout))
        assert text.startswith(printed), text


@pytest.mark.parametrize("language", ["ar", "fa"])
@pytest.mark.parametrize("layout", ["card", "acm", "apa", "chicago", "ieee", "vancouver"])
def test_the_comma_is_that_of_the_script(language: str, layout: str) -> None:
    bib = """@inbook{k, author={Ash, A and Oak, B and Elm, C}, title={T, U}, booktitle={B}, pages={3--5}, volume={2},
        edition={2}, publisher={P}, date={2020-05-17}}"""
    found = catalogue(bib)
    text = PlainText(found, words(language)).entry(found.records["k"], Page(), EntryOptions(layout=layout))
    assert re.findall(r"\w*, \w*", text) == ["T, U"]
    assert "، " in text


def test_an_edition_in_words_has_no_english_beside_it() -> None:
    found = catalogue(
        "@book{k, author={Ash, A}, title={T}, edition={revidierte}, publisher={P}, date={2020}}"
    )
    text = PlainText(found, words("de")).entry(found.records["k"], Page(), EntryOptions(layout="apa"))
    assert "(revidierte)" in text


@pytest.mark.parametrize("layout", ["acm", "apa", "chicago", "ieee", "vancouver"])
def test_types_of_biblatex_are_words_in_every_style(layout: str) -> None:
    found = catalogue(
        "@thesis{k, author={Ash, A}, title={T}, type={candthesis}, institution={I}, date={2020}}"
    )
    text = PlainText(found, words("de")).entry(found.records["k"], Page(), EntryOptions(layout=layout))
    assert "Kandidatendissertation" in text
    assert "Candidate thesis" in PlainText(found, Words()).entry(
        found.records["k"], Page(), EntryOptions(layout=layout)
    )


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("invited", "Eingeladener Vortrag: E, 2020.", "Invited: E, 2020."),
        ("keynote", "Keynote: E, 2020.", "Keynote: E, 2020."),
        (
            "invited, virtual",
            "Eingeladener Vortrag, Virtueller Vortrag: E, 2020.",
            "Invited, virtual: E, 2020.",
        ),
        ("panel", "Panel: E, 2020.", "Panel: E, 2020."),
    ],
)
def test_known_kinds_of_talks_are_translated(written: str, german: str, english: str) -> None:
    found = catalogue(f"@talk{{k, title={{T}}, type={{{written}}}, eventtitle={{E}}, date={{2020}}}}")
    for language, printed in ((words("de"), german), (Words(), english)):
        assert printed in PlainText(found, language).entry(found.records["k"], Page(), EntryOptions())


@pytest.mark.parametrize("title", ["何を学ぶか？", "学ぶ。", "ما هو التعلم؟"])
def test_a_title_that_ends_a_sentence_in_its_script_has_no_full_stop(title: str) -> None:
    found = catalogue(f"@misc{{k, author={{Ash, A}}, title={{{title}}}, date={{2020}}}}")
    for layout in ("card", "apa", "vancouver"):
        text = PlainText(found, Words()).entry(found.records["k"], Page(), EntryOptions(layout=layout))
        assert f"{title}." not in text


def test_house_styles_keep_their_layout_in_other_languages() -> None:
    bib = """@incollection{k, author={Ash, Ada}, editor={Oak, Ben and Elm, Cora}, title={Das Haus am See},
        booktitle={Häuser}, edition={2}, pages={3--5}, date={2020-04-03}, publisher={P}}"""
    found = catalogue(bib)
    english, german = (
        PlainText(found, language).entry(found.records["k"], Page(), EntryOptions(layout="apa"))
        for language in (Words(), words("de"))
    )
    assert (
        english == "Ash, A. (2020). Das haus am see. In B. Oak & C. Elm (Eds.), Häuser (2nd ed., pp. 3–5). P."
    )
    assert (
        german == "Ash, A. (2020). Das Haus am See. In B. Oak & C. Elm (Hrsg.), Häuser (2. Aufl., S. 3–5). P."
    )


def test_titles_have_the_quotation_marks_of_the_language() -> None:
    bib = "@article{k, author={Ash, Ada}, title={Das Haus}, journaltitle={J}, date={2020}}"
    found = catalogue(bib)
    printed = PlainText(found, words("de"))
    assert "„Das Haus“, J, 2020." in printed.entry(found.records["k"], Page(), EntryOptions(layout="ieee"))
    assert "„Das Haus“. J (2020)." in printed.entry(
        found.records["k"], Page(), EntryOptions(layout="chicago")
    )


@pytest.mark.parametrize("language", ["xx", "eo", "tlh_XX", "", "en", "en_GB", "../de"])
def test_an_unknown_language_is_english(language: str) -> None:
    found = words(language)
    assert found.unchanged
    assert print_date(parse_date("2024-05-17"), found).text == "17 May 2024"
    assert found.separators.last == " and "


@pytest.mark.parametrize("format_", ["html", "latex", "typst"])
def test_a_label_in_french_has_a_space_before_its_colon_at_which_no_line_breaks(format_: str) -> None:
    found = catalogue(
        "@talk{k, title={Neige}, type={invited}, eventtitle={E}, date={2020}, related={p}}"
        "@article{p, author={Ash, A}, title={Glace}, journaltitle={J}, date={2019}, keywords={a, b}}"
    )
    renderer, look = Renderer(found, words("fr"), format_), EntryOptions(show=("keywords",))
    talk, paper = (renderer.entry(found.records[key], Page(), look) for key in ("k", "p"))
    assert re.search('Exposé invité(?:";)?\u00a0: ', talk)
    assert re.search('Mots-clés\u00a0:(?:";)? ', paper)


@pytest.mark.parametrize(
    ("language", "year", "years", "since"),
    [
        ("zh_CN", "2024年", "2020 – 2024年", "2020年 – 至今"),
        ("ja", "2024年", "2020年～2024年", "2020年～現在"),
        ("ko", "2024년", "2020년 ~ 2024년", "2020년 ~ 현재"),
        ("hu", "2024", "2020 – 2024", "2020 – jelenleg"),
    ],
)
def test_a_year_has_its_sign_in_a_column_of_dates_but_not_in_references(
    language: str, year: str, years: str, since: str
) -> None:
    for date, printed in (("2024", year), ("2020/2024", years), ("2020/", since)):
        assert print_date(parse_date(date), words(language), alone=True).text == printed
    assert print_date(parse_date("2024"), words(language)).text == "2024"
    bib = "@award{a, title={A}, date={2024}} @article{p, author={Ash, A}, title={P}, date={2024}}"
    renderer = Renderer(found := catalogue(bib), words(language), "latex")
    award, paper = (renderer.entry(found.records[key], Page(), EntryOptions()) for key in ("a", "p"))
    assert f"{{{year}}}" in award
    assert "年" not in paper
    assert "년" not in paper


def test_the_era_of_a_year_keeps_one_sign() -> None:
    assert print_date(parse_date("-0043"), words("zh_CN"), alone=True).text == "公元前44年"


def test_english_words_are_the_phrases_themselves_and_are_not_looked_up() -> None:
    assert type(words("en")) is Words
    for phrase in phrases():
        assert words("en")(phrase) is phrase
        assert words("en").in_context("a heading", phrase) is phrase
    assert type(words("en", **{"to appear": "accepted"})) is CatalogueWords


def test_a_language_with_a_region_has_the_catalogue_of_the_language() -> None:
    assert words("de_AT").counted("talk", 2) == words("de-CH").counted("talk", 2) == "2 Vorträge"


def site_catalogue(folder: Path, language: str, phrase: str, said: str) -> Path:
    path = folder / language / "LC_MESSAGES" / "sphinx_vitae.po"
    path.parent.mkdir(parents=True)
    head = f'msgid ""\nmsgstr "Language: {language}\\nContent-Type: text/plain; charset=utf-8\\n"\n'
    path.write_text(f'{head}\nmsgid "{phrase}"\nmsgstr "{said}"\n', "utf-8")
    return folder


def test_the_catalogue_of_a_site_overrides_ours(tmp_path: Path) -> None:
    found, problems = words_in("de", [site_catalogue(tmp_path, "de", "Abstract", "Kurzfassung")])
    assert (found("Abstract"), found("Keywords"), problems) == ("Kurzfassung", words("de")("Keywords"), [])


def test_a_broken_placeholder_of_a_site_is_reported_at_its_line(tmp_path: Path) -> None:
    found, problems = words_in("eo", [site_catalogue(tmp_path, "eo", "Vol. {}", "Vol. {x}")])
    assert found("Vol. {}") == "Vol. {}"
    assert [(problem.line, problem.message) for problem in problems] == [
        (4, "the translation of 'Vol. {}' has other placeholders than the phrase, which has {}")
    ]


def test_a_catalogue_that_is_no_catalogue_is_reported(tmp_path: Path) -> None:
    path = (
        site_catalogue(tmp_path, "de", "Abstract", "Kurzfassung") / "de" / "LC_MESSAGES" / "sphinx_vitae.po"
    )
    path.write_bytes(b'msgid "a\nmsgstr \xff')
    found, problems = words_in("de", [tmp_path])
    assert found("Abstract") == words("de")("Abstract")
    assert ["cannot be read" in problem.message for problem in problems] == [True]


def test_words_of_a_site_replace_a_phrase_wherever_it_stands() -> None:
    found, _ = words_in("en", (), {"to appear": "accepted", "{} papers": "{} works", "and": "&"})
    assert (found.status_within("forthcoming"), found.status("forthcoming")) == ("accepted", "Accepted")
    assert (found.counted("publication", 1), found.counted("publication", 2)) == ("1 paper", "2 works")
    assert found.separators.last == " & "


def test_the_list_of_phrases_has_both_forms_of_a_plural() -> None:
    assert {"{} paper", "{} papers", "to appear", "et al."} <= {*phrases()}
