"""Write: the review page, where people check rows against the printed page and correct them."""

from agendapack.extract.write.review.build import build_review
from agendapack.extract.write.review.serve import serve_review

__all__ = ["build_review", "serve_review"]
