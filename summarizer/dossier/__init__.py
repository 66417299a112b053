"""Several articles about one event, laid side by side: where they agree, contradict, and harden a guess into a fact.

stories.py     a summary with its article's text, or what is known of it
entities.py    who is who within an article and between two
clauses.py, news.py, mentions.py, triggers.py
               the deals that an article tells as its news
matching.py, grouping.py
               which of them are one
comparing.py, rows.py
               their fields side by side
drift.py       statements that are stronger in one article than in another
outlets.py, derivation.py
               who has it from whom
events.py, dossier.py, model.py
               all of it put together, as plain data
"""

from summarizer.dossier.dossier import Dossier
from summarizer.dossier.model import DossierData, Event

__all__ = ["Dossier", "DossierData", "Event"]
