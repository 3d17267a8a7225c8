"""A county council's committee pack: slides, shaded rows without rules, in a sans-serif face."""
