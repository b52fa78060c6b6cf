"""Imports: whatever a person edits between two of them, no edit is lost, and no entry is doubled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from sphinx_vitae.bib import read
from sphinx_vitae.bib.reader import entries_of
from sphinx_vitae.bib.syntax.bib_file import BibFile
from sphinx_vitae.imports import (
    EMPTY_STATE,
    Found,
    Offer,
    Options,
    State,
    plan_import,
    read_state,
    state_after,
    text_after,
    written_state,
)
from sphinx_vitae.imports.identity import identifiers
from sphinx_vitae.imports.markup.latex import escaped

TITLES = (
    "Engines that weave, part {I}",
    "Engines that weave, part {II}",
    "On looms",
    "On looms: a second look",
    "Notes on $n^2$ looms",
)
AUTHORS = ("Lindqvist, Maja and Okafor, Ada", "Lindqvist, Maja", "Okafor, Ada and Lindqvist, Maja")


@dataclass(frozen=True)
class Entry:
    """An entry of a .bib file, for editing."""

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]

    def written(self, quotes: bool, line: str) -> str:
        delimiters = (
            ('"', '"') if quotes and not any('"' in value for _, value in self.fields) else ("{", "}")
        )
        pairs = (f"{line}{name} = {delimiters[0]}{value}{delimiters[1]}," for name, value in self.fields)
        return f"@{self.type}{{{self.key},{''.join(pairs)}\n}}"


def entries(text: str) -> list[Entry]:
    read = entries_of([BibFile("", text.encode())])
    return [Entry(entry.raw.type, entry.written_key, entry.written) for entry in read]


@st.composite
def offers(draw: st.DrawFn) -> tuple[Offer, ...]:
    """Works as one source describes them: some share titles, some are versions of others."""
    made: list[Offer] = []
    origin = draw(st.sampled_from(("dblp:x/", "file:a.bib#", "zotero#")))
    for number in range(draw(st.integers(1, 5))):
        title, author = draw(st.sampled_from(TITLES)), draw(st.sampled_from(AUTHORS))
        year = str(draw(st.integers(2019, 2021)))
        fields = {"author": author, "title": title, "date": year}
        kind = draw(st.sampled_from(("article", "inproceedings", "online")))
        if kind == "online":
            fields |= {"eprint": f"2401.0000{number}", "eprinttype": "arxiv"}
        elif draw(st.booleans()):
            fields["doi"] = f"10.1000/{number}"
        fields |= {
            "article": {"journaltitle": "Acta", "pages": "1--9"},
            "inproceedings": {"booktitle": "Proc"},
        }.get(kind, {})
        if draw(st.booleans()):
            fields |= {"eprint": "2401.00001", "eprinttype": "arxiv"}  # also of a talk about the paper
        own = f"{origin}{number}"
        made.append(Offer(own, kind, fields, identifiers(fields) | {own}, f"DBLP:x/{number}"))
    return tuple(made)


VALUES = st.one_of(
    st.sampled_from(
        ("Edited", "2020", "10.1000/0", "10.1000/99", "Lindqvist, Maja", "{Acta} of \\emph{Looms}", TITLES[0])
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=8).map(escaped),
)
NAMES = st.sampled_from(
    ("author", "title", "date", "year", "journaltitle", "journal", "booktitle", "pages", "doi", "eprint", "pdf", "note",
     "selected", "keywords", "ids", "author+an", "url", "dblp", "pubstate")
)  # fmt: skip


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """The file after any edits: of fields, keys, types, order, layout."""
    known = entries(text)
    for _ in range(draw(st.integers(0, 6))):
        if not known:
            break
        place = draw(st.integers(0, len(known) - 1))
        entry = known[place]
        what = draw(st.sampled_from(("set", "drop", "key", "type", "delete", "move", "copy")))
        if what == "set":
            name, value = draw(NAMES), draw(VALUES)
            rest = tuple(pair for pair in entry.fields if pair[0] != name)
            known[place] = replace(entry, fields=(*rest, (name, value)))
        elif what == "drop" and entry.fields:
            gone = draw(st.integers(0, len(entry.fields) - 1))
            known[place] = replace(entry, fields=entry.fields[:gone] + entry.fields[gone + 1 :])
        elif what == "key":
            known[place] = replace(entry, key=draw(st.sampled_from(("mine", "looms2020", known[0].key))))
        elif what == "type":
            known[place] = replace(
                entry, type=draw(st.sampled_from(("article", "misc", "inproceedings", "ONLINE")))
            )
        elif what == "delete":
            del known[place]
        elif what == "move":
            known.insert(0, known.pop(place))
        elif what == "copy":
            known.append(replace(entry, key="copied"))
    quotes = draw(st.booleans())
    line = draw(st.sampled_from(("\n  ", " ", "\n\t", "\r\n    ")))
    between = draw(st.sampled_from(("\n\n", "\n% mine\n", "\r\n", "\n@comment{kept}\n")))
    return between.join(entry.written(quotes, line) for entry in known) + draw(
        st.sampled_from(("", "\n", "\n\n% end\n"))
    )


def imported(text: str, state: State, works: tuple[Offer, ...], **options: object) -> tuple[str, State]:
    """Import what is safe, as ``--write`` does."""
    plan = plan_import("a.bib", text.encode(), state, [("dblp:x", Found(works))], Options(**options))  # type: ignore[arg-type]
    safe = [change for change in plan.changes if change.safe]
    after, failed = text_after(plan, safe)
    assert failed == ()
    return after, read_state(written_state(state_after(plan, safe)))


@given(st.data(), offers(), st.sampled_from(("join", "keep")))
def test_an_import_that_offers_the_same_again_changes_nothing_whatever_was_edited(
    data: st.DataObject, works: tuple[Offer, ...], versions: str
) -> None:
    text, state = imported("", EMPTY_STATE, works, versions=versions)
    mine = data.draw(edited(text))
    after, again = imported(mine, state, works, versions=versions)
    assert after == mine
    assert imported(after, again, works, versions=versions) == (after, again)


@given(offers())
def test_every_published_work_of_a_source_gets_an_entry_of_its_own(works: tuple[Offer, ...]) -> None:
    text, _ = imported("", EMPTY_STATE, works)
    published = sum(work.type != "online" for work in works)
    assert published <= len(entries(text)) <= len(works)


@given(st.data(), offers())
def test_no_edit_is_lost_and_no_entry_is_doubled_when_the_source_changes(
    data: st.DataObject, works: tuple[Offer, ...]
) -> None:
    known = data.draw(st.integers(0, len(works)))
    text, state = imported("", EMPTY_STATE, works[:known])
    mine = data.draw(edited(text))
    changed = tuple(replace(work, fields=data.draw(changes(work.fields))) for work in works)
    after, _ = imported(mine, state, changed)
    before, now = entries(mine), entries(after)
    assert [entry.key for entry in now[: len(before)]] == [entry.key for entry in before]
    assert len(now) - len(before) <= len(works) - known
    bases = {value for work in works for value in work.fields.values()}
    for old, new in zip(before, now, strict=False):
        kept = dict(new.fields)
        for name, value in old.fields:
            assert kept.get(name) == value or value in bases, (name, value)


@st.composite
def changes(draw: st.DrawFn, fields: Mapping[str, str]) -> dict[str, str]:
    """A source's new opinion of a work."""
    made = dict(fields)
    for name in draw(
        st.lists(
            st.sampled_from(("title", "author", "date", "pages", "volume", "publisher", "journaltitle")),
            max_size=3,
        )
    ):
        made[name] = {
            "title": "On looms, revised",
            "author": "Lindqvist, Maja B.",
            "date": "2022",
            "pages": "7--9",
        }.get(name, "7")
    return made


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_whatever_a_source_sends_the_file_stays_whole(title: str, author: str, journal: str) -> None:
    item = {
        "type": "article-journal",
        "title": title,
        "author": [{"family": author, "given": journal}, {"literal": title}],
        "container-title": journal,
        "DOI": "10.1000/1",
        "page": author,
        "publisher": title,
    }
    from sphinx_vitae.imports.csl import csl_offers

    before = "@misc{kept, title = {Kept}, year = 2020}\n"
    after, _ = imported(before, EMPTY_STATE, csl_offers(item, "doi").offers)
    assert after.startswith(before)
    records, problems = read([("a.bib", after.encode())])
    assert [record.written_key for record in records][:1] == ["kept"]
    assert len(records) in (1, 2)
    assert {problem.kind.code for problem in problems} <= {"name-unreadable", "title-missing"}
    assert len(entries(after)) == len(records)
