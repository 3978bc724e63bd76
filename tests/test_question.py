"""What a question in English asks for is told by its form."""

from __future__ import annotations

import pytest

from retrieval.question import Kind, Wanted, asking_part, names_kind, parse_question


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("Who founded the club?", Kind.WHO, Wanted.PERSON),
        ("By whom was it signed?", Kind.WHO, Wanted.PERSON),
        ("which people signed it", Kind.WHICH, Wanted.PERSON),
        ("which room costs 95 euros", Kind.WHICH, Wanted.THING),
        ("what company makes it", Kind.WHAT, Wanted.GROUP),
        ("what year did it open", Kind.WHAT, Wanted.DATE),
        ("What is the deadline for applications?", Kind.WHAT, Wanted.DATE),
        ("by when must i apply", Kind.WHEN, Wanted.DATE),
        ("How long did it take?", Kind.HOW_MANY, Wanted.DURATION),
        ("how many ships are there", Kind.HOW_MANY, Wanted.NUMBER),
        ("How much does it weigh?", Kind.HOW_MANY, Wanted.NUMBER),
        ("how much of it is left", Kind.HOW_MANY, Wanted.NUMBER),
        ("How much is a ticket for children?", Kind.HOW_MANY, Wanted.MONEY),
        ("how much do adults pay", Kind.HOW_MANY, Wanted.MONEY),
        ("how much to rent a canoe", Kind.HOW_MANY, Wanted.MONEY),
        ("how much for a pupil?", Kind.HOW_MANY, Wanted.MONEY),
        ("how much is parking on Sundays", Kind.HOW_MANY, Wanted.MONEY),
        ("how much is missing", Kind.HOW_MANY, Wanted.NUMBER),
        ("how much to give a kitten", Kind.HOW_MANY, Wanted.NUMBER),
        ("max how many canoes?", Kind.HOW_MANY, Wanted.NUMBER),
        ("what does lunch cost", Kind.HOW_MANY, Wanted.MONEY),
        ("What did they pay for?", Kind.WHAT, Wanted.THING),
        ("What did they pay for in 2021?", Kind.WHAT, Wanted.THING),
        ("What is the hardest part?", Kind.WHAT, Wanted.THING),
        ("how pricey is it", Kind.HOW_MANY, Wanted.MONEY),
        ("What is the fare to the mill?", Kind.WHAT, Wanted.MONEY),
        ("What proportion voted yes?", Kind.WHAT, Wanted.PERCENTAGE),
        ("which country is he from", Kind.WHICH, Wanted.PLACE),
        ("why was it closed", Kind.WHY, Wanted.REASON),
        ("how come it is closed", Kind.WHY, Wanted.REASON),
        ("What made them leave?", Kind.WHAT, Wanted.REASON),
        ("how do i reset it", Kind.HOW, Wanted.MANNER),
        ("For what reason was it closed?", Kind.WHY, Wanted.REASON),
        ("for which purpose do they dry it", Kind.WHY, Wanted.REASON),
        ("For what price was it sold?", Kind.WHAT, Wanted.MONEY),
        ("What is the total number of visitors?", Kind.HOW_MANY, Wanted.NUMBER),
        ("number of people in the choir", Kind.HOW_MANY, Wanted.NUMBER),
        ("What is the number of the house?", Kind.WHAT, Wanted.THING),
        ("How many percent of the fields are wet?", Kind.HOW_MANY, Wanted.PERCENTAGE),
        ("How large is the share of children?", Kind.HOW_MANY, Wanted.PERCENTAGE),
        ("How many parts of the fence are broken?", Kind.HOW_MANY, Wanted.NUMBER),
        ("reason strike harbour", Kind.WHAT, Wanted.REASON),
        ("price lamb market", Kind.WHAT, Wanted.MONEY),
        ("date the letter", Kind.OTHER, Wanted.THING),
        ("who was present?", Kind.WHO, Wanted.PERSON),
        ("who is eligible", Kind.WHO, Wanted.PERSON),
        ("explain the word ledger", Kind.DEFINITION, Wanted.DEFINITION),
        ("ledger meaning", Kind.DEFINITION, Wanted.DEFINITION),
        ("what are seconds", Kind.DEFINITION, Wanted.DEFINITION),
        ("who is Max Born", Kind.DEFINITION, Wanted.DEFINITION),
        ("Who is Rose Reed?", Kind.DEFINITION, Wanted.DEFINITION),
        ("who was mayor before Ida Holm", Kind.WHO, Wanted.PERSON),
        ("who was born in the old mill?", Kind.WHO, Wanted.PERSON),
        ("who is on the jury?", Kind.WHO, Wanted.PERSON),
        ("what was in the crate?", Kind.WHAT, Wanted.THING),
        ("Is it open on Sundays?", Kind.YES_NO, Wanted.YES_NO),
        ("which two ships sank", Kind.LIST, Wanted.THING),
        ("name the three zones", Kind.LIST, Wanted.THING),
        ("price of a ticket", Kind.WHAT, Wanted.MONEY),
        ("parking?", Kind.OTHER, Wanted.THING),
    ],
)
def test_a_form_tells_what_is_asked_for(text: str, kind: Kind, wanted: Wanted) -> None:
    question = parse_question(text)
    assert (question.kind, question.wanted) == (kind, wanted)


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("What company makes it?", "compani"),
        ("which people signed the treaty", "person"),
        ("In which town was she born?", "town"),
        ("What kind of cabinet is wanted?", "cabinet"),
        ("which guests come from Orsk", "guest"),
        ("which buses go to the harbour", "buse"),
        ("Which runner fell after the second bend?", "runner"),
    ],
)
def test_the_focus_is_the_noun_behind_the_question_word(text: str, focus: str) -> None:
    assert [token.term for token in parse_question(text).focus] == [focus]


