"""Whether a sentence tells an event or only talks: praise, slogans and general truths are no news, whoever says them."""

from __future__ import annotations

import re
from datetime import date

from groundwire.briefs import speech
from groundwire.language.calendar import MONTHS

NUMBER = re.compile(r"\d[\d.,]*")
MONEY = re.compile(r"[$€£]\s?\d|\b(?:billion|million)\b|per cent|%")
# Words of judgement: they say what somebody thinks of a thing, not what happened.
# Calls and soft judgement, which technical advice uses too: one of them is no reason to leave a sentence out.
_SOFT = (
    r"should|must|ought|need to|needs to|important\w*|ensure|make sure that|clear|strong|tough|critical that|essential|integral|vital|accountable|accountability|message|values|leadership|families|"
    r"concerned|troubled|worried|committed|commitment|commend|hope\w*|believe\w*|seriously|crucial\w*|simply|historic"
)
# Praise, blame, feeling and idiom: what somebody thinks of a thing, not what happened.
_HARD = (
    r"dramatic\w*|proud|proudly|pleased|applaud\w*|thank\w*|grateful|deeply|milestone|wake-up|vindicat\w*|seriousness|outrage\w*|inexcusable|unacceptable|tragic|tragedy|obvious\w*|thoughts|prayers|great|best|worst|"
    r"wonderful|excited|exciting|disappoint\w*|vigilant|justice was|dedicated|dedication|hard work|future generations|common sense|too (?:long|much|often|many)|countless|outspoken|unfair|frustrat\w*|complicated|"
    r"good for|play by the rules|healthy|once and for all|at stake|stand up|wasteful|pork|reckless\w*|shameful|disgrac\w*|brave\w*|hero\w*|heart\w*|fight for|fighting for|hard-?working|our children|imprudent|"
    r"imperative|incredibl\w*|amazing\w*|blatant\w*|egregious\w*|senseless|tireless\w*|aggressively|level playing field|reassure|priority of|affordable|perfect example|prime example|sends? a"
)
_HARD_WORD = re.compile(rf"\b(?:{_HARD})\b", re.IGNORECASE)
RHETORIC = re.compile(rf"\b(?:{_SOFT}|{_HARD})\b", re.IGNORECASE)
# Something was done, decided, found or will be: the verbs of news.
EVENT = re.compile(
    r"\b(?:announced|agreed|approved|passed|rejected|denied|ruled|ordered|filed|charged|indicted|convicted|sentenced|pleaded|pled|admitted|settled|signed|acquired|bought|sold|sued|fined|banned|closed|shut|suspended|"
    r"halted|resumed|launched|released|published|fixed|disclosed|reported|discovered|found|determined|killed|injured|died|collapsed|crashed|resigned|appointed|elected|sworn|withdrew|withdraw|dropped|drop|voted|declared|"
    r"recalled|divest\w*|requires?|required|pay|paid|affects?|affected|vulnerab\w+|credits?|cut|raised|arrested|shot|introduced|proposed|allege[sd]?|scheduled|affirmed|upheld|overturned|struck|cancel\w+|postponed|"
    r"confirmed|nominated|dismissed|detained|extradited|evacuated|reopened|restored|available|opened|issued|asked|urged|wrote|called (?:on|for|off)|referred|replaced?|prohibited|barred|authori[sz]ed|funded|granted|won|lost|beat|marched|fell|rose)\b"
)
# What a firm, an office or a person says of itself at the end of every release.
PORTRAIT = re.compile(
    r"\b(?:headquartered|is a leading|leading (?:global )?(?:provider|supplier|designer|maker|manufacturer)|(?:corporation|company|partnership|firm) (?:based|headquartered|organi[sz]ed|owned)|"
    r"is an? (?:[A-Z]\w+ )?(?:corporation|limited partnership|non-profit|nonprofit|member of)|was founded in|long-?time (?:supporter|advocate|champion)|has (?:long|always) (?:been|fought|supported)|former (?:governor|mayor)|born in|"
    r"is a (?:programming language|registered trademark|trademark|member of the)|serves on the|sits on the)\b"
)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|hundred|thousand|half|third|quarter) [a-z]+s\b"
)
_NAME = re.compile(r"(?<=[\w,;'\"] )[A-Z][\w'-]+")
_SAID = re.compile(
    r"^.{1,160}? (?:said|says|wrote|noted|added|told [A-Z]\w+)(?:,| on \d{1,2} \w+(?: \d{4})?)?(?: in [\w ]{3,30})? (?:that )?"
)

# Said in fewer words than this, without a number, a name or an event, a thing is a remark.
_SHORT = 7
# Letters looked at: no line is longer.
_LONGEST = 1_500


# What was still to come when it was said.
_TO_COME = re.compile(r"\b(?:will|would|to be|is to|are to|scheduled|tentatively|expected|plans?|planned|set to)\b")
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")


def overtaken(text: str, newest: date | None, year: int) -> bool:
    """Whether a sentence tells of something to come for a day that lies before the newest report: by then it has happened or not.

    Args:
        newest: day of the newest report; None when it is not known.
        year: the year of a day that is given without one.
    """
    if newest is None or _TO_COME.search(text) is None:
        return False
    days = []
    for day, month, own in _DAY.findall(text):
        try:
            days.append(date(int(own or year), MONTHS.index(month) + 1, int(day)))
        except ValueError:
            continue
    return bool(days) and max(days) < newest


def told(text: str) -> str:
    """What is said, without the words that say who said it."""
    if not speech.head_speaker(text):
        return text
    found = _SAID.match(text)
    return text[found.end() :] if found else text


def is_talk(text: str) -> bool:
    """Whether a sentence is talk: praise, blame or an idiom without a number or a named party's act, or judgement throughout."""
    what = told(text[:_LONGEST])
    hard, all_judging = len(_HARD_WORD.findall(what)), len(RHETORIC.findall(what))
    number = NUMBER.search(what) is not None or _COUNTED.search(what) is not None
    act = EVENT.search(what) is not None and _NAME.search(what) is not None
    if PORTRAIT.search(what) and not number and not act:
        return True
    if all_judging >= 3 or hard >= 2:
        return not number or all_judging >= 4
    if hard or (all_judging == 2):
        return not number and not act
    event = EVENT.search(what) is not None
    own = what == text or what.startswith("it ")
    return not own and not number and not event and (all_judging > 0 or len(what.split()) < _SHORT)


def worth(text: str, rhetoric: float, nameless: float) -> float:
    """A factor of at most 1 on how much a sentence is worth as news."""
    value = rhetoric ** len(RHETORIC.findall(text))
    if PORTRAIT.search(text):
        value *= nameless * nameless
    what = told(text)
    if NUMBER.search(what) is None and EVENT.search(what) is None:
        value *= nameless
    return value
