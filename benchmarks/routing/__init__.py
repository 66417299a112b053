"""What escalating articles to a better model costs, and what it brings."""
