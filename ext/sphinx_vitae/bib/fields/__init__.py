"""The fields of an entry → the parts of a record: texts, names, links, status and date, kind, tag."""