def test_words_that_say_nothing_are_left_out() -> None:
    question = parse_question("Was anybody ever really inside the tower?")
    assert [token.term for token in question.content] == ["insid", "tower"]


@pytest.mark.parametrize(
    ("question", "content"),
    [
        ("who do i ring when i'm ill", ["ring", "ill"]),
        ("What if I’ve lost it?", ["lose"]),
        ("who'll run the shop", ["run", "shop"]),
        ("List the shops.", ["shop"]),
        ("please define ledger", ["ledger"]),
        ("Give me the names of the shops.", ["name", "shop"]),
        ("name of the shop", ["name", "shop"]),
        ("What prompted Ms Holm to sell?", ["ms", "holm", "sell"]),
        ("For what reason did she sell?", ["sell"]),
        ("What is the number of shops?", ["shop"]),
        ("theres a fee if you're late?", ["fee", "late"]),
    ],
)
def test_a_pronoun_and_its_verb_in_one_word_say_nothing_of_what_is_asked(
    question: str, content: list[str]
) -> None:
    assert [token.term for token in parse_question(question).content] == content


@pytest.mark.parametrize(
    "said",
    [
        "{}, according to the different reports?",
        "{} - what do the papers say?",
        "{}, do the two papers agree?",
        "{}, and do all sources give the same number?",
        "{}? The accounts seem to differ.",
        "{}? Do the tests agree on the cause?",
        "{}, one paper says this and another that",
        "{}, ive seen two dates",
        "{}? I keep hearing different explanations.",
        "{}, there seem to be several versions",
        "{}, sources contradict",
        "{}, who says what",
        "{}, i've read both",
        "{}? one says this, the other that",
        "{}? Report, letter and audit do not match.",
        "{}, do the magazine and the newspaper give the same?",
        "{}, does everybody say the same",
        "The papers disagree: {}?",
        "{}, i saw more than one date",
        "{}, they contradict each other",
    ],
)
def test_that_several_documents_tell_it_is_no_part_of_what_is_asked(said: str) -> None:
    question = parse_question(said.format("when was the old bridge closed"))
    assert [token.term for token in question.content] == ["old", "bridg", "close"]
    assert question.kind is Kind.WHEN
    assert question.of_several


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Why did the two experts disagree?", ["2", "expert", "disagre"]),
        ("Which papers do I have to bring?", ["paper", "bring"]),
        ("Did the police agree to the crossing?", ["polic", "agre", "cross"]),
        ("who presented the accounts", ["present", "account"]),
        ("Do Orsk and Lunde agree on the dam?", ["orsk", "lund", "agre", "dam"]),
        ("Does everybody agree on the dam?", ["everybodi", "agre", "dam"]),
        ("What do the paper and the magazine cost?", ["paper", "magazin", "cost"]),
    ],
)
def test_papers_and_agreement_may_be_what_is_asked_about(text: str, content: list[str]) -> None:
    question = parse_question(text)
    assert [token.term for token in question.content] == content
    assert not question.of_several


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("how high is the audit fee", ["audit", "fee"]),
        ("How large was the budget of 2019?", ["budget", "2019"]),
        ("How high is the tower?", ["high", "tower"]),
        ("Was the high fee paid?", ["high", "fee", "pay"]),
    ],
)
def test_that_an_amount_is_high_is_no_part_of_what_is_asked(text: str, content: list[str]) -> None:
    assert [token.term for token in parse_question(text).content] == content


