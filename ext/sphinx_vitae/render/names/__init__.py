"""Names in print: which names stand for a record, their form, their marks, and other contributors."""
