"""Rules about figures (SL): notation, arithmetic within a sentence, across sentences, in tables."""
