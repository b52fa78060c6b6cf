"""The syntax of .bib files: bytes → text → raw entries, each with its position in the file."""
