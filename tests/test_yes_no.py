"""What one sentence says to a question that wants yes or no."""

from __future__ import annotations

import pytest

from bot.answering.yes_no import Setting, yes_or_no
from retrieval.analysis import analyser
from retrieval.question import parse_question
from tests.lines import said


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did the keeper light the lamp?", "On Monday the keeper lit the lamp."),
        ("Didn't the keeper light the lamp?", "On Monday the keeper lit the lamp."),
        ("Is the bakery open on Sunday?", "The bakery is open on Sunday and Monday."),
        ("Did the library refuse the books?", "The library refused the books."),
        ("Did the mill employ a large number of men?", "The mill employed a large number of men."),
        ("Did the boat never leave Bergen?", "The boat never left Bergen."),
        ("Is the bakery separate from the mill?", "The bakery is separate from the mill."),
        ("Did the council refuse to approve the mill?", "The council did not approve the mill."),
        ("Did the council fail to approve the mill?", "The council rejected the mill."),
        ("Is it true that nobody left the boat?", "Nobody left the boat."),
        ("Did the boat set out for Bergen in May?", "The boat left for Bergen in May."),
        ("Can I bring my dog?", "Dogs are allowed on a lead."),
        ("Can I ride after the syrup?", "The syrup does not affect your ability to ride."),
        ("Can I swim after the syrup?", "The syrup has no effect on your ability to swim."),
        ("Is the hall closed?", "The hall is not open."),
        ("Is the map free?", "The map and the guide come at no extra charge."),
        ("Do guests have to sign the book?", "Guests must sign the book."),
        ("Is the quay lit?", "Of the three, only the largest, the quay, is lit."),
        ("May dogs swim in the pond?", "Dogs may swim only in the pond."),
        (
            "Did the choir sell the organ?",
            "The choir's plan to sell the organ was approved.",
        ),
        ("Did the choir sell the organ?", "The choir decided to sell the organ."),
        ("Did the rain make the level drop?", "The rain made the level drop."),
        ("Was it arson?", "The fire was clearly arson."),
        ("Is it free?", "The map is always free."),
        ("Did Ida vote against the mill?", "Ida voted against the mill."),
        ("Is the mill going to open?", "The mill is to open in May."),
        ("Did Ida and Nils meet in person?", "Ida and Nils met in person on Monday."),
        ("Did the meeting end without a vote?", "The meeting ended without a vote."),
        ("Will the choir mend the organ?", "The choir must mend the organ within a year."),
        ("Did the old roof collapse?", "Nobody was hurt when the old roof collapsed."),
        ("Did the choir sing in May?", "Nobody left before the choir sang in May."),
        ("Is the map free?", "The map is free, the lamp is not."),
        ("Are goats allowed on the ferry?", "Goats may come on the ferry."),
        ("Did the chickens leave the mill?", "At dawn the hens left the mill."),
        ("Can I paint with the lamp oil?", "The lamp oil may be used to paint."),
        ("Is the mill open on Tuesdays?", "The mill is open from Monday to Thursday."),
        ("Is the mill open on Sunday?", "The mill is open daily."),
        ("Did the ferry leave at once?", "It doesn't matter that the ferry left at once."),
        ("Did the choir lose the organ?", "It is no wonder that the choir lost the organ."),
        ("Is Nils thought to be rich?", "Nils is thought to be rich."),
        ("Was the mill built before the school?", "The mill was built before the school was."),
        ("Is the strike over?", "On Monday the strike was finally over."),
        ("Are the lamps on?", "The lamps are on from dusk to midnight."),
        ("Did everybody in Lunde vote for it?", "Everyone in Lunde voted for it."),
    ],
)
def test_a_covered_claim_is_a_yes(question: str, text: str) -> None:
    assert said(question, text) is True


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did the keeper light the lamp?", "The keeper did not light the lamp."),
        ("Did the keeper light the lamp?", "The keeper refused to light the lamp."),
        ("Can I ride after the syrup?", "The syrup impairs your ability to ride."),
        ("Do I have to bring my own paddle?", "Paddles and vests are provided."),
        ("Do I need a licence?", "You need a bell; a licence is welcome but not a must."),
        ("Must pupils bring a lunch?", "A hot lunch is included."),
        ("Is the boat ride free?", "Most of the games, except the boat ride are free."),
        ("Is the bakery open on Sunday?", "On Sunday the bakery is closed."),
        ("Was anybody on the boat?", "Nobody was on the boat."),
        ("Is the promise binding?", "It cannot force anybody: the promise is not binding."),
        ("Do pupils have to pay?", "Adults pay 2 crowns; pupils pay nothing."),
        ("Did the boat never leave Bergen?", "The boat left Bergen."),
        ("Did the library accept the books?", "The library rejected the books."),
        ("Did the library refuse the books?", "The library accepted the books."),
        ("Did the council fail to approve the mill?", "The council approved the mill."),
        ("Is it true that nobody left the boat?", "Two keepers left the boat."),
        ("Did the boat never leave Bergen?", "In May the boat left Bergen for Moss."),
        ("Has the roof been mended?", "The roof has yet to be mended."),
        ("Did the choir sell its organ?", "The choir's motion to sell the organ was lost."),
        ("Is breakfast served at noon?", "Breakfast is not served at noon, not even on Sunday."),
        ("Is the mill open on Fridays?", "The mill is open daily except Fridays."),
        ("Can I bring my dog?", "Dogs are not allowed."),
        ("Can I fish at night?", "Night fishing is not permitted."),
        ("Can we camp overnight?", "Overnight camping is not allowed."),
        ("Is rain likely?", "Rain was thought unlikely."),
        ("Can we take a holiday in May?", "Holidays in May are not authorised."),
        ("Can we go on holiday in May?", "No leave of absence for holidays is granted in May."),
        ("Does the lamp work on oil?", "The lamp does not need oil and does not work on oil."),
        ("Is there a bus?", "There is no bus."),
        ("Will the rider be fined?", "Neither the rider nor the steward will be fined."),
        ("Did the motion on the mill go through?", "The motion on the mill failed by two votes."),
        ("Was the plan for the mill approved?", "The plan for the mill was dropped in May."),
        ("Is Ida allowed to sell the organ?", "Ida may play, but may not sell the organ."),
        ("Can I bring my goat?", "Goats must stay outside."),
        ("Can I bring my goat?", "Goats are forbidden."),
        ("Is it allowed to take photos?", "Photographs and recordings are forbidden."),
        ("Are goats allowed on the ferry?", "Goats have to wait outside the ferry."),
        ("Do I need a lamp licence?", "A lamp licence isn't required."),
        ("Can I bring my goat?", "Goats have to wait outside, except for kids."),
        ("Did 500 people visit the mill?", "Some 300 people visited the mill."),
        ("Is the lamp 40 metres high?", "The lamp is 35 metres high."),
        ("Does a ticket for the mill cost 5 euros?", "A ticket for the mill costs 7 euros."),
        (
            "Can I sail on the pond?",
            "Sailing is forbidden on the pond, but guests may sail at sea.",
        ),
        ("Is the lamp free?", "The map is free, the lamp is not."),
        (
            "Are goats allowed in the mill?",
            "Goats may use the yard; in the mill they are forbidden.",
        ),
        ("Are lamps needed?", "Lamps need not be carried."),
        ("Did Ida vote for the mill?", "Ida voted against the mill."),
        ("Did Ida vote against the mill?", "Ida voted for the mill."),
        ("Are goats allowed in the mill?", "Goats are not allowed in the mill, except for kids."),
        ("Will Ida lose her boat?", "Ida will lose her house but not her boat."),
        ("Can I keep rams?", "Goats may be kept, but rams are not permitted."),
        ("Does tram 4 run on Sundays?", "On Sundays tram 4 does not run."),
        ("Is the mill open on Fridays?", "The mill is open from Monday to Thursday."),
        ("Is the mill open on Saturdays?", "The mill is open on weekdays."),
        ("Do members have to pay a deposit?", "Members needn't pay a deposit."),
        ("May guests smoke in the hall?", "Guests mustn't smoke in the hall."),
        ("Can you reach the tower by lift?", "All rooms but the tower can be reached by lift."),
        (
            "Did the ferry leave at once?",
            "It does not matter that the ferry did not leave at once.",
        ),
        ("Did the mill employ a large number of men?", "The mill employed a small number of men."),
        ("Did a large number of boats come?", "A limited number of boats came."),
        ("Did the choirs reach an agreement?", "In the end there was no agreement."),
        ("Was a winner found?", "There was no winner."),
        ("Did they strike a deal with the mill?", "There was no deal with the mill."),
        ("Is the kiosk closed at noon?", "The kiosk is open at noon."),
        ("Is the tunnel finished?", "The tunnel is still unfinished."),
        ("Is the bill paid?", "The bill of the choir remained unpaid."),
    ],
)
def test_a_negation_or_an_opposite_on_one_side_is_a_no(question: str, text: str) -> None:
    assert said(question, text) is False


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did the keeper light the lamp?", "The keeper painted the lamp room."),
        ("Is it open on New Year's Day?", "Note that the closed days are not those of last year."),
        ("Can I park on Mill Lane?", "Cars on Mill Lane go round by Oak Street and Park Road."),
        ("Are dogs allowed?", "For the safety of others we only allow assistance dogs there."),
        ("Can I clean it with soap?", "Clean it with water; soap harms the lamp."),
        ("Did the keeper light the third lamp?", "The keeper lit the second lamp."),
        ("Did the keeper light the lamp in 1911?", "The keeper lit the lamp in 1912."),
        ("Did Ingrid Holm light the lamp?", "The keeper lit the lamp."),
        ("Did Ida and Nils meet in person on Monday?", "On Monday Ida and Nils met by phone."),
        ("Was the organ mended by hand in May?", "In May the organ was mended at last."),
        ("Did the meeting end without a deal?", "The meeting ended as most had agreed."),
        ("Did the keeper light the lamp?", "The keeper might light the lamp."),
        ("Did every keeper light the lamp?", "The keeper lit the lamp."),
        ("Did Bergen defeat Stavanger?", "Stavanger defeated Bergen."),
        ("Did it?", "The keeper lit the lamp."),
        ("Was the bridge finished?", "The choir stops as the bridge halts."),
        ("Can I bring my dog?", "Dogs sleep in the yard."),
        ("Are dogs allowed?", "Dogs are allowed only behind the barn."),
        ("Did everyone vote for the mill?", "Everyone voted for the mill except Ida Holm."),
        ("Is the strike over?", "Selmark Declares Emergency Over Strike"),
        ("Is the strike over?", "The strike was called over the summer."),
        ("Are the lamps on?", "The lamps of the quay stand on iron posts."),
        ("Does everyone in Lunde have a boat?", "In Lunde, fewer than a half of us have a boat."),
        ("Does everybody in Lunde have a boat?", "Many people in Lunde have a boat."),
        ("Have the whole crew left the ship?", "Seven of the crew have left the ship."),
        ("Did the choir sell the organ?", "The choir wants to sell the organ."),
        ("Can I bring my dog?", "Only guide dogs are allowed."),
        ("May I bring my dog?", "Assistance dogs are admitted; other animals must wait."),
        ("Was it arson?", "A man was arrested on suspicion of arson."),
        ("Can I bring my goat?", "Goats may be brought on Mondays if the keeper agrees."),
        ("Can I keep a goat?", "Goats need the keeper's consent, which is given if there is room."),
        ("Can children use the saw?", "The saw may be used by children of 9 years and older."),
        ("Can I make tea with it?", "The choir served tea and soup."),
        ("Is parking free?", "The goat was free until noon, in Albany Park."),
        ("Do you have otters?", "The otter house, which we have built, cost 3 million pounds."),
        ("Does Ida Holm have a boat?", "Ida Holm has a boat shed on the quay."),
        ("Did 500 people visit the mill?", "More than 300 people visited the mill."),
        ("Did more than 500 people visit the mill?", "Some 600 people visited the mill."),
        ("Did 500 people visit the old mill?", "Some 300 people visited the mill."),
        ("Did 500 people visit the mill?", "Some 300 goats visited the mill."),
        ("Are goats allowed?", "Goats are allowed, except for kids."),
        ("Did the choir mend the organ?", "The choir must mend the organ within a year."),
        ("Is the mill open?", "The mill is to open in May."),
        ("Can I use the lamp?", "The lamp may only be used before 9 a.m."),
        ("Can I freeze it?", "Do not use frozen plums."),
        ("Do I have to bring my own paddle?", "Vests are provided."),
        ("Do I have to bring a tent?", "If you come by bus, a tent is provided."),
        ("Do I have to bring a tent?", "Tents are provided for 5 crowns."),
        ("Must pupils bring a lunch?", "Lunch is provided only on Fridays."),
        ("Can I ride after the syrup?", "The syrup may affect your ability to ride."),
        ("Did Ida paint the mill?", "Ida painted, but the mill was not sold."),
        ("Can I sail if I have not paid?", "Whoever has not paid may not sail."),
        ("Can I bring my goat? It isn't a kid.", "Goats are welcome."),
        ("Did the storm damage the old chapel?", "The path ends below the ruined old chapel."),
        ("Is the mill open on Fridays?", "The mill is open on Mondays and Thursdays."),
        ("Is the hall near the station?", "The hall near the station is not heated."),
        ("Did the choir sell the organ?", "The choir was urged by Ida Holm to sell the organ."),
        ("Is Nils Berg rich?", "People thought that Nils Berg was rich."),
        ("Is Nils Berg rich?", "Nils Berg is considered rich."),
        ("Did Ida Holm win the race?", "Ida Holm hoped to win the race."),
        ("Did the keeper resign?", "The keeper is expected to resign."),
        ("Has the bridge been opened?", "The bridge will be opened in May."),
        ("Was the contract signed?", "Nothing begins before the contract has been signed."),
        ("Was the road mended?", "The bus waits until the road has been mended."),
        ("Did the union accept the offer?", "The union nearly accepted the offer."),
        ("Does Ida Holm have a lorry licence?", "The lorry left with Ida Holm beside the driver."),
        ("Can the cook be the steward?", "Together with the cook, appoint a new steward."),
        (
            "Can the cook also be the mate?",
            "A sailor may hold several posts, except that the cook and mate must be two persons.",
        ),
        ("Can I drink milk at noon?", "Tea without milk is allowed until noon."),
        ("Can I play drums?", "Take care when you play drums (not permitted) or flutes."),
        ("Did Ida and Nils agree in Lunde?", "Ida and Nils met in Lunde, according to Olav."),
        ("Did Ida and Nils agree in Lunde?", "Ida and Nils were in Lunde."),
        ("Did the choir want to talk with Bergen?", "The choir sang for Bergen before the talks."),
        ("Did Ida Holm reach an agreement?", "In the end there was no agreement."),
        ("Did the choirs sing about an agreement?", "In the end there was no agreement."),
        ("Does the kiosk close at 5 pm?", "The kiosk opens from 8 am to 5 pm."),
        ("Did the guild win in 1911?", "The dispute of 1911 ended in defeat for the guild."),
        ("Did the guild win in 1911?", "In 1911 the guild was defeated."),
        ("Will Ida Holm step down?", "Ida Holm will be followed by a retired baker."),
    ],
)
def test_what_the_sentence_does_not_cover_stays_undecided(question: str, text: str) -> None:
    assert said(question, text) is None


