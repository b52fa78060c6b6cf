"""Every option and every value is shown on the page of examples, and does something in every format and markup.

The snippets are those of docs/reference/lists.md itself: what people read there is what is built here.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from site_builder import ROOT, Built, Site
from sphinx_vitae.extension.builds.self_documentation import restructured
from sphinx_vitae.extension.directives.on_use import DIRECTIVES, directive_class
from sphinx_vitae.extension.options.declared import OPTIONS
from sphinx_vitae.model import ACTIVITIES
from sphinx_vitae.options import Option
from sphinx_vitae.render import LAYOUTS, layouts, style_names
from sphinx_vitae.select import parse_filter, parse_years

FOLDER = ROOT / "docs" / "reference"
PAGE = FOLDER / "lists.md"

GROUPS = [
    "journal",
    "conference",
    "workshop",
    "book",
    "edited",
    "chapter",
    "review",
    "preprint",
    "thesis",
    "report",
    "patent",
    "software",
    "dataset",
    "poster",
    "other",
]
PARTS = [
    "abstract",
    "annotation",
    "award",
    "bibtex",
    "downloads",
    "editors",
    "keywords",
    "links",
    "preview",
    "publisher",
    "related",
    "status",
    "summary",
    "tag",
    "venue",
]
#: As the interface has them: by directive ("" for all lists), each option with its words and forms.
INTERFACE: dict[tuple[str, str], list[str]] = {
    ("", "type"): [*GROUPS, "inproceedings", "keynote", "-x"],
    ("", "year"): ["2024", "2018-2022", "2020..", "..2015", "last 5", "-x"],
    ("", "keywords"): ["a", "a, b", "a & b", "-x"],
    ("", "author"): ["Huang, Guyue", "Huang, Guyue and Xie, Yuan", "-x"],
    ("", "role"): ["author", "editor", "translator", "first", "last", "corresponding", "equal", "-x"],
    ("", "status"): [
        *("published", "prepublished", "inpress", "forthcoming", "submitted", "inpreparation", "-x"),
    ],
    ("", "selected"): [],
    ("", "when"): ["upcoming", "current", "past"],
    ("", "bibfile"): ["references.bib", "-x"],
    ("", "filter"): [
        *("and", "or", "not", "==", "!=", "in", "not in", "<", "<=", ">", ">=", "%", "|", "&"),
        *('"text"', "2020", "{a set}", "[a list]", "True", "False"),
    ],
    ("", "exclude"): [],
    ("", "limit"): [],
    ("", "sort"): ["year", "-year", "author, -date"],
    ("", "group-by"): ["year", "type", "venue", "keyword", "status", "title", "none", "venue, year"],
    ("", "group-order"): [],
    ("", "number"): ["none", "ascending", "descending", "canonical"],
    ("", "start"): ["continue", "5"],
    ("", "prefix"): [],
    ("", "layout"): [
        *(
            "card",
            "feature",
            "tagged",
            "compact",
            "reference",
            "table",
            "ieee",
            "acm",
            "apa",
            "chicago",
            "vancouver",
        ),
        *("plain", "your-own"),
    ],
    ("", "names"): ["full", "initials", "family-initials"],
    ("", "max-authors"): [],
    ("", "affiliations"): ["none", "grouped", "each"],
    ("", "show"): PARTS,
    ("", "hide"): PARTS,
    ("", "owner"): [],
    ("", "empty"): [],
    ("", "canonical"): [],
    ("", "filterable"): [],
    ("", "caption"): [],
    ("", "name"): [],
    ("", "class"): [],
    ("publications-chart", "group-by"): ["year", "type", "venue", "keyword", "status", "year, venue"],
    ("news", "auto"): ["publications", "talks", "awards", "grant", "-x"],
    ("people", "role"): ["PhD student", "alumnus, postdoc", "-x"],
    ("cv-header", "owner"): [],
    ("cv-item", "organization"): [],
    ("cv-item", "location"): [],
    ("cv-item", "date"): ["2024", "2022-06/2022-09", "2024-05/", "every winter"],
    ("cv-item", "url"): [],
    ("cv-letter", "to"): ["Prof. Ada Lovelace; Institute of Engines; London"],
    ("cv-letter", "date"): ["2024-05-17", "May 17, 2024"],
    ("cv-letter", "opening"): [],
    ("cv-letter", "closing"): [],
    ("cv-letter", "owner"): [],
}

_NAME = r"[^\W\d_][\w', ]*?"
#: How a form is recognised in a value, where a value of that form is not the form itself.
FORMS = {
    ("type", "inproceedings"): r"(?:.*, )?(?:inproceedings|article|talk)(?:, .*)?",
    ("type", "keynote"): r"(?:.*, )?(?:keynote|invited)(?:, .*)?",
    ("year", "2024"): r"\d{4}",
    ("year", "2018-2022"): r"\d{4}-\d{4}",
    ("year", "2020.."): r"\d{4}\.\.",
    ("year", "..2015"): r"\.\.\d{4}",
    ("year", "last 5"): r"last \d+",
    ("keywords", "a"): r"\w+",
    ("keywords", "a, b"): r"\w+, \w+",
    ("keywords", "a & b"): r"\w+ & \w+",
    ("author", "Huang, Guyue"): rf"{_NAME}(?<! and)",
    ("author", "Huang, Guyue and Xie, Yuan"): rf"{_NAME} and {_NAME}",
    ("bibfile", "references.bib"): r"[\w.]+",
    ("filter", '"text"'): r'.*(?:==|!=) "[^"]+".*',
    ("filter", "2020"): r".*\b\d+\b.*",
    ("filter", "{a set}"): r'.*\{"\w+", "\w+"\}.*',
    ("filter", "[a list]"): r'.*\["\w+", .*\].*',
    ("sort", "year"): r"\w+",
    ("sort", "-year"): r"-\w+",
    ("sort", "author, -date"): r"-?\w+, -?\w+",
    ("group-by", "venue, year"): r"\w+, \w+",
    ("group-by", "year, venue"): r"\w+, \w+",
    ("start", "5"): r"\d+",
    ("layout", "plain"): "|".join(set(style_names()) - set(INTERFACE["", "layout"]) | {"plain"}),
    ("layout", "your-own"): "brief",
    ("auto", "grant"): r"(?:.*, )?grant(?:, .*)?",
    ("role", "PhD student"): r"[\w ]+",
    ("role", "alumnus, postdoc"): r"[\w ]+, [\w ]+",
    ("date", "2024"): r"\d{4}",
    ("date", "2022-06/2022-09"): r"\d{4}(?:-\d\d)?/\d{4}(?:-\d\d)?",
    ("date", "2024-05/"): r"\d{4}(?:-\d\d)?/",
    ("date", "every winter"): r"[A-Za-z ]+",
}
#: What is seen on a page alone: (option, value or word of it; "" for all) → why.
WEB_ONLY = {
    ("filterable", ""): "paper has no search box",
    ("class", ""): "style sheets are for pages",
    ("layout", "reference"): "in print card is set as reference",
    ("layout", "feature"): "in print it is set as reference, as card is",
    ("hide", "abstract"): "in print only where it is asked for",
    ("hide", "annotation"): "in print only where it is asked for",
    ("hide", "bibtex"): "in print only where it is asked for",
    ("hide", "preview"): "in print only where it is asked for",
    ("hide", "summary"): "in print only where it is asked for",
    ("hide", "related"): "in print the other entry names the work",
    ("group-by", "title"): "in print a talk stands once with its occasions",
    ("show", "downloads"): "paper has no files",
    ("hide", "downloads"): "paper has no files",
}
#: Words that change nothing where they stand, because it is so without them: (option, word) → why.
SAME_ANYWAY = {
    ("show", "award"): "shown unless hidden",
    ("show", "status"): "shown unless hidden",
    ("hide", "keywords"): "hidden unless shown",
    ("hide", "downloads"): "only canonical lists have files without it",
}
#: Options whose words are separated by something else than commas; those whose value is not made of words.
SEPARATORS = {"author": " and "}
WHOLE = {
    "caption",
    "name",
    "class",
    "empty",
    "filter",
    "owner",
    "organization",
    "date",
    "location",
    "url",
    "prefix",
    "to",
    "opening",
    "closing",
}


@dataclass(frozen=True)
class Use:
    """An option of a directive in a snippet.

    :param line: of the snippet.
    """

    directive: str
    option: str
    value: str
    line: int

    @cached_property
    def words(self) -> list[str]:
        if self.option in WHOLE:
            return [self.value]
        return [word.strip() for word in self.value.split(SEPARATORS.get(self.option, ","))]


def snippets() -> list[str]:
    return re.findall(r"^````\{vitae-example\}\n(.*?)\n````$", PAGE.read_text("utf-8"), re.M | re.S)


def uses(snippet: str) -> Iterator[Use]:
    directive = ""
    for line, text in enumerate(snippet.splitlines()):
        if match := re.match(r"```\{([\w-]+)\}", text):
            directive = match[1]
        elif match := re.match(r":([\w-]+):(?: (.+))?$", text):
            yield Use(directive, match[1], match[2] or "", line)


SNIPPETS = dict(enumerate(snippets()))
USES = [use for snippet in SNIPPETS.values() for use in uses(snippet)]


def declared() -> dict[tuple[str, str], Option]:
    """All options: those of lists once, then what each directive has besides."""
    own = {
        (name, option.name): option
        for name in DIRECTIVES
        for option in directive_class(name).takes
        if option not in OPTIONS
    }
    return {("", option.name): option for option in OPTIONS} | own


def uses_of(directive: str, option: str) -> list[Use]:
    """Of an option of this directive; of all lists if it is none."""
    own = {name for name, other in declared() if name and other == option}
    return [
        use
        for use in USES
        if use.option == option and (use.directive == directive if directive else use.directive not in own)
    ]


def shown(option: Option, value: str, found: Iterable[Use]) -> bool:
    """Whether a declared word or form stands in one of the examples."""
    if value == "-x":
        return any(word.startswith("-") for use in found for word in use.words)
    if pattern := FORMS.get((option.name, value)):
        return any(re.fullmatch(pattern, use.value) for use in found)
    if option.name == "filter":
        # An operator stands between blanks; "not in" is not a "not", nor an "in".
        sign = {"in": r"(?<!not )in", "not": r"not(?! in)"}.get(value, re.escape(value))
        return any(re.search(rf"(?:^|[\s(]){sign}(?=[\s()]|$)", use.value) for use in found)
    return any(value in use.words for use in found)


def test_the_options_and_their_values_are_those_of_the_interface() -> None:
    assert {key: [*option.words, *option.forms] for key, option in declared().items()} == INTERFACE
    assert [option.name for option in OPTIONS] == [name for directive, name in INTERFACE if not directive]


def test_every_directive_is_shown() -> None:
    shown = {name for snippet in SNIPPETS.values() for name in re.findall(r"^```\{([\w-]+)\}", snippet, re.M)}
    assert shown == set(DIRECTIVES)


@pytest.mark.parametrize(("directive", "name"), declared(), ids=lambda part: part)
def test_every_option_is_shown_with_every_value(directive: str, name: str) -> None:
    option, found = declared()[directive, name], uses_of(directive, name)
    assert found, f"no example has {directive or 'a list'} with :{name}:"
    missing = [value for value in (*option.words, *option.forms) if not shown(option, value, found)]
    assert missing == []


def test_nothing_else_is_shown() -> None:
    takes = {name: {option.name for option in directive_class(name).takes} for name in DIRECTIVES}
    assert [use for use in USES if use.option not in takes[use.directive]] == []


def test_forms_are_what_the_readers_read() -> None:
    by_name = {option.name: option for option in OPTIONS}
    assert all(parse_years(form)[0] for form in by_name["year"].forms if form != "-x")
    assert set(LAYOUTS) <= set(layouts("publication", ()))
    signs = [form for form in by_name["filter"].forms if form[0] not in '{["' and not form.isdecimal()]
    for sign in signs:
        value = sign if sign in {"True", "False"} else 'not "x"' if sign == "not" else f'title {sign} "x"'
        parse_filter(value)


#: All works have a place, so that there is where to lead to whatever the other pages leave out.
EVERYTHING = "".join(
    f"```{{{directive}}}{argument}\n:bibfile: examples.bib, more.bib\n```\n\n"
    for directive, argument in {
        "publications": "",
        "talks": "",
        "awards": "",
        "activities": f" {', '.join(sorted(set(ACTIVITIES) - {'news'}))}",
        "news": "",
    }.items()
)


class Pages:
    """A site with a page for each text, in one of the markups, with the bibliography of the examples."""

    def __init__(
        self, folder: Path, texts: dict[str, str], markup: str = "md", *, quiet: bool = False
    ) -> None:
        folder.mkdir(exist_ok=True)
        self._site = Site(folder)
        self.names = list(texts)
        shutil.copytree(FOLDER, folder / "reference", ignore=shutil.ignore_patterns("*.md"))
        shutil.copy(FOLDER.parent / "people.yaml", folder)
        self._site.configure(
            bibtex_bibfiles=["references.bib", "reference/examples.bib", "reference/more.bib"],
            vitae_bibfiles=["references.bib"],
            vitae_people="people.yaml",
            vitae_feeds=["talks"],
            templates_path=["reference/templates"],
            exclude_patterns=["_build", "reference"],
            **({"suppress_warnings": ["vitae", "ref", "bibtex"]} if quiet else {}),
        )
        in_full = [snippet for snippet in SNIPPETS.values() if "{publication}" in snippet]
        contents = EVERYTHING + "\n\n".join([*in_full, ""]) + "\n".join(("```{toctree}", *texts, "```", ""))
        # Numbers of sections would differ where a text has headings of its own.
        title = {"md": "# {}\n\n", "rst": "{}\n=====================\n\n"}[markup]
        for name, text in {"index": contents, **texts}.items():
            written = text if markup == "md" else restructured(text)
            self._site.write(f"{name}.{markup}", title.format(name) + written + "\n")
        self._quiet = quiet
        labelled = sum(":name:" in text for text in texts.values())
        self._expected = ("duplicate label",) * (labelled - 1)  # said when pages are read: by the first build

    @cached_property
    def html(self) -> dict[str, str]:
        built = self._built("html")
        return {name: str(built.one("[role=main]", f"{name}.html")) for name in self.names}

    @cached_property
    def latex(self) -> dict[str, str]:
        """The part of the document that each page is."""
        whole = self._built("latex").text("cv.tex")
        parts = re.split(r"\\detokenize\{(\w+)::doc\}", whole)
        return {
            name: text.split("\\sphinxstepscope")[0]
            for name, text in zip(parts[1::2], parts[2::2], strict=True)
        }

    def _built(self, builder: str) -> Built:
        expected, self._expected = self._expected, ()
        return self._site.build(builder, doctrees="doctrees", nitpicky=not self._quiet, expect=expected)


@pytest.fixture(scope="module")
def myst(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(tmp_path_factory.mktemp("examples") / "md", texts())


@pytest.fixture(scope="module")
def rst(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(tmp_path_factory.mktemp("examples") / "rst", texts(), "rst")


def texts() -> dict[str, str]:
    return {f"example{n:03}": snippet for n, snippet in SNIPPETS.items()}


def test_the_examples_print_the_same_from_both_markups(myst: Pages, rst: Pages) -> None:
    for name in myst.names:
        assert "vitae-" in myst.html[name], name
        assert myst.html[name] == rst.html[name], name
        assert myst.latex[name] == rst.latex[name], name


@dataclass(frozen=True)
class Change:
    """A snippet with an option left out, or with one of its words left out.

    :param word: "" for the option as a whole.
    """

    snippet: int
    use: Use
    word: str = ""

    @property
    def name(self) -> str:
        return (
            f"x{self.snippet:03}x{self.use.line:02}x{self.use.words.index(self.word) + 1 if self.word else 0}"
        )

    @property
    def text(self) -> str:
        lines = SNIPPETS[self.snippet].splitlines()
        left = [word for word in self.use.words if word != self.word]
        joined = SEPARATORS.get(self.use.option, ", ").join(left)
        lines[self.use.line : self.use.line + 1] = [f":{self.use.option}: {joined}"] if self.word else []
        return "\n".join(lines)

    def among(self, table: Iterable[tuple[str, str]]) -> bool:
        """Whether a table has the option, or its value, or all its words."""
        found = [value for option, value in table if option == self.use.option]
        return (
            "" in found or {self.word} <= set(found) or (not self.word and set(self.use.words) <= set(found))
        )

    @property
    def to_the_same(self) -> bool:
        """Whether the option only says what is so without it."""
        option = declared().get((self.use.directive, self.use.option)) or declared()["", self.use.option]
        return bool(option.default) and self.use.value == option.default

    def __str__(self) -> str:
        what = f"{self.word!r} of " if self.word else ""
        return f"{what}:{self.use.option}: {self.use.value} in {SNIPPETS[self.snippet]!r}"


def changes() -> list[Change]:
    found = []
    for n, snippet in SNIPPETS.items():
        for use in uses(snippet):
            found.append(Change(n, use))
            found += [Change(n, use, word) for word in use.words if len(use.words) > 1]
    return found


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    texts = {change.name: change.text for change in changes()}
    return Pages(tmp_path_factory.mktemp("examples") / "changed", texts, quiet=True)


def plain(pages: dict[str, str], name: str) -> str:
    """A page without what tells pages of different names apart, except for links to other pages."""
    return re.sub(r"example\d+|x\d+x\d+x\d+", "other", pages[name].replace(name, "page"))


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_an_option_left_out_is_missed(myst: Pages, changed: Pages, builder: str) -> None:
    with_, without = getattr(myst, builder), getattr(changed, builder)
    wrong = []
    for change in changes():
        nothing = change.to_the_same or change.among(SAME_ANYWAY)
        nothing = nothing or (builder == "latex" and change.among(WEB_ONLY))
        same = plain(with_, f"example{change.snippet:03}") == plain(without, change.name)
        if same != nothing:
            wrong.append(f"{'nothing changes' if same else 'something changes'} without {change}")
    assert not wrong, "\n".join(wrong)
