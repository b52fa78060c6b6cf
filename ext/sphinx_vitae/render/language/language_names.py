"""Languages: their tags for HTML, and their names in English."""

from __future__ import annotations

from typing import Final

__all__ = ["language", "language_name"]

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


def language_name(written: str) -> str:
    """The name of a language in English.

    :param written: a name, a tag, or biblatex's ``langgerman``.
    :returns: empty for an unknown tag; an unknown word with more than three letters is returned as a name.
    """
    word = written.strip().removeprefix("lang")
    tag = language(word).lower().replace("_", "-").split("-")[0]
    return _CALLED.get(tag, word.capitalize() if len(word) > 3 and word.isalpha() else "")


def language(langid: str) -> str:
    """The language tag (BCP 47) for a ``langid``; an unknown ``langid`` is returned unchanged."""
    name = langid.strip().lower()
    return _NAMES.get(name, langid.strip())
