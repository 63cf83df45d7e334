"""The edits of a draft: found by comparing Word files, and put into the dossier they are of."""
