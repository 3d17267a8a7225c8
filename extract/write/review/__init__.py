"""Write: the review page, where people check rows against the printed page and correct them."""

from extract.write.review.build import build_review
from extract.write.review.serve import serve_review

__all__ = ["build_review", "serve_review"]
