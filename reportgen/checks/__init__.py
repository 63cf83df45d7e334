"""What is wrong in a document, rule by rule: figures (SL), wording (VB), layout (TT)."""
