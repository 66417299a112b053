"""The benchmark of language models: how good the records are, what checking them is worth, and what they cost."""
