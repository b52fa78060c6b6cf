"""Options of lists: declared once, for directives and for the command line."""

from . import parsers
from .choices import Choices, OptionError, Parse
from .option import LEAVE_OUT, Option, read_options
from .parsers import choice, known_words, several, text
from .selecting import SELECTING, query_of
from .selection_parsers import emphasised, group_order

__all__ = [
    "LEAVE_OUT",
    "SELECTING",
    "Choices",
    "Option",
    "OptionError",
    "Parse",
    "choice",
    "emphasised",
    "group_order",
    "known_words",
    "parsers",
    "query_of",
    "read_options",
    "several",
    "text",
]
