"""An old site is not trusted: nothing outside it is read, nothing runs, and bad data is one line of the report."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from old_sites import AL_FOLIO, write_site
from sphinx_vitae.bib import read
from sphinx_vitae.migration import OldSite, read_old_site
from sphinx_vitae.migration.data import DataError, front_matter, json_data, yaml_data
from sphinx_vitae.migration.folder import Folder
from sphinx_vitae.migration.myst import Links, to_myst
from sphinx_vitae.migration.text import prose, sentence, title_of


def site_with(tmp_path: Path, **files: str) -> OldSite:
    made = {
        name.replace("__", "/").replace("_md", ".md").replace("_yml", ".yml"): text
        for name, text in files.items()
    }
    site = read_old_site(write_site(tmp_path / "site", {**AL_FOLIO, **made}))
    assert site is not None
    return site


def test_symbolic_links_are_not_followed_and_are_reported(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\ndate: 2020\n---\n", "utf-8")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "photo.png").write_bytes(b"secret")
    folder = write_site(tmp_path / "site", AL_FOLIO)
    (folder / "_news" / "linked.md").symlink_to(tmp_path / "secret.md")
    (folder / "assets" / "more").symlink_to(tmp_path / "secrets")
    site = read_old_site(folder)
    assert site is not None
    assert "Secret" not in site.made.decode()
    assert b"secret" not in site.files.values()
    said = {left.file for left in site.leftovers if "symbolic link" in left.value}
    assert said == {"_news/linked.md", "assets/more"}


@pytest.mark.parametrize(
    "address", ["../outside.png", "/../outside.png", "a/../../outside.png", "/etc/hostname.png"]
)
def test_an_address_that_leads_out_of_the_site_finds_no_file(tmp_path: Path, address: str) -> None:
    (tmp_path / "outside.png").write_bytes(b"secret")
    folder = Folder(write_site(tmp_path / "site", {"a/in.png": b"", "page.md": ""}))
    assert folder.find(address, "page.md", ("", "a")) == ""
    assert folder.find("/in.png", "page.md", ("", "a")) == "a/in.png"


def test_a_device_or_a_large_file_is_not_read(tmp_path: Path) -> None:
    folder = write_site(tmp_path / "site", AL_FOLIO)
    os.mkfifo(folder / "_news" / "pipe.md")
    with (folder / "_news" / "large.md").open("wb") as file:
        file.truncate(5_000_000)
    site = read_old_site(folder)
    assert site is not None
    assert "larger than 4 MB, and not read" in [
        left.value for left in site.leftovers if left.file == "_news/large.md"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: [1, 2",
        "a: b: c",
        "&a [*a]",
        "[" * 3_000,
        "a: !!python/object/apply:os.system [true]\n" * 2 + "- b",
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "\n".join(
            f"{c}: &{c} [{', '.join([f'*{b}'] * 9)}]" for b, c in zip("abcdefg", "bcdefgh", strict=True)
        ),
    ],
    ids=["unclosed", "nested", "itself", "deep", "tag", "aliases"],
)
def test_bad_yaml_is_an_error_of_ours_and_never_runs_long(text: str) -> None:
    with pytest.raises(DataError):
        yaml_data(text)


def test_bad_front_matter_is_one_leftover_and_the_rest_of_the_site_is_read(tmp_path: Path) -> None:
    site = site_with(tmp_path, _news__bad_md="---\ntitle: [\n---\ntext\n")
    (said,) = [left.value for left in site.leftovers if left.file == "_news/bad.md" and "YAML" in left.value]
    assert said.startswith("it is not valid YAML in line ")
    assert sum(entry.kind == "news" for entry in site.entries) == 2


def test_a_tag_in_yaml_constructs_nothing() -> None:
    assert yaml_data("a: !!python/object/apply:os.getcwd []\nb: !!timestamp 2020-01-01") == {
        "a": [],
        "b": "2020-01-01",
    }


def test_a_key_that_is_written_twice_is_kept_twice() -> None:
    assert front_matter("---\na: 1\na: 2\n---\n")[0] == {"a": "1", "a (again)": "2"}


def test_json_with_comments_is_read_and_addresses_in_it_stay() -> None:
    assert json_data('{"a": "http://x.example", // no\n "b": [1, null, true,], /* no */}') == {
        "a": "http://x.example",
        "b": ["1", "", "true"],
    }


HOSTILE = [
    r"\input{/etc/passwd} \write18{x}",
    "}, author = {Evil}, title = {",
    "@article{evil, title={x}}",
    "{{{{",
    r"a \\ % # $ & _ ^ ~ {",
    "$\\directlua{x}$",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "\x00\x1b[31m\u202e",
    "`" * 500,
    "[" * 5_000,
    "*" * 5_000 + "a",
    "<a href='" * 2_000,
]


@pytest.mark.parametrize("source", HOSTILE)
@pytest.mark.parametrize("convert", [title_of, sentence, prose])
def test_no_text_breaks_out_of_a_field(source: str, convert) -> None:  # type: ignore[no-untyped-def]
    value = convert(source)
    records, _ = read([("x", f"@misc{{key, title = {{{value}}}, note = {{last}}}}".encode())])
    assert [record.written_key for record in records] == ["key"]
    assert set(records[0].fields) <= {"title", "note"}
    assert records[0].fields["note"] == "last"
    for command in ("\\input", "\\write18", "\\directlua", "javascript:"):
        assert command not in value.replace("\\textbackslash{}", "/")


def body(source: str) -> str:
    return to_myst(
        source,
        Links(lambda url, label: "", lambda url: "", frozenset(), lambda field, value: None, lambda file: ""),
    )


@pytest.mark.parametrize(
    "source",
    [
        "```{include} /etc/passwd\n```",
        "> ```{include} /etc/passwd\n> ```",
        "- ~~~{literalinclude} /etc/passwd\n  ~~~",
        ":::{raw} html\n:::",
        "````{eval-rst}\n.. include:: /etc/passwd\n````",
        "{download}`/etc/passwd`",
        "{% cite x %} {include}`x`",
        "(target)=",
        "% comment",
        "{.class #id}",
        "```\n```{include} x",
        "```python\n{{< include x >}}\n",
    ],
)
def test_no_page_contains_a_directive_a_role_or_a_target(source: str) -> None:
    made = body(source)
    for line in made.split("\n"):
        plain = line.lstrip("> -")
        assert not plain.startswith(("```{", "~~~{", ":::", "````{", "(target)=", "%", "{")), made
        assert "{download}`" not in plain.replace("\\{download}`", "")
        assert "{include}`" not in plain.replace("\\{include}`", "")


def test_a_comment_cannot_be_ended_by_the_code_in_it() -> None:
    made = body("{% x --> <b>out</b> %}")
    assert made.strip() == "<!-- {% x - -&gt; <b&gt;out</b&gt; %} -->"
