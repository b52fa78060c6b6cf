"""Values come back from the disk as they were."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest

from sphinx_vitae.model import (
    Activity,
    Link,
    Moment,
    NameList,
    PartialDate,
    Person,
    Publication,
    Source,
    Span,
    Text,
    Tie,
)

TITLE = Text(
    ("A title with ", Span("emph", ("emphasis",)), Span("link", ("a link",), "https://example.org/"))
)
SOURCE = Source("references.bib", 7)
VALUES = (
    TITLE,
    Text(),
    PartialDate(Moment(2024, 5, approximate=True), ranged=True),
    NameList((Person("Huang", "Guyue", marks=("equal",)), Person(literal="The Consortium")), others=True),
    Publication(
        key="a",
        kind="publication",
        type="article",
        source=SOURCE,
        title=TITLE,
        links=(Link("doi", "DOI", "https://doi.org/10.1000/1"),),
        ties=(Tie("b", "translationof", Text(("of",)), inverse=True),),
        fields={"title": "A title"},
        written=(("title", "A title"),),
    ),
    Activity(key="b", kind="service", type="service", source=SOURCE, title=TITLE),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_is_equal_after_pickling_and_still_frozen(value: Any) -> None:
    again = pickle.loads(pickle.dumps(value, protocol=5))
    assert again == value
    assert type(again) is type(value)
    with pytest.raises(FrozenInstanceError):
        setattr(again, fields(again)[0].name, None)


def test_a_pickle_of_another_shape_is_refused() -> None:
    """Rather than giving a value that lacks its last fields."""
    with pytest.raises(ValueError, match="unpack"):
        Source.__new__(Source).__setstate__(("references.bib",))  # type: ignore[attr-defined]
