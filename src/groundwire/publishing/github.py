"""A review as workflow commands, so that findings stand at their lines in a pull request."""

from __future__ import annotations

from groundwire.publishing.wording import clean
from groundwire.records.review import Review, ReviewedSentence
from groundwire.records.verdict import Label


def lines(review: Review, path: str) -> list[str]:
    """One command a finding and input that could not be used, then a notice with the score and the decision.

    Args:
        path: the draft's path in the repository, as annotations should name it.
    """
    made = []
    for reviewed in review.sentences:
        if reviewed.outcome in ("refused", "unresolved"):
            sentence = reviewed.read.sentence
            place = {"file": path, "line": str(sentence.line), "col": str(sentence.column), "title": title(reviewed)}
            made.append(command("error", place, message(reviewed)))
    made += [command("warning", {"file": item.file}, f"not used: {item.reason}") for item in review.warnings]
    decision = review.decision
    summary = f"Fact {decision.score.value}/10, {decision.outcome} under {decision.policy}; {review.verifier}"
    return [*made, command("notice", {"file": path}, summary)]


def title(reviewed: ReviewedSentence) -> str:
    """The finding in a few words."""
    if reviewed.outcome == "unresolved":
        return "cannot be resolved"
    labels = {verdict.label for verdict in reviewed.verdicts}
    for label, words in (
        (Label.CONTRADICTED, "contradicted by the sources"),
        (Label.UNSUPPORTED, "not supported by the sources"),
        (Label.NO_EVIDENCE, "no evidence in the sources"),
    ):
        if label in labels:
            return words
    return "not supported by the sources"


def message(reviewed: ReviewedSentence) -> str:
    """The sentence, why it was refused, and weaker wording that the evidence carries where there is one."""
    weaker = [verdict.suggestion for verdict in reviewed.verdicts if verdict.suggestion]
    parts = [f"“{clean(reviewed.read.sentence.text)}”", clean(reviewed.reason)]
    parts += [f"The evidence carries: “{clean(weaker[0])}”"] if weaker else []
    return " ".join(part for part in parts if part)


def command(name: str, properties: dict[str, str], text: str) -> str:
    """One workflow command on one line; nothing in the text can end it or start another."""
    held = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {held}::{_data(text)}"


def _data(text: str) -> str:
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
