"""From Word and back: a Word file made a dossier, an edited draft taken over into its dossier."""
