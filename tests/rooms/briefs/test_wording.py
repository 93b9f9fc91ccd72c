"""A source's sentence becomes words that can be printed."""

import time
from datetime import UTC, date, datetime

import pytest

from groundwire.briefs.dating import absolute
from groundwire.briefs.naming import shown_name, speaks_as_one
from groundwire.briefs.quoting import Quoting
from groundwire.briefs.rewording import reworded
from groundwire.briefs.shortening import variants
from groundwire.briefs.speech import as_head, has_speaker, of_one, performed, tail_speech, to_third_person, to_users
from groundwire.briefs.wording import (
    drop_brackets,
    drop_leading,
    is_damaged,
    lower_first,
    mend_apostrophes,
    part_joined,
    plainer,
    tidy,
)
from groundwire.records.source import Document, Snapshot, Source, SourceKind

SNAPSHOT = Snapshot("0" * 64, "text/plain", 1, datetime(2024, 5, 6, tzinfo=UTC), "test")
MONDAY = date(2024, 5, 6)


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("The board today approved the loan.", "The board on 6 May approved the loan."),
        ("The vote was held Sunday night.", "The vote was held on the night of 5 May."),
        ("The hearing will take place on Thursday.", "The hearing will take place on 9 May."),
        ("The plant shut yesterday.", "The plant shut on 5 May."),
        ("It opened on April 9, 2021, in Halden.", "It opened on 9 April 2021 in Halden."),
        ("The hearing is set for Tuesday, Sept. 12.", "The hearing is set for 12 September."),
        ("Sales fell last month.", "Sales fell in April 2024."),
        ("The mine closed two days ago.", "The mine closed on 4 May."),
        ("Shares may fall in March.", "Shares may fall in March."),
    ],
)
def test_dates_become_absolute_in_one_style(said, printed):
    assert absolute(said, MONDAY, 2024) == printed


def test_the_year_is_given_when_it_is_not_the_readers():
    assert absolute("The board met today.", MONDAY, 2026) == "The board met on 6 May 2024."


def test_a_relative_date_of_an_undated_report_is_never_guessed():
    assert absolute("The board met on Tuesday.", None, 2024) is None


def test_a_speaker_at_the_end_is_put_in_front():
    speech = tail_speech('"The bridge will reopen in June," Marta Lind said.')
    assert speech is not None
    assert as_head(speech, speech.who) == "Marta Lind said that The bridge will reopen in June"


def test_a_lost_quotation_mark_does_not_hide_the_speaker():
    speech = tail_speech("The mill admits that it cut corners, said Ada Berg, prosecutor for the district of Halden.")
    assert speech is not None and (speech.who, speech.what) == ("Ada Berg", "The mill admits that it cut corners")


def test_an_act_done_by_saying_it_is_told_of_the_speaker():
    assert (
        performed("I urge the council to release the report.", "Mayor Holm")
        == "Mayor Holm urged the council to release the report."
    )
    assert performed("I urge you to act.", "Mayor Holm") == ""


def test_an_institution_is_told_of_in_the_third_person():
    assert to_third_person("We have found a flaw and we recommend an update of our library.") == (
        "It has found a flaw and it recommends an update of its library."
    )


def test_a_notice_to_its_reader_is_told_of_users():
    assert to_users("If you updated last week, you will need to update again.") == (
        "If users updated last week, they will need to update again."
    )


def test_lost_apostrophes_are_given_back_only_where_the_document_shows_the_word():
    whole = "Norvik makes pumps. Norvik was fined. Norviks pumps failed, and the companys board met. The pumps leaked."
    assert mend_apostrophes("Norviks pumps failed.", whole) == "Norvik's pumps failed."
    assert mend_apostrophes("The companys board met.", whole) == "The company's board met."
    assert mend_apostrophes("Several pumps leaked.", whole) == "Several pumps leaked."


def test_a_lost_dash_is_given_back_where_both_words_stand_apart_elsewhere():
    whole = "Two firms were sold. SORAN Works is one of the firms."
    assert part_joined("It sold two firmsSORAN Works and Telm.", whole) == "It sold two firms -- SORAN Works and Telm."


@pytest.mark.parametrize(
    "text",
    [
        "THE COUNCIL VOTES TO CLOSE THE HARBOUR.",
        "The mayor said ?this is wrong.",
        'The mayor said "this is wrong.',
        "It sold two firmsSoran and left.",
        "The plant (in Halden was shut.",
    ],
)
def test_damaged_text_is_never_printed(text):
    assert is_damaged(text)


