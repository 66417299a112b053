"""Reading English business prose: sentences, numbers, dates, names, modality, speech. Knows nothing of records."""
