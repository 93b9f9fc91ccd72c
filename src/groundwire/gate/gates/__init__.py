"""Every gate by its name, in the order they are printed."""

from __future__ import annotations

from groundwire.gate.findings import Check
from groundwire.gate.gates import claims, numbers, parts, persons, quotes, release, standing, times

GATES: dict[str, Check] = {
    "claims-supported": claims.claims_supported,
    "no-rejected-survivor": claims.no_rejected_survivor,
    "lead-supported": claims.lead_supported,
    "modality": claims.modality,
    "numbers-consistent": numbers.numbers_consistent,
    "quotes-verbatim": quotes.quotes_verbatim,
    "quote-length": quotes.quote_length,
    "named-persons": persons.named_persons,
    "origins": standing.origins,
    "conflict": standing.conflict,
    "limits-stated": parts.limits_stated,
    "lens-fits": parts.lens_fits,
    "disclaimers": parts.disclaimers,
    "freshness-and-embargo": times.freshness_and_embargo,
    "placeholder-text": release.placeholder_text,
    "duplicate-of-published": release.duplicate_of_published,
    "languages-agree": parts.languages_agree,
    "figure-from-accepted-claims": parts.figure_from_accepted_claims,
    "certificate-valid": release.certificate_valid,
    "human-approval": release.human_approval,
}
