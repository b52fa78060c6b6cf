"""The names of languages."""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import language_tag

from .translated_words import Words

__all__ = ["language_name"]

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
