"""Invented tables in many layouts, with their true cells, for `benchmarks/layouts.py`."""
