"""Asking a model about one article: whole or section by section, once or several times, and what comes back.

account.py     what the calls for one article add up to
repair.py      faulty records sent back, and what their replacements are worth
"""
