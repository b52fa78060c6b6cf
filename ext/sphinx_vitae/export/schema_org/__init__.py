"""Records, people and lists as JSON-LD with the schema.org vocabulary, for search engines.

The output does not contain any e-mail addresses or telephone numbers. The types and properties are checked
with schema-dts.
"""

from .pages import group_jsonld, list_jsonld, person_jsonld
from .records import to_jsonld

__all__ = ["group_jsonld", "list_jsonld", "person_jsonld", "to_jsonld"]
