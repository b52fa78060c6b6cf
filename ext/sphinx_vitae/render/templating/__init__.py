"""Records through the Jinja templates of a format, and the functions that these templates call."""