def test_a_bracket_goes_and_an_identifier_stays():
    assert drop_brackets("The senator (D-ND) said so.") == "The senator said so."
    assert drop_brackets("A flaw (CVE-2031-1234) was fixed.") == "A flaw (CVE-2031-1234) was fixed."


def test_words_that_only_join_sentences_go():
    assert drop_leading("However, the harbour stays shut.") == "The harbour stays shut."


def test_heavy_words_become_plain_ones():
    assert plainer("Approximately ten ships sank prior to noon.") == "About ten ships sank before noon."


def test_a_name_keeps_its_capital_after_that():
    assert lower_first("Marta Lind resigned.", lambda word: False) == "Marta Lind resigned."
    assert lower_first("The harbour is shut.", lambda word: False) == "the harbour is shut."


def test_a_shorter_version_never_loses_a_condition():
    text = "The firm will pay a fine of 4 million dollars, if the court of Halden agrees to the terms by June."
    assert all("if the court" in version for version in variants(text))


def test_a_shorter_version_never_breaks_a_list():
    text = "The firm admitted to fraud, bribe officials, and hide the records of it from the tax office."
    assert all(not version.endswith("bribe officials.") for version in variants(text))


def test_other_words_say_the_same_and_leave_quotations_alone():
    assert reworded("The firm now plans to acquire roughly ten mills.") == "The firm plans to buy about ten mills."
    assert reworded('He called it "roughly right".') == 'He called it "roughly right".'


@pytest.mark.bad("T09")
@pytest.mark.parametrize(
    "unit", ["a ", "A, ", "( ", '" said X, ', "Mr. A said ", "the A of the ", ", who ", "1 May ", " -- "]
)
def test_hostile_text_is_read_in_linear_time(unit):
    text = (unit * (20_000 // len(unit)))[:20_000]
    start = time.perf_counter()
    tail_speech(text)
    plainer(text)
    drop_brackets(text)
    absolute(text, MONDAY, 2024)
    reworded(text)
    is_damaged(text)
    assert time.perf_counter() - start < 1.0


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("The bill passed last night.", "The bill passed on the night of 5 May."),
        ("Guards made ten arrests over Saturday's protests.", "Guards made ten arrests over the 4 May protests."),
        ("He will be heard at the Monday hearing.", "He will be heard at the 6 May hearing."),
        ("He will be heard at the Thursday hearing.", "He will be heard at the 9 May hearing."),
        ("Two left after Super Tuesday.", "Two left after Super Tuesday."),
        ("It is not expected until next year.", "It is not expected until 2025."),
        ("They were heard just last month.", "They were heard in April 2024."),
        ("The rivalry that exists today is small.", "The rivalry that exists is small."),
        ("2024-02-05 - Nora Lind reports the flaw.", "On 5 February, Nora Lind reports the flaw."),
        ("2024-02-06 The quay is shut.", "On 6 February, the quay is shut."),
        ("The show opens to the public on Friday.", "The show opens to the public on 10 May."),
        ("This year's vote is close.", "The 2024 vote is close."),
    ],
)
def test_dates_that_own_or_open_something_are_absolute_too(said, printed):
    assert absolute(said, MONDAY, 2024) == printed


def test_without_a_day_of_publication_an_owning_weekday_cannot_be_told():
    assert absolute("Guards made ten arrests over Saturday's protests.", None, 2024) is None


def test_a_speaker_without_a_mark_before_him_is_none():
    assert tail_speech("The board met over the week and coach Ada Berg said.") is None
    assert tail_speech("The path may have been made by a stray cart tests of the county said.") is None
    assert tail_speech("The quay will hold for fifty years, Ada Berg said.") is not None


def test_nobody_in_particular_is_no_speaker():
    assert not has_speaker("According to one report, the cuts cost ten posts.")
    assert has_speaker("According to the county, the cuts cost ten posts.")


def test_what_is_everybodys_is_not_given_to_the_institution():
    text = "We need rivals in our economy."
    assert to_third_person(text) == text


def test_a_readers_things_are_theirs_once_they_are_named():
    assert to_users("If you use it, update your library.") == "If users use it, update their library."


