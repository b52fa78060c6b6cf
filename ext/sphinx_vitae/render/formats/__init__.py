"""`Text` in HTML, LaTeX, Typst and plain text. Every string is escaped for its format here and nowhere else."""
