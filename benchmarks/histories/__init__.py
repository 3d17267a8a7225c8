"""Invented councils over several meetings, with what changes between them true by construction."""