def test_an_apostrophe_in_the_wrong_encoding_is_given_back_and_other_remains_are_damage():
    assert tidy("The mayorâs plan wonât hold.") == "The mayor's plan won't hold."
    assert is_damaged("The mayor â a lawyer Ã left.")


def test_a_heading_that_ran_into_the_dateline_goes():
    assert tidy("Holm on Quay Repairs HALDEN, NY - Senator Holm answered it.") == "Senator Holm answered it."


@pytest.mark.parametrize(
    "text", ["Instead of a fine, it asks for repairs.", "So far, ten mills are shut.", "First Lady Ada Berg left."]
)
def test_a_word_that_carries_the_sentence_is_no_joint(text):
    assert drop_leading(text) == text


def test_only_a_word_that_cannot_be_a_name_loses_its_capital():
    assert lower_first("While Norvik grew, ten mills shut.", lambda word: word == "While").startswith("while Norvik")
    assert lower_first("According to one report, ten left.", lambda word: False).startswith("according")
    assert lower_first("Former mayor Tor Voss left.", lambda word: False).startswith("former mayor")
    assert lower_first("Haldenians pay too much.", lambda word: False).startswith("Haldenians")


def test_a_plural_before_a_verb_gets_no_apostrophe():
    whole = "The District grew. The District fell. Reports from the Districts indicate that it grew."
    assert "District's" not in mend_apostrophes("Reports from the Districts indicate that it grew.", whole)


def test_a_hedge_behind_not_is_no_idle_adverb():
    assert "formally" in reworded("The sale is not formally agreed.")


def test_the_verb_after_i_is_put_in_the_form_for_a_name():
    assert of_one("I have heard from many.") == "I has heard from many."
    assert of_one("I said so.") == "I said so."


def test_whose_words_run_on_is_told_only_at_the_head_of_a_paragraph():
    def speakers(text):
        document = Document("1", Source("Halden Post"), "", text, SNAPSHOT)
        quoting = Quoting(document, [document])
        found = []
        for number, paragraph in enumerate(text.split("\n\n")):
            for sentence in paragraph.split(". "):
                quoting.whole_quote(sentence.rstrip(".") + ".", number)
                found.append(quoting.speaker)
        return found

    first = "This is a good day for the town, said Mayor Ada Berg. The quay will open in May."
    assert speakers(f"{first}\n\nThe plan is old.\n\nMore is to come.")[:3] == ["", "Mayor Ada Berg", ""]
    # One long paragraph: nothing shows where the mayor's words end.
    assert speakers(f"{first} The police made ten arrests.")[1:] == ["", ""]
    # A report that comes to its speaker later goes on as a report.
    late = "The quay was shut. It will hold for ten years, said Mayor Ada Berg. The police made ten arrests."
    assert speakers(f"{late}\n\nThe plan is old.\n\nMore is to come.")[2] == ""


def test_we_is_the_source_only_where_a_body_speaks():
    def speaks(name, kind=SourceKind.UNKNOWN):
        document = Document("1", Source(name, kind=kind), "", "We found a flaw.", SNAPSHOT)
        return speaks_as_one(document, [document])

    assert speaks("Halden Harbour Board")
    assert speaks("Norvik", SourceKind.COMPANY)
    assert not speaks("Halden Post")
    assert not speaks("Ada at the quay")


def test_a_press_domain_is_named_as_it_is_written():
    document = Document("1", Source("haldenpost.com"), "", "The quay is shut.", SNAPSHOT)
    assert shown_name("haldenpost.com", [document]) == "haldenpost.com"


@pytest.mark.parametrize(
    "text",
    ["The pipe was shut and output fell In response prices rose.", "It owns a third of the bay s output and runs it."],
)
def test_text_that_lost_its_marks_is_damaged(text):
    assert is_damaged(text)


def test_an_opening_phrase_is_not_taken_for_the_one_before_an_apposition():
    text = "According to the county agency, the quake near Halden, a village in the hills, hurt two shepherds."
    assert all("agency a village" not in version for version in variants(text))


def test_a_relative_clause_is_cut_only_where_the_sentence_goes_on():
    text = "The fire will cost ten mills as much as 90 wagons of grain every day, which is a tenth of what the county mills in a good year, including imports."
    assert all("day including" not in version for version in variants(text))
    whole = (
        "The fire in the mill of Halden, which stands at the river, stopped the work of all four hundred people there."
    )
    assert any("Halden stopped" in version for version in variants(whole))
