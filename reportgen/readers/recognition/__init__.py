"""A `WordFile` to a `Document`: letterhead, title, text, recipients, signatures told apart."""
