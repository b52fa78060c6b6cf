"""What goes wrong is said once, with file and line and what is allowed; the rest of the page is there."""

from __future__ import annotations

import re

import pytest

from declared import keys, options, quoted, words
from site_builder import Site
from sphinx_vitae.extension.directives.cv import ItemDirective
from sphinx_vitae.extension.options.declared import NUMBERINGS
from sphinx_vitae.model import NAME_FORMS, Profile
from sphinx_vitae.render import LAYOUTS
from sphinx_vitae.select import GROUPINGS, WHEN

LISTING = "# P\n\n```{{publications}}\n{}\n```\n"
RST_LISTING = "P\n=\n\n.. publications::\n   {}\n"


@pytest.mark.parametrize("markup", ["md", "rst"])
@pytest.mark.parametrize(
    ("option", "message"),
    [
        (":yaer: 2023", "unknown option 'yaer'; did you mean 'year'?"),
        (":year: soon", "option 'year': 'soon' is not a year; write 2024, 2018-2022"),
        (":layout: crad", f"option 'layout': 'crad' is not one of: {words(sorted(LAYOUTS))}, "),
        (":group-by: yaer", f"option 'group-by': 'yaer' is not one of: {words(GROUPINGS)} ["),
        (":sort: -datum", "option 'sort': cannot sort by 'datum'; use one of: "),
        (":number: roman", f"option 'number': 'roman' is not one of: {words(NUMBERINGS)} ["),
        (":limit: none", "option 'limit': it must be a positive integer, not 'none'"),
        (":year: 2022-2018", "option 'year': '2022-2018' ends before it begins; write 2018-2022"),
        (":year: last 0", "option 'year': 'last 0' does not cover any years"),
        (":year: ,", "option 'year': it is empty"),
        (":keywords: &", "option 'keywords': '&' has an empty keyword; write a, or a & b"),
        (":keywords: -", "option 'keywords': '-' has an empty keyword"),
        (":keywords: hardware &", "option 'keywords': 'hardware &' has an empty keyword"),
        (":type: ,", "option 'type': it is empty"),
        (":type: article, -", "option 'type': 'article, -' has no word after a minus sign"),
        (":sort: ,", "option 'sort': it is empty"),
        (":group-by: ,", "option 'group-by': it is empty"),
        (":group-by: year, year", "option 'group-by': 'year, year' contains a word twice"),
        (":owner: Nobody, Jane", "option 'owner': 'Nobody, Jane' does not appear in any entry"),
        (":prefix: J", "option 'prefix': the list has no numbers"),
        (":start: 3", "option 'start': the list has no numbers of its own"),
        (":type: jornal", "option 'type': 'jornal' is not one of: article, book"),
        (":when: soon", f"option 'when': 'soon' is not one of: {words(WHEN)} ["),
        (":names: short", f"option 'names': 'short' is not one of: {words(NAME_FORMS)} ["),
        (":bibfile: other.bib", "option 'bibfile': 'other.bib' is not one of: references.bib"),
        (":max-authors: many", "option 'max-authors': it must be 0 or a positive integer, not 'many'"),
        (":selected: perhaps", "option 'selected': 'perhaps' is not allowed; the option is a flag"),
        (":exclude: huang2023", "no entry has the key 'huang2023'; did you mean 'huang2023rmstc'?"),
    ],
)
def test_a_wrong_option_is_one_located_error_and_the_list_is_there(
    site: Site, markup: str, option: str, message: str
) -> None:
    site.write(f"index.{markup}", (LISTING if markup == "md" else RST_LISTING).format(option))
    built = site.build(expect=(message,))
    assert f"index.{markup}:{3 if markup == 'md' else 4}: ERROR" in built.warnings
    assert len(built.all(".vitae-entry")) == 3
    codes = {":yaer": "option-unknown", ":excl": "key-unknown"}
    assert f"[vitae.{codes.get(option[:5], 'option-value')}]" in built.warnings


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("huang2023rmstx", "no entry has the key 'huang2023rmstx'; did you mean 'huang2023rmstc'?"),
        ("these are my papers", "'these are my papers' is not a key; write one key per line"),
    ],
)
def test_a_wrong_body_is_one_error_and_the_right_keys_are_there(site: Site, body: str, message: str) -> None:
    site.write("index.md", LISTING.format(f"\n{body}\nhuang2021eda"))
    built = site.build(expect=(message,))
    assert built.texts(".vitae-title") == ["Machine learning for circuits: a survey"]


