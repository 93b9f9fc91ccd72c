"""Nothing of a draft goes missing in silence."""

import json
from datetime import UTC, datetime
from pathlib import Path

from groundwire.cli.app import run

SOURCE = "Source: Port Alba Gazette\nDate: 2026-06-14\nTitle: Mill burns\n\nA fire destroyed the flour mill in Port Alba on Sunday, the fire brigade said. The brigade saved the silo. Nobody was hurt, the brigade said.\n"
DRAFT = "# Fire destroys flour mill\n\nA fire destroyed the flour mill in Port Alba, the fire brigade said. What a terrible day for the town! The brigade saved the silo. Should the town not build a better mill?\n"
NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)


def test_sentences_of_a_draft_that_claim_nothing_are_counted_in_the_disclosure(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    words = ["brief", str(tmp_path / "a.txt"), "--draft", str(tmp_path / "draft.md"), "--out", str(tmp_path / "site")]
    assert run([*words, "--one-story", "--now", NOW.isoformat(), "--json"]) == 0
    json.loads(capsys.readouterr().out)
    (page,) = Path(tmp_path / "site").glob("desk/*/brief.html")
    text = page.read_text(encoding="utf-8")
    assert "claims nothing that can be checked" in text and "2 of its sentences" in text
    assert "terrible day" not in text.split("Taken out")[0]
