"""What kind of statement a claim is, and what is at stake in it; both follow from its type alone."""

from __future__ import annotations

import re

from groundwire.records.claim import (
    ClaimDate,
    ClaimStatus,
    Kind,
    Materiality,
    Modality,
    Quantity,
    Quote,
)

_CODES = re.compile(r"[A-Z]{3}")
_LAW_OR_HARM = re.compile(
    r"\b(?:sentenc\w+|plead\w*|pled|guilty|convict\w+|indict\w+|charg(?:e|es|ed) with|charges|lawsuit|sued|sue|court|ruling|ruled|verdict|settle(?:d|ment)|consent decree|fined?|penalt\w+|violat\w+|fraud|brib\w+|illegal\w*|unlawful\w*|"
    r"killed|dead|died|deaths?|injur\w+|wounded|casualt\w+|victims?|arrest\w+|recall\w*|banned|sanction\w*|antitrust|merger|acqui(?:re|red|res|sition)|takeover|bankrupt\w*|layoffs?|laid off|resign\w*|fired|dismiss\w+|"
    r"contract|deal|agreement|federal funds rate|interest rates?|rate (?:hike|cut)|target range|profit|revenue|earnings|shares (?:rose|fell)|breach|vulnerab\w+|exploit\w*|alleg\w+)\b",
    re.IGNORECASE,
)


def kind_of(how: Modality, status: ClaimStatus, counted: bool, quoted: bool, speaker: str) -> Kind:
    """The kind of a claim."""
    if quoted and speaker:
        return Kind.QUOTE
    if how in (Modality.POSSIBLE, Modality.CONDITIONAL) and status is ClaimStatus.SAID:
        return Kind.FORECAST
    if counted and how in (Modality.DONE, Modality.ONGOING):
        return Kind.FIGURE
    if how in (Modality.DONE, Modality.UNDER_WAY, Modality.PLANNED):
        return Kind.EVENT
    if how is Modality.CONDITIONAL:
        return Kind.FORECAST
    return Kind.STATE


def materiality_of(
    span: str,
    numbers: tuple[Quantity, ...],
    days: tuple[ClaimDate, ...],
    quotes: tuple[Quote, ...],
    lead: bool,
    conduct: bool,
) -> Materiality:
    """What is at stake: 3 for the lead, a named person's conduct, money, casualties, law and market; 2 for other numbers, dates, quotes; else 1.

    Args:
        conduct: whether the claim tells what a named person has done or not done.
    """
    if lead or conduct or any(_CODES.fullmatch(n.unit) for n in numbers) or _LAW_OR_HARM.search(span):
        return Materiality.LEAD
    if numbers or days or quotes:
        return Materiality.DETAIL
    return Materiality.BACKGROUND