@pytest.mark.parametrize("text", ["How come the bridge is closed?", "why's the bridge closed"])
def test_how_come_asks_why(text: str) -> None:
    question = parse_question(text)
    assert (question.kind, question.wanted) == (Kind.WHY, Wanted.REASON)
    assert [token.term for token in question.content] == ["bridg", "close"]


def test_the_kind_of_thing_need_not_be_named_by_a_passage() -> None:
    question = parse_question("In which town did the potter sell clay?")
    kinds = [t.term for t in question.content if names_kind(question, t)]
    assert kinds == ["town"]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("What did Dr. Holm say of the mill?", "What did Dr. Holm say of the mill?"),
        ("Who is St. Ives named after?", "Who is St. Ives named after?"),
        ("When did the U.S. have its fair?", "When did the U.S. have its fair?"),
        ("Who is J. K. Holm?", "Who is J. K. Holm?"),
        ("Where is No. 4 Mill Lane?", "Where is No. 4 Mill Lane?"),
        ("Did it open at 5 p.m. on Monday?", "Did it open at 5 p.m. on Monday?"),
        ("I live in the U.S. What do I pay?", "What do I pay?"),
        ("It was plan B. Is it safe?", "Is it safe?"),
        ("it broke. what do i do", "what do i do"),
        ("I like vitamin c. who sells it?", "who sells it?"),
    ],
)
def test_the_point_of_an_abbreviation_ends_no_question(text: str, asks: str) -> None:
    start, end = asking_part(text)
    assert text[start:end].strip() == asks


def test_whether_is_nothing_that_a_document_must_say() -> None:
    asked = parse_question("Tell me whether the keeper caught anyone.")
    assert [token.term for token in asked.content] == ["keeper", "catch"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("max how many canoes?", ["cano"]),
        ("how many canoes max?", ["cano"]),
        ("how many wins has Max", ["win", "max"]),
    ],
)
def test_a_limit_asked_for_in_a_hurry_is_no_word_to_be_found(text: str, content: list[str]) -> None:
    assert [token.term for token in parse_question(text).content] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("can my 9 year old row?", ["9", "child", "row"]),
        ("Is my 9-year-old allowed on the ferry?", ["9", "child", "allow", "ferri"]),
        ("do 5 year olds pay?", ["5", "child", "pay"]),
        ("can my 9 year old van use the ferry?", ["9", "year", "old", "van", "use", "ferri"]),
        ("can my 60 year old row?", ["60", "year", "old", "row"]),
    ],
)
def test_somebody_told_by_a_small_number_of_years_is_a_child(text: str, content: list[str]) -> None:
    assert [token.term for token in parse_question(text).content] == content
