"""Benchmarks: what is fast, what it is held against, and how it grows."""
