"""The parts of an entry besides names and venue: relations, news, title groups, translated titles, previews."""
