"""A site in two languages: fields by language, and what is the same in both."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from site_builder import Built, Site
from sphinx_vitae.extension.builds.language_links import root_of

BIB = r"""
@article{work, author={Huang, Guyue}, title={Looms that count}, title+an:de={="Webstühle, die zählen"}, journaltitle={J},
  abstract={How looms count.}, abstract+an:de={="Wie Webstühle zählen."}, date={2021-05}}
@article{thesis, author={Huang, Guyue}, title={Zahlen im Gewebe}, langid={german}, title+an:english={="Numbers in fabric"},
  journaltitle={J}, date={2020}}
@talk{talk, author={Huang, Guyue}, title={On looms}, title+an:de={Über Webstühle}, location={Munich},
  location+an:de={="München"}, eventtitle={Meeting}, date={2022-01-02}}
@position{job, title={Chair}, title+an:de={="Lehrstuhl"}, institution={ETH}, date={2019/}}
"""
PAGE = """# P

```{publications}
:group-by: type, year
:show: abstract
:canonical:
:number: descending
```

```{talks}
:sort: title
:filterable:
```

```{activities} position
```

{talk}`talk`
"""


@dataclass
class Languages:
    """The same site in both languages, built one after the other into one folder."""

    en: dict[str, str]
    de: dict[str, str]


def _written(built: Built) -> dict[str, str]:
    # Read now, because the next build writes into the same folder.
    names = (path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*.*"))
    return {name: built.text(name) for name in names if re.search(r"\.(?:html|js|bib|json|ris)$", name)}


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Languages:
    site = Site(tmp_path_factory.mktemp("languages"))
    site.write("references.bib", BIB)
    site.write("index.md", PAGE)
    settings = {
        "vitae_languages": {"en": "/", "de": "/de/"},
        "vitae_pages": {"publication": "works", "talk": "talks"},
        "html_baseurl": "https://example.org/",
    }
    found = {}
    for language in ("en", "de"):
        site.configure(language=language, **settings)
        found[language] = _written(site.build())
    return Languages(**found)


def _texts(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<body") :]).split())


def test_titles_follow_or_are_replaced(languages: Languages) -> None:
    english, german = _texts(languages.en["index.html"]), _texts(languages.de["index.html"])
    assert "Looms that count [Webstühle, die zählen]" in german
    assert "[Webstühle" not in english
    assert "Zahlen im Gewebe [Numbers in fabric]" in english
    assert "Gewebe [" not in german
    for one, other in (("On looms", "Über Webstühle"), ("Munich", "München"), ("Chair", "Lehrstuhl")):
        assert one in english
        assert one not in german
        assert other in german
    assert "How looms count." in english
    assert "Wie Webstühle zählen." in german


def test_a_title_in_another_language_than_the_page_says_so(languages: Languages) -> None:
    assert '<cite class="vitae-title"><a' in languages.en["index.html"]
    german = languages.de["index.html"]
    assert re.search(r'<cite class="vitae-title" lang="en"><a[^>]+>Looms that count', german)
    assert re.search(r'<cite class="vitae-title"><a[^>]+>Über Webstühle', german)


def test_addresses_and_anchors_are_the_same(languages: Languages) -> None:
    def anchors(pages: dict[str, str]) -> dict[str, list[str]]:
        return {
            name: re.findall(r' id="([^"]+)"', page[page.index('class="body"') :])
            for name, page in pages.items()
            if 'class="body"' in page and name not in {"genindex.html", "search.html"}
        }

    assert anchors(languages.de) == anchors(languages.en)
    assert {"index.html", "works/work.html", "talks/talk.html"} <= anchors(languages.de).keys()


def test_downloads_are_the_same(languages: Languages) -> None:
    names = [name for name in languages.en if name.endswith((".bib", ".json", ".ris"))]
    assert len(names) > 5
    for name in names:
        assert languages.de[name] == languages.en[name], name


def test_the_source_of_an_entry_keeps_its_translations(languages: Languages) -> None:
    for pages in (languages.en, languages.de):
        source = html.unescape(pages["works/work.html"])
        assert re.search(r'title\+an:de += \{="Webstühle, die zählen"\}', source)
        assert "abstract+an" not in source


def _data(page: str) -> dict[str, str]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    data: dict[str, str] = json.loads(found[1])
    return data


def test_metadata_names_the_original_and_its_translations(languages: Languages) -> None:
    for pages in (languages.en, languages.de):
        work, talk = _data(pages["works/work.html"]), _data(pages["talks/talk.html"])
        assert (work["name"], work["alternateName"]) == ("Looms that count", "Webstühle, die zählen")
        assert (talk["name"], talk["alternateName"]) == ("On looms", "Über Webstühle")
        assert _data(pages["works/thesis.html"])["inLanguage"] == "de"


def test_the_search_finds_both_titles(languages: Languages) -> None:
    for pages in (languages.en, languages.de):
        index = json.loads(pages["searchindex.js"].removeprefix("Search.setIndex(").removesuffix(")"))
        place = index["docnames"].index("talks/talk")
        for stem in ("loom", "webst"):
            words = {**index["terms"], **{f"{word} ": n for word, n in index["titleterms"].items()}}
            pages_of = [
                n if isinstance(n, list) else [n] for word, n in words.items() if word.startswith(stem)
            ]
            assert any(place in numbers for numbers in pages_of)


def test_the_search_above_a_list_knows_both_titles(languages: Languages) -> None:
    for pages in (languages.en, languages.de):
        talk = BeautifulSoup(pages["index.html"], "html.parser").select_one("#talk-talk")
        assert talk is not None
        assert talk["data-also"] == "On looms Über Webstühle"


def test_every_page_leads_to_the_same_page_in_the_other_language(languages: Languages) -> None:
    for own, pages, other in (("en", languages.en, "de"), ("de", languages.de, "en")):
        for name in ("index.html", "works/work.html", "talks/talk.html"):
            page = BeautifulSoup(pages[name], "html.parser")
            (switch,) = page.select("nav.vitae-languages")
            assert switch["aria-label"] == "English, Deutsch"
            assert [item["lang"] for item in switch.select("li")] == ["en", "de"]
            assert switch.select_one("[aria-current]").get_text() == {"en": "English", "de": "Deutsch"}[own]
            (link,) = switch.select("a")
            assert link["hreflang"] == other
            here = f"https://example.org/{'de/' if own == 'de' else ''}{name}"
            there = f"https://example.org/{'de/' if other == 'de' else ''}{name}"
            assert urljoin(here, str(link["href"])) == there
            alternates = {each["hreflang"]: each["href"] for each in page.select("link[hreflang]")}
            assert alternates == {own: here, other: there, "x-default": f"https://example.org/{name}"}
            assert [link["href"] for link in page.select("link[rel=canonical]")] == [here]


@pytest.mark.parametrize(
    ("address", "paths", "root"),
    [
        ("https://example.org/", ("/", "/de/"), "https://example.org"),
        ("https://example.org/de/", ("/", "/de/"), "https://example.org"),
        ("https://ada.github.io/site", ("/", "/de/"), "https://ada.github.io/site"),
        ("https://ada.github.io/site/de", ("/", "/de/"), "https://ada.github.io/site"),
        ("https://ada.readthedocs.io/en/latest/", ("/en/latest/", "/de/latest/"), "https://ada.readthedocs.io"),
        ("https://ada.readthedocs.io/de/latest/", ("/en/latest/", "/de/latest/"), "https://ada.readthedocs.io"),
    ],
)  # fmt: skip
def test_html_baseurl_can_be_the_address_of_any_language(
    address: str, paths: tuple[str, ...], root: str
) -> None:
    assert root_of(address, dict(zip(("en", "de"), paths, strict=True))) == root


@pytest.fixture
def furo(site: Site) -> Site:
    site.write("index.md", "# P\n\nProse.\n")
    site.configure(
        html_theme="furo", language="de", vitae_languages={"en": "/", "de": "/de/", "zh_CN": "/zh/"}
    )
    return site


def test_in_furo_the_switch_is_in_the_sidebar_of_every_page(furo: Site) -> None:
    built = furo.build("dirhtml")
    for name in ("index.html", "search/index.html", "genindex/index.html"):
        switch = built.one("nav.vitae-languages", name)
        assert switch.find_parent(class_="sidebar-drawer")
        assert [item.get_text() for item in switch.select("li")] == ["English", "Deutsch", "中文"]
    links = [link["href"] for link in built.all(".vitae-languages a", "search/index.html")]
    assert links == ["../../search/", "../../zh/search/"]
    assert [link["hreflang"] for link in built.all("link[hreflang]")] == ["en", "de", "zh-CN", "x-default"]
    assert built.all("link[hreflang]")[0]["href"] == "../"  # without html_baseurl


def test_the_switch_changes_with_the_setting_on_all_pages(furo: Site) -> None:
    furo.build()
    furo.replace("conf.py", ", 'zh_CN': '/zh/'", "")
    assert furo.build().texts(".vitae-languages li") == ["English", "Deutsch"]


def test_a_language_that_the_site_does_not_have_is_reported(furo: Site) -> None:
    furo.replace("conf.py", "language = 'de'", "language = 'fr'")
    built = furo.build(
        expect=(
            "vitae_languages does not contain 'fr', the language of this build; add it, for example as 'fr': '/fr/'",
        )
    )
    assert not built.all(".vitae-languages, link[hreflang]")


def test_other_builders_have_no_switch(furo: Site) -> None:
    assert not furo.build("singlehtml").all(".vitae-languages, link[hreflang]")