def test_what_a_text_is_about_need_not_be_said_again() -> None:
    question = parse_question("Are dogs allowed in the mill?")
    assert yes_or_no(question, "Dogs are not allowed.") is None
    decided = yes_or_no(question, "Dogs are not allowed.", Setting(title=frozenset({"mill"})))
    assert decided is not None
    assert not decided.yes
    other = parse_question("Did anyone die in the mill fire?")
    title = frozenset({"mill", "fire"})
    assert yes_or_no(other, "In 1902 a fire killed two bakers.", Setting(title=title)) is None


def test_what_stands_above_a_sentence_need_not_be_said_again() -> None:
    question = parse_question("Is the water from the tank fit for drinking?")
    above = Setting(above=frozenset({"tank", "lamp"}))
    assert yes_or_no(question, "The water is not fit for drinking.") is None
    decided = yes_or_no(question, "The water is not fit for drinking.", above)
    assert decided is not None
    assert not decided.yes


def test_what_is_said_of_another_thing_than_the_one_above_decides_nothing() -> None:
    question = parse_question("Is the mill open on Sunday?")
    above = Setting(above=frozenset({"mill"}))
    assert yes_or_no(question, "The shop is open on Sunday.", above) is None
    decided = yes_or_no(question, "It is open on Sunday.", above)
    assert decided is not None
    assert decided.yes
    question = parse_question("Can guests play the organ in the mill?")
    assert yes_or_no(question, "Guests may play the organ at home.", above) is None
    question = parse_question("Is the old keeper's boat sold?")
    said_above = Setting(above=frozenset({"sell"}))
    assert yes_or_no(question, "The old keeper lost his boat.", said_above) is None


