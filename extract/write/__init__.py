"""Write: the typed rows of packs become files; nothing is left half-written."""
