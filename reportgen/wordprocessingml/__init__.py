"""What reading and writing Word files have in common: names, values, what a file must not carry."""
