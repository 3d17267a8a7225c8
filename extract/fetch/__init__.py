"""Fetch: packs that councils publish on the web go into a folder, with what the web says of them beside.

Nothing that stands in a pack is ever followed: addresses come from the user, and from the service that the
user names.
"""

from __future__ import annotations

from agendapack.extract.fetch.documents import Document, listed
from agendapack.extract.fetch.inbox import Fetched, fetch_into
from agendapack.extract.fetch.modern_gov import meetings_documents

__all__ = ["Document", "Fetched", "fetch_into", "listed", "meetings_documents"]
