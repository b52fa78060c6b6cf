"""The names of languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from babel import Locale, UnknownLocaleError

from sphinx_vitae.model import language_tag

from .translated_words import Words

__all__ = ["language_name", "own_language_names"]

#: BCP 47 and ISO 639-2 → the name of the language in English.
_CALLED: Final = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "mr": "Marathi", "nb": "Norwegian", "nl": "Dutch",
    "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovene", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
    "deu": "German", "ger": "German", "eng": "English", "fra": "French", "fre": "French", "ita": "Italian",
    "jpn": "Japanese", "kor": "Korean", "por": "Portuguese", "rus": "Russian", "spa": "Spanish",
    "zho": "Chinese", "chi": "Chinese",
}  # fmt: skip


def language_name(written: str, words: Words) -> str:
    """The name of a language, in the language of the site.

    :param written: a name, a tag, or biblatex's ``langgerman``.
    :returns: empty for an unknown tag; an unknown word with more than three letters is returned as a name.
    """
    word = written.strip().removeprefix("lang")
    tag = language_tag(word).lower().replace("_", "-").split("-")[0]
    if words.calendar and (name := words.calendar.language_name(tag)):
        return name
    return _CALLED.get(tag, word.capitalize() if len(word) > 3 and word.isalpha() else "")


def own_language_names(languages: Iterable[str]) -> dict[str, str]:
    """The name of each language in itself, with its region or script if another one has the same name.

    :param languages: as in Sphinx: ``de``, ``pt_BR``.
    """
    locales = {language: _locale(language) for language in languages}
    names = {
        language: (locale and locale.get_language_name()) or language for language, locale in locales.items()
    }
    shared = [name for name in names.values() if list(names.values()).count(name) > 1]
    for language, locale in locales.items():
        if locale and names[language] in shared:
            names[language] = locale.get_display_name() or names[language]
    return {language: name[:1].upper() + name[1:] for language, name in names.items()}


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
