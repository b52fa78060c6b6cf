"""Raw entries → entries with biblatex's field names, expanded macros, inherited fields and unique keys."""
