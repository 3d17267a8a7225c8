"""Packs and results at addresses: what is new is brought, results are published whole or not at all."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from http.server import ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import Request, urlopen

import pytest
from batch.papers import pack, rows
from storage.google import google

import agendapack
from agendapack import cli
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.run import run_batch
from agendapack.extract.correct.file import FILE, corrections_csv, parse_corrections
from agendapack.extract.errors import OutputBusy, StorageError
from agendapack.extract.identity import sha256_of
from agendapack.extract.model import Correction, Review
from agendapack.extract.settings import Settings
from agendapack.extract.storage import lease
from agendapack.extract.storage.inputs import brought
from agendapack.extract.storage.lease import leased
from agendapack.extract.storage.lists import LIST, PIECES
from agendapack.extract.storage.published import bring, working_folder
from agendapack.extract.storage.remote_folder import RemoteFolder, is_address
from agendapack.extract.write.review.serve import TOKEN_HEADER, ReviewServer

fsspec = pytest.importorskip("fsspec")

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A service of this process that speaks S3."""
    pytest.importorskip("s3fs")
    moto = pytest.importorskip("moto.server")
    service = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    service.start()
    yield "http://{}:{}".format(*service.get_host_and_port())
    service.stop()


@pytest.fixture(scope="module")
def google_server() -> Iterator[str]:
    """A service of this process that speaks Google's storage."""
    pytest.importorskip("gcsfs")
    with google() as address:
        yield address


