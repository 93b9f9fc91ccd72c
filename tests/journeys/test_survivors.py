"""Whatever is drafted, nothing that was rejected reaches a public file, in the same words or in others."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundwire.adapters.index_memory import MemoryIndex
from groundwire.adapters.verifier_lexical import LexicalVerifier
from groundwire.claims.reading import ReadingContext, read
from groundwire.flows.brief import brief_of, read_playbook
from groundwire.flows.publish import Decided, brief_files, publication_of, site_files
from groundwire.intake.drafts import read_draft
from groundwire.records.gate import Outcome
from groundwire.records.source import Extent, SourceKind
from groundwire.stories.grouping import one_story
from groundwire.testing.atoms import a_document
from groundwire.verdicts.merging import asserts

COMMAND = str(Path(sys.executable).parent / "groundwire")
NOW = datetime(2026, 6, 5, 12, tzinfo=UTC)
BOOK = read_playbook()
VERIFIER = LexicalVerifier()

FERRY = (
    "Norvik Shipping is considering the sale of its ferry line to Halden Group, the company said on 3 June 2026. "
    "The ferry line carries 240,000 passengers a year. Norvik Shipping employs 1,900 people. "
    "“We have not signed anything with anybody,” said Mara Lindt, the chief executive of Norvik Shipping. "
    "Kestrel Bank advises Halden Group."
)
FINE = (
    "The transport ministry fined Norvik Shipping 3 million euros on 28 May 2026. "
    "The transport ministry did not approve the new fare of the ferry line. "
    "Norvik Shipping is considering the sale of the ferry line to Halden Group, according to two of its directors. "
    "An inspection of the ferries was made in April."
)
# What the evidence carries: word for word, in other words, and weakened.
CARRIED = [
    "Norvik Shipping is considering the sale of its ferry line to Halden Group.",
    "Norvik Shipping is weighing the sale of its ferry line to Halden Group.",
    "Norvik Shipping may sell its ferry line to Halden Group.",
    "The ferry line carries 240,000 passengers a year.",
    "Norvik Shipping employs 1,900 people.",
    "Norvik Shipping has a staff of at least 1,900.",
    "“We have not signed anything with anybody,” said Mara Lindt, the chief executive of Norvik Shipping.",
    "The transport ministry fined Norvik Shipping 3 million euros on 28 May 2026.",
    "The transport ministry did not approve the new fare of the ferry line.",
    "Kestrel Bank advises Halden Group.",
]
# What it does not carry, each with words that no public file may hold.
FALSE = {
    "The ferry line carries 2.4 million passengers a year.": ("2.4 million", "2,400,000"),
    "Some 2,400,000 people use the ferry line each year.": ("2.4 million", "2,400,000"),
    "Norvik Shipping employs 19,000 people.": ("19,000",),
    "Norvik Shipping has sold its ferry line to Halden Group.": ("has sold", "sold its ferry"),
    "Norvik Shipping will sell its ferry line to Halden Group in July 2026.": ("July 2026", "will sell"),
    "Norvik Shipping is considering the sale of its ferry line to Tarnow Lines.": ("Tarnow",),
    "The transport ministry approved the new fare of the ferry line.": ("approved the new fare",),
    "“We will sign within weeks,” said Mara Lindt, the chief executive of Norvik Shipping.": ("sign within weeks",),
    "“We have not signed anything with anybody,” said Otto Brandl, the finance chief of Halden Group.": ("Brandl",),
    "The transport ministry fined Norvik Shipping 3 million euros because of the planned sale.": ("because of",),
    "The transport ministry fined Norvik Shipping 30 million euros on 28 May 2026.": ("30 million",),
    "The transport ministry fined Norvik Shipping 3 million dollars on 28 May 2026.": ("million dollars", "$3"),
    "The transport ministry fined Norvik Shipping 3 million euros on 28 March 2026.": ("28 March", "2026-03-28"),
    "The ferry line carries 240,000 tonnes a year.": ("240,000 tonnes",),
    "Kestrel Bank lent Halden Group 80 million euros.": ("80 million", "lent"),
}  # fmt: skip


def documents():
    return [
        a_document(FERRY, publisher="Harbour Wire", title="Norvik Shipping weighs sale of ferry line", url="https://harbourwire.example/norvik", published="2026-06-03", extent=Extent.FULL),
        a_document(FINE, publisher="Veld Times", kind=SourceKind.PRESS, title="Norvik Shipping, fined, considers a sale", url="https://veldtimes.example/norvik", published="2026-06-04", extent=Extent.FULL),
    ]  # fmt: skip


@cache
def story():
    return one_story(documents(), BOOK.policy.grouping)


def made_of(draft):
    text = read_draft("draft.md", draft.encode("utf-8")) if draft is not None else None
    return brief_of(story(), index_of=MemoryIndex, verifier=VERIFIER, playbook=BOOK, now=NOW, draft=text)


def public_files(result):
    """Every public text file of a brief, as if the gates had approved it: a held text must be as clean as a published one."""
    decided = Decided(
        result.story, result.brief, replace(result.decision, outcome=Outcome.APPROVE), result.removed, result.draft
    )
    shown = publication_of(decided, BOOK.policy, VERIFIER.name)
    files = {n: t for n, t in brief_files(decided, shown, VERIFIER.name).items() if n.startswith("public/")}
    index = {n: d.decode("utf-8") for n, d in site_files([(decided, shown)]).items() if n == "public/index.html"}
    return files | index


class Texts(HTMLParser):
    """The runs of text of a page or drawing, and the attributes that readers are read: alternatives, titles, descriptions."""

    def __init__(self):
        super().__init__()
        self.found, self.hidden, self.run = [], 0, []

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("style", "script")
        if tag not in ("a", "b", "em", "strong", "i", "span", "q", "abbr", "sup", "time", "tspan", "cite", "code"):
            self.end()
        self.found += [value for name, value in attrs if value and name in ("alt", "title", "content", "aria-label")]

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "script")
        if tag not in ("a", "b", "em", "strong", "i", "span", "q", "abbr", "sup", "time", "tspan", "cite", "code"):
            self.end()

    def handle_data(self, data):
        if not self.hidden:
            self.run.append(data)

    def end(self):
        text = " ".join("".join(self.run).split())
        self.run = []
        if text:
            self.found.append(text)


def strings(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


def texts_of(name, text):
    """What a reader of a public file is told, in pieces."""
    if name.endswith(".json"):
        return list(strings(json.loads(text)))
    if name.endswith(".csv"):
        return [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    if name.endswith((".html", ".svg")):
        parser = Texts()
        parser.feed(text)
        parser.end()
        ld = text.split('<script type="application/ld+json">')[1:]
        return parser.found + [each for part in ld for each in strings(json.loads(part.split("</script>")[0]))]
    assert name.endswith(".md"), f"{name}: a kind of public file that this test does not read"
    return [line.strip("#>*- |").strip() for line in text.splitlines() if line.strip()]


@cache
def told(text):
    """The claims of one piece of text."""
    if len(text.split()) < 3:
        return ()
    return tuple(
        claim for one in read(text, ReadingContext(published="2026-06-05", draft=True)) for claim in one.claims
    )


@cache
def without_evidence(piece):
    """A piece of text without what it shows of the evidence itself, sentences whole or cut short, and titles."""
    shown = [one.sentence.text for text in (FERRY, FINE) for one in read(text, ReadingContext())]
    for sentence in [*shown, *(document.title for document in documents())]:
        at = piece.find(sentence[:30])
        if at >= 0:
            same = next(
                (n for n, (a, b) in enumerate(zip(sentence, piece[at:], strict=False)) if a != b), len(sentence)
            )
            piece = piece[:at] + "(evidence)" + piece[at + same :]
    return piece


def survivors(files, refused, words=()):
    """Where a refused claim, a paraphrase of it, or one of the words stands in the files."""
    found = []
    for name, text in files.items():
        for piece in texts_of(name, text):
            found += [(name, piece, word) for word in words if word in piece]
            found += [
                (name, piece, gone.text)
                for claim in told(without_evidence(piece))
                for gone in refused
                if asserts(claim, gone)
            ]
    return found


def check(result, drawn=()):
    refused = [verdict.claim for verdict in result.removed if not verdict.supported]
    words = {word for sentence in drawn for word in FALSE.get(sentence, ())}
    assert survivors(public_files(result), refused, words) == []
    for claim in result.brief.rejected:
        for said in told(claim.description):
            assert not any(asserts(said, gone) for gone in refused), claim.description
        assert not any(word in claim.description + claim.reason for word in words)
    stands = all(v.supported for line in result.brief.stated_lines() for v in line.verdicts)
    assert stands or result.decision.outcome is not Outcome.APPROVE


def test_a_true_sentence_stays_when_its_twin_with_another_name_is_rejected():
    false = "Norvik Shipping is considering the sale of its ferry line to Tarnow Lines."
    result = made_of("\n\n".join([CARRIED[0], false]))
    assert [verdict.claim.text for verdict in result.removed] == [false]
    assert any("Halden Group" in line.text for line in result.brief.facts)


def test_a_sentence_with_its_parties_changed_round_is_refused():
    false = "Halden Group fined the transport ministry 3 million euros."
    assert [verdict.claim.text for verdict in made_of("\n\n".join([CARRIED[0], false])).removed] == [false]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    st.lists(st.sampled_from(CARRIED), min_size=0, max_size=5, unique=True),
    st.lists(st.sampled_from(sorted(FALSE)), min_size=1, max_size=6, unique=True),
    st.randoms(use_true_random=False),
    st.sampled_from(["\n\n", " "]),
)
def test_nothing_rejected_reaches_a_public_file_whatever_is_drafted(carried, false, order, between):
    sentences = [*carried, *false]
    order.shuffle(sentences)
    check(made_of(between.join(sentences)), sentences)


@pytest.mark.parametrize("sentence", sorted(FALSE))
def test_each_false_sentence_is_refused_beside_all_that_is_carried(sentence):
    result = made_of("\n\n".join([*CARRIED[:3], sentence, *CARRIED[3:]]))
    assert any(not verdict.supported for verdict in result.removed), "nothing was refused"
    check(result, [sentence])


def test_the_test_sees_a_survivor_where_there_is_one():
    result = made_of("\n\n".join([CARRIED[0], "Norvik Shipping employs 19,000 people."]))
    files = public_files(result)
    refused = [verdict.claim for verdict in result.removed]
    page = next(name for name in files if name.endswith("brief.html"))
    bad = files | {
        page: files[page].replace("</main>", "<p>Some 19,000 people are employed by Norvik Shipping.</p></main>")
    }
    assert bad[page] != files[page]
    assert survivors(bad, refused) and survivors(bad, [], ("19,000",)) and not survivors(files, refused, ("19,000",))


def test_a_composed_brief_asserts_nothing_that_the_evidence_does_not_carry():
    result = made_of(None)
    check(result, FALSE)
    assert all(v.supported for line in result.brief.stated_lines() for v in line.verdicts)


def test_a_heading_that_repeats_what_was_rejected_goes_too():
    draft = "# Norvik Shipping has sold its ferry line to Halden Group\n\n" + "\n\n".join(CARRIED[:4])
    check(made_of(draft), ["Norvik Shipping has sold its ferry line to Halden Group."])


def test_nothing_of_a_rejected_sentence_is_in_public_after_a_run_of_the_command(tmp_path):
    for number, (text, name) in enumerate(((FERRY, "Harbour Wire"), (FINE, "Veld Times"))):
        head = (
            f"Source: {name}\nDate: 2026-06-0{number + 3}\nTitle: Norvik Shipping considers sale of its ferry line\n\n"
        )
        (tmp_path / f"{number}.txt").write_text(head + text + "\n", encoding="utf-8")
    (tmp_path / "draft.md").write_text("\n\n".join([*CARRIED, *FALSE]), encoding="utf-8")
    words = [COMMAND, "brief", "0.txt", "1.txt", "--out", "out", "--one-story", "--draft", "draft.md", "--json"]
    run = subprocess.run(
        [*words, "--now", "2026-06-05T12:00:00Z"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    (row,) = json.loads(run.stdout)["briefs"]
    assert row["outcome"] == "approve", row["reasons"]
    texts = {
        str(path.relative_to(tmp_path)): path.read_text(encoding="utf-8")
        for path in (tmp_path / "out/public").rglob("*")
        if path.suffix in (".html", ".md", ".json", ".svg", ".csv")
    }
    assert any(name.endswith("brief.json") for name in texts)
    assert survivors(texts, [], {word for words in FALSE.values() for word in words}) == []
