"""The parsing child is killed and replaced, and the parent outlives everything."""

import dataclasses
import os
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest

from groundwire.adapters import reader_main, reader_wire
from groundwire.adapters.clock import FixedClock
from groundwire.adapters.reader_child import ChildReader, ReaderChild
from groundwire.intake import files
from groundwire.records.policy import IntakePolicy

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PAGE = (
    "<html><head><title>Mill closes in Norvik after years</title></head><body><article><p>The paper mill in Norvik closed on Monday after ninety years, its owner said.</p>"
    "<p>About 240 people lose their work, according to the union, which met the mayor on Tuesday evening.</p></article></body></html>"
).encode("ascii")


def alive(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def reader():
    with ChildReader(FixedClock(NOW)) as made:
        yield made


def test_the_child_reads_what_the_room_reads(reader):
    assert reader.read("mill.html", PAGE) == files.read("mill.html", PAGE, NOW)


def test_a_bad_input_costs_itself_and_order_is_kept(reader):
    items = [
        ("a.txt", b"The mill closed."),
        ("b.html", PAGE),
        ("c", b""),
        ("d.rss", b"<rss>" + b"<" * 1_000_000),
        ("e.bin", b"\x7fELF\x01\x02"),
        ("f.html", PAGE),
        ("g", b"x" * 6_000_000),
    ]
    readings = list(reader.read_all(items))
    assert [bool(reading.documents) for reading in readings] == [True, True, False, False, False, True, False]
    assert [reading.refusals[0].code for reading in readings if reading.refusals] == [
        "empty",
        "hostile",
        "parse_failed",
        "too_big",
    ]


def test_plain_text_starts_no_child(reader):
    assert reader.read("a.txt", b"The mill closed on Monday.").documents
    assert reader.read("a.md", b"# Mill\n\nIt closed.").documents
    assert reader._pool._children == []


def test_markup_in_a_file_named_text_goes_to_the_child(reader):
    assert reader.read("a.txt", PAGE).documents
    assert len(reader._pool._children) == 1


@pytest.mark.bad("H18")
def test_an_item_that_takes_too_long_is_given_up_and_the_next_is_read():
    policy = dataclasses.replace(IntakePolicy(), wall_seconds=3)
    child = ReaderChild(policy)
    try:
        assert child.read("a.html", PAGE, NOW).documents
        first = child._process.pid
        os.kill(first, 19)
        started = time.monotonic()
        reading = child.read("b.html", PAGE, NOW)
        assert reading.refusals[0].code == "too_slow" and time.monotonic() - started < 10
        assert not alive(first)
        assert child.read("c.html", PAGE, NOW).documents
    finally:
        child.stop()


def test_a_child_that_dies_over_an_item_is_replaced():
    child = ReaderChild(IntakePolicy())
    try:
        assert child.read("a.html", PAGE, NOW).documents
        os.kill(child._process.pid, 9)
        time.sleep(0)
        readings = [child.read("b.html", PAGE, NOW), child.read("c.html", PAGE, NOW)]
        assert readings[-1].documents
    finally:
        child.stop()


def test_memory_over_the_limit_costs_the_item_alone():
    child = ReaderChild(dataclasses.replace(IntakePolicy(), memory_mb=150))
    try:
        heavy = (
            b"<html><body>"
            + b"".join(b"<p>The gate number %d of the mill closed.</p>" % n for n in range(55_000))
            + b"</body></html>"
        )
        reading = child.read("heavy.html", heavy, NOW)
        assert reading.refusals and reading.refusals[0].code in ("too_slow", "parse_failed")
    finally:
        child.stop()


def test_an_answer_over_its_limit_is_refused():
    child = ReaderChild(dataclasses.replace(IntakePolicy(), result_bytes=500))
    try:
        assert child.read("a.html", PAGE, NOW).refusals[0].code == "too_big"
    finally:
        child.stop()


@pytest.mark.bad("F04")
@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", ()),
        ("subprocess.Popen", ()),
        ("os.system", ()),
        ("open", ("/somewhere/x", "w", os.O_WRONLY | os.O_CREAT)),
    ],
)
def test_the_child_may_not_connect_start_or_write(event, arguments):
    with pytest.raises(PermissionError):
        reader_main._forbid(event, arguments)


def test_a_reader_that_nobody_closes_lets_the_program_end():
    program = "from groundwire.adapters.clock import SystemClock\nfrom groundwire.adapters.reader_child import ChildReader\nreader = ChildReader(SystemClock())\nprint(len(reader.read('a.html', b'<html><body><p>The mill closed on Monday, the owner said.</p></body></html>').documents), reader._pool._children[0]._process.pid)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    count, process_id = done.stdout.split()
    assert count == "1" and not alive(int(process_id))


def test_leaving_the_reader_reaps_its_children():
    with ChildReader(FixedClock(NOW)) as reader:
        list(reader.read_all([("a.html", PAGE), ("b.html", PAGE)]))
        ids = [child._process.pid for child in reader._pool._children]
    assert ids and not any(map(alive, ids))


def test_a_reader_can_be_used_again_after_it_was_closed(reader):
    reader.read("a.html", PAGE)
    reader.close()
    assert reader.read("a.html", PAGE).documents


def test_other_languages_are_told_in_the_child_too(reader):
    german = "<html><body><article><p>Die Papiermühle in Norvik wurde am Montag nach neunzig Jahren geschlossen, wie der Besitzer mitteilte.</p><p>Etwa 240 Menschen verlieren ihre Arbeit, sagte die Gewerkschaft am Dienstag.</p></article></body></html>"
    assert reader.read("a.html", german.encode()).documents[0].language == "de"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"documents": [{}], "refusals": [], "notes": []}',
        b'{"documents": [], "refusals": [["a", "b"]], "notes": []}',
        b'{"documents": [], "refusals": [], "notes": [1]}',
        b"\x80\x04K\x01.",
    ],
)
def test_an_answer_that_is_no_reading_is_never_taken_for_one(data):
    with pytest.raises(ValueError):
        reader_wire.from_json(data)


def test_a_reading_survives_the_wire():
    reading = files.read("mill.html", PAGE, NOW)
    assert reader_wire.from_json(reader_wire.to_json(reading)) == reading