def test_a_key_that_is_there_twice_is_said_and_stands_once(site: Site) -> None:
    site.write("index.md", LISTING.format("\nhuang2021eda\nhuang2021eda"))
    built = site.build(expect=("'huang2021eda' is listed twice; remove one of them",))
    assert len(built.all(".vitae-entry")) == 1


def test_a_part_that_is_both_shown_and_hidden_is_said(site: Site) -> None:
    site.write("index.md", LISTING.format(":show: keywords, links\n:hide: links"))
    site.build(expect=("option 'hide': 'links' is also in :show:; remove it from one of the two",))


def test_a_key_in_another_case_is_what_was_meant(site: Site) -> None:
    site.write("index.md", LISTING.format("\nHUANG2021EDA"))
    site.build(expect=("no entry has the key 'HUANG2021EDA'; did you mean 'huang2021eda'?",))


def test_a_key_of_another_kind_is_a_warning_and_is_printed(site: Site) -> None:
    site.write("index.md", LISTING.format("\ntvmcon"))
    built = site.build(expect=("'tvmcon' is of kind 'talk', not 'publication'",))
    assert built.texts(".vitae-title") == ["Pipelining in compilers"]
    assert "[vitae.kind-mismatch]" in built.warnings


def test_an_empty_selection_is_a_warning(site: Site) -> None:
    site.write("index.md", LISTING.format(":year: 1900"))
    built = site.build(expect=("the list is empty; relax its options, or set :empty:",))
    assert "[vitae.list-empty]" in built.warnings


def test_activities_need_a_kind_that_there_is(site: Site) -> None:
    site.write("index.md", "# P\n\n```{activities}\n```\n\n```{activities} posittion\n```\n")
    site.build(
        expect=(
            "has no argument; the kinds are: position",
            "'posittion' is not a kind of activity; the kinds are: degree",
        )
    )


def test_a_list_takes_no_argument(site: Site) -> None:
    site.write("index.md", "# P\n\n```{publications} 2024\n```\n")
    built = site.build(expect=("does not accept an argument, but has '2024'",))
    assert len(built.all(".vitae-entry")) == 3


def test_a_missing_bibliography_is_one_error(site: Site) -> None:
    (site.folder / "references.bib").unlink()
    site.write("index.md", "# P\n\nText.\n\n```{publications}\n:empty: None.\n```\n")
    built = site.build(
        expect=("conf.py:2: ERROR: bibtex_bibfiles contains 'references.bib', which does not exist; write",)
    )
    assert "[vitae.file-missing]" in built.warnings
    assert "Text." in built.text("index.html")


@pytest.mark.parametrize(
    ("named", "there", "fix"),
    [
        ("refs.bib", ["references.bib"], "nearby: references.bib"),
        ("refs.bib", ["works.bib", "talks.bib"], "nearby: talks.bib, works.bib"),
        ("bib/refs.bib", ["bib/mine.bib", "other.bib"], "nearby: bib/mine.bib"),
        ("bib/refs.bib", ["refs.bib"], "nearby: refs.bib"),
    ],
)
def test_a_wrong_path_is_said_at_the_setting_with_what_lies_nearby(
    site: Site, named: str, there: list[str], fix: str
) -> None:
    (site.folder / "references.bib").unlink()
    for name in there:
        site.write(name, "@misc{a, title={A}, author={Huang, Guyue}}\n")
    site.configure(bibtex_bibfiles=[named])
    site.write("index.md", "# P\n\n```{publications}\n:empty: None.\n```\n")
    site.build(expect=(f"conf.py:9: ERROR: bibtex_bibfiles contains {named!r}, which does not exist; {fix}",))


def test_more_than_twenty_problems_of_a_kind_are_summed_up_unless_verbose(site: Site) -> None:
    entry = "@article{k%d, title={T%d}, author={Huang, Guyue}, year=2020}\n"
    with_journal = "@article{k, title={T}, author={Huang, Guyue}, year=2020, journal={J}}\n"
    site.write("references.bib", "".join(entry % (n, n) for n in range(30)) + with_journal)
    site.write("index.md", "# P\n\n```{publications}\n```\n")
    one_by_one = ("@article has no journal; add journal = {…}",)
    summary = (
        "10 more problems of this kind in this file; sphinx-build -v lists them [vitae.field-missing]",
    )
    site.build(expect=one_by_one * 20 + summary)
    site.build(expect=one_by_one * 30, verbosity=1)


