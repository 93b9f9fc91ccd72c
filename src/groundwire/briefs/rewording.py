"""Says a sentence in other words where the sources' own words run on too long: plainer near-synonyms, and nothing added."""

from __future__ import annotations

import re

from groundwire.briefs.wording import right_article

# Only pairs that stand for each other in any context of a report; grammar and strength stay as they are. Not here, because a
# reader stumbled over them: "due to" (due to open), "provide" (with), "ensure" (safety), "conclude" (that), "decided" (has
# decided), "assistance" (emergency assistance), "initial" (public offering), "throughout" (the day), "immediately" (to act).
_SYNONYMS = (
    ("purchased", "bought"), ("purchasing", "buying"), ("acquire", "buy"),
    ("acquired", "bought"), ("acquiring", "buying"), ("regarding", "about"), ("concerning", "about"),
    ("individuals", "people"), ("prohibited", "barred"), ("prohibit", "bar"),
    ("prohibits", "bars"),
    ("potential", "possible"), ("impacts on", "effects on"), ("impact on", "effect on"), ("impact of", "effect of"),
    ("commence", "begin"), ("entire", "whole"),
    ("nearly", "almost"), ("roughly", "about"), ("terminate", "end"),
    ("terminated", "ended"),
    ("attempt to", "try to"), ("attempts to", "tries to"), ("located in", "in"), ("in accordance with", "under"),
    ("is required to", "must"), ("are required to", "must"), ("whether or not", "whether"), ("in light of", "given"),
    ("in the wake of", "after"), ("on the grounds that", "because"), ("with the exception of", "except"),
    ("in favor of", "for"), ("in an effort to", "to"), ("in an attempt to", "to"),
    ("both houses", "the two houses"), ("a majority of", "most of"), ("consists of", "is made up of"),
    ("automobile", "car"), ("automobiles", "cars"), ("automaker", "carmaker"), ("automakers", "carmakers"),
    ("physicians", "doctors"), ("approximately", "about"), ("large", "big"), ("swift", "fast"),
    ("although", "though"), ("resulted in", "led to"),
    ("resulting in", "leading to"), ("results in", "leads to"), ("requesting", "asking for"),
    ("demands for", "calls for"), ("numerous", "many"), ("over the course of", "over"),
    ("statewide", "across the state"), ("nationwide", "across the country"),
    ("completed", "finished"), ("occurred", "happened"),
    ("occurs", "happens"), ("incorrect", "wrong"), ("per year", "a year"), ("per day", "a day"),
    ("per month", "a month"), ("annually", "each year"), ("annual", "yearly"),
    ("to purchase", "to buy"),
)  # fmt: skip
_TABLE = dict(_SYNONYMS)
_WORDS = re.compile(r"\b(" + "|".join(sorted(map(re.escape, _TABLE), key=len, reverse=True)) + r")\b")
# Pairs that stand for each other only in the company named: "due to open" and "provide ships with" stay.
_IN_PLACE = (
    (
        re.compile(
            r"(?<! is)(?<! are)(?<! was)(?<! were)(?<! be) due to (?!be |begin|open|start|take|go |meet|end |speak|appear|give|hold|close|launch|leave|arrive)"
        ),
        " because of ",
    ),
    (re.compile(r"\bensur(?=e that\b)e"), "make sure"),
    (re.compile(r"\bdemonstrate(?=s? that\b)"), "show"),
    (re.compile(r"\bprovide(?=s? (?!for |that |to )[^,;]{3,80}(?: to |\.$))(?![^,;]* with )"), "give"),
    (re.compile(r"\bthroughout (?=the (?:country|state|world|region|nation|United)\b)"), "across "),
    (re.compile(r"\bconcluded(?= that\b)"), "found"),
    (re.compile(r"\bdecided to(?= [a-z])(?<!has decided to)(?<!have decided to)(?<!had decided to)"), "chose to"),
)
# Adverbs that a report loses nothing by: they do not hedge, limit or negate. Behind a "not" they do ("not formally confirmed").
_IDLE = re.compile(
    r"(?<! not)(?<!n't)(?<!never) (?:now|already|also|currently|recently|officially|formally|specifically|actually|effectively|clearly|certainly|indeed|very|quite|newly|simply)(?= [a-z])(?! (?:that|than|to)\b)"
)


def reworded(text: str) -> str:
    """The sentence in plainer words: near-synonyms, and idle adverbs gone."""
    if '"' in text:
        return text
    text = _WORDS.sub(lambda match: _TABLE[match.group(1)], text)
    for pattern, word in _IN_PLACE:
        text = pattern.sub(word, text)
    return right_article(_IDLE.sub("", text))
