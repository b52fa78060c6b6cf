"""Languages: their tags, and which translation suits a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

__all__ = ["best_language", "known_language", "language_tag", "near_language", "suits"]

#: babel's and polyglossia's names (biblatex manual §3.1.1, table 2) → BCP 47.
_NAMES: Final = {
    "american": "en-US", "australian": "en-AU", "austrian": "de-AT", "basque": "eu", "brazil": "pt-BR",
    "brazilian": "pt-BR", "british": "en-GB", "bulgarian": "bg", "canadian": "en-CA", "catalan": "ca",
    "chinese": "zh", "croatian": "hr", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en",
    "estonian": "et", "finnish": "fi", "french": "fr", "francais": "fr", "galician": "gl", "german": "de",
    "germanb": "de", "greek": "el", "hungarian": "hu", "magyar": "hu", "icelandic": "is", "italian": "it",
    "japanese": "ja", "korean": "ko", "latin": "la", "latvian": "lv", "lithuanian": "lt", "marathi": "mr",
    "naustrian": "de-AT", "ngerman": "de", "norsk": "nb", "norwegian": "no", "nswissgerman": "de-CH",
    "nynorsk": "nn", "persian": "fa", "polish": "pl", "portuguese": "pt", "portuges": "pt",
    "romanian": "ro", "russian": "ru", "serbian": "sr", "slovak": "sk", "slovene": "sl", "slovenian": "sl",
    "spanish": "es", "swedish": "sv", "swissgerman": "de-CH", "turkish": "tr", "ukrainian": "uk",
    "ukenglish": "en-GB", "usenglish": "en-US", "vietnamese": "vi",
}  # fmt: skip

#: The script of Chinese is not written in most tags (CLDR, likely subtags).
_TRADITIONAL: Final = frozenset(("TW", "HK", "MO"))
#: Older tags, and tags of groups → the tag of the same language today.
_SAME: Final = {"no": "nb", "iw": "he", "in": "id", "ji": "yi", "tl": "fil"}
_SUBTAGS: Final = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-[a-z\d]{5,8})*")
_LAST: Final = 3


def language_tag(langid: str) -> str:
    """The language tag (BCP 47) for a ``langid``; an unknown ``langid`` is returned as it is."""
    name = langid.strip().lower()
    return _NAMES.get(name, langid.strip())


@lru_cache(256)
def known_language(name: str) -> str:
    """The tag (BCP 47) of a language: a name of babel or biblatex, a tag, or its name in English (CLDR).

    :returns: empty if no language has this name.
    """
    written = name.strip().lower()
    if tag := _NAMES.get(written):
        return tag
    from babel import Locale  # few bibliographies need it, and it takes long to load

    english = Locale("en")
    subtags = written.replace("_", "-")
    code, *others = subtags.split("-")
    if _SUBTAGS.fullmatch(subtags) and (code in english.languages or code in _SAME):
        regions = (part.upper() for part in others if len(part) < 4)
        scripts = (part.title() for part in others if len(part) == 4)
        if all(part in english.territories for part in regions) and all(
            part in english.scripts for part in scripts
        ):
            return "-".join((code, *(_as_usual(part) for part in others)))
    return next((code for code, called in english.languages.items() if called.lower() == written), "")


def near_language(name: str) -> str:
    """The known name of which an unknown name is probably a misspelling; empty if none is similar."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name.strip().lower(), _NAMES, n=1, cutoff=0.75)), "")


def _as_usual(subtag: str) -> str:
    """A subtag in its usual case: ``Hant``, ``AT``."""
    return {2: subtag.upper(), 4: subtag.title()}.get(len(subtag), subtag)


@lru_cache(1024)
def _parts(tag: str) -> tuple[str, str, str]:
    """The language, script and region of a language; empty parts are the usual ones of the language."""
    language, *others = language_tag(tag).replace("_", "-").split("-")
    language = _SAME.get(language.lower(), language.lower())
    script = next((part.title() for part in others if len(part) == 4 and part.isalpha()), "")
    region = next((part.upper() for part in others if len(part) in (2, 3)), "")
    if language == "zh" and not script:
        script = "Hant" if region in _TRADITIONAL else "Hans"
    return language, script, region


def suits(wanted: str, language: str) -> bool:
    """Whether readers of one language can read another, such as ``de_AT`` and ``de``."""
    return _rank(wanted, language) < _LAST


def _rank(wanted: str, language: str) -> int:
    """How well a language suits readers, as CLDR falls back: 0 is the same, 1 the same without its region, 2
    the same in another region, and 3 another language.
    """
    if not wanted or not language:
        return _LAST
    given, found = _parts(wanted), _parts(language)
    if given[:2] != found[:2]:
        return _LAST
    return 0 if given == found else 2 if found[2] else 1


def best_language(wanted: str, own: str, offered: Iterable[str]) -> str:
    """The best translation for readers.

    :param own: the language of the text itself; empty if it is unknown.
    :param offered: the languages of its translations.
    :returns: one of *offered*; empty if the text itself suits the readers better, or no translation does.
    """
    best = min(offered, key=lambda each: _rank(wanted, each), default="")
    rank = _rank(wanted, best)
    return best if rank < _LAST and rank <= _rank(wanted, own) else ""
