"""The fields of an entry → what a record has: texts, names, links, status and date, kind, tag."""
