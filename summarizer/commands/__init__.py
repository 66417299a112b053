"""The commands, each with its options: they parse, call and print."""
