"""Words and dates in the language of the site, and the names of languages and entry types."""
