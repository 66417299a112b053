"""Documents of any length: what sections, requests, tokens, time and memory they take. See `__main__.py`."""
