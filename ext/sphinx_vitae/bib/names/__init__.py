"""Name fields → `Person` and `NameList`."""
