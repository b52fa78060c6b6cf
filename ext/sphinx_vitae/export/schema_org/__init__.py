"""Records, people and lists as JSON-LD in the vocabulary of schema.org, for search engines.

E-mail addresses and telephone numbers are in none of them. The types and properties are checked with schema-dts.
"""

from .pages import group_jsonld, list_jsonld, person_jsonld
from .records import to_jsonld

__all__ = ["group_jsonld", "list_jsonld", "person_jsonld", "to_jsonld"]
