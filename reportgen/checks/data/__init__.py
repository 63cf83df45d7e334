"""Rules about a dossier's figures (DL): relations, required ones, units, sources, last period."""
