"""Printing names: which names represent a record, their form, their marks, and other contributors."""