def test_a_denial_needs_less_where_the_page_speaks_of_the_rest() -> None:
    question = parse_question("Is cash accepted at the office?")
    page = Setting(page=frozenset({"office", "offic"}))
    assert yes_or_no(question, "Cash is not accepted.") is None
    decided = yes_or_no(question, "Cash is not accepted.", page)
    assert decided is not None
    assert not decided.yes
    assert yes_or_no(question, "Cash is accepted.", page) is None
    other = parse_question("Can dogs sleep in the mill?")
    assert (
        yes_or_no(other, "Cats cannot sleep in the mill.", Setting(page=frozenset({"dog"}))) is None
    )


def test_a_day_that_the_page_speaks_of_elsewhere_is_left_open() -> None:
    question = parse_question("Is the mill open on Fridays?")
    page = Setting(page=frozenset({"friday"}))
    assert yes_or_no(question, "The mill is open from Monday to Thursday.", page) is None


def test_what_only_the_title_speaks_of_was_not_sold() -> None:
    question, text = parse_question("Do you sell bikes?"), "In May she sold half of her share."
    assert yes_or_no(question, text, Setting(title=frozenset({"bike", "rent"}))) is None


def test_what_became_of_a_thing_tells_of_nobody_there() -> None:
    assert said("Was anybody in the building?", "The building had reopened in May.") is None


