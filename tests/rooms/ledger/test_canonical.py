"""One event, one spelling; and nothing that reads like prose gets into a log that never forgets."""

from __future__ import annotations

import pytest

from groundwire.errors import LedgerError
from groundwire.ledger.canonical import canonical, event_bytes, event_of, strictly
from groundwire.records.event import Event

AT = "2026-05-04T12:00:00Z"


def test_names_are_sorted_and_values_spelled_as_rfc_8785_shows():
    # Section 3.2.2 and 3.2.3 of the RFC.
    value = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
        "literals": [None, True, False],
    }
    assert canonical(value) == (
        b'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        b'"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


def test_names_are_sorted_by_utf_16_as_the_rfc_demands():
    value = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}
    order = [each.split('"')[1] for each in canonical(value).decode().strip("{}").split(",")]
    assert order == ["\\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, {"a": object()}, "\ud800"])
def test_what_json_cannot_hold_is_refused(value):
    with pytest.raises(LedgerError):
        canonical(value)


@pytest.mark.parametrize(
    "data", [b'{"b":1,"a":2}', b'{"a": 2}', b'{"a":2.0}', b'{"a":2,"a":2}', b'{"a":2', b"\xff", b"[" * 5000]
)
def test_another_spelling_is_not_read(data):
    with pytest.raises(LedgerError):
        strictly(data)


def test_an_event_reads_back_as_it_was_logged():
    event = Event("claim.judged", AT, "ab12", (("label", "supported"), ("origins", 2), ("leans", False)))
    read = event_of(strictly(event_bytes(event)))
    assert event_bytes(read) == event_bytes(event)
    assert dict(read.fields) == dict(event.fields)


@pytest.mark.parametrize(
    "event",
    [
        Event("claim.judged", AT, "ab12", (("reason", "the mayor resigned"),)),
        Event("claim.judged", AT, "the mayor resigned"),
        Event("claim.judged", AT, "ab12", (("word", "x" * 161),)),
        Event("claim.judged", AT, "ab12", (("The Name", 1),)),
        Event("claim.judged", AT, "ab12", (("a", 1), ("a", 2))),
        Event("claim.judged", "yesterday", "ab12"),
        Event("Claim judged", AT, "ab12"),
        Event("claim.judged", AT, "ab12", (("big", 2**53),)),
    ],
)
def test_an_event_that_holds_text_is_refused(event):
    with pytest.raises(LedgerError):
        event_bytes(event)
