"""Files that are not ours to a `Document`: `word/` reads, `recognition/` tells the components."""
