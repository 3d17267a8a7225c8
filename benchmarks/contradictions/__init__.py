"""Invented packs into which references and contradictions are planted, and whether a run tells of them."""
