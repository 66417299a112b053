"""Asking a model about one article: whole or section by section, once or several times, and what comes back.

account.py      what the calls for one article add up to
chunks.py       a long article divided into sections of whole sentences
asker.py        the questions about one article
together.py     several of them, asked side by side
wires.py        the shapes of their answers
extracting.py   the first answers, section by section, and the further passes
gathered.py     the records of all, each with the section that it came from
mending.py      faulty records sent back, and the overview of the whole
repair.py       what the replacements are worth
overview.py     what the headline and the abstract of the whole are written from
merging/        what several sections tell, told once
"""
