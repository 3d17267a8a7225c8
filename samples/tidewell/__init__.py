"""A district council's packs of three quarters: what changes from one to the next."""
