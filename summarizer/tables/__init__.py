"""Results as tables: the shape of a class of results, its tables with their keys, and the rows of one result.

What goes in is a result's JSON as `model_dump(mode="json")` gives it; nothing here knows which classes there are.
"""
