"""Rules about a dossier's figures (DL): relations, required figures, units, sources, last period."""
