"""What every ledger must do, run over each that there is."""

from __future__ import annotations

import json

import pytest

from groundwire.adapters.ledger_files import FileLedger
from groundwire.errors import LedgerError
from groundwire.ledger import tree
from groundwire.ports import Ledger
from groundwire.records.event import Event

AT = "2026-05-04T12:00:00Z"


@pytest.fixture(params=["files"])
def ledger(request, tmp_path):
    """An empty ledger of each kind."""
    with FileLedger(tmp_path / "ledger") as made:
        yield made


def test_entries_are_numbered_from_zero(ledger: Ledger):
    entries = [ledger.append(Event("document.kept", AT, f"d{number}"), {}) for number in range(3)]
    assert [entry.index for entry in entries] == [0, 1, 2]


def test_the_leaf_is_the_hash_of_the_canonical_event(ledger: Ledger):
    entry = ledger.append(Event("document.kept", AT, "d1", (("bytes", 12),)), {})
    assert entry.leaf == tree.leaf_hash(entry.canonical.encode()).hex()
    assert json.loads(entry.canonical) == {"at": AT, "fields": {"bytes": 12}, "kind": "document.kept", "subject": "d1"}


def test_a_text_becomes_a_commitment_that_differs_each_time(ledger: Ledger):
    one = ledger.append(Event("claim.rejected", AT, "c1"), {"wording": "The bridge at Tarn was closed."})
    other = ledger.append(Event("claim.rejected", AT, "c2"), {"wording": "The bridge at Tarn was closed."})
    commitments = [json.loads(entry.canonical)["fields"]["wording"] for entry in (one, other)]
    assert all(each.startswith("hmac:") for each in commitments)
    assert commitments[0] != commitments[1]
    assert "Tarn" not in one.canonical


def test_logging_the_same_fact_twice_logs_it_once(ledger: Ledger):
    event, texts = Event("claim.rejected", AT, "c1"), {"wording": "The bridge at Tarn was closed."}
    assert ledger.append(event, texts) == ledger.append(event, texts)


def test_text_among_the_fields_is_refused(ledger: Ledger):
    with pytest.raises(LedgerError):
        ledger.append(Event("claim.rejected", AT, "c1", (("wording", "The bridge was closed."),)), {})
