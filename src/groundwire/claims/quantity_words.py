"""Words that stand around a number: currencies, relations, units of time, ups and downs."""

from __future__ import annotations

from groundwire.language.grammar import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    FINITE_BE,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    word_set,
)
from groundwire.records.claim import Relation

MONEY_MARKS = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "Rs": "INR",
}
CODES = word_set("""
    USD EUR GBP JPY CNY RMB AUD CAD HKD NZD SGD TWD INR RUB KRW CHF SEK NOK DKK BRL MXN ZAR TRY PLN SAR AED
    """)
MONEY_WORDS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "rupee": "INR", "rupees": "INR", "ruble": "RUB",
    "rubles": "RUB", "roubles": "RUB", "won": "KRW", "franc": "CHF", "francs": "CHF", "peso": "MXN", "pesos": "MXN", "cent": "USc", "cents": "USc", "pence": "GBp", "lira": "TRY", "rand": "ZAR", "reais": "BRL",
}  # fmt: skip
NATIONAL = {
    "australian": "AUD",
    "canadian": "CAD",
    "hong": "HKD",
    "kong": "HKD",
    "zealand": "NZD",
    "singapore": "SGD",
    "taiwan": "TWD",
    "u.s": "USD",
    "us": "USD",
    "american": "USD",
    "swiss": "CHF",
}
BEFORE = {
    ("at", "least"): Relation.AT_LEAST, ("no", "less", "than"): Relation.AT_LEAST, ("no", "fewer", "than"): Relation.AT_LEAST, ("not", "less", "than"): Relation.AT_LEAST, ("minimum", "of"): Relation.AT_LEAST,
    ("at", "most"): Relation.AT_MOST, ("up", "to"): Relation.AT_MOST, ("as", "many", "as"): Relation.AT_MOST, ("as", "much", "as"): Relation.AT_MOST, ("no", "more", "than"): Relation.AT_MOST,
    ("not", "more", "than"): Relation.AT_MOST, ("maximum", "of"): Relation.AT_MOST, ("as", "few", "as"): Relation.AT_LEAST, ("as", "high", "as"): Relation.AT_MOST,
    ("more", "than"): Relation.MORE, ("over",): Relation.MORE, ("above",): Relation.MORE, ("exceeding",): Relation.MORE, ("greater", "than"): Relation.MORE, ("upwards", "of"): Relation.MORE, ("upward", "of"): Relation.MORE,
    ("exceeded",): Relation.MORE, ("exceeds",): Relation.MORE, ("exceed",): Relation.MORE, ("higher", "than"): Relation.MORE, ("larger", "than"): Relation.MORE, ("longer", "than"): Relation.MORE, ("topped",): Relation.MORE, ("surpassed",): Relation.MORE,
    ("less", "than"): Relation.LESS, ("fewer", "than"): Relation.LESS, ("under",): Relation.LESS, ("below",): Relation.LESS, ("lower", "than"): Relation.LESS, ("within",): Relation.AT_MOST,
    ("about",): Relation.ABOUT, ("around",): Relation.ABOUT, ("approximately",): Relation.ABOUT, ("roughly",): Relation.ABOUT, ("nearly",): Relation.ABOUT, ("almost",): Relation.ABOUT, ("some",): Relation.ABOUT, ("circa",): Relation.ABOUT,
    ("close", "to"): Relation.ABOUT, ("near",): Relation.ABOUT, ("estimated",): Relation.ABOUT, ("est",): Relation.ABOUT, ("~",): Relation.ABOUT, ("c",): Relation.ABOUT, ("just", "over"): Relation.MORE, ("just", "under"): Relation.LESS,
    ("an", "estimated"): Relation.ABOUT, ("virtually",): Relation.ABOUT, (">",): Relation.MORE, ("<",): Relation.LESS, ("≥",): Relation.AT_LEAST, ("≤",): Relation.AT_MOST, ("well", "over"): Relation.MORE,
}  # fmt: skip
AFTER = {
    ("or", "more"): Relation.AT_LEAST,
    ("or", "less"): Relation.AT_MOST,
    ("or", "fewer"): Relation.AT_MOST,
    ("or", "so"): Relation.ABOUT,
    ("or", "over"): Relation.AT_LEAST,
    ("or", "higher"): Relation.AT_LEAST,
    ("or", "greater"): Relation.AT_LEAST,
    ("or", "above"): Relation.AT_LEAST,
}
UP = word_set("""
    rise rises rose risen rising grow grows grew grown growing growth increase increases increased increasing up
    gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging
    soar soared soaring higher add added advance advanced expand expanded expansion above raise raised raises
    improve improved improvement
    """)
DOWN = word_set("""
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
    decreases decreased decreasing down lose loses lost losing loss slump slumped slumping plunge plunged plunging
    slide slid sliding slip slipped lower shrink shrank shrunk contract contracted cut cuts reduce reduced reduction
    tumble tumbled sink sank fewer slow slowed below lowered slashed slash
    """)
TIME_UNITS = word_set("""
    second seconds minute minutes hour hours day days week weeks month months year years decade decades quarter
    quarters century centuries
    """)
WINDOW = frozenset(["past", "last", "previous", "recent", "preceding"])
NAME_BEFORE = word_set("""
    no nos number article section chapter title rule rules line flight route highway interstate form part phase
    level version v room gate unit boeing airbus act bill resolution paragraph item page figure table appendix count
    grade type size class channel vol volume verse model series task area building apartment pier terminal group
    tier stage category step exhibit docket case order release lot district precinct ward zone base reactor
    amendment proposition prop directive regulation clause annex schedule code box suite windows python rust ios
    android covid sars versions sections chapters articles titles paragraphs figures tables releases
    java php ruby swift react electron firefox chrome openssl tls ssl http usb jdk
    """)
NOT_UNITS = (
    PREPOSITIONS | COORDINATORS | DETERMINERS | FINITE_BE | HAVE | MODALS | SUBJECT_PRONOUNS | SUBORDINATORS | ADVERBS
) - {"yards"}
# Verbs that say how much by a bare number after them ("fell 3,000"); "raised", "cut" and "added" take objects instead.
TREND_VERBS = word_set(
    "rise rises rose risen rising grow grew grown fall falls fell fallen falling drop drops dropped decline declined up down climb climbed jumped surged slumped plunged slid slipped gained lost tumbled"
)
