"""A summary is the first sentence of the annotation or abstract."""

from __future__ import annotations

import pytest

from unit.render.printing import catalogue, printed


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("One sentence", "One sentence"),
        ("Water waits. Then it runs.", "Water waits."),
        ("Why? Because.", "Why?"),
        ("It took 2.5 days, e.g. in May. Then came June.", "It took 2.5 days, e.g. in May."),
        ("We follow E. Coli et al. Closely. Then stop.", "We follow E. Coli et al. Closely."),
        ("They said “no.” We went on.", "They said “no.”"),
        ("2024 was dry. 2025 was not.", "2024 was dry."),
        ("As Fig. 3 shows, it melts. Soon.", "As Fig. 3 shows, it melts."),
        ("雪が降る。川が流れる。", "雪が降る。"),
        ("First paragraph\n\nSecond paragraph.", "First paragraph"),
        ("\\item a bullet", ""),
    ],
)
def test_the_first_sentence_ends_where_a_reader_ends_it(abstract: str, expected: str) -> None:
    made = printed(catalogue(f"@misc{{k, title={{T}}, abstract={{{abstract}}}}}"), "html", layout="feature")
    assert made.partition('<div class="vitae-summary">')[2].partition("</div>")[0] == expected


def test_markup_of_the_sentence_is_kept_and_text_is_escaped() -> None:
    works = catalogue("@misc{k, title={T}, abstract={The \\emph{cold. Very} a < b \\& snow. Next.}}")
    assert '<div class="vitae-summary">The <em>cold. Very</em> a &lt; b &amp; snow.</div>' in printed(
        works, "html", layout="feature"
    )
    assert "Next" not in printed(works, "html", layout="feature")


def test_an_annotation_comes_before_the_abstract() -> None:
    works = catalogue("@misc{k, title={T}, abstract={Long. Text.}, annotation={Short.}}")
    assert '<div class="vitae-summary">Short.</div>' in printed(works, "html", layout="feature")
