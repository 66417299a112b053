"""Results written down: JSON documents, Markdown, the brief on a terminal, and the published JSON Schemas."""
