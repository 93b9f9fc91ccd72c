"""Says a sentence in other words where the sources' own words run on too long: plainer near-synonyms, and nothing added."""

from __future__ import annotations

import re

from groundwire.briefs.wording import right_article

# Only pairs that stand for each other in any context of a report; grammar and strength stay as they are.
_SYNONYMS = (
    ("purchased", "bought"), ("purchasing", "buying"), ("acquire", "buy"),
    ("acquired", "bought"), ("acquiring", "buying"), ("regarding", "about"), ("concerning", "about"),
    ("due to", "because of"), ("individuals", "people"), ("prohibited", "barred"), ("prohibit", "bar"),
    ("prohibits", "bars"), ("provide", "give"), ("provides", "gives"), ("assistance", "help"),
    ("potential", "possible"), ("impacts on", "effects on"), ("impact on", "effect on"), ("impact of", "effect of"),
    ("conclude", "end"), ("concluded", "ended"), ("commence", "begin"), ("initial", "first"), ("entire", "whole"),
    ("nearly", "almost"), ("roughly", "about"), ("throughout", "across"), ("terminate", "end"),
    ("terminated", "ended"), ("demonstrate", "show"), ("demonstrates", "shows"),
    ("attempt to", "try to"), ("attempts to", "tries to"), ("located in", "in"), ("in accordance with", "under"),
    ("is required to", "must"), ("are required to", "must"), ("whether or not", "whether"), ("in light of", "given"),
    ("in the wake of", "after"), ("on the grounds that", "because"), ("with the exception of", "except"),
    ("in favor of", "for"), ("in an effort to", "to"), ("in an attempt to", "to"), ("as well", "too"),
    ("both houses", "the two houses"), ("a majority of", "most of"), ("consists of", "is made up of"),
    ("automobile", "car"), ("automobiles", "cars"), ("automaker", "carmaker"), ("automakers", "carmakers"),
    ("physicians", "doctors"), ("approximately", "about"), ("large", "big"), ("quickly", "fast"), ("swift", "fast"),
    ("rapidly", "fast"), ("immediately", "at once"), ("although", "though"), ("resulted in", "led to"),
    ("resulting in", "leading to"), ("results in", "leads to"), ("requesting", "asking for"),
    ("demands for", "calls for"), ("numerous", "many"), ("over the course of", "over"),
    ("statewide", "across the state"), ("nationwide", "across the country"), ("decided to", "chose to"),
    ("ensure", "make sure"), ("ensures", "makes sure"), ("completed", "finished"), ("occurred", "happened"),
    ("occurs", "happens"), ("incorrect", "wrong"), ("per year", "a year"), ("per day", "a day"),
    ("per month", "a month"), ("annually", "each year"), ("annual", "yearly"), ("elderly", "old"),
    ("to purchase", "to buy"),
)  # fmt: skip
_TABLE = dict(_SYNONYMS)
_WORDS = re.compile(r"\b(" + "|".join(sorted(map(re.escape, _TABLE), key=len, reverse=True)) + r")\b")
# Adverbs that a report loses nothing by: they do not hedge, limit or negate.
_IDLE = re.compile(
    r" (?:now|already|also|currently|recently|officially|formally|specifically|actually|effectively|clearly|certainly|indeed|very|quite|newly|simply)(?= [a-z])(?! (?:that|than|to)\b)"
)


def reworded(text: str) -> str:
    """The sentence in plainer words: near-synonyms, and idle adverbs gone."""
    if '"' in text:
        return text
    text = _WORDS.sub(lambda match: _TABLE[match.group(1)], text)
    return right_article(_IDLE.sub("", text))
