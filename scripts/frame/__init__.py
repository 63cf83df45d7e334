"""The built-in frame, part by part."""
