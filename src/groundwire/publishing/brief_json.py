"""A brief as JSON, in the shape of the shipped schema brief.v1.schema.json."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from groundwire.publishing.html import figure_name
from groundwire.publishing.page import cited
from groundwire.publishing.view import capped
from groundwire.publishing.wording import cleaned, composed_how, instant, safe_link
from groundwire.records.brief import Line
from groundwire.records.publication import Publication

VERSION = "groundwire.brief/1"


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of brief.json."""
    text = (files("groundwire.publishing") / "schema" / "brief.v1.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def document(publication: Publication) -> dict[str, Any]:
    """The brief as JSON values. Rejected claims are described, never repeated, and carry no id."""
    made: dict[str, Any] = cleaned(_document(publication))
    return made


def _document(publication: Publication) -> dict[str, Any]:
    story, brief, decision = publication.story, publication.brief, publication.decision
    return {
        "schema": VERSION,
        "id": story.id,
        "version": publication.version,
        "language": publication.language,
        "section": brief.section,
        "status": str(story.status),
        "updates": len(story.updates),
        "checked_at": instant(brief.created_at),
        "next_check": instant(publication.checks[0].due) if publication.checks else None,
        "headline": _line("headline", brief.headline, publication),
        "summary": [_line(f"summary-{n}", line, publication) for n, line in enumerate(brief.summary, 1)],
        "score": {
            "value": decision.score.value,
            "out_of": 10,
            "arithmetic": list(decision.score.arithmetic),
            "caps": [{"name": n, "cap": cap, "reason": reason} for n, cap, reason in decision.score.caps],
            "in_words": capped(decision.score),
            "drafted": brief.drafted,
            "removed": brief.removed,
        },
        "facts": [_line(f"fact-{n}", line, publication) for n, line in enumerate(brief.facts, 1)],
        "differences": [
            {
                "about": difference.about,
                "lines": [_line(f"difference-{n}-{s}", x, publication) for s, x in enumerate(difference.lines, 1)],
                "reason": difference.reason,
            }
            for n, difference in enumerate(brief.differences, 1)
        ],
        "limits": {
            "frame": brief.frame,
            "not_shown": [{"slot": x.slot, "text": x.text} for x in brief.limits if not x.filled],
            "shown": [{"slot": x.slot, "text": x.text} for x in brief.limits if x.filled],
        },
        "analysis": {
            "market": [line.text for line in brief.market],
            "policy_link": [line.text for line in brief.policy_link],
            "builders": [line.text for line in brief.builders],
        },
        "lens": _lens(publication),
        "checks": [_check(check) for check in publication.checks],
        "figures": [_figure(number, figure) for number, figure in enumerate(brief.figures, 1)],
        "evidence": [_note(note) for note in publication.evidence],
        "sources": [_source(source, publication) for source in publication.disclosure.sources],
        "rejected_claims": [
            {"description": c.description, "reason": c.reason, "label": str(c.label), "leans": c.leans}
            for c in brief.rejected
        ],
        "disclosure": {
            "composed": composed_how(brief),
            "reviewed_by": None,
            "verifier": publication.verifier,
            "rationale": list(publication.disclosure.rationale),
            "made": list(publication.disclosure.made),
            "disclaimers": list(publication.disclosure.disclaimers),
        },
        "decision": {
            "outcome": str(decision.outcome),
            "policy": decision.policy,
            "version": decision.version,
            "gates": [{"name": g.name, "outcome": str(g.outcome), "reason": g.reason} for g in decision.gates],
            "not_asked": list(decision.not_asked),
        },
    }


def text(publication: Publication) -> str:
    """The JSON document as the file that is written."""
    return json.dumps(document(publication), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _line(anchor: str, line: Line, publication: Publication) -> dict[str, Any]:
    held = {document.id for document in publication.story.documents}
    return {
        "text": line.text,
        "language": line.lang,
        "analysis": line.analysis,
        "sources": [document for document in cited(line) if document in held],
        "evidence": [note.id for note in publication.evidence if anchor in (note.line, *note.also)],
        "claims": [
            {
                "id": v.claim.id,
                "kind": str(v.claim.kind),
                "modality": str(v.claim.modality),
                "status": str(v.claim.status),
                "label": str(v.label),
                "probability": round(v.probability, 4),
                "level": str(v.level) if v.level else None,
                "origins": v.origins,
            }
            for v in line.verdicts
        ],
    }


def _lens(publication: Publication) -> dict[str, Any] | None:
    brief = publication.brief
    lens = brief.lens
    if lens is None:
        return None
    return {
        "id": lens.id,
        "version": lens.version,
        "title": lens.title,
        "thesis": lens.thesis,
        "trigger": _line("lens-trigger", brief.lens_trigger, publication) if brief.lens_trigger else None,
        "mechanism": list(lens.mechanism),
        "impact_path": list(lens.impact_path),
        "affected_named": list(brief.affected_named),
        "affected_inferred": list(brief.affected_inferred),
        "horizon": lens.horizon,
        "signals": [{"text": signal.text, "criterion": signal.criterion} for signal in lens.signals],
        "does_not_apply": list(lens.does_not_apply),
    }


def _check(check: Any) -> dict[str, Any]:
    return {
        "id": check.id,
        "due": instant(check.due),
        "rule": check.rule,
        "question": check.question,
        "counts_as_yes": check.counts_as_yes,
        "void_if": check.void_if,
        "sources": list(check.cites),
        "frozen": check.frozen,
        "state": "waiting",
    }


def _figure(number: int, figure: Any) -> dict[str, Any]:
    name = figure_name(number, figure.kind)
    return {
        "kind": figure.kind,
        "title": figure.title,
        "caption": figure.caption,
        "alternative": figure.alternative,
        "unit": figure.unit,
        "nodes": [
            {
                "label": n.label,
                "note": n.note,
                "in_evidence": n.evidenced,
                "value": n.value,
                "date": n.iso,
            }
            for n in figure.nodes
        ],
        "files": {"svg": f"{name}.svg", "svg_upright": f"{name}-upright.svg", "csv": f"{name}.csv"},
    }


def _note(note: Any) -> dict[str, Any]:
    return {
        "id": note.id,
        "lines": [note.line, *note.also],
        "source": note.document,
        "spans": [{"start": start, "end": end} for start, end in note.spans],
        "text": "".join(" … " if run.gap else run.text for run in note.runs).strip(),
    }


def _source(source: Any, publication: Publication) -> dict[str, Any]:
    return {
        "id": source.document,
        "publisher": source.publisher,
        "title": source.title,
        "url": safe_link(source.url) or None,
        "published": source.published or None,
        "captured": source.captured,
        "kind": source.kind,
        "extent": source.extent,
        "origin": source.origin,
        "language": source.language,
        "note": source.note,
        "cited": source.cited,
        "sha256": source.sha256,
    }
