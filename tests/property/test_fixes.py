"""``--fix`` changes nothing that it does not announce, whatever the file; and a second run changes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_vitae.bib import Fix, Fixed, fixed, read
from sphinx_vitae.model import Record

CASES = Path(__file__).parents[1] / "corpus" / "cases"
FILES = sorted(path.read_bytes() for path in CASES.rglob("*.bib"))
NAMES = """
title titel author autor auther year yaer date dates journal jounral jornal number numbr volume newversion
oldversion myyear xxnote note doii doi preprint review elocation-id created caption name coauthors pubdate
eissn url2 abstract_en titleen publihser organizaton booktitel booktitle editors month issn isbn
"""
FIELD = st.sampled_from(NAMES.split())
VALUE = st.sampled_from(
    (
        "{A}", "{A,}", '"B"', '"B "C" D"', "{One,", "word", "2020", "jan", "s", "s # {x}", "{}", '""', "{x\x92y}",
        "{x\x08y}", "{https://doi.org/doi:10.1000/x}", "{doi.org/10.1000/a}", "{â\x80\x93}", "{a % b}", "{{A} B}",
    )
)  # fmt: skip
GAP = st.sampled_from((",", ",\n", "\n", "\r\n", " ", "", ", % c\n", "%\n", ",\r\n", "\r"))
PAIR = st.tuples(FIELD, VALUE, GAP).map(lambda parts: f"{parts[0]} = {parts[1]}{parts[2]}")
ENTRY = st.tuples(
    st.sampled_from(("a", "b", "", "k x")), st.lists(PAIR, max_size=5), st.sampled_from("})")
).map(lambda parts: f"@misc{{{parts[0]},\n{''.join(parts[1])}{parts[2]}\n")
BIBLIOGRAPHY = st.lists(
    ENTRY | st.sampled_from(("@string{s = {S}}\n", "free text\n", "@comment{c}\n")), max_size=4
)
TEXT = BIBLIOGRAPHY.map("".join)
ENCODED = st.tuples(TEXT, st.sampled_from(("utf-8", "utf-8-sig", "cp1252", "utf-16"))).map(
    lambda pair: pair[0].encode(pair[1], "replace")
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A file of the corpus with a few stretches replaced."""
    content = bytearray(draw(st.sampled_from(FILES)))
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, max(len(content) - 1, 0)))
        content[place : place + draw(st.integers(0, 8))] = draw(
            st.sampled_from(
                (b"", b"{", b"}", b'"', b",", b"=", b"@", b"\r", b"\n", b"\x92", b"\xff", b"\x00", b"titel={")
            )
        )
    return bytes(content)


def meaning(content: bytes) -> tuple[Record, ...]:
    return read([("refs.bib", content)])[0]


def announced(result: Fixed) -> Counter[str]:
    """The keys of the entries in which something other than the syntax changed."""
    return Counter(
        fix.key for fix in result.fixes if " renamed to " in fix.message or "resolver" in fix.message
    )


def renames(result: Fixed, key: str) -> list[Fix]:
    return [fix for fix in result.fixes if fix.key == key and " renamed to " in fix.message]


def names_of(records: tuple[Record, ...], key: str) -> Counter[str]:
    """The names of all fields of the entries with one key."""
    return Counter(name for record in records if record.written_key == key for name, _ in record.written)


def assert_as_announced(content: bytes) -> None:
    result = fixed(content)
    before, after = meaning(content), meaning(result.content)
    assert len(before) == len(after)
    changed = announced(result)
    if not changed:
        assert after == before
    for old, new in zip(before, after, strict=True):
        if old.written_key in changed:
            pairs = [fix.message.split(" renamed to ") for fix in renames(result, old.written_key)]
            there, here = names_of(before, old.written_key), names_of(after, old.written_key)
            # An entry that makes no record, as a @set, may have the same key.
            assert (there - here) <= Counter(name for name, _ in pairs)
            assert (here - there) <= Counter(right for _, right in pairs)
            assert (new.written_type, new.written_key, new.source) == (
                old.written_type,
                old.written_key,
                old.source,
            )
            values = [value for (name, value) in old.written if name != "doi"]
            assert [value for (name, value) in new.written if name != "doi"] == values
        else:
            if not {"crossref", "xdata"} & old.fields.keys():  # else what was announced is inherited
                # A key that we made may change, and with it a title that is only the key.
                untitled = (str(old.title), str(new.title)) == (old.key, new.key)
                title = old.title if untitled else new.title
                assert replace(new, key=old.key, title=title, fields={}, texts={}, names={}) == replace(
                    old, fields={}, texts={}, names={}
                )
            assert new.written == old.written
    again = fixed(result.content)
    assert (again.content, again.fixes) == (result.content, ())
    if not result.fixes:
        assert result.content == content


@given(ENCODED)
@example(b"@misc{a, dates = {Sep. 21}, year = 2020, month = sep}")
@example(b'@misc{a, title = "Quotes "inside" here"}')
@example(b"@misc{a, title = {One,\n year = 2020}")
@example(b"@misc{a,\r\n title = {One}\r\n year = 2020}")
@example(b"@misc{a,\n}\n@misc{,\ntitel = {A},}\n@misc{a,\n}\n")
@example(b"@misc{a, crossref = b} @misc{b, yaer = 2020}")
@example(b"@set{a, publiser = {X}}@misc{a}")
@example(b"@misc{a, auauthor = {X}, jokeywords = {a}urnal}")
def test_records_are_as_announced_after_any_bibliography_is_fixed(content: bytes) -> None:
    assert_as_announced(content)


@given(mutated())
def test_records_are_as_announced_after_any_mutation_is_fixed(content: bytes) -> None:
    assert_as_announced(content)


@given(st.binary(max_size=300))
def test_records_are_as_announced_after_any_bytes_are_fixed(content: bytes) -> None:
    assert_as_announced(content)
