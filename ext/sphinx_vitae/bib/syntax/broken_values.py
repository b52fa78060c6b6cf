"""Recovers the values of an entry that does not follow the grammar, and reports what is wrong with them."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import excerpt

from .broken_entry import ENTRY_HEADER, BrokenEntry
from .grammar import ASSIGN, BARE, RawField, ValuePart, stray_field
from .swallowed_fields import swallowed

__all__ = ["read_value"]

#: How far to look for quotes within a value; quotes further away belong to something else.
_NEAR: Final = 1000
#: Messages quote values up to this length; of longer ones, only the first and the last word.
_SHOWN: Final = 60
_EQUALS: Final = re.compile(r"(?:=\s*+)+")
_BARE: Final = re.compile(BARE)
_UNESCAPED: Final = re.compile(r"\\.|[{}]", re.S)
_BRACE: Final = re.compile("[{}]")
_QUOTE: Final = re.compile('"')
#: A value without its opening quote.
_TO_QUOTE: Final = re.compile(r"([^\n{}\"#=]++)\"")
#: A value without its opening brace, and the rest of a value in braces, one of which was closed too early.
_TO_BRACE: Final = re.compile(r"([^\n{}\"#=]++(?:\{[^\n{}]*+\}[^\n{}\"#=]*+)*)\}")
#: A brace in a value in quotes, and the rest of the value.
_TO_END: Final = re.compile(r"\}([^\n{}\"]*+)\"")
#: The remnant of a formula with a brace that nothing closes: ``$^{ </sup>``.
_REMNANT: Final = re.compile(r"\$[\^_]\{\s*+</?[a-z]+>(?=\}*+$)")
_YEAR: Final = re.compile(r"\d{4}")
#: A value in typographic quotes, or in those of LaTeX.
_TYPESET_QUOTES: Final = re.compile(r"[“„]([^“”„]+)[”“]|``([^`']+)''")
#: A character that somebody wrote instead of the comma after a value.
_INSTEAD_OF_COMMA: Final = re.compile(r"\s*+([;.:])\s*+")


def read_value(entry: BrokenEntry, name: str, start: int, offset: int) -> tuple[int, bool]:
    """Parse a value and add the field; return the offset after it, and whether it had delimiters."""
    text = entry.text
    parts: list[ValuePart] = []
    complete = True
    if repeated := _EQUALS.match(text, offset):
        entry.fault(offset, f"there are two equals signs after {name}", "remove one")
        offset = repeated.end()
    while complete:
        read = _read_delimited if entry.is_at(offset, "{", '"') else _read_bare
        part, end, complete = read(entry, name, offset)
        parts.append(part)
        offset = entry.skip(end)
        if not entry.is_at(offset, "#"):
            break
        offset = entry.skip(offset + 1)
    joined = tuple(parts) if len(parts) > 1 or parts[0].bare else ()
    entry.fields.append(RawField(name, "".join(part.text for part in parts), start, end, joined))
    return end, complete


def _read_delimited(entry: BrokenEntry, name: str, offset: int) -> tuple[ValuePart, int, bool]:
    """Parse a value in braces or quotes; return it, the offset after it, and whether it was closed."""
    text = entry.text
    end = entry.landmarks.closing(offset)
    in_braces = text[offset] == "{"
    if in_braces and (end < 0 or text[end - 2] == "\\") and not entry.may_end(end):
        end = _behind_escaped_braces(entry, name, offset, end)
    elif in_braces and end >= 0 and not entry.may_follow(end):
        if (rest := _TO_BRACE.match(text, end)) and entry.may_end(rest.end()):
            before = _last_words(text[offset + 1 : end])
            entry.fault(end - 1, f"unmatched }} in {name}", f"remove the }} in “{before}”, or the last one")
            value = text[offset + 1 : end - 1] + text[end : rest.end() - 1]
            return ValuePart(value, False), rest.end(), True
    elif not in_braces and end < 0 and (brace := _closing_brace(entry, offset)) >= 0:
        _report_delimiters(entry, name, offset, "}")
        return ValuePart(text[offset + 1 : brace].strip(), False), brace + 1, True
    elif not in_braces and end < 0 and (found := _surplus_brace(entry, offset)):
        before = _last_words(text[offset + 1 : found.start()])
        entry.fault(found.start(), f"there is one }} too many in {name}", f"remove the }} after “{before}”")
        return ValuePart(text[offset + 1 : found.start()] + found[1], False), found.end(), True
    elif not in_braces and end >= 0 and not entry.may_follow(end):
        end = _behind_inner_quotes(entry, name, offset, end)
    cut = _find_break(entry, offset, end)
    if cut >= 0:
        value = _tidy(text[offset + 1 : cut])
        _report_unclosed(entry, name, offset, value, cut)
        return ValuePart(value, False), cut, False
    value = text[offset + 1 : end - 1]
    return _with_rest(entry, name, value, end)


def _with_rest(entry: BrokenEntry, name: str, value: str, end: int) -> tuple[ValuePart, int, bool]:
    """A closed value, and the text between its end and the next field, which BibTeX would not accept."""
    text = entry.text
    if entry.may_follow(end):
        return ValuePart(value, False), end, True
    if after := _behind_mark(entry, name, end):
        return ValuePart(value, False), after, False
    start = entry.skip(end)
    stop = entry.end_of_text(start)
    if stop <= start or "\n" in text[end:start] or entry.lacks_equals(start):
        return ValuePart(value, False), end, True
    whole = _tidy(f"{value}{text[end:stop]}".strip())
    fix = (
        "move it into the value if it belongs there; otherwise, remove it"
        if value.strip()
        else _in_braces(name, whole)
    )
    entry.fault(end, f"“{excerpt(text[start:stop], _SHOWN)}” follows the value of {name}", fix)
    return ValuePart(whole, False), stop, False


def _behind_mark(entry: BrokenEntry, name: str, end: int) -> int:
    """The offset after a character that somebody wrote instead of the comma after a value, or 0."""
    mark = _INSTEAD_OF_COMMA.match(entry.text, end)
    if not mark or not entry.may_end(mark.end()):
        return 0
    ends = entry.is_at(mark.end(), ",", entry.close)
    message = f"“{mark[1]}” follows the value of {name}" + ("" if ends else " instead of a comma")
    entry.fault(end, message, "remove it" if ends else "write a comma")
    return mark.end()


def _read_bare(entry: BrokenEntry, name: str, offset: int) -> tuple[ValuePart, int, bool]:
    """Parse a value without delimiters: a number, a macro, or text that should have delimiters."""
    text = entry.text
    nothing = entry.is_at(offset, ",", "#", entry.close, "") or ENTRY_HEADER.match(text, offset)
    if nothing or entry.is_field(offset):
        entry.fault(offset, f"{name} has no value", f"write {name} = {{…}}, or remove the field")
        return ValuePart("", False), offset, False
    if closed := _closed_only(entry, name, offset):
        return closed
    word = _BARE.match(text, offset)
    is_year = word is not None and name.lower() == "year" and _YEAR.fullmatch(word[0]) is not None
    if word and (_is_whole(entry, word.end()) or (is_year and entry.is_at(entry.skip(word.end()), ","))):
        return ValuePart(word[0], not word[0].isdigit()), word.end(), True
    if word and (after := _behind_mark(entry, name, word.end())):
        return ValuePart(word[0], not word[0].isdigit()), after, False
    end = max(entry.end_of_text(offset), offset + 1)
    value = _tidy(text[offset:end])
    if len(value) > 2 and value[0] == value[-1] == "'":
        value = value[1:-1]
        message = f"the value of {name} is in single quotes, which are not delimiters"
    elif quoted := _TYPESET_QUOTES.fullmatch(value):
        value = quoted[1] or quoted[2]
        message = f"the value of {name} is in typographic quotes, which are not delimiters"
    else:
        message = f"the value of {name} has neither braces nor quotes"
    entry.fault(offset, message, _in_braces(name, value))
    return ValuePart(value, False), end, True


def _is_whole(entry: BrokenEntry, end: int) -> bool:
    """Whether a word that ends here is the whole value. A comma may also be within a value without braces."""
    following = entry.skip(end)
    if not entry.is_at(following, ","):
        is_end = entry.is_at(following, "#", entry.close, "@", "")
        return is_end or bool(ASSIGN.match(entry.text, following))
    after = entry.skip_separators(following)
    return "\n" in entry.text[following:after] or entry.may_end(following) or entry.is_at(after, "@", "")


def _in_braces(name: str, value: str) -> str:
    """The fix for a value that needs braces. A part of a long value is not offered as the value."""
    value = " ".join(value.split())
    if len(value) <= _SHOWN:
        return f"write {name} = {{{value}}}"
    return f"put {{ before “{value.split()[0]}” and }} after “{_last_words(value)}”"


def _last_words(value: str) -> str:
    """The end of a value, for a message that says where something is missing."""
    value = " ".join(value[-4 * _SHOWN :].split())
    end = value[-_SHOWN // 2 :]
    return value if len(value) <= _SHOWN // 2 else "…" + (end.partition(" ")[2] or end)


def _closed_only(entry: BrokenEntry, name: str, offset: int) -> tuple[ValuePart, int, bool] | None:
    """Parse a value that has a closing delimiter, but no opening one."""
    text = entry.text
    found = _TO_QUOTE.match(text, offset)
    if found and entry.may_follow(found.end()):
        entry.fault(offset, f'no opening " for {name}', 'add " before its value')
    elif (found := _TO_BRACE.match(text, offset)) and stray_field(text, found.end()):
        entry.fault(offset, f"no opening {{ for {name}", "add { before its value")
    else:
        return None
    return ValuePart(found[1].strip(), False), found.end(), True


def _report_unclosed(entry: BrokenEntry, name: str, offset: int, value: str, cut: int) -> None:
    text = entry.text
    opening = text[offset]
    written = text[offset + 1 : cut].rstrip(" \t\r\n,")
    closing = "}" if opening == "{" else '"'
    if opening == "{" and written.endswith('"') and written.count('"') % 2:
        _report_delimiters(entry, name, offset, '"')
        return
    message = f"no closing {closing} for {name}"
    closing += "," if text[offset + 1 : cut].rstrip()[-1:] != "," else ""
    fix = f"add {closing} after “{_last_words(value)}”" if value.strip() else f"add {closing}"
    if len(value) <= _SHOWN and value.isprintable():
        fix = f"write {name} = {opening}{value}{closing.removesuffix(',')},"
    if opening == "{" and (remnant := _REMNANT.search(value)):
        fix = f"remove {' '.join(remnant[0].split())}, the remnant of a formula"
    entry.fault(offset, message, fix)


def _report_delimiters(entry: BrokenEntry, name: str, offset: int, closing: str) -> None:
    opening = entry.text[offset]
    right = "}" if opening == "{" else '"'
    message = f"the value of {name} begins with {opening} but ends with {closing}"
    entry.fault(offset, message, f"write {right} instead of the {closing} at its end")


def _closing_brace(entry: BrokenEntry, offset: int) -> int:
    """The position of a brace that somebody wrote instead of the closing quote of a value, or -1."""
    brace = _unmatched_brace(entry, offset)
    return brace if entry.may_end(brace + 1) else -1


def _unmatched_brace(entry: BrokenEntry, offset: int) -> int:
    """The position of the first closing brace in a value that has no partner, or -1."""
    depth = 0
    limit = min(entry.landmarks.field_start(offset), entry.landmarks.entry_start(offset))
    for found in _BRACE.finditer(entry.text, offset, limit):
        depth += 1 if found[0] == "{" else -1
        if depth < 0:
            return found.start()
    return -1


def _surplus_brace(entry: BrokenEntry, offset: int) -> re.Match[str] | None:
    """The brace without a partner in a value in quotes, and the rest of the value."""
    brace = _unmatched_brace(entry, offset)
    found = _TO_END.match(entry.text, brace) if brace >= 0 else None
    return found if found and entry.may_end(found.end()) else None


def _behind_inner_quotes(entry: BrokenEntry, name: str, offset: int, end: int) -> int:
    """The end of a quoted value that contains quotes itself; BibTeX would end it at the first of them."""
    limit = min(entry.landmarks.field_start(offset), entry.landmarks.entry_start(offset), end + _NEAR)
    for found in _QUOTE.finditer(entry.text, end, limit):
        if entry.may_follow(found.end()):
            message = f"the value of {name} is in quotes, but also contains quotes"
            entry.fault(offset, message, f"write {name} = {{…}}, with braces around the value")
            return found.end()
    return end


def _behind_escaped_braces(entry: BrokenEntry, name: str, offset: int, end: int) -> int:
    """The end of a value in braces, if escaped braces do not count. BibTeX counts them."""
    depth = 0
    limit = min(entry.landmarks.field_start(offset), entry.landmarks.entry_start(offset))
    for found in _UNESCAPED.finditer(entry.text, offset, limit):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            if not entry.may_end(found.end()):
                break
            message = f"unmatched escaped brace in {name}, which BibTeX counts"
            entry.fault(found.start(), message, "write \\textbraceleft or \\textbraceright")
            return found.end()
    return end


def _find_break(entry: BrokenEntry, offset: int, end: int) -> int:
    """The position where a value must have ended; -1 if ``end``, its closing delimiter, is plausible.

    It is plausible if a valid continuation follows it and the value swallows no field, or if no field
    starts before it. Otherwise, the value ended before the next line on which a field or an entry starts.
    """
    limit = end if end >= 0 else len(entry.text)
    inside = offset + 1
    field = entry.landmarks.field_start(inside)
    if end >= 0 and (field >= limit or entry.may_end(end)):
        return swallowed(entry.text, inside, limit)
    return min(field, entry.landmarks.entry_start(inside), limit)


def _tidy(value: str) -> str:
    """A truncated value, with balanced braces."""
    surplus = value.count("}") - value.count("{")
    end = len(value)
    while end and (value[end - 1] in " \t\r\n," or (surplus > 0 and value[end - 1] in '}"')):
        surplus -= value[end - 1] == "}"
        end -= 1
    value = value[:end]
    if value.count('"') % 2:
        value = value.removesuffix('"')
    return value + "}" * -surplus
