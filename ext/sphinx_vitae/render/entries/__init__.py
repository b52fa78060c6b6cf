"""The parts of an entry other than its names and venue: relations, news, title groups, translated titles,
previews.
"""
