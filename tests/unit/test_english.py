"""Turns of phrase that are not idiomatic stay out of the documentation, the messages and the docstrings.

Each comes with what to write instead. When you find another one, add it.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "ext" / "sphinx_vitae"
PAGES = sorted(
    path
    for path in (ROOT / "README.md", ROOT / "docs" / "changelog.md", *(ROOT / "docs").glob("*/*.md"))
    if path.parent.name in {ROOT.name, "docs", "guide", "contributing", "reference"} or path.stem == "index"
)
MODULES = [ROOT / "noxfile.py", *sorted(PACKAGE.rglob("*.py"))]

#: What must not come back → what to write instead. A space matches any white space; case does not matter.
PHRASES: Final = {
    # What exists
    r"\bthat there (?:is|are)\b": "that exists, or leave it out",
    r"\b(?:which|whom) there (?:is|are) (?:not|none|no)\b": "which does not exist",
    r"\bwhere there (?:is|are) (?:one|none|nothing|any|something)\b": "if it exists, if it does not",
    r"\bwhat(?:ever)? there (?:is|are|was|were)\b": "what exists, the …",
    r"\bdocuments that there are\b": "the documents",
    r"(?<!there\s)\b(?:is|are) no more\b(?! than)": "no longer exists",
    r"\b(?:is|are) (?:not there|there nowhere)\b": "does not exist, is missing",
    r"\b(?:stands?|lies?) nowhere\b": "is not in any …",
    # Negation by "no" and "none"
    r"(?<!there\s)\b(?:is|are) no (?!longer|more|problem|such|one\b|matter)[a-z]": "is not a …",
    r"\b(?:is|are) none (?:of|that|to)\b": "is not one of",
    r"\bnames (?:none|nothing|nobody of)\b": "does not name any",
    r"\b(?:can|may|must|will|would|should) be no\b": "cannot be a …",
    r"\ball but (?:these|some|one|those)\b|\bbut on\b(?= pages)": "all except",
    # Position
    r"\bstands? (?:in|on|under|beside|before|behind|above|below|at|there|together|where|for itself|after|one by one|newest|first|last)\b": "is in, is shown in, appears",
    r"\bwhat stands\b|\bwhere \w+ stands?\b": "what is shown; where … is",
    r"\bbehind (?!the scenes)(?:the|a|an|it|its|each|all|names?|that|them|what|him|their|this|every|both|another|several|one|equal|two|which|these|others)\b(?! link at)": "after",
    r"\blay (?:the|that|them|files|it)\b|\blies? (?:in|on|beside|there|where|below|outside|neither)\b": "copy the …; is in",
    # Clauses without a noun
    r"\bfor who (?:has|have|is|are|wants?)\b|\bthe same for who\b": "for people who",
    r"\bwhom (?:a|the) \w+ is to\b|\bwhom it is to\b": "the recipient",
    r"\bwho (?:is meant|it is about)\b": "the person",
    r"\bwhat is (?:needed|wrong with it|right of it) is\b": "name the thing",
    r"\beverything that \w+ is told\b|\bwhat \w+ is told of\b": "everything that it registers",
    r"\b(?:which|that|this|why) is said\b|\bis said (?:and|again|once|too|with the|of any)\b|\bis said now\b": "is reported",
    r"\bwhat (?:there )?is to (?:be said|say)\b": "the details",
    r"\bwhat (?:begins|ends) with\b": "name the thing",
    # Verbs
    r"\b(?:type)?set by (?:lua)?(?:latex|typst)\b|\bcannot set this\b": "typeset with",
    r"\b(?:is|are|be) (?:made|built|written) anew\b": "is rebuilt, is rewritten",
    r"\bgoes? on where\b": "continues",
    r"\bas precise as it\b|\bas well as it can be\b": "as precisely as …, as far as possible",
    r"\bfor the day when\b|\bwould be no wish\b|\bis no policy\b|\bis no mistake\b": "say it plainly",
    r"\btakes? (?:\w+ ){1,3}for (?:lost|themselves|itself|granted)\b|\btaken for (?:nobody|themselves)\b": "treats as",
    r"\bspeaks? of(?! itself)\b|\btells? of\b": "mentions, is about",
    r"\bnames (?:a|the) (?:kind|page|font|setting|document|template)\b|\bnames none\b": "refers to, contains, specifies",
    r"\bit takes a (?:list|word|number|name)\b": "it must be a …",
    r"\bleads? (?:nowhere|somewhere)\b": "has no target, has a target",
    r"\bstops? publishing\b": "prevents publishing",
    r"\bone right answer\b": "unambiguous",
    r"\bas far as (?:it|they) can be\b": "the part that could be parsed",
    r"\bexactly (?:as )?precise(?:ly)? as\b": "with the precision of …",
    r"\bmade when (?:it is|they are) first used\b": "created on first use",
    # Order of words, and prepositions
    r"\bthe (?:builder|domain|theme|role|command) ``?[a-z]": "the ``x`` builder",
    r"\bat (?:GitHub|GitLab|PyPI|Read the Docs)\b": "on GitHub, on PyPI",
    r"\b(?:is|are) in no (?:list|bibliography|file|group)\b": "is not in any …",
    r"\b(?:0|empty) for (?:none|never|any)\b": "0 means no limit; empty if there is none",
    r"\bas seen from (?:the|this) page\b": "relative to the page",
    r"\bat each push\b": "on every push",
    r"\bin layout ['{]": "in the … layout",
    # Words
    r"\bsurroundings\b": "render context",
    r"\bstock (?:bibliograph\w+|ones?|roles?|domain)\b": "upstream",
    r"\b(?:a|by|each|every|the|no) ties?\b|\btied (?:to|together)\b": "relation, related to",
    r"\bof somebody\b(?! else)|\bnobody's\b": "of a person",
    r"\bpersons\b": "people",
    r"\b(?:configuration value|values? of conf\.py)\b": "setting",
    r"\bstage [0-9]\b": "name the step: parse, relate, select",
    r"\ba sort of\b(?= \w+s\b)|\band its like\b": "name the thing",
    r"\bone's own\b": "your own",
    r"\binvented person\b": "fictional person",
    r"\bwho is who\b": "the people to whom names refer",
    r"\bon any day\b": "even after new releases of …",
    r"\bto look around in\b": "to explore",
    r"\bmeanwhile\b": "in the meantime",
    r"\bbreaks? off\b": "is incomplete",
    r"\b(?:at|of) the third try\b|\bwithout end\b": "attempt; too many times",
    r"\bcomes? last in the file\b": "is added at the end of",
    r"\bonce more\b": "again",
    r"\b(?:is|are) in (?:no )?need of\b": "needs, requires",
    r"\bbut for (?:small|letters|a|the|those)\b": "except for",
    r"\ball but the\b": "all except the",
    r"\b(?:it|they|a link|a person|a venue) takes? '": "the valid keys are",
    r"\bas our reader (?:understands|understood)\b": "as a parsed record",
    r"\bwhat is compared of\b": "the values to compare",
    r"\bfrom one import to the next\b": "in every import",
    r"\bnearly so\b": "or similar",
    r"\bname the other\b": "add the key of the other entry",
}
PATTERNS: Final = {
    re.compile(phrase.replace(" ", r"\s+"), re.I): better for phrase, better in PHRASES.items()
}
#: Where the documentation quotes what not to write.
QUOTED: Final = re.compile(r"^\|.*\|$", re.M)
#: Fenced blocks: examples, not prose.
FENCED: Final = re.compile(r"^(?P<fence>`{3,}|:{3,}).*?^(?P=fence)\s*$", re.M | re.S)


def prose(path: Path) -> str:
    """The text of a page without its examples, and without the table of terms; lines keep their numbers."""
    text = path.read_text("utf-8")
    if path.stem == "style":
        text = QUOTED.sub("", text)
    return FENCED.sub(lambda block: "\n" * block[0].count("\n"), text)


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every string, docstring and comment of a module, with its line. Braces stand for expressions."""
    source = path.read_text("utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def found(path: Path, line: int, text: str) -> Iterator[str]:
    """What is to be written otherwise, with the place and something better."""
    for pattern, better in PATTERNS.items():
        for match in pattern.finditer(text):
            at = line + text[: match.start()].count("\n")
            yield f"{path.relative_to(ROOT)}:{at}: {match[0]!r}; better: {better}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_is_written_in_plain_words(page: Path) -> None:
    assert list(found(page, 1, prose(page))) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
def test_a_module_is_written_in_plain_words(module: Path) -> None:
    assert sorted({each for line, text in texts(module) for each in found(module, line, text)}) == []


@pytest.mark.parametrize(
    "text",
    [
        "vitae_feeds is no value that there is, and was ignored",
        "names none of vitae_owner",
        "stands on no list of the site",
        "set by LuaLaTeX, or where there is none by Typst",
        "latex_documents names the page 'cv', which there is not",
        "Looks for documents that there are not.",
        "Whom a letter is to; its children are lines.",
        "Lay the files that entries offer beside the pages",
        "the same for who has one",
        "everything that Sphinx is told of",
        "Who is there nowhere would be emphasised nowhere.",
        "then it is no policy",
        "for the day when they do",
        "what there is to be said",
        "The CV is typeset by LuaLaTeX.",
        "vitae_pages names the kind 'talks', but no entry is of that kind",
        "'huang2023' is in no list of the site",
        "The builder ``cvpdf`` makes the same documents.",
        "Create an empty repository at GitHub.",
        "corrects what has only one right answer",
        "The maximum number of records; 0 for none.",
        "the site of an invented person, to look around in",
        "the answer breaks off, or is not JSON",
        "is not available (503), also at the third try",
        "New entries come last in the file",
        "An offer as our reader understands it.",
        "in ASCII but for letters without a command",
    ],
)
def test_the_phrases_that_began_the_list_are_found(text: str) -> None:
    assert list(found(PACKAGE / "__init__.py", 1, text))


def test_there_are_pages_and_modules_to_look_at() -> None:
    assert len(PAGES) >= 14
    assert len(MODULES) > 150
