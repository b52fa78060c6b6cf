"""Words and dates in the language of the site, and the names of languages and of entry types."""
