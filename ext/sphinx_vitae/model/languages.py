"""Language tags."""

from __future__ import annotations

from typing import Final

__all__ = ["language_tag"]

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


def language_tag(langid: str) -> str:
    """The language tag (BCP 47) for a ``langid``; an unknown ``langid`` is returned as it is."""
    name = langid.strip().lower()
    return _NAMES.get(name, langid.strip())
