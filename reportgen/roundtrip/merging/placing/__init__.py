"""The edits of a draft put into the files that its words are typed in, each one proved."""
