"""Rules about wording and references (VB): dates, numbers of documents, spelling, punctuation."""