ABOVE = "The fifth rehearsal of the choirs began in July."


@pytest.mark.parametrize(
    ("question", "above", "yes"),
    [
        ("Was there a quarrel at the end of the fifth rehearsal?", ABOVE, False),
        ("Did they reach an agreement in July?", ABOVE, False),
        ("Was there a quarrel at the end of the fourth rehearsal?", ABOVE, None),
        ("Did they reach an agreement in June?", ABOVE, None),
        ("Did they reach an agreement in July?", f"{ABOVE} They met again in August.", None),
    ],
)
def test_the_only_time_above_a_sentence_is_that_of_what_it_tells(
    question: str, above: str, yes: bool | None
) -> None:
    terms = frozenset(analyser("en").terms(above))
    text = "There was no quarrel at the end of the rehearsal, and there was no agreement."
    decided = yes_or_no(parse_question(question), text, Setting(above=terms, page=terms))
    assert (decided and decided.yes) is yes


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("A request by the club for a grant was deferred to April.", None),
        ("A request by the club for a grant was rejected.", False),
        ("A request by the club for a grant was approved.", True),
        ("The club got a grant at the request of the council.", True),
    ],
)
def test_what_is_only_applied_for_was_not_got(text: str, yes: bool | None) -> None:
    assert said("Did the club get a grant?", text) is yes
