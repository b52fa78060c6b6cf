"""LaTeX markup, and a little HTML → `Text`."""
