"""Compiles templates to faster code than Jinja's own, with the same output.

A list of 10,000 entries renders as many templates, and most of the time goes into what Jinja does around our
functions. It finds out how to call a function on each call; here, this is decided when a template is compiled.
It looks up attributes by a function; here, by a built-in one, unless the attribute is missing. It makes each
piece of output a `Markup`, and an object for each part that is left out; here, both are plain strings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from keyword import iskeyword
from typing import Any, Final, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from ..formats.html import as_markup, escaped

__all__ = ["PASS_CONTEXT", "FastTemplate", "Generator"]

#: The attribute value that `jinja2.pass_context` sets on a function.
PASS_CONTEXT: Final = jinja2.pass_context(lambda context: context).jinja_pass_arg  # type: ignore[attr-defined]
#: The value of ``a if b`` if *b* is false: an empty text, which fails if a template uses it otherwise.
_NOTHING: Final = jinja2.Undefined("the inline if-expression evaluated to false and has no else")

#: Statements that have a ``loop`` of their own, or hand it on.
_HIDING: Final = (
    nodes.For,
    nodes.Block,
    nodes.CallBlock,
    nodes.Include,
    nodes.Import,
    nodes.Macro,
    nodes.ScopedEvalContextModifier,
)
#: Fewer variables than these are looked up by Jinja.
_FEW: Final = 3


class Generator(CodeGenerator):
    """Generates the Python code of a template."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        #: ``loop.first`` (its node's id) → the variable that is true the first time.
        self._flags: dict[int, str] = {}

    def enter_frame(self, frame: Frame) -> None:
        """Look up the variables of the context in its two dictionaries, without a call of a function for each."""
        loads = frame.symbols.loads
        found = {target: name for target, (action, name) in loads.items() if action == VAR_LOAD_RESOLVE}
        if len(found) < _FEW or self.get_resolve_func() != "resolve":
            super().enter_frame(frame)
            return
        self.writeline("given, known = context.vars, context.parent.get")
        for target, name in found.items():
            self.writeline(f"{target} = given[{name!r}] if {name!r} in given else known({name!r}, missing)")
        frame.symbols.loads = {target: load for target, load in loads.items() if target not in found}
        super().enter_frame(frame)
        frame.symbols.loads = loads

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Call a method, a macro or one of our functions directly, with the context if it requires it."""
        direct = not (node.dyn_args or node.dyn_kwargs or forward_caller)
        if not direct or any(iskeyword(argument.key) for argument in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
        elif isinstance(node.node, nodes.Getattr):
            self._call(node, frame)
        elif (function := self._function(node.node, frame)) is not None:
            self._call(node, frame, "context, " if _passed(function) is PASS_CONTEXT else "")
        else:
            super().visit_Call(node, frame)

    def _call(self, node: nodes.Call, frame: Frame, first: str = "") -> None:
        self.visit(node.node, frame)
        self.write(f"({first}")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _function(self, called: nodes.Expr, frame: Frame) -> Callable[..., Any] | None:
        """The global function that is called; ``None`` if it is not one of ours, or a template assigns to its
        name.
        """
        if not isinstance(called, nodes.Name):
            return None
        reference = frame.symbols.find_ref(called.name)
        load = frame.symbols.find_load(reference) if reference else None
        if not load or load[0] != VAR_LOAD_RESOLVE:
            return None
        function = self.environment.globals.get(called.name)
        return function if callable(function) and _passed(function) in {None, PASS_CONTEXT} else None

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        """Find ``loop.first`` in a variable; without other uses of it, there is no object ``loop``."""
        if firsts := _asked_whether_first(node):
            flag = self.temporary_identifier()
            for each in firsts:
                each.node = nodes.Const(None)
                self._flags[id(each)] = flag
            name = object.__new__(nodes.InternalName)
            nodes.Node.__init__(name, flag)
            node.body.append(nodes.Assign(name, nodes.Const(False)))
            self.writeline(f"{flag} = True")
        super().visit_For(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Look up an attribute; if it is missing, ask the environment, which knows items too."""
        if id(node) in self._flags:
            self.write(self._flags[id(node)])
            return
        whole, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr({whole} := ")
        self.visit(node.node, frame)
        self.write(
            f", {node.attr!r}, missing)) is not missing else environment.getattr({whole}, {node.attr!r}))"
        )

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        """Include a template that is named here, with a copy of the variables instead of two. Outside blocks and loops,
        the context has all that are assigned.
        """
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if (
            not isinstance(name, str)
            or not node.with_context
            or node.ignore_missing
            or frame.buffer is not None
        ):
            super().visit_Include(node, frame)
            return
        assigned = "{}" if frame.toplevel else self.dump_local_context(frame)
        self.writeline(f"yield from environment.included({name!r}, {self.name!r}, context, {assigned})", node)

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:
        """Choose a value; without an else, choose between it and the one undefined value of all templates."""
        if node.expr2 is not None:
            super().visit_CondExpr(node, frame)
            return
        soft = frame.soft()
        self.write("(")
        self.visit(node.expr1, soft)
        self.write(" if ")
        self.visit(node.test, soft)
        self.write(" else nothing)")


def _asked_whether_first(loop: nodes.For) -> list[nodes.Getattr]:
    """Each ``loop.first`` in a loop; none if something in the loop has or needs an object ``loop`` of its own."""
    inner = [each for part in loop.body for each in (part, *part.find_all(nodes.Node))]
    if loop.recursive or loop.test or loop.else_ or any(isinstance(each, _HIDING) for each in inner):
        return []
    asked = [each for each in inner if isinstance(each, nodes.Getattr) and each.attr == "first"]
    return [each for each in asked if isinstance(each.node, nodes.Name) and each.node.name == "loop"]


def _passed(function: object) -> object:
    """What Jinja passes to a function before its arguments; ``None`` if nothing."""
    return getattr(function, "jinja_pass_arg", None)


class _Macro(Macro):
    """A macro that is called without keywords nearly always, and then passes its arguments on as they are."""

    def __call__(self, *args: Any, **keywords: Any) -> str:
        """Call the macro; arguments that are not given have their defaults."""
        absent = self._argument_count - len(args)
        special = self.caller or self.catch_kwargs or self.catch_varargs
        if keywords or absent < 0 or special or (args and isinstance(args[0], nodes.EvalContext)):
            made: str = super().__call__(*args, **keywords)
            return made
        made = self._func(*args, *(missing,) * absent)
        return as_markup(made) if self._default_autoescape else made


class FastTemplate(jinja2.Template):
    """A template that the `Generator` compiled. Pieces of its output are strings until they are joined."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: Any,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        """Return the template of some code."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__.update(escape=_escaped, nothing=_NOTHING, Macro=_Macro)
        return made

    def new_context(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> Context:
        """Return a context with these variables, beside the functions, which are not copied for each entry."""
        if shared or locals:
            return super().new_context(vars, shared, locals)
        functions = cast("dict[str, Any]", self.globals)
        made = self.environment.context_class(self.environment, functions, self.name, self.blocks)
        made.vars = vars or {}
        return made


def _escaped(value: Any) -> str:
    """A value as `markupsafe.escape` escapes it; strings are not made `Markup`."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str:
        return escaped(value)
    return "" if value is _NOTHING else escape(value)
