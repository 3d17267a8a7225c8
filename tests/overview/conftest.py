"""The browser of the review page's tests serves the overview too."""

from review.conftest import browser

__all__ = ["browser"]
