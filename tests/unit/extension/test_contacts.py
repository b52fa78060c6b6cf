"""How people can be reached: what becomes a link, what stays text, and what is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_vitae.extension.settings.contacts import (
    Contact,
    contacts,
    is_local,
    is_refused,
    web_address,
    with_addresses,
)
from sphinx_vitae.model import ProblemKind, Profile, Settings


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://example.org/~x", "https://example.org/~x"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("hgyhungry.github.io", "https://hgyhungry.github.io"),
        ("www.example.org/~x", "https://www.example.org/~x"),
        ("//example.org/x", "https://example.org/x"),
        ("example.de", "https://example.de"),
        ("jane.studio", "https://jane.studio"),
        ("mailto:x@example.org", "mailto:x@example.org"),
        ("ftp://example.org/x", "ftp://example.org/x"),
        ("tel:+1 555-0100", "tel:+15550100"),
        ("tel:n/a", ""),
        ("javascript:alert(1)", ""),
        ("JavaScript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("\x01javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("cv.pdf", ""),
        ("papers/cv.html", ""),
        ("Room 12", ""),
        ("", ""),
    ],
)
def test_an_address_is_linked_by_the_rule_of_bibliographies(written: str, url: str) -> None:
    assert web_address(written) == url


@pytest.mark.parametrize(
    "written", ["javascript:x", "java\tscript:x", "data:x", "vbscript:x", "tel:n/a", "file:///x"]
)
def test_other_schemes_are_refused(written: str) -> None:
    assert is_refused(written)
    assert contacts(Profile(name="X", links=(("Web", written),))) == []


@pytest.mark.parametrize("written", ["https://example.org", "example.de", "cv.pdf", "Room 12", ""])
def test_addresses_files_and_text_are_not_refused(written: str) -> None:
    assert not is_refused(written)


@given(written=st.text() | st.from_regex(r"\s*[a-z]{1,12}:\S{0,9}", fullmatch=True))
def test_a_link_has_one_of_five_schemes_whatever_is_written(written: str) -> None:
    url = web_address(written)
    assert not url or re.match(r"(https?|mailto|ftp|tel):", url, re.I)
    for contact in contacts(Profile(name="X", url=written, email=written, phone=written, orcid=written)):
        assert not contact.url or re.match(r"(https?|mailto|ftp|tel):", contact.url, re.I)


@pytest.mark.parametrize(
    ("profile", "contact"),
    [
        (Profile(name="X", phone="n/a"), Contact("Phone", "n/a")),
        (Profile(name="X", phone="+1 (555) 0100"), Contact("Phone", "+1 (555) 0100", "tel:+15550100")),
        (Profile(name="X", email="x@example.org"), Contact("Email", "x@example.org", "mailto:x@example.org")),
        (Profile(name="X", email="x at example"), Contact("Email", "x at example")),
        (Profile(name="X", orcid="soon"), Contact("ORCID", "soon")),
        (
            Profile(name="X", orcid="https://orcid.org/0000-0002-1825-0097"),
            Contact("ORCID", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ),
        (Profile(name="X", url="hgyhungry.github.io"), Contact("Web", "hgyhungry.github.io", "https://hgyhungry.github.io")),
        (Profile(name="X", url="www.example.org/~x"), Contact("Web", "example.org/~x", "https://www.example.org/~x")),
        (Profile(name="X", links=(("Room", "12"),)), Contact("Room", "12")),
    ],
)  # fmt: skip
def test_what_is_no_address_stays_text(profile: Profile, contact: Contact) -> None:
    assert contacts(profile) == [contact]


def test_a_file_of_the_site_is_a_link_on_the_site_alone() -> None:
    person = Profile(name="X", links=(("CV", "files/cv.pdf"),))
    assert contacts(person) == []
    assert contacts(person, local=True) == [Contact("", "CV", "files/cv.pdf", local=True)]
    assert is_local("cv.html#talks")
    assert not is_local("example.de")


def test_refused_addresses_of_the_configuration_are_left_out_and_said_once() -> None:
    person = Profile(
        name="A, B", url="javascript:x", links=(("Bad", "data:x"), ("Good", "example.de"), ("Room", "12"))
    )
    other = Profile(name="C, D", url="www.example.org")
    settings, problems = with_addresses(Settings(owners=(person,), people=(person, other)))
    expected = Profile(name="A, B", links=(("Good", "https://example.de"), ("Room", "12")))
    assert settings.owners == (expected,)
    assert settings.people == (expected, Profile(name="C, D", url="https://www.example.org"))
    assert [problem.kind for problem in problems] == [ProblemKind.CONFIG] * 2
    assert problems[0].message.startswith("vitae_people contains 'javascript:x' for 'url' of 'A, B'; ")
    assert problems[1].message.startswith("vitae_people contains 'data:x' for 'Bad' of 'A, B'; ")
