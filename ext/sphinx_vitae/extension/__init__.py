"""Everything that imports Sphinx, from the directive on a page to the output of a builder."""
