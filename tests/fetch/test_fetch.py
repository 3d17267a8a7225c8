"""Packs come from the web whole or not at all, once, politely, and from public places only."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fetch.site import (
    PDF,
    Answer,
    Site,
    a_head_without_end,
    broken_off,
    endless,
    endlessly_moved,
    moved,
    plain,
    serving,
    tagged,
)

from agendapack import cli
from agendapack.extract.errors import FetchError, UsageError
from agendapack.extract.fetch import Document, Fetched, fetch_into, listed
from agendapack.extract.fetch.guard import is_public
from agendapack.extract.fetch.modern_gov import parsed
from agendapack.extract.fetch.polite import Client, Manners

OTHER = PDF.replace(b"harbour", b"airport")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as open_site:
        yield open_site


def client(**manners: object) -> Client:
    return Client(Manners(**{"delay": 0.0, "allow_private": True, "silence": 5.0, **manners}))  # type: ignore[arg-type]


def fetched(site: Site, inbox: Path, *names: str, most: int = 10**6, **manners: object) -> list[Fetched]:
    asking = client(**manners)
    try:
        documents = [
            Document(f"{site.address}/{name}", "Tidewell Council", date="2031-07-09") for name in names
        ]
        return list(fetch_into(inbox, documents, asking, most))
    finally:
        asking.close()


def facts(inbox: Path) -> list[dict[str, str]]:
    with (inbox / "packs.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pdfs(inbox: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(inbox.glob("*.pdf"))}


def test_a_pack_comes_with_its_facts_and_comes_once(site: Site, tmp_path: Path) -> None:
    site.answers["/july.pdf"] = [tagged(PDF)]
    states = [[one.state for one in fetched(site, tmp_path, "july.pdf")] for _ in range(2)]
    assert states == [["new"], ["unchanged"]]
    assert list(pdfs(tmp_path).values()) == [PDF]
    (line,) = facts(tmp_path)
    assert (line["council"], line["date"]) == ("Tidewell Council", "2031-07-09")
    assert (line["file"], line["source_url"]) == (next(iter(pdfs(tmp_path))), f"{site.address}/july.pdf")
    assert not [path for path in tmp_path.iterdir() if path.suffix in (".part", ".half", ".tags")]


def test_without_tags_the_content_decides(site: Site, tmp_path: Path) -> None:
    site.answers["/july.pdf"] = [plain(PDF), plain(PDF), plain(OTHER)]
    states = [fetched(site, tmp_path, "july.pdf")[0].state for _ in range(3)]
    assert states == ["new", "unchanged", "changed"]
    assert list(pdfs(tmp_path).values()) == [OTHER]


def test_a_file_that_somebody_changed_is_not_replaced(site: Site, tmp_path: Path) -> None:
    site.answers["/july.pdf"] = [plain(PDF), plain(OTHER)]
    (name,) = [one.file for one in fetched(site, tmp_path, "july.pdf")]
    (tmp_path / name).write_bytes(b"mine")
    fetched(site, tmp_path, "july.pdf")
    assert sorted(pdfs(tmp_path).values()) == sorted([b"mine", OTHER])


@pytest.mark.parametrize(
    "first",
    [plain(b"", 503, Retry_After="0"), plain(b"", 429), broken_off(PDF, 5000), broken_off(PDF, 0)],
    ids=["outage", "too many", "broken off", "broken off at once"],
)
def test_an_outage_is_waited_out(site: Site, tmp_path: Path, first: Answer) -> None:
    site.answers["/july.pdf"] = [first, tagged(PDF)]
    assert [one.state for one in fetched(site, tmp_path, "july.pdf")] == ["new"]
    assert list(pdfs(tmp_path).values()) == [PDF]


@pytest.mark.parametrize(("tag", "asked"), [('"one"', 1), ('W/"one"', 0)], ids=["strong", "weak"])
def test_a_later_run_goes_on_where_one_broke_off(site: Site, tmp_path: Path, tag: str, asked: int) -> None:
    site.answers["/july.pdf"] = [broken_off(PDF, 5000, tag), tagged(PDF, tag)]
    assert [one.state for one in fetched(site, tmp_path, "july.pdf", retries=0)] == ["failed"]
    assert pdfs(tmp_path) == {}
    assert [one.state for one in fetched(site, tmp_path, "july.pdf")] == ["new"]
    assert sum("Range" in headers for _, headers in site.asked) == asked
    assert list(pdfs(tmp_path).values()) == [PDF]


def test_a_part_of_an_older_edition_is_not_gone_on_with(site: Site, tmp_path: Path) -> None:
    site.answers["/july.pdf"] = [broken_off(PDF, 5000), tagged(OTHER, '"two"')]
    fetched(site, tmp_path, "july.pdf", retries=0)
    fetched(site, tmp_path, "july.pdf")
    assert list(pdfs(tmp_path).values()) == [OTHER]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (plain(b"<html>Please log in</html>"), "no PDF"),
        (plain(b"gone", 404), "404"),
        (plain(PDF, Content_Encoding="gzip"), "packed"),
        (endless, "longer than"),
        (plain(b"", 503), "503"),
        (moved("ftp://council.example/july.pdf"), "protocol"),
        (moved("/bad.pdf"), "redirect"),
        (a_head_without_end(b"X-More: "), "took longer than"),
        (a_head_without_end(b"\r\nHTTP/1.1 103 Early Hints\r\n"), "took longer than"),
    ],
    ids=[
        "another type",
        "missing",
        "packed",
        "endless",
        "outage",
        "another scheme",
        "in circles",
        "a header without end",
        "hints without end",
    ],
)
def test_what_fails_costs_no_other(site: Site, tmp_path: Path, answer: Answer, said: str) -> None:
    site.answers |= {"/bad.pdf": [answer], "/good.pdf": [plain(PDF)]}
    bad, good = fetched(site, tmp_path, "bad.pdf", "good.pdf", retries=1, seconds=1.0)
    assert (bad.state, good.state) == ("failed", "new")
    assert said in bad.message
    assert list(pdfs(tmp_path).values()) == [PDF] and len(facts(tmp_path)) == 1
    assert not list(tmp_path.glob("*.part"))


def test_private_places_are_refused_also_behind_a_public_name(site: Site, tmp_path: Path) -> None:
    site.answers["/july.pdf"] = [plain(PDF)]
    (one,) = fetched(site, tmp_path, "july.pdf", allow_private=False)
    assert one.state == "failed" and "private network" in one.message
    assert site.asked == []


def test_a_redirection_without_a_host_leads_to_the_host_by_its_name(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.address = site.address.replace("127.0.0.1", "localhost")
    site.answers |= {"/old.pdf": [moved("new.pdf")], "/new.pdf": [moved("/newest.pdf")]}
    site.answers["/newest.pdf"] = [plain(PDF)]
    looked_up: list[str] = []
    send = httpx.HTTPTransport.handle_request

    def noted(inner: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        looked_up.append(request.extensions["sni_hostname"])
        return send(inner, request)

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", noted)
    assert [one.state for one in fetched(site, tmp_path, "old.pdf")] == ["new"]
    assert len(looked_up) == 4 and {*looked_up} == {"localhost"}, "a certificate names no address"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::93.184.215.14", True),
        ("64:ff9b::127.0.0.1", False),
        ("64:ff9b:1::1", False),
        ("::127.0.0.1", False),
        ("::ffff:0:10.1.2.3", False),
        ("fec0::1", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_what_a_server_sends_with_a_redirection_is_left(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_answer: httpx.Response) -> bytes:
        raise AssertionError("this would never end")

    monkeypatch.setattr(httpx.Response, "read", read)
    site.answers |= {"/old.pdf": [endlessly_moved("/new.pdf")], "/new.pdf": [plain(PDF)]}
    assert [one.state for one in fetched(site, tmp_path, "old.pdf")] == ["new"]


def test_robots_and_pauses_hold_where_a_redirection_leads(site: Site, tmp_path: Path) -> None:
    with serving() as other:
        other.answers |= {"/robots.txt": [plain(b"User-agent: *\nDisallow: /no")], "/no.pdf": [plain(PDF)]}
        other.answers["/yes.pdf"] = [plain(PDF)]
        site.answers |= {
            "/no.pdf": [moved(f"{other.address}/no.pdf")],
            "/yes.pdf": [moved(f"{other.address}/yes.pdf")],
        }
        no, yes = fetched(site, tmp_path, "no.pdf", "yes.pdf")
        assert (no.state, yes.state) == ("failed", "new") and "robots.txt" in no.message
        assert other.paths() == ["/yes.pdf"]
    site.answers |= {"/1.pdf": [moved("/2.pdf")], "/2.pdf": [moved("/3.pdf")], "/3.pdf": [plain(PDF)]}
    began = time.monotonic()
    fetched(site, tmp_path, "1.pdf", delay=0.2)
    assert time.monotonic() - began >= 0.6, "robots.txt and three addresses of one host"


def test_robots_are_obeyed(site: Site, tmp_path: Path) -> None:
    site.answers |= {
        "/robots.txt": [plain(b"User-agent: *\nDisallow: /private/\n")],
        "/private/july.pdf": [plain(PDF)],
        "/july.pdf": [plain(PDF)],
    }
    states = [one.state for one in fetched(site, tmp_path, "private/july.pdf", "july.pdf")]
    assert states == ["failed", "new"] and site.paths() == ["/july.pdf"]


def test_lines_and_columns_of_others_stay_in_the_list(site: Site, tmp_path: Path) -> None:
    (tmp_path / "packs.csv").write_text(
        "source_name,council,note\nold.pdf,Wrenbridge,mine\n", encoding="utf-8"
    )
    site.answers["/july.pdf"] = [plain(PDF)]
    fetched(site, tmp_path, "july.pdf")
    old, new = facts(tmp_path)
    assert (old["source_name"], old["council"], old["note"]) == ("old.pdf", "Wrenbridge", "mine")
    assert new["source_name"].endswith(".pdf") and new["council"] == "Tidewell Council"


def test_a_list_that_cannot_be_read_is_not_written_over(site: Site, tmp_path: Path) -> None:
    (tmp_path / "packs.csv").write_bytes(b"file,council\n\xe9.pdf,x\n")
    with pytest.raises(UsageError, match=r"packs\.csv"):
        fetched(site, tmp_path, "july.pdf")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("# packs\nhttps://a.example/1.pdf\n\nhttps://a.example/2.pdf\n", ["", ""]),
        ("url,title\nhttps://a.example/1.pdf,One\n", ["One"]),
    ],
)
def test_lists_of_addresses(tmp_path: Path, text: str, titles: list[str]) -> None:
    (tmp_path / "list.txt").write_text(text)
    assert [document.title for document in listed(tmp_path / "list.txt")] == titles


@pytest.mark.parametrize("line", ["file:///etc/passwd", "july.pdf", "https://"])
def test_what_is_no_address_of_the_web(tmp_path: Path, line: str) -> None:
    (tmp_path / "list.txt").write_text(line)
    with pytest.raises(UsageError, match="no address"):
        list(listed(tmp_path / "list.txt"))


def test_file_names_lead_nowhere() -> None:
    document = Document(
        "https://a.example/x", committee="../../etc", title="Agenda / pack\x00", date="2031-07-09"
    )
    assert Path(document.file_name).name == document.file_name
    hidden = Document("https://a.example/..%2F..%2Fpasswd").file_name
    assert Path(hidden).name == hidden and hidden.endswith("passwd.pdf") and not hidden.startswith(".")


# --- ModernGov ---------------------------------------------------------------------

COMMITTEES = b"""<?xml version="1.0"?><getcommittees><committees>
<committee><committeeid>7</committeeid><committeetitle>Harbour Cabinet</committeetitle></committee>
<committee><committeeid>8</committeeid><committeetitle>Licensing</committeetitle></committee>
</committees></getcommittees>"""
MEETINGS = b"""<?xml version="1.0"?><getmeetings><committeemeetings>
<meeting><meetingid>70</meetingid><meetingdate>09/07/2031</meetingdate></meeting>
<meeting><meetingid>60</meetingid><meetingdate>01/02/2030</meetingdate></meeting>
</committeemeetings></getmeetings>"""
MEETING = b"""<?xml version="1.0"?><meeting><councilname>Tidewell Council</councilname><linkeddocuments>
<linkeddoc><title>Agenda reports pack</title><url>%(site)s/pack.pdf</url></linkeddoc>
<linkeddoc><title>Printed minutes</title><url>%(site)s/minutes.pdf</url></linkeddoc></linkeddocuments>
<agendaitems><agendaitem><linkeddocuments><linkeddoc><title>Budget pack</title>
<url>%(site)s/item.pdf</url></linkeddoc></linkeddocuments></agendaitem></agendaitems></meeting>"""


def test_the_packs_of_a_committee(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    service = "/mgWebService.asmx/"
    site.answers |= {
        f"{service}GetCommittees?lDays=0": [plain(COMMITTEES)],
        f"{service}GetMeetings?lCommitteeId=7&sFromDate=01%2F01%2F2031&sToDate=01%2F01%2F2100": [
            plain(MEETINGS)
        ],
        f"{service}GetMeeting?lMeetingId=70": [plain(MEETING.replace(b"%(site)s", site.address.encode()))],
        "/pack.pdf": [tagged(PDF)],
    }
    asked = ["fetch", site.address, "--committee", "cabinet", "--since", "2031-01-01", "--delay", "0"]
    inbox = tmp_path / "inbox"
    for _ in range(2):
        assert cli.run([*asked, "-o", str(inbox), "--allow-private"]) == 0
    (line,) = facts(inbox)
    assert [line[name] for name in ("council", "committee", "date", "title")] == [
        "Tidewell Council",
        "Harbour Cabinet",
        "2031-07-09",
        "Agenda reports pack",
    ]
    assert capsys.readouterr().out.splitlines() == [str(inbox / line["file"])]
    assert (
        json.loads((inbox / ".agendapack-fetch.json").read_text())[f"{site.address}/pack.pdf"]["etag"]
        == '"one"'
    )


@pytest.mark.parametrize(
    "answer",
    [
        b"<html><br></html>",
        b"",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
        '<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'.encode("utf-16"),
    ],
    ids=["a page", "nothing", "entities", "entities in another encoding"],
)
def test_answers_that_are_none_of_the_service(answer: bytes) -> None:
    with pytest.raises(FetchError, match="the service"):
        parsed(answer, "https://a.example")
