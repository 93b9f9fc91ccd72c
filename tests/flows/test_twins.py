"""Pairs of a true and a false claim that differ in one thing: the false one is refused by a rule, the true one by none."""

from __future__ import annotations

import pytest

from groundwire import Checker

CHECKER = Checker()

MILL = "The Ostrel paper mill booked orders worth $4.1 billion last year. It spent $310 million on a new boiler."
SCHOOL = "The school in Vantry has 48,730 books. It lent 9,400 maps and 2,150 globes over the year."
BAKERY = "Pell Bakery now plans to open 12 shops in Corrin instead of the 30 it announced in May."
BANK = "Tarn Bank bought the insurer Ellery Mutual from the Voss family in June."
COURT = "Kest Steel is suing its supplier Loam Ore over late deliveries."
BOATS = "Trawler catches off Marrow were smaller than last year, the fishers' union said."
SHIPS = "The ferry Alder is older than the ferry Birch."
MUSEUM = "The museum dismissed its curator on Monday morning. Later the treasurer of the museum resigned."
TREATY = "Parliament passed the harbour bill on 4 March 2026. Dockers blocked the harbour of Senn on 15 March 2026."
RULES = "7 May 2026. The ministry of Galdor published new rules for drones on Thursday. The rules for drones take effect on 1 August 2026."
STRIKE = (
    "Published Tuesday, 12 May 2026. Glass workers in Norby walked out yesterday over pay at the Norby glass works."
)
PORT = "The port of Casse lifted its ban on tankers on Monday and lowered its mooring fees."
JURY = "The jury in Bray failed to agree on the second charge against the broker."
MAYOR = "Opposition leader Ines Vold accused the mayor of Karst Bay of hiding a letter about lead pipes."
TOYS = "At least half of the toys tested by the consumer council broke the safety rules."

TWINS = [
    (MILL, "The Ostrel paper mill took in orders worth $4.1 billion.", "The Ostrel paper mill took in orders worth $4.1 million."),
    (MILL, "The new boiler cost the mill $310 million.", "The new boiler cost the mill $310 billion."),
    (SCHOOL, "The school in Vantry lent 2,150 globes over the year.", "The school in Vantry lent 9,400 globes over the year."),
    (BAKERY, "Pell Bakery plans to open 12 shops in Corrin.", "Pell Bakery plans to open 30 shops in Corrin."),
    (BANK, "Ellery Mutual was bought by Tarn Bank.", "Tarn Bank was bought by Ellery Mutual."),
    (COURT, "Loam Ore is being sued by Kest Steel.", "Kest Steel is being sued by Loam Ore."),
    (BOATS, "Trawler catches off Marrow were lower than last year.", "Trawler catches off Marrow exceeded last year's."),
    (SHIPS, "The ferry Birch is younger than the ferry Alder.", "The ferry Birch is older than the ferry Alder."),
    (MUSEUM, "The treasurer resigned after the museum had dismissed its curator.", "The treasurer resigned before the museum had dismissed its curator."),
    (TREATY, "Dockers blocked the harbour of Senn after parliament had passed the harbour bill.", "Dockers blocked the harbour of Senn before parliament had passed the harbour bill."),
    (RULES, "The rules for drones take effect on 1 August 2026.", "The rules for drones take effect on 7 May 2026."),
    (STRIKE, "Glass workers in Norby walked out on 11 May 2026.", "Glass workers in Norby walked out on 12 June 2026."),
    (PORT, "The port of Casse lowered its fees for mooring.", "The port of Casse raised its fees for mooring."),
    (JURY, "The jury in Bray did not agree on the second charge.", "The jury in Bray agreed on the second charge."),
    (MAYOR, "Ines Vold accused the mayor of Karst Bay of hiding a letter.", "The mayor of Karst Bay hid a letter about lead pipes."),
    (TOYS, "At least half of the toys tested by the council broke the safety rules.", "All of the toys tested by the council broke the safety rules."),
]  # fmt: skip


@pytest.mark.parametrize(("evidence", "true", "false"), TWINS, ids=[false[:40] for _, _, false in TWINS])
def test_the_false_one_of_a_pair_is_refused_and_the_true_one_is_not_objected_to(evidence, true, false):
    carried, refused = CHECKER.support([(evidence, true), (evidence, false)])
    assert refused == 0.0
    assert carried > 0.0


@pytest.mark.bad("D07")
@pytest.mark.parametrize("claim", ["The school in Vantry has about 49,000 books.", "The school in Vantry has more than 48,000 books."])  # fmt: skip
def test_a_rounded_number_counts_as_carried(claim):
    (support,) = CHECKER.support([(SCHOOL, claim)])
    assert support >= CHECKER.threshold


def test_what_one_sells_another_buys():
    (support,) = CHECKER.support([(BANK, "The Voss family sold Ellery Mutual to Tarn Bank.")])
    assert support >= CHECKER.threshold


def test_a_term_of_ten_days_is_told_as_ten_days():
    (support,) = CHECKER.support([("Pym Foods was told to mend the cold store within ten days.", "Pym Foods was given ten days to mend the cold store.")])  # fmt: skip
    assert support >= CHECKER.threshold


def test_a_line_that_only_opens_like_a_header_is_evidence():
    (support,) = CHECKER.support([("Date: 2026-02-03. Dunmore opened its first tram line. The mayor of the town cut the ribbon in the rain.", "Dunmore opened its first tram line.")])  # fmt: skip
    assert support > 0.0
