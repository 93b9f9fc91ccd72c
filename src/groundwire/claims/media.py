"""Tells another medium from a person or an office: whose words are reported and whose are said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from groundwire.records.claim import ClaimStatus, ReadSentence

_OUTLETS = (
    r"newspapers?|(?:trade|local|daily|weekly|student|morning|evening|Sunday|business) papers?|(?:the|a|an) (?:weekly|daily|monthly|tabloid|paper)|tabloids?|magazines?|newswires?|news (?:wire|agenc(?:y|ies)|sites?|websites?|outlets?|channels?|programmes?|programs?|reports?)|"
    r"wire services?|broadcasters?|(?:radio|television|TV) (?:stations?|channels?|networks?)|state (?:television|radio|TV|media)|public (?:television|radio)|(?:local|state|social|foreign|domestic|national|regional|independent|some|several|other|various|news|the) (?:media|press)|media|press|outlets|"
    r"(?:media|press|newspaper|unconfirmed|radio|television|several|some|local|earlier|other|various|multiple) (?:news )?reports|reports|rumou?rs|rankings|bloggers?|leaked documents?"
)
_NAMED = (
    r"Reuters|Associated Press|AP|AFP|Agence France-Presse|Bloomberg(?: News)?|BBC|CNN|CNBC|NBC|MSNBC|ABC News|CBS|Fox News|NPR|PBS|DPA|Xinhua|Al Jazeera|Politico|Axios|Wired|TechCrunch|Nikkei|TASS|Interfax|Guardian|Economist|Kyodo|Yonhap|Der Spiegel|Le Monde|El País|"
    r"(?:Radio|Channel|Television|TV|Tele|Canal|News|Daily|The Daily|Sky) (?:[A-Z]\w+|\d{1,2})|"
    r"[A-Z]\w+ (?:Times|Post|Journal|Daily|Herald|Tribune|Gazette|News|Observer|Telegraph|Chronicle|Mail|Independent|Press|Standard|Globe|Star|Review|Weekly|Radio|Television|TV|Courier|Ledger|Examiner|Inquirer|Dispatch|Sentinel|Bulletin|Mirror|Echo|Argus|Broadcasting|Wire|Magazine)"
)
_MEDIUM = re.compile(rf"(?:^|\b)(?:(?i:{_OUTLETS})|{_NAMED})(?:$|\b)")
# Somebody with one of these words speaks for himself or an office, even of a paper: "the newspaper's editor", "the press secretary".
_PERSON = re.compile(
    r"\b(?:secretary|officers?|spokes\w+|directors?|editors?|chief|chair\w*|ministers?|ministry|analysts?|executives?|owners?|publishers?|presidents?|heads?|release|statement|conference|briefing|kit|advis[eo]rs?|anchors?|hosts?|founders?|"
    r"mayors?|(?<!-)officials?|police|sheriff|commission\w*|department|professors?|governors?|senators?|judges?|authorit(?:y|ies)|regulators?|group|union|association|company|corporation|inc|ltd|plc|holdings|reporters? without)\b",
    re.IGNORECASE,
)
# "reports from contacts", "the company's reports", "annual report": what a body itself publishes.
_OWN_REPORTS = re.compile(
    r"\b(?:'s|their|its|our|annual|district|quarterly|financial|agency|government|official|police|auditors?|contacts|bank) (?:\w+ )?reports?\b|\breports? (?:from|by|of|issued|published|released|filed)\b",
    re.IGNORECASE,
)
_NAMED_AS_MEDIUM = re.compile(
    r"\b(?:the |a )?(?:weekly|daily|monthly|tabloid|newspaper|paper|magazine|broadcaster|news agency|newswire|news site|news website|radio station|television channel|TV channel|state agency|channel|website)s?,? (?P<name>[A-Z][\w&’'-]*(?: (?:[A-Z&][\w’'-]*|and|of|de|la|le))*)"
)


def is_medium(speaker: str) -> bool:
    """Whether the words for a speaker name a newspaper, a broadcaster, an agency or unnamed reports."""
    return bool(_MEDIUM.search(speaker)) and not _PERSON.search(speaker) and not _OWN_REPORTS.search(speaker)


def known_media(texts: Sequence[str]) -> frozenset[str]:
    """The names a text introduces as media ("the weekly Vane", "broadcaster TV Sever"), so that a later bare name is known."""
    return frozenset(
        match.group("name").strip() for text in texts for match in _NAMED_AS_MEDIUM.finditer(text) if len(text) < 4000
    )


def give_media(read: Sequence[ReadSentence]) -> list[ReadSentence]:
    """The sentences with what a medium that the text has introduced says taken as reported."""
    known = known_media([item.sentence.text for item in read])
    if not known:
        return list(read)
    return [_with_media(item, known) for item in read]


def _with_media(item: ReadSentence, known: frozenset[str]) -> ReadSentence:
    if not any(claim.status is ClaimStatus.SAID and claim.speaker in known for claim in item.claims):
        return item
    claims = tuple(
        replace(claim, status=ClaimStatus.REPORTED)
        if claim.status is ClaimStatus.SAID and claim.speaker in known
        else claim
        for claim in item.claims
    )
    return replace(item, claims=claims)
