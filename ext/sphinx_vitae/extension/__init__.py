"""All that knows Sphinx: how records get into documents, and documents know of each other."""
