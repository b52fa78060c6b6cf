"""The filter language of the ``:filter:`` option: its parser, the values that it compares, and safe regular
expressions.
"""
