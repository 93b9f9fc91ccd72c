"""What every Reader promises, over the child and over the room called directly."""

from datetime import UTC, datetime

import pytest

from groundwire.adapters.clock import FixedClock
from groundwire.adapters.reader_child import ChildReader
from groundwire.ports import Reader
from groundwire.testing.direct_reader import DirectReader

CLOCK = FixedClock(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))


@pytest.fixture(params=[ChildReader, DirectReader])
def reader(request):
    made: Reader = request.param(CLOCK)
    yield made
    if isinstance(made, ChildReader):
        made.close()


ITEMS = [
    ("a.txt", b"The mill closed."),
    ("b.txt", b""),
    ("c.md", b"# Mill\n\nIt closed."),
    ("d.rss", b"<rss><channel/></rss>"),
]


def test_readings_come_one_an_input_in_their_order(reader):
    readings = list(reader.read_all(ITEMS))
    assert [len(reading.documents) for reading in readings] == [1, 0, 1, 0]


def test_a_bad_input_is_a_refusal_with_file_reason_and_code(reader):
    (refusal,) = reader.read("b.txt", b"").refusals
    assert (refusal.file, refusal.code) == ("b.txt", "empty") and refusal.reason


def test_documents_are_captured_at_the_clocks_time(reader):
    assert reader.read(*ITEMS[0]).documents[0].snapshot.captured_at == CLOCK.now()
