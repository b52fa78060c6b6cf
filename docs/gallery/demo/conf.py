# In the gallery: the address of the demo, its CV beside the pages, and a banner.

import os

if base := os.environ.get("READTHEDOCS_CANONICAL_URL", ""):
    html_baseurl = f"{base}gallery/demo/"
tags.add("pdf")  # noqa: F821  (Sphinx defines it)


def announce(_app, _pagename, _template, context, _doctree):
    """Say on each page that the person is fictional, and link to the gallery and the guide."""
    gallery, guide = (
        context["pathto"](f"../../{page}/index.html", resource=True) for page in ("gallery", "guide")
    )
    context["theme_announcement"] = (
        f'Maja Lindqvist is a fictional person · <a href="{gallery}">Gallery</a> · <a href="{guide}">Make your own site</a>'
    )


def setup(app):
    """Add the banner to pages of HTML."""
    app.connect("html-page-context", announce)
