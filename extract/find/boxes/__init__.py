"""Boxes drawn on a page, each a record: figures with labels, and cards."""