def test_a_broken_entry_is_one_located_error_and_its_neighbours_are_there(site: Site) -> None:
    site.write(
        "references.bib",
        "@misc{a, title={A}, date=2001}\n@misc{b,\n title={B} date=2002}\n@misc{c, title={C}}\n",
    )
    site.write("index.md", "# P\n\n```{publications}\n:sort: title\n```\n")
    built = site.build(expect=("references.bib:3: ERROR",))
    assert built.texts(".vitae-title") == ["A", "B", "C"]


def test_no_bibliography_configured_is_a_warning(site: Site) -> None:
    conf = (site.folder / "conf.py").read_text("utf-8")
    site.write("conf.py", conf.replace('bibtex_bibfiles = ["references.bib"]\n', ""))
    site.write("index.md", "# P\n\nText.\n")
    site.build(expect=("bibtex_bibfiles is not set",))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"vitae_layout": "crad"},
            f"vitae_layout is 'crad'; it must be one of {words(sorted(LAYOUTS))}, ",
        ),
        (
            {"vitae_names": "short"},
            f"vitae_names is 'short'; it must be one of {quoted(NAME_FORMS)};",
        ),
        ({"vitae_max_authors": -1}, "vitae_max_authors is -1; it must be 0 or a positive integer"),
        ({"vitae_owner": {"nmae": "X"}}, "a person must be a name, or a dictionary with 'name'"),
        (
            {"vitae_owner": {"name": "Huang, Guyue", "hompage": "x"}},
            f"the valid keys are {keys(Profile)};",
        ),
        ({"vitae_today": "tomorrow"}, "vitae_today is 'tomorrow'; it must be a date such as '2026-01-31'"),
        (
            {"vitae_bibfiles": ["other.bib"]},
            "vitae_bibfiles contains other.bib, which is not in bibtex_bibfiles",
        ),
        (
            {"vitae_cv": {"paper": "a5"}},
            "vitae_cv contains 'a5' for 'paper'; it must be one of 'a4', 'letter'",
        ),
        ({"vitae_links": {"x": {"url": "https://example.org"}}}, "it must contain {value}"),
        ({"vitae_kinds": ["talks.bib"]}, "vitae_kinds is ['talks.bib']; it must be a dictionary"),
        ({"vitae_people": ["X"]}, "vitae_people is ['X']; it must be a dictionary"),
    ],
)
def test_a_wrong_configuration_value_is_one_warning_and_the_site_builds(
    site: Site, values: dict[str, object], message: str
) -> None:
    site.configure(**values)
    site.write("index.md", "# P\n\n```{publications}\n:empty: None.\n```\n")
    built = site.build(expect=(message,))
    assert re.search(r"conf\.py:9: WARNING", built.warnings)
    assert "[vitae.config]" in built.warnings


@pytest.mark.parametrize("text", ["{pub}`huang2023rmstx`", "{pub}`my paper <huang2023rmstx>`"])
def test_a_role_with_an_unknown_key_suggests_the_nearest(site: Site, text: str) -> None:
    site.write("index.md", f"# P\n\n{text}\n\n```{{publications}}\n```\n")
    built = site.build(expect=("no entry has the key 'huang2023rmstx'; did you mean 'huang2023rmstc'?",))
    assert "index.md:3: ERROR" in built.warnings


def test_a_role_of_another_kind_names_the_right_one_and_links(site: Site) -> None:
    site.write("index.md", "# P\n\n{talk}`huang2021eda`\n\n```{publications}\n```\n")
    built = site.build(expect=("'huang2021eda' is of kind 'publication'; use the 'pub' role",))
    assert built.one("p > a.reference.internal")["href"] == "#pub-huang2021eda"


def test_a_role_to_an_entry_on_no_list_is_a_warning(site: Site) -> None:
    site.write("index.md", "# P\n\n{pub}`huang2021eda`\n")
    built = site.build(expect=("'huang2021eda' is not in any list on the site, so the link has no target",))
    assert re.search(r"index.md:3: WARNING: .*\[vitae.target-missing\]", built.warnings)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("```{cv-header}\n```", "cv-header: vitae_owner is not set"),
        ("```{cv-header}\n:owner: Nobody\n```", "'Nobody' is neither in vitae_owner nor in vitae_people"),
    ],
)
def test_a_header_about_nobody_is_a_warning(site: Site, header: str, message: str) -> None:
    site.configure(vitae_owner=None)
    site.write("index.md", f"# P\n\n{header}\n\nText.\n")
    built = site.build(expect=(message,))
    assert "[vitae.owner-missing]" in built.warnings
    assert "Text." in built.text("index.html")


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (
            "```{cv-item}\n:date: 2020\n```",
            "cv-item: has no title; write the title after the name of the directive",
        ),
        (
            "```{cv-item} Title\n:dates: 2020\n```",
            f"unknown option 'dates'; did you mean 'date'? The options are: {options(ItemDirective)} [",
        ),
        ("```{cv-header} Me\n```", "cv-header: accepts neither an argument nor a body"),
    ],
)
def test_a_wrong_item_is_one_error(site: Site, item: str, message: str) -> None:
    site.write("index.md", f"# P\n\n{item}\n")
    built = site.build(expect=(message,))
    assert "index.md:3: ERROR" in built.warnings


