"""The report: what a run found, as HTML that needs nothing but a browser.

`write_report` in `summarizer.batch.report` makes it of a store. Here are the views (`view`, made by `article`, `cards`,
`text` and `totals`), the tables of the start page (`tables`), and the pages (`pages`, with the templates, the style and
the script in `templates/`).
"""
