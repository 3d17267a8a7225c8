"""Invented committee packs whose tables, kinds, roles and rows are known."""
