"""From one period to the next: the new dossier, what is still missing, collecting, comparing."""
