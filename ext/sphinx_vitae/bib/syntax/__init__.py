"""The grammar of .bib files: bytes → text → raw entries, each with its place in the file."""
