"""The sample site, with the documentation. To get a conf.py to start from, run `sphinx-vitae new`."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "ext"))

project = "Guyue Huang"
author = "Guyue Huang"
copyright = "Guyue Huang"
version = release = "0.1.0"

extensions = ["myst_parser", "sphinx_vitae"]
exclude_patterns = ["_build", "reference/templates"]
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
myst_heading_anchors = 4  # links to headings; MyST 5 needs no setting for it

bibtex_bibfiles = ["../references.bib"]
vitae_pages = True
vitae_feeds = ["publications", "talks", "all"]
vitae_profile = True
vitae_accent = "#8C2F3A"
vitae_venues = {
    "ISCA": {"color": "#2F6F4F"},
    "MICRO": {"color": "#2B5EA7"},
    "MLSys": {"color": "#7A4FA3"},
    "DAC": {"color": "#A3541C"},
    "SC": {"color": "#1C7F8C"},
}
vitae_owner = {
    "name": "Huang, Guyue",
    "aliases": ["Huang, G."],
    "headline": "Deep learning architect",
    "affiliation": "NVIDIA",
    "links": {
        "Google Scholar": "https://scholar.google.com/citations?user=_phoJY8AAAAJ&hl=en",
        "GitHub": "https://github.com/hgyhungry",
    },
}

# If the PDF is built too, it is next to the pages, and the command line sets this tag. Read the Docs builds
# the PDF except for pull requests.
if os.environ.get("READTHEDOCS_VERSION_TYPE", "external") != "external":
    tags.add("pdf")  # noqa: F821  (Sphinx defines it)
if tags.has("pdf"):  # noqa: F821
    vitae_owner["links"]["CV (PDF)"] = "cv.pdf"

html_theme = "furo"
html_title = "Guyue Huang"
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_static_path = ["_static"]
html_show_sourcelink = False
html_theme_options = {"top_of_page_buttons": []}

latex_documents = [
    ("cv", "cv.tex", "Curriculum vitae", author, "vitae"),
    (
        "cv",
        "cv-short.tex",
        "Short CV",
        author,
        "vitae",
    ),  # content for only one of the two is in "only" directives
    ("gallery/hanxian-huang", "cv-hanxian-huang.tex", "Curriculum vitae", "Hanxian Huang", "vitae"),
]

# The pages in docs/gallery and docs/reference have their own works and people, who are not the owner's.
vitae_bibfiles = [*bibtex_bibfiles]
vitae_people = "people.yaml"
bibtex_bibfiles += ["gallery/hanxian-huang.bib", "gallery/hui-guan.bib", "gallery/aisys.bib"]

linkcheck_ignore = [r"[\w./-]+\.(html|pdf)$"]  # targets of pictures: pages of this site, and of the demo

# For the examples in docs/reference; remove these lines if you remove that folder.
extensions.append("sphinx_vitae.extension.builds.self_documentation")
bibtex_bibfiles += ["reference/examples.bib", "reference/more.bib"]
templates_path = ["reference/templates"]
html_css_files = ["reference.css", "pictures.css"]

# The banner on the pages of the sample, for people who come from other sites.
SAMPLE = {"index", "publications", "talks", "awards", "projects", "cv"}


def announce(_app, pagename, _template, context, _doctree):
    """Add a banner to each page, which says that this is a sample and links to the guide; furo shows it above the page."""
    if pagename in SAMPLE or pagename.startswith("publications/"):
        guide = context["pathto"]("guide/index")
        context["theme_announcement"] = (
            f'This is the sample site of Sphinx Vitae. <a href="{guide}">Make your own</a>'
        )


def setup(app):
    """Add the banner to HTML pages."""
    app.connect("html-page-context", announce)
