"""A socket guard (loopback only), the fixed clock, and property tests that do not fail because the machine is busy."""

import socket
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings

from groundwire.adapters.clock import FixedClock

# A busy machine makes an example slow, not wrong; what must be quick has a test of its own that measures it.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

_connect = socket.socket.connect


def _loopback_only(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(
        ("127.", "::1", "localhost")
    ):
        raise OSError(f"a test tried to reach {address[0]}; tests use loopback only")
    return _connect(self, address)


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", _loopback_only)


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 6, 15, 14, 5, tzinfo=UTC))
