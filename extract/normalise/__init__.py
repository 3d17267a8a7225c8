"""Stage normalise: printed cell text in, typed values out; the words are in `schemas/vocabulary`."""
