"""Invented front sheets of meetings."""
