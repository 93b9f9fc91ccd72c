"""A socket guard (loopback only) and the fixed clock."""

import socket
from datetime import UTC, datetime

import pytest

from groundwire.adapters.clock import FixedClock

_connect = socket.socket.connect


def _loopback_only(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(("127.", "::1", "localhost")):
        raise OSError(f"a test tried to reach {address[0]}; tests use loopback only")
    return _connect(self, address)


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", _loopback_only)


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 6, 15, 14, 5, tzinfo=UTC))
