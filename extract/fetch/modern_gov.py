"""Fetch: the documents of meetings as ModernGov's web service (`mgWebService.asmx`) lists them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from urllib.parse import urlencode, urljoin
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from agendapack.extract.errors import FetchError, UsageError
from agendapack.extract.fetch.documents import Document, checked
from agendapack.extract.fetch.polite import Client
from agendapack.extract.normalise.dates import parse_date

SERVICE = "mgWebService.asmx/"
LATEST = date(2100, 1, 1)
PACKS = ("pack", "supplement")
"""Words in the titles of documents that are whole packs."""


def meetings_documents(
    client: Client, site: str, committees: Collection[str], since: date, titles: Collection[str] = PACKS
) -> Iterator[Document]:
    """The documents of the meetings from a day on whose titles have one of the words.

    Committees are named by number or by words of their names. Raises a FetchError.
    """
    service = urljoin(checked(site).rstrip("/") + "/", SERVICE)
    council = ""
    for number, name in _committees(client, service, committees):
        for meeting in _meetings(client, service, number, since):
            told = _asked(client, service, "GetMeeting", lMeetingId=_said(meeting, "meetingid"))
            council = _said(told, "councilname") or council
            yield from _documents(told, site, council, name, _day(_said(meeting, "meetingdate")), titles)


def _committees(client: Client, service: str, wanted: Collection[str]) -> list[tuple[str, str]]:
    told = _asked(client, service, "GetCommittees", lDays="0")
    known = [(_said(c, "committeeid"), _said(c, "committeetitle")) for c in told.iter("committee")]
    found = [
        (number, name)
        for number, name in known
        if any(w == number or (not w.isdigit() and w.casefold() in name.casefold()) for w in wanted)
    ]
    if not found:
        raise UsageError(f"the service lists no committee of {', '.join(wanted)}.")
    return found


def _meetings(client: Client, service: str, committee: str, since: date) -> Iterator[Element]:
    told = _asked(
        client,
        service,
        "GetMeetings",
        lCommitteeId=committee,
        sFromDate=f"{since:%d/%m/%Y}",
        sToDate=f"{LATEST:%d/%m/%Y}",
    )
    for meeting in told.iter("meeting"):
        day = _day(_said(meeting, "meetingdate"))
        if _said(meeting, "meetingid") and (not day or day >= since.isoformat()):
            yield meeting


def _documents(
    meeting: Element, site: str, council: str, committee: str, day: str, titles: Collection[str]
) -> Iterator[Document]:
    """The documents of the meeting itself; those of its agenda items are parts of its packs."""
    items = {id(below) for item in meeting.iter("agendaitem") for below in item.iter()}
    for linked in meeting.iter("linkeddoc"):
        title, url = _said(linked, "title"), _said(linked, "url")
        wanted = any(word.casefold() in title.casefold() for word in titles)
        if url and wanted and id(linked) not in items:
            published = _day(_said(linked, "publisheddate"))
            yield Document(checked(urljoin(site, url)), council, committee, day, title, published)


def _asked(client: Client, service: str, what: str, **parameters: str) -> Element:
    url = f"{service}{what}?{urlencode(parameters)}"
    return parsed(client.text(url), url)


def parsed(answer: bytes, url: str) -> Element:
    """XML without a document type: entities could stand for more than memory holds. Raises a FetchError."""
    first = expat.ParserCreate()
    first.StartDoctypeDeclHandler = _refused
    try:
        first.Parse(answer, True)
        root = fromstring(answer)
    except (expat.ExpatError, ParseError, ValueError) as error:
        raise FetchError(f"{url}: the answer is no XML of the service ({error}).") from error
    for element in root.iter():
        element.tag = str(element.tag).rpartition("}")[2].casefold()
    return root


def _refused(*_: object) -> None:
    raise ValueError("it defines a document type")


def _said(element: Element, name: str) -> str:
    """The text of the first element below of that name."""
    return " ".join((element.findtext(f".//{name}") or "").split())


def _day(said: str) -> str:
    """A date of the service (09/07/2031) in ISO form; empty when there is none."""
    day = parse_date(said.partition(" ")[0]) if said else None
    return day.isoformat() if day else ""
