"""biblatex and BibTeX dates →  `PartialDate`."""
