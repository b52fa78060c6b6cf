"""The fields of an entry → the parts of a record: text, names, links, status and date, kind, tag."""
