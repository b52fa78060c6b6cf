"""Sphinx's own search finds a work by what people remember of it, and leads to the entry."""

from __future__ import annotations

import pytest

from search_engine import find
from site_builder import Built, Site

BIB = """\
@article{godel1931,
  author       = {Gödel, Kurt},
  title        = {Über formal unentscheidbare Sätze},
  journaltitle = {Monatshefte für Mathematik und Physik},
  date         = {1931},
}
@inproceedings{many2020,
  author    = {Huang, Guyue and B, B and C, C and D, D and E, E and Przybyła, Łukasz and Zuse, Konrad},
  title     = {Sparse kernels},
  booktitle = {International Symposium on Computer Architecture},
  abbr      = {ISCA},
  date      = {2020},
}
@talk{tvmcon,
  title      = {Pipelining in compilers},
  eventtitle = {Café TVM},
  date       = {2023-03},
}
"""
LISTS = {
    "md": "# Home\n\n```{publications}\n:max-authors: 3\n:layout: compact\n```\n\n```{talks}\n```\n",
    "rst": "Home\n====\n\n.. publications::\n   :max-authors: 3\n   :layout: compact\n\n.. talks::\n",
}
QUERIES = [
    ("unentscheidbare", "godel1931"),
    ("Gödel", "godel1931"),
    ("Godel", "godel1931"),
    ("goedel", "godel1931"),
    ("Uber", "godel1931"),
    ("Saetze", "godel1931"),
    ("Kurt Gödel 1931", "godel1931"),
    ("Monatshefte", "godel1931"),
    ("1931", "godel1931"),
    ("sparse kernels", "many2020"),
    ("Guyue Huang", "many2020"),
    ("Zuse", "many2020"),
    ("Przybyła", "many2020"),
    ("przybyla", "many2020"),
    ("ISCA 2020", "many2020"),
    ("Computer Architecture", "many2020"),
    ("pipelining compilers", "tvmcon"),
    ("Cafe", "tvmcon"),
]


def build(site: Site, markup: str, *, pages: bool) -> Built:
    site.write("references.bib", BIB)
    site.configure(vitae_pages={"publication": "works", "talk": "given"} if pages else {})
    site.write(f"index.{markup}", LISTS[markup])
    return site.build()


def places(*, pages: bool) -> dict[str, str]:
    if pages:
        return {
            "godel1931": "works/godel1931#pub-godel1931",
            "many2020": "works/many2020#pub-many2020",
            "tvmcon": "given/tvmcon#talk-tvmcon",
        }
    return {
        "godel1931": "index#pub-godel1931",
        "many2020": "index#pub-many2020",
        "tvmcon": "index#talk-tvmcon",
    }


@pytest.mark.parametrize("markup", LISTS)
@pytest.mark.parametrize("pages", [False, True])
def test_a_search_leads_to_the_page_of_a_work_else_to_its_entry(
    site: Site, markup: str, *, pages: bool
) -> None:
    built = build(site, markup, pages=pages)
    wanted = places(pages=pages)
    found = {query: find(built.folder, query) for query, _ in QUERIES}
    for query, key in QUERIES:
        ours = [hit for hit in found[query] if "#" in hit and not hit.endswith("#home")]
        assert ours == [wanted[key]], f"{query!r} finds {found[query]}"
        others = {place for other, place in wanted.items() if other != key}
        assert not others.intersection(ours), f"{query!r} finds {found[query]}"


def test_words_without_accents_are_found_together_on_the_page(site: Site) -> None:
    built = build(site, "md", pages=True)
    assert "works/godel1931" in find(built.folder, "godel unentscheidbare satze")


def test_what_is_for_searches_alone_is_printed_nowhere(site: Site) -> None:
    built = build(site, "md", pages=True)
    for name in ("index.html", "works/godel1931.html", "genindex.html"):
        page = built.text(name).lower().replace("godel1931", "")
        assert "godel" not in page
        assert "satze" not in page
    assert "godel" not in site.build("text").text("index.txt").lower()
    assert "godel" not in site.build("singlehtml").text("index.html").lower().replace("godel1931", "")


def test_a_failing_template_prints_no_words_of_searches(site: Site) -> None:
    site.write("references.bib", BIB)
    site.configure(templates_path=["templates"])
    site.write("index.md", "# Home\n\n```{publications}\ngodel1931\n```\n")
    site.write("templates/vitae/html/publication-card.html.jinja", "{{ no_such_thing }}\n")
    built = site.build(expect=("'no_such_thing' is undefined",))
    assert "Gödel" in built.text("index.html")
    assert "godel" not in built.text("index.html").lower().replace("godel1931", "")


def test_a_label_prints_the_title_alone(site: Site) -> None:
    site.write("references.bib", BIB)
    site.write("index.md", LISTS["md"] + "\n{ref}`pub-godel1931`\n")
    assert site.build().texts("p > a.reference.internal") == ["Über formal unentscheidbare Sätze"]
