"""Several articles about one event, laid side by side: where they agree, contradict, and harden a guess into a fact.

stories.py     a summary with its article's text, or what is known of it
entities.py    who is who within an article and between two
foreground.py  what a sentence tells as its news, and what it only explains
clauses.py, news.py, mentions.py, triggers.py
               the deals that an article tells as its news
facts.py, reactions.py, telling.py
               what else its top says that tells one event from another
matching.py, grouping.py
               which deals are one
attaching.py, resembling.py
               articles whose deal no record tells, and other news
proposals.py, asking.py
               matches that a program or a model proposes
comparing.py, rows.py
               their fields side by side
drift.py       statements that are stronger in one article than in another
outlets.py, derivation.py
               who has it from whom
values.py, parties.py, events.py, dossier.py, model.py
               all of it put together, as plain data
"""

from summarizer.dossier.dossier import Dossier
from summarizer.dossier.model import DossierData, Event

__all__ = ["Dossier", "DossierData", "Event"]
