"""What a file can hold much of costs no more than its size: calls are counted, and no clock is looked at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue import Catalogue, people
from sphinx_vitae.catalogue.checks import check
from sphinx_vitae.catalogue.relations import derived_awards
from sphinx_vitae.model import Profile, Settings

OWNER = Settings(owners=(Profile(name="Huang, Guyue"),))
FEW, MANY = 250, 750  # beyond what one name is compared with


def one(names: list[str], key: str = "k") -> str:
    return f"@misc{{{key}, title={{T}}, author={{{' and '.join(names)}}}}}\n"


def repeated(n: int) -> str:
    return one(["Huang, Guyue"] * n)


def variants(n: int) -> str:
    return one([f"Huang, Guyue A{i}" for i in range(n)])


def entries(n: int) -> str:
    return "".join(one([f"Huang, Guyue X{i}"], f"k{i}") for i in range(n))


def doubtful(n: int) -> str:
    return one([f"Huang, G. A{i}" for i in range(n)]) + one([f"Huang, Guo B{i}" for i in range(n)], "j")


@pytest.mark.parametrize("made", [repeated, variants, entries, doubtful])
def test_names_are_compared_in_proportion_to_their_number(
    made: Callable[[int], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0

    def counted(compare: Callable[..., bool]) -> Callable[..., bool]:
        def wrapped(*names: object) -> bool:
            nonlocal calls
            calls += 1
            return compare(*names)

        return wrapped

    for name in ("same_name", "abbreviates"):
        monkeypatch.setattr(people, name, counted(getattr(people, name)))

    def cost(n: int) -> int:
        nonlocal calls
        calls = 0
        records, _ = read([("a.bib", made(n).encode())])
        check(records, OWNER)
        _ = Catalogue(records, OWNER).doubtful
        return calls

    assert cost(MANY) <= 1.5 * MANY / FEW * cost(FEW) + MANY


def test_many_awards_of_one_work_have_short_keys_of_their_own() -> None:
    text = f"@misc{{k, title={{T}}, award={{{'; '.join(f'Prize {n}' for n in range(3000))}}}}}\n@misc{{k.award+2, title={{U}}}}"
    awards = derived_awards(read([("a.bib", text.encode())])[0])
    keys = [award.key for award in awards]
    assert len(set(keys)) == 3000
    assert keys[:4] == ["k.award", "k.award+", "k.award+3", "k.award+4"]
    assert max(map(len, keys)) == len("k.award+3000")
