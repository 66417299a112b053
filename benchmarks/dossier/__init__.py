"""How well articles about one event are found and laid side by side: see `__main__`."""
