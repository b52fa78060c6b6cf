"""The filter language of ``:filter:``: its parser, the values it compares, and safe regular expressions."""
