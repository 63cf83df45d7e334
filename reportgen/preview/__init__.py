"""The pages of a dossier in a browser while it is being written, with what is wrong beside them."""
