"""Templates that our generator compiles print what Jinja prints, and still can be replaced one by one."""

from __future__ import annotations

from types import SimpleNamespace

import jinja2
import markupsafe
import pytest
from markupsafe import Markup

from sphinx_vitae.render.formats.html import Html, _replaced, escaped
from sphinx_vitae.render.formats.latex import Latex
from sphinx_vitae.render.templating.environment import environment

FACTS = {
    "record": SimpleNamespace(
        fields={"langid": "de", "note": "<b>"}, inner=SimpleNamespace(fields={"get": 1}), items=[1]
    ),
    "names": ["A & B", "C"],
    "quiet": "",
}
PARTS = """
{%- macro plain(a, b="<i>", c=b) %}[{{ a }}|{{ b }}|{{ c }}]{% endmacro %}
{%- macro others(a) %}{{ a }}:{{ varargs | join(",") }}:{{ kwargs.x }}{% endmacro %}
{%- macro around() %}<p>{{ caller("&") }}</p>{% endmacro %}
{%- macro nested(names) %}{% for name in names %}{{ plain(name, loop.index) }}{% endfor %}{% endmacro %}
"""
TEMPLATES = {
    "attributes": "{{ record.fields.get('langid') }} {{ record.fields.note }} {{ record.inner.fields.get }}"
    " {{ record['fields'].note }} {{ record.fields.get('none') is none }}",
    "macros": "{% import 'parts' as parts %}{{ parts.plain(1) }}{{ parts.plain('<', '>') }}{{ parts.plain(b=1, a=2) }}"
    "{{ parts.plain(1, 2, 3) }}{{ parts.nested(names) }}",
    "special": "{% import 'parts' as parts %}{{ parts.others(1, 2, 3, x='<') }}"
    "{% call(sign) parts.around() %}{{ sign }}{% endcall %}",
    "mapped": "{% from 'parts' import plain %}{{ names | map('upper') | join }}{% set made = plain('&') %}{{ made }}"
    "{{ made | upper }}",
    "included": "{% set local = '<' %}{% for name in names %}{% include 'inner' %}{% endfor %}{{ local }}",
    "inner": "({{ local }}{{ name if name is defined }}{{ late is defined }}{{ quiet is defined }}"
    "{% set local = 'changed' %}{{ local }})",
    "captured": "{% set all %}{% set local = 1 %}{% include 'inner' %}{% endset %}{{ all }}",
    "in a block": "{% block one %}{% set local = 2 %}{% include 'inner' %}{% endblock %}",
    "later": "{% set local = 1 %}{% if false %}{% set late = 1 %}{% endif %}{% include 'inner' %}",
    "first": "{% for a in names %}{{ ', ' if not loop.first }}{{ a }}{% if loop.first %}!{% endif %}{% endfor %}"
    "{% for a in [] %}{{ loop.first }}{% endfor %}"
    "{% for a in names %}{% for b in names %}{{ a }}{{ b }}{{ loop.first }}{% endfor %}{{ loop.first }}{% endfor %}"
    "{% for a in names %}{% for b in [loop.first, 2] %}{{ b }}{{ loop.first }}{% endfor %}{% endfor %}"
    "{% for a in names if a != 'C' %}{{ loop.first }}{% else %}none{% endfor %}"
    "{% for a in names %}{{ loop.first }}{{ loop.last }}{% include 'first of all' %}{% endfor %}"
    "{% for a in names %}{% if loop.first %}{% set b = a %}{% include 'first of all' %}{% endif %}{% endfor %}",
    "first of all": "{{ loop is defined }}",
    "variables": "{% set quiet = 2 %}{{ record.items[0] }}{{ names[0] }}{{ quiet }}{{ absent is defined }}"
    "{% block part %}{{ record.items[0] }}{{ names[1] }}{{ quiet }}{{ absent is defined }}{% endblock %}",
    "overridden": "{% extends 'variables' %}{% set names = ['X', 'Y'] %}{% set absent = 1 %}",
    "extended": "{% extends 'in a block' %}{% block one %}<{{ super() }}>{% endblock %}",
}
WRONG = {
    "missing attribute": "{{ record.fields.none.more }}",
    "missing argument": "{% import 'parts' as parts %}{{ parts.plain() }}",
    "too many arguments": "{% import 'parts' as parts %}{{ parts.plain(1, 2, 3, 4) }}",
    "unknown keyword": "{% import 'parts' as parts %}{{ parts.plain(1, d=2) }}",
    "missing template": "{% include 'none' %}",
    "missing variable": "{% include 'inner' %}",
}


def ours(**templates: str) -> jinja2.Environment:
    made = environment("html", Html(), [])
    made.loader = jinja2.DictLoader({"parts": PARTS, **TEMPLATES, **templates})
    return made


def jinjas(**templates: str) -> jinja2.Environment:
    loader = jinja2.DictLoader({"parts": PARTS, **TEMPLATES, **templates})
    options = {"trim_blocks": True, "lstrip_blocks": True}
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_prints_what_jinja_prints(name: str) -> None:
    if name == "inner":  # it uses what includes it
        return
    for _ in range(2):
        assert ours().get_template(name).render(**FACTS) == jinjas().get_template(name).render(**FACTS)


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_template_fails_as_in_jinja(name: str) -> None:
    with pytest.raises(Exception) as expected:  # noqa: PT011  (whatever Jinja raises)
        jinjas(**WRONG).get_template(name).render(**FACTS)
    with pytest.raises(expected.type) as found:
        ours(**WRONG).get_template(name).render(**FACTS)
    assert type(found.value) is type(expected.value)


def test_an_included_template_of_the_site_is_named_where_it_fails() -> None:
    made = ours(page="\n{% include 'part' %}", part="\n\n{{ 1 // 0 }}")
    with pytest.raises(ZeroDivisionError) as failure:
        made.get_template("page").render()
    assert [(entry.path, entry.lineno + 1) for entry in failure.traceback][-1][1] == 3


@pytest.mark.parametrize(
    "text", ["", "plain", "<a href='b'>&\"</a>", "É & 漢 <\U0001f600>", Markup("<b>&amp;</b>")]
)
def test_html_is_escaped_as_markupsafe_escapes_it(text: str) -> None:
    assert Html().escape(text) == markupsafe.escape(text)
    assert isinstance(Html().escape(text), Markup)
    assert escaped(str(text)) == _replaced(str(text)) == str(markupsafe.escape(str(text)))


def test_macros_and_included_templates_in_print_are_not_escaped_again() -> None:
    made = environment("latex", Latex(), [])
    made.loader = jinja2.DictLoader(
        {
            "a/page": r"<% import 'a/parts' as parts %><%= parts.bold('a&b') %><% include 'a/inner' %><% filter trim %><% include 'a/inner' %><% endfilter %>",
            "a/parts": r"<% macro bold(text, more='_') %>\textbf{<%= text %><%= more %>}<% endmacro %>",
            "a/inner": r"\emph{<%= names[0] %>} ",
        }
    )
    assert made.get_template("a/page").render(**FACTS) == r"\textbf{a\&b\_}\emph{A \& B} \emph{A \& B}"
