"""Words from a catalogue, or that the site has chosen (``vitae_words``)."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import NullTranslations

from .calendar import Calendar
from .translated_words import Words

__all__ = ["CatalogueWords"]


class CatalogueWords(Words):
    """Words in any language. Each phrase is looked up once.

    :param translations: English → the language of the site.
    :param calendar: dates and lists in that language; ``None`` for English.
    :param own: phrase → what to print instead (the setting ``vitae_words``).
    :param state: changes with the site's own words and catalogues.
    :param from_right: whether the language of the site is written from right to left.
    """

    unchanged = False

    def __init__(
        self,
        translations: NullTranslations,
        calendar: Calendar | None = None,
        own: Mapping[str, str] | None = None,
        state: str = "",
        *,
        from_right: bool = False,
    ) -> None:
        self._translations = translations
        self._own = dict(own or {})
        self._said: dict[str, str] = {}
        self._around: dict[str, tuple[str, str]] = {}
        super().__init__(calendar, state, from_right=from_right)

    def __call__(self, text: str) -> str:
        """Translate a phrase."""
        said = self._said.get(text)
        if said is None:
            chosen = self._chosen(text)
            said = self._said[text] = self._translations.gettext(text) if chosen is None else chosen
        return said

    def in_context(self, context: str, text: str) -> str:
        """Translate a phrase that can mean several things in English.

        :param context: which of them it means.
        """
        key = f"{context}\x04{text}"
        said = self._said.get(key)
        if said is None:
            chosen = self._chosen(text)
            said = self._translations.pgettext(context, text) if chosen is None else chosen
            self._said[key] = said
        return said

    def plural(self, one: str, several: str, number: int) -> str:
        """Translate a phrase that depends on a number, which is not inserted."""
        chosen = self._chosen(one if number == 1 else several)
        return self._translations.ngettext(one, several, number) if chosen is None else chosen

    def around(self, text: str) -> tuple[str, str]:
        """What a phrase with one placeholder has before and after it: ``volume {}``."""
        found = self._around.get(text)
        if found is None:
            found = self._around[text] = super().around(self(text))
        return found

    def _chosen(self, text: str) -> str | None:
        """What the site prints instead of a phrase; ``None`` if the site has not chosen anything.

        A phrase in lower case is also the one that begins a sentence.
        """
        if not self._own:
            return None
        if text in self._own:
            return self._own[text]
        lower = self._own.get(text[:1].lower() + text[1:])
        return None if lower is None else lower[:1].upper() + lower[1:]
