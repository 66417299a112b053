"""The report: what a run found, as HTML that needs nothing but a browser.

`write_report` in `summarizer.batch.report` makes it of a store. Here are the views (`view`, made by `article`, `cards`,
`text`, `events` and `totals`), the tables of the start page (`tables`), and the pages (`pages`, with the templates, the
style and the script in `templates/`).
"""

from __future__ import annotations

GENERATOR = b'<meta name="generator" content="summarizer report">'
"""By this, in its first `HEAD` bytes, a file is known to be a page of a report."""
HEAD = 4096
OURS = ".summarizer-report"
"""The file by which a folder of pages is known."""