@pytest.fixture(params=["memory", "s3", "gs"])
def bucket(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty folder."""
    monkeypatch.setenv("AGENDAPACK_CACHE", str(tmp_path / "cache"))
    if request.param == "memory":
        return f"memory://{tmp_path.name}"
    if request.param == "gs":
        monkeypatch.setenv("GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")
        monkeypatch.setenv("STORAGE_EMULATOR_HOST", request.getfixturevalue("google_server"))
        return f"gs://{tmp_path.name.replace('_', '-')[-60:].strip('-').lower()}"
    monkeypatch.setenv("AWS_ENDPOINT_URL", request.getfixturevalue("server"))
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    fsspec.get_filesystem_class("s3").clear_instance_cache()  # none that was opened by another key
    address = f"s3://{tmp_path.name.replace('_', '-')[-60:].strip('-').lower()}"
    fsspec.filesystem("s3").mkdir(address)
    return address


def at(address: str) -> dict[str, bytes]:
    """All that lies there but the lock."""
    remote = RemoteFolder.at(address)
    return {name: remote.read(name) for name in remote.listed() if "/lock-" not in name}


def put(address: str, *numbers: int, folder: Path) -> None:
    """Packs, one a number."""
    remote = RemoteFolder.at(address)
    for number in numbers:
        made = pack(folder / f"{number}.pdf", [rows(number), rows(number + 1)])
        remote.write(f"{number}.pdf", made.read_bytes())


def extract(*arguments: str) -> int:
    return cli.run(["extract", *arguments, "-q", "-j", "1"])


def test_a_run_from_and_to_an_address(
    bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(f"{bucket}/inbox", 1, 4, folder=tmp_path / "inbox")
    assert extract(f"{bucket}/inbox", "-o", f"{bucket}/out") == 0
    run_batch([tmp_path / "inbox"], tmp_path / "local", Settings(), Options(workers=1))
    far, near = agendapack.load(f"{bucket}/out"), agendapack.load(tmp_path / "local")
    assert far.keys() == near.keys() and all(far[name].equals(near[name]) for name in near)
    capsys.readouterr()
    for command, *asked in (["check"], ["changes"], ["series"], ["overdue"], ["explain", "TB 01", "--why"]):
        said = []
        for out in (f"{bucket}/out", str(tmp_path / "local")):
            assert cli.run([command, out, *asked]) == 0
            said.append(capsys.readouterr().out)
        assert said[0] == said[1] != ""
    before = set(at(f"{bucket}/out"))
    listed = {stored["name"] for stored in json.loads(at(f"{bucket}/out")[LIST]).values()}
    assert before == listed | {LIST}

    put(f"{bucket}/inbox", 7, folder=tmp_path / "inbox")
    assert extract(f"{bucket}/inbox", "-o", f"{bucket}/out") == 0
    assert len(agendapack.load(f"{bucket}/out")["packs"]) == 3
    after = set(at(f"{bucket}/out"))
    assert {name for name in before if "/packs/" in name} < after, "what is as it was is not put there again"
    changed = {name for name in before if name.startswith("actions.") and name.endswith(".csv")}
    assert changed and not changed & after, "what is old goes"


def test_the_overview_of_an_address_is_published_and_lies_here(
    bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(f"{bucket}/inbox", 1, folder=tmp_path / "inbox")
    assert extract(f"{bucket}/inbox", "-o", f"{bucket}/out") == 0
    capsys.readouterr()
    assert cli.run(["overview", f"{bucket}/out"]) == 0
    page = Path(capsys.readouterr().out.strip()).read_bytes()
    assert b"data:image/" in page
    assert page in at(f"{bucket}/out").values()
    assert cli.run(["overview", f"{bucket}/nothing"]) == 1
    assert not at(f"{bucket}/nothing")


def test_the_review_page_of_an_address_is_published_and_its_corrections_are_kept_there(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(f"{bucket}/inbox", 1, folder=tmp_path / "inbox")
    assert extract(f"{bucket}/inbox", "-o", f"{bucket}/out") == 0
    monkeypatch.setenv("AGENDAPACK_CACHE", str(tmp_path / "another machine"))
    capsys.readouterr()
    assert cli.run(["review", f"{bucket}/out", f"{bucket}/inbox"]) == 0
    page = Path(capsys.readouterr().out.strip())
    there = RemoteFolder.at(f"{bucket}/out")
    assert page.read_bytes() in at(f"{bucket}/out").values()
    pictures = {name for name in json.loads(there.read(LIST)) if name.startswith("review/")}
    assert any(name.endswith((".png", ".webp")) for name in pictures), "packs are brought from their address"
    # one thing is said by somebody else, one on the page while it is shown
    told = said_of("1.pdf", sha256_of(tmp_path / "inbox" / "1.pdf"))
    there.write(FILE, corrections_csv([told("a", "rejected")]).encode())

    def shown(server: ReviewServer) -> None:
        Thread(target=partial(ThreadingHTTPServer.serve_forever, server, 0.01), daemon=True).start()
        body = corrections_csv([told("b", "accepted")]).encode()
        request = Request(f"{server.origin}/{FILE}", body, {TOKEN_HEADER: server.token})
        with urlopen(request, timeout=10) as answer:
            assert answer.read() == b"saved"
        server.shutdown()
        raise KeyboardInterrupt

    monkeypatch.setattr(ReviewServer, "serve_forever", shown)
    assert cli.run(["review", f"{bucket}/out", "--serve"]) == 0
    said = parse_corrections(there.read(FILE).decode())
    assert [(c.row, c.review.verdict) for c in said] == [("a", "rejected"), ("b", "accepted")]
    with leased(there):
        pass  # nobody holds the place while the page is shown, or after it


def said_of(name: str, sha256: str) -> Callable[[str, str], Correction]:
    def said(row: str, verdict: str) -> Correction:
        return Correction(sha256, name, "actions", row, Review(verdict, "", "", "", "", ""), "")

    return said


def test_what_was_confirmed_beside_an_address_is_learned(
    bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(f"{bucket}/inbox", 1, folder=tmp_path / "inbox")
    assert extract(f"{bucket}/inbox", "-o", f"{bucket}/out") == 0
    sha256 = sha256_of(tmp_path / "inbox" / "1.pdf")
    table = "page 1 | Who | Thing | When it lands"
    confirmed = Correction(
        sha256, "1.pdf", "tables", table, Review("corrected", "kind", "", "", "", ""), "actions"
    )
    RemoteFolder.at(f"{bucket}/out").write(FILE, corrections_csv([confirmed]).encode())
    capsys.readouterr()
    assert cli.run(["learn", f"{bucket}/out"]) == 0
    assert "actions" in capsys.readouterr().out


def test_another_machine_goes_on_from_there(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(f"{bucket}/inbox", 1, folder=tmp_path / "inbox")
    assert extract(f"{bucket}/inbox", "-o", f"{bucket}/out") == 0
    monkeypatch.setenv("AGENDAPACK_CACHE", str(tmp_path / "another"))
    put(f"{bucket}/inbox", 4, folder=tmp_path / "inbox")
    assert extract(f"{bucket}/inbox", "-o", f"{bucket}/out") == 0
    record = max((tmp_path / "another").rglob("runs/*.json"))
    assert json.loads(record.read_text())["packs"] == {"unchanged": 1, "ok": 1}
    monkeypatch.setenv("AGENDAPACK_CACHE", str(tmp_path / "cache"))
    assert extract(f"{bucket}/inbox", "-o", f"{bucket}/out") == 0
    assert len(agendapack.load(f"{bucket}/out")["packs"]) == 2


def test_what_an_interrupted_run_read_is_not_read_again(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(f"{bucket}/inbox", 1, folder=tmp_path / "inbox")
    assert extract(f"{bucket}/inbox", "-o", f"{bucket}/out") == 0
    put(f"{bucket}/inbox", 4, folder=tmp_path / "inbox")
    with monkeypatch.context() as patched:
        patched.setattr("agendapack.extract.batch.run._Run._combined", lambda _run: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            extract(f"{bucket}/inbox", "-o", f"{bucket}/out")
    assert len(agendapack.load(f"{bucket}/out")["packs"]) == 1
    assert extract(f"{bucket}/inbox", "-o", f"{bucket}/out") == 0
    record = max((tmp_path / "cache").rglob("runs/*.json"))
    assert json.loads(record.read_text())["packs"] == {"unchanged": 2}
    assert len(agendapack.load(f"{bucket}/out")["packs"]) == 2


def test_only_what_is_new_is_brought(bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    got: list[str] = []
    get = RemoteFolder.get

    def noted(remote: RemoteFolder, names: Any) -> None:
        got.extend(names)
        get(remote, names)

    monkeypatch.setattr(RemoteFolder, "get", noted)
    remote = RemoteFolder.at(f"{bucket}/inbox")
    for name in ("a.pdf", "b/a.pdf", "notes.txt", "b/packs.csv"):
        remote.write(name, name.encode())
    here = brought(f"{bucket}/inbox/", tmp_path / "here")
    assert sorted(got) == ["a.pdf", "b/a.pdf", "b/packs.csv"]
    got.clear()
    remote.write("a.pdf", b"changed")
    remote.remove("b/a.pdf")
    assert brought(f"{bucket}/inbox/", tmp_path / "here") == here and got == ["a.pdf"]
    assert (here / "a.pdf").read_bytes() == b"changed" and not (here / "b" / "a.pdf").exists()
    assert brought(f"{bucket}/inbox/a.pdf", tmp_path / "here").read_bytes() == b"changed"
    assert not brought(f"{bucket}/inbox/none.pdf", tmp_path / "here").exists()


@pytest.mark.parametrize("letters", ["b" * 300, "b" * 250, "議" * 100], ids=["long", "just too long", "wide"])
def test_a_name_that_is_too_long_for_this_machine_is_cut(bucket: str, tmp_path: Path, letters: str) -> None:
    remote = RemoteFolder.at(f"{bucket}/inbox")
    names = [f"{letters}1.pdf", f"{letters}2.PDF", f"{letters}.x{letters}/3.pdf", "a b #1 50%?[x]*{y} ŵ.pdf"]
    for name in names:
        remote.write(name, name.encode())
    for _ in range(2):  # the second time nothing is new
        here = brought(f"{bucket}/inbox", tmp_path / "here")
        copied = {path.read_text(): path for path in here.rglob("*") if path.suffix.lower() == ".pdf"}
        assert copied.keys() == {*names}
    assert copied[names[-1]].name == names[-1]
    remote.remove(names[0])
    brought(f"{bucket}/inbox", tmp_path / "here")
    assert not copied[names[0]].exists()


def test_a_pack_that_goes_while_the_others_are_brought_costs_none(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remote = RemoteFolder.at(f"{bucket}/inbox")
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        remote.write(name, name.encode())
    get = RemoteFolder.get

    def removed_before(place: RemoteFolder, names: Any) -> None:
        place.remove("b.pdf")
        get(place, names)

    monkeypatch.setattr(RemoteFolder, "get", removed_before)
    here = brought(f"{bucket}/inbox", tmp_path / "here")
    assert [path.name for path in sorted(here.glob("*.pdf"))] == ["a.pdf", "c.pdf"]


def test_no_name_leads_out_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"../../evil.pdf": {}, "a/../../evil.pdf": {}, "c:\\evil.pdf": {}, "//evil.pdf": {}}
    asked: dict[str, Path] = {}
    monkeypatch.setattr(RemoteFolder, "listed", lambda *_: names)
    monkeypatch.setattr(RemoteFolder, "get", lambda _place, wanted: asked.update(wanted))
    here = brought("memory://x", tmp_path / "here")
    assert asked.keys() == names.keys() and len(set(asked.values())) == len(names)
    assert all(path.resolve().is_relative_to(here.resolve()) for path in asked.values())


class Killed(BaseException):
    """As a killed process: nothing is tidied up."""


def kill_at(moment: str, patched: pytest.MonkeyPatch) -> None:
    """End the next publication while files go there, before the list, or before what is old goes."""
    write, remove = RemoteFolder.write, RemoteFolder.remove

    def put_half(remote: RemoteFolder, names: Any) -> None:
        name, path = min(names.items())
        write(remote, name, path.read_bytes())
        raise Killed

    def write_but(remote: RemoteFolder, name: str, content: bytes) -> None:
        if name == LIST:
            raise Killed
        write(remote, name, content)

    def remove_but(remote: RemoteFolder, name: str) -> None:
        if name.startswith("a."):
            raise Killed
        remove(remote, name)

    faults = {"files": ("put", put_half), "list": ("write", write_but), "old": ("remove", remove_but)}
    patched.setattr(RemoteFolder, *faults[moment])


@pytest.fixture(params=["one list", "pieces"])
def lists(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are listed as in small results, or each in a piece of its own."""
    if request.param == "pieces":
        monkeypatch.setattr("agendapack.extract.storage.lists.MOST_LISTED", 0)
        monkeypatch.setattr("agendapack.extract.storage.lists.A_PIECE", 1)


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("moment", ["files", "list", "old"])
def test_a_killed_publication_is_never_half_read(
    bucket: str, tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = {"a.csv": "old", "b.csv": "same"}, {"a.csv": "new", "b.csv": "same", "c.csv": "more"}
    publish(f"{bucket}/out", old)
    with monkeypatch.context() as patched, pytest.raises(Killed):
        kill_at(moment, patched)
        publish(f"{bucket}/out", new)
    bring(f"{bucket}/out", tmp_path / "read")
    read = {path.name: path.read_text() for path in (tmp_path / "read").iterdir()}
    assert read == (new if moment == "old" else old)
    publish(f"{bucket}/out", {"a.csv": "newest"})
    left = [name for name in at(f"{bucket}/out") if not name.startswith(PIECES)]
    assert sorted(name.partition(".")[0] for name in left) == ["a", "agendapack"]
    assert len(at(f"{bucket}/out")) - len(left) <= 1, "pieces of older lists go"


def publish(address: str, files: dict[str, str]) -> None:
    """Results of just these files."""
    with working_folder(address) as out:
        for path in out.iterdir():
            path.unlink()
        for name, text in files.items():
            (out / name).write_text(text)


ASKED = ("find", "cat_file", "pipe_file", "rm_file", "get", "put", "modified")
"""What is asked of a store."""


@contextmanager
def out_of_order(files: type, after: int, *, for_good: bool, too_late: bool) -> Iterator[list[str]]:
    """A store that answers so many requests; then it fails once or for good, before or after it did it."""
    done: list[str] = []

    def failing(name: str) -> Callable[..., Any]:
        does = getattr(files, name)

        def asked(store: object, *what: Any, **how: Any) -> Any:
            done.append(name)
            fails = len(done) > after if for_good else len(done) == after + 1
            if fails and not too_late:
                raise OSError(f"503 Slow Down at {name}")
            given = does(store, *what, **how)
            if fails:
                raise OSError(f"500 Internal Error at {name}")
            return given

        return asked

    with pytest.MonkeyPatch.context() as patched:
        for name in ASKED:
            patched.setattr(files, name, failing(name))
        yield done


@pytest.mark.parametrize("too_late", [False, True], ids=["before", "after it was done"])
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.usefixtures("lists")
def test_a_store_that_fails_at_any_request_is_never_half_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, for_good: bool, too_late: bool
) -> None:
    monkeypatch.setenv("AGENDAPACK_CACHE", str(tmp_path / "cache"))
    old, new = {"a.csv": "old", "b.csv": "same"}, {"a.csv": "new", "b.csv": "same", "c.csv": "more"}
    seen, said = set(), []
    for after in count():
        place, here = f"memory://{tmp_path.name}/{after}", tmp_path / f"read {after}"
        publish(place, old)
        files = type(RemoteFolder.at(place).files)
        with out_of_order(files, after, for_good=for_good, too_late=too_late) as asked:
            try:
                publish(place, new)
                said.append("")
            except StorageError as error:
                said.append(str(error))
        bring(place, here)
        read = {path.name: path.read_text() for path in here.iterdir()}
        assert read in (old, new) and (said[-1] or read == new)
        seen.add(read["a.csv"])
        with monkeypatch.context() as patched:
            patched.setattr(lease, "ABANDONED_AFTER", timedelta(seconds=-60))
            publish(place, {"z.csv": "z"})
        left = sorted(name.partition(".")[0] for name in at(place) if not name.startswith(PIECES))
        assert left == ["agendapack", "z"], "what a failed publication left goes"
        if len(asked) <= after:
            break
    assert seen == {"old", "new"} and any("503" in what or "500" in what for what in said)


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("step", ["get", "read"])
def test_whoever_reads_while_another_publishes_reads_again(
    bucket: str, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(f"{bucket}/out", {"a.csv": "old"})
    does, turns = getattr(RemoteFolder, step), [1]

    def publish_first(remote: RemoteFolder, names: Any) -> Any:
        if turns and names not in (LIST, FILE):
            turns.clear()
            publish(f"{bucket}/out", {"a.csv": "new"})
        return does(remote, names)

    monkeypatch.setattr(RemoteFolder, step, publish_first)
    bring(f"{bucket}/out", tmp_path / "read")
    # one short list is read at once
    assert (tmp_path / "read" / "a.csv").read_text() == ("old" if turns else "new")


def test_what_was_changed_there_is_not_read(bucket: str, tmp_path: Path) -> None:
    publish(f"{bucket}/out", {"a.csv": "row"})
    (name,) = (name for name in at(f"{bucket}/out") if name != LIST)
    RemoteFolder.at(f"{bucket}/out").write(name, b"another")
    with pytest.raises(StorageError, match="not what was published"):
        bring(f"{bucket}/out", tmp_path / "read")


def test_corrections_come_along_and_files_of_others_stay(bucket: str) -> None:
    remote = RemoteFolder.at(f"{bucket}/out")
    remote.write("corrections.csv", b"said")
    remote.write("notes.txt", b"mine")
    with working_folder(f"{bucket}/out") as out:
        assert (out / "corrections.csv").read_bytes() == b"said"
        (out / "a.csv").write_text("row")
    assert {remote.read(name) for name in ("corrections.csv", "notes.txt")} == {b"said", b"mine"}
    assert set(json.loads(remote.read(LIST))) == {"a.csv"}


def test_one_run_at_a_time(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    remote = RemoteFolder.at(f"{bucket}/out")
    with leased(remote) as held:
        held.check()
        with pytest.raises(OutputBusy), leased(remote):
            pass
        monkeypatch.setattr(lease, "ABANDONED_AFTER", timedelta(seconds=-60))
        with leased(remote) as next_one:
            next_one.check()
            with pytest.raises(OutputBusy):
                held.check()
    with leased(remote):
        pass
    (left,) = remote.listed()
    assert remote.read(left) == lease.FREE


def test_a_run_that_slept_does_not_publish_over_what_others_did(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(f"{bucket}/out", {"a.csv": "old"})
    monkeypatch.setattr(lease, "ABANDONED_AFTER", timedelta(seconds=-60))
    with pytest.raises(OutputBusy), working_folder(f"{bucket}/out", tmp_path / "sleeper") as out:
        (out / "b.csv").write_text("late")
        for _ in range(2):
            publish(f"{bucket}/out", {"a.csv": "new"})
    bring(f"{bucket}/out", tmp_path / "read")
    assert {path.name: path.read_text() for path in (tmp_path / "read").iterdir()} == {"a.csv": "new"}


def test_of_two_who_take_an_abandoned_lock_one_gets_it(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    remote, looks = RemoteFolder.at(f"{bucket}/out"), [1, 2]
    remote.create(lease._name(1), b"somebody who was killed")

    def taken_meanwhile(*_: object) -> bool:
        """The first look sees an abandoned lock, and before it is over another run takes it."""
        if looks.pop(0) == 1:
            lease._taken(remote)
        return True

    monkeypatch.setattr(lease, "_is_free", taken_meanwhile)
    with pytest.raises(OutputBusy):
        lease._taken(remote)


def test_a_lock_is_renewed(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lease, "RENEWED_EVERY", 0.01)
    remote, end = RemoteFolder.at(f"{bucket}/out"), time.monotonic() + 10
    with leased(remote):
        (name,) = remote.listed()
        before = remote.read(name)
        while remote.read(name) == before:
            assert time.monotonic() < end
            time.sleep(0.02)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["extract", "https://example.gov.uk/a.pdf"], "agendapack fetch"),
        (["extract", "file:///tmp/x"], "name the folder itself"),
        (["extract", "nothing://x/y"], "nothing"),
        (["tables", "pack.pdf", "-o", "s3://bucket/out"], "no folder on this machine"),
        (["review", "memory://nothing"], "nothing"),
        (["check", "memory://nothing"], "there are no results here"),
    ],
)
def test_addresses_that_will_not_do_are_one_line(
    command: list[str],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    more = ["-o", str(tmp_path / "out")] if command[0] == "extract" else []
    monkeypatch.setenv("AGENDAPACK_CACHE", str(tmp_path / "cache"))
    assert cli.run([*command, *more]) == 1
    said = capsys.readouterr().err
    assert words in said and "Traceback" not in said


def test_what_is_no_list_is_no_results(tmp_path: Path) -> None:
    remote = RemoteFolder.at(f"memory://{tmp_path.name}")
    with pytest.raises(StorageError, match="no results"):
        bring(remote.address, tmp_path / "read")
    stored = {"size": 1, "sha256": "0", "name": "a"}
    for told in ([1], {"a": 1}, {"../a": stored}, {"/a": stored}, {"a": {**stored, "name": "b/../../a"}}):
        remote.write(LIST, json.dumps(told).encode())
        with pytest.raises(StorageError, match="no list"):
            bring(remote.address, tmp_path / "read")


def test_what_is_an_address() -> None:
    assert all(map(is_address, ("s3://b/x", "gs://b", "abfs://c@a/x")))
    assert not any(map(is_address, ("C:/packs", "packs", "./a:b", Path("a"))))
