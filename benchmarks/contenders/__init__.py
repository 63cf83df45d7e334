"""What a user would pick instead, each given the text of the same report in its own form."""
