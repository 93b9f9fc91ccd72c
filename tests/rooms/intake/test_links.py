"""Addresses of one item become one form."""

import pytest

from groundwire.intake.links import http_link, normalise, registrable_domain, trusted_canonical


@pytest.mark.bad("H19")
@pytest.mark.parametrize(
    "link",
    [
        "https://www.norvik-gazette.example/mill/closes",
        "http://norvik-gazette.example/mill/closes/",
        "https://m.norvik-gazette.example/mill/closes?utm_source=x&utm_medium=y",
        "https://amp.norvik-gazette.example/mill/closes?fbclid=abc#top",
        "https://norvik-gazette.example/mill/closes/amp/",
        "HTTPS://NORVIK-GAZETTE.example:443/mill/closes?gclid=1",
    ],
)
def test_copies_of_one_address_are_one_identity(link):
    assert normalise(link) == "https://norvik-gazette.example/mill/closes"


def test_parameters_that_name_the_article_stay():
    assert normalise("https://a.example/read?id=7&utm_campaign=z&page=2") == "https://a.example/read?id=7&page=2"


@pytest.mark.bad("H19")
def test_a_canonical_link_is_trusted_on_the_same_registrable_domain_only():
    assert (
        trusted_canonical("https://www.gazette.co.uk/a", "https://amp.gazette.co.uk/a?x=1")
        == "https://www.gazette.co.uk/a"
    )
    assert trusted_canonical("https://rival.co.uk/a", "https://gazette.co.uk/a") == ""
    assert trusted_canonical("/b", "https://gazette.co.uk/a") == "https://gazette.co.uk/b"


@pytest.mark.bad("F20")
@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        " java\tscript:alert(1)",
        "mailto:a@b.example",
        "word",
        "http://",
        "https://user:pw@a.example/",
        "http://a.example:99999/",
        "http://a.example/<x>",
    ],
)
def test_what_is_no_web_address_is_dropped(link):
    assert http_link(link) == ""


def test_the_registrable_domain_needs_no_network():
    assert registrable_domain("https://news.gazette.co.uk/x") == "gazette.co.uk"
    assert registrable_domain("localhost") == ""
