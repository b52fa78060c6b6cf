"""Whether a photo is fit to be shown."""

from __future__ import annotations

import io

from sphinx_vitae.model import LARGEST_PHOTO

__all__ = ["photo_fault"]


def photo_fault(name: str, content: bytes, sharp: int) -> str:
    """What would be said about a photo when the site is built, and what to do; empty if it is fine.

    :param sharp: the number of pixels on each side below which it is blurred.
    """
    if len(content) > LARGEST_PHOTO:
        return f"has {len(content) / 1_000_000:.1f} MB, which every visitor loads: reduce it"
    if name.endswith(".svg"):
        return ""
    try:
        import imagesize  # only for photos: the command line works without it

        size = imagesize.get(io.BytesIO(content))
    except (ValueError, OSError):
        return ""
    return f"has only {size[0]} × {size[1]} pixels: replace it" if 0 <= min(size) < sharp else ""
