"""The bounds of all families of checks."""

from __future__ import annotations

from reconcile import (
    date_bounds,
    explained_bounds,
    listing_bounds,
    quote_bounds,
    ref_bounds,
    said_bounds,
    text_bounds,
    value_bounds,
    wording_bounds,
)

FAMILIES = (
    ref_bounds,
    wording_bounds,
    date_bounds,
    value_bounds,
    quote_bounds,
    text_bounds,
    listing_bounds,
    explained_bounds,
    said_bounds,
)
BOUNDS = [bound for family in FAMILIES for bound in family.BOUNDS]
