"""The cases of all families of checks."""

from __future__ import annotations

from reconcile import (
    date_cases,
    listing_cases,
    quote_cases,
    ref_cases,
    text_cases,
    value_cases,
    wording_cases,
)

FAMILIES = (ref_cases, wording_cases, date_cases, value_cases, quote_cases, text_cases, listing_cases)
CASES = [case for family in FAMILIES for case in family.CASES]
