"""Reading English business prose: sentences, folding, numbers, dates, names, modality, speech. Knows nothing of records."""