def test_related_to_an_unknown_key_is_a_warning_at_the_entry(site: Site) -> None:
    site.replace("references.bib", "related    = {huang2023rmstc}", "related    = {huang2023}")
    site.write("index.md", "# P\n\n```{publications}\n```\n")
    built = site.build(
        expect=(
            "related refers to 'huang2023', which is not in the files checked; did you mean 'huang2023rmstc'?",
        )
    )
    assert "references.bib:" in built.warnings


def test_problems_are_said_again_at_the_next_build(site: Site) -> None:
    site.replace("references.bib", "related    = {huang2023rmstc}", "related    = {huang2023}")
    site.write("index.md", "# P\n\n```{publications}\n:yaer: 1\n```\n")
    messages = ("related refers", "unknown option 'yaer'")
    site.build(expect=messages)
    again = site.build(expect=messages)
    assert again.written == []


def test_problems_can_be_suppressed_by_their_code(site: Site) -> None:
    site.configure(suppress_warnings=["vitae.option-unknown"])
    site.write("index.md", "# P\n\n```{publications}\n:yaer: 1\n```\n")
    site.build()


def test_a_failing_template_is_an_error_and_the_entry_is_printed_with_the_one_it_replaced(site: Site) -> None:
    site.write("templates/vitae/html/publication-card.html.jinja", "{{ record.no_such_thing }}")
    site.configure(templates_path=["templates"])
    site.write("index.md", "# P\n\n```{publications}\nhuang2021eda\n```\n")
    built = site.build(expect=("the template for the 'card' layout failed: UndefinedError",))
    card = built.one("li#pub-huang2021eda")
    assert "Machine learning for circuits: a survey" in card.select_one("cite.vitae-title").get_text()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_template_that_fails_on_some_entries_is_used_for_the_others(site: Site, jobs: int) -> None:
    site.write(
        "templates/vitae/html/publication-card.html.jinja",
        "<li class='own' id='{{ id }}'>{{ 1 / 0 if record.key in ['w1', 'w2', 'w4', 'w7'] }}</li>",
    )
    site.write(
        "references.bib", "".join(f"@misc{{w{n}, title={{W{n}}}, year=20{n + 10}}}\n" for n in range(9))
    )
    site.configure(templates_path=["templates"])
    site.write("index.md", "# P\n\n```{publications}\n:sort: title\n```\n")
    built = site.build(
        jobs=jobs,
        expect=("failed on 4 entries ('w1', 'w2', 'w4', …): ZeroDivisionError: division by zero (line 1 of",),
    )
    assert len(built.all("li.own")) == 5
    assert built.one("li#pub-w4 cite").get_text() == "W4"


def test_a_work_that_was_forgotten_on_all_lists_is_a_warning(site: Site) -> None:
    works = "".join(
        f"@misc{{w{n}, title={{W{n}}}, author={{Huang, Guyue}}, date={{20{n}}}}}\n" for n in range(10, 18)
    )
    site.write("references.bib", works)
    site.write("index.md", "# P\n\n```{publications}\n:exclude: w13\n```\n")
    expect = ("w13: is not in any list on the site",)
    built = site.build(expect=expect)
    assert "references.bib:4: WARNING" in built.warnings
    assert "[vitae.unlisted]" in built.warnings
    assert site.build(expect=expect).written == []
    site.write("index.md", "# P\n\n```{publications}\n:limit: 3\n```\n")  # a selection is meant
    site.build()


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("<li>\n{{ 1 / 0 }}", "division by zero (line 2 of publication-card.html.jinja)"),
        ("<li>\n\n{% for", "(line 3 of vitae/html/publication-card.html.jinja)"),
    ],
)
def test_a_failing_template_is_named_with_its_line(site: Site, template: str, message: str) -> None:
    site.configure(templates_path=["_templates"])
    site.write("_templates/vitae/html/publication-card.html.jinja", template)
    site.write("index.md", LISTING.format(":limit: 1"))
    site.build(expect=(message,))
