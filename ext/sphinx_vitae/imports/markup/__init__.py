"""Text of services → values of fields: HTML and MathML read, capitals protected, everything escaped."""
