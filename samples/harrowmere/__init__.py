"""A district council's cabinet pack: ruled tables on landscape pages, in a serif face."""
