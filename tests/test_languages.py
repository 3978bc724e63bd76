"""What is told of a question in each language: kind, wanted type, content; and shared terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.analysis import analyser
from retrieval.building import build_retriever
from retrieval.evaluation.paragraphs import document_of
from retrieval.language import language_of
from retrieval.question import Kind, Wanted, asking_part, parse_question
from retrieval.splitting import sentences
from tests.helpers import assistant_on

ASKED = [
    ("en", "What does a day ticket cost?", Kind.HOW_MANY, Wanted.MONEY),
    ("en", "How much is a day ticket?", Kind.HOW_MANY, Wanted.MONEY),
    ("en", "What's the deadline?", Kind.WHAT, Wanted.DATE),
    ("en", "Which parts are missing?", Kind.LIST, Wanted.THING),
    ("es", "¿Quién fundó la biblioteca?", Kind.WHO, Wanted.PERSON),
    ("es", "¿En qué año se abrió el puente?", Kind.WHEN, Wanted.DATE),
    ("es", "cuando se abrio el puente", Kind.WHEN, Wanted.DATE),
    ("es", "¿Cuántas personas viven en la isla?", Kind.HOW_MANY, Wanted.NUMBER),
    ("es", "¿Qué ciudad tiene dos catedrales?", Kind.WHAT, Wanted.PLACE),
    ("es", "¿Es el puente de hierro?", Kind.YES_NO, Wanted.YES_NO),
    ("de", "Wann wurde die Brücke eröffnet?", Kind.WHEN, Wanted.DATE),
    ("de", "Wie viele Menschen leben auf der Insel?", Kind.HOW_MANY, Wanted.NUMBER),
    ("de", "Wie viel Prozent der Fläche sind Wald?", Kind.HOW_MANY, Wanted.PERCENTAGE),
    ("de", "Welches Land hat zwei Meere?", Kind.WHICH, Wanted.PLACE),
    ("de", "In welchem Nachbarland liegt der See?", Kind.WHICH, Wanted.PLACE),
    ("de", "Welcher Literaturpreis ging an sie?", Kind.WHICH, Wanted.THING),
    ("de", "Warum wurde der Turm gesperrt?", Kind.WHY, Wanted.REASON),
    ("de", "Hat die Stadt einen Hafen?", Kind.YES_NO, Wanted.YES_NO),
    ("fr", "Qui a dessiné le phare ?", Kind.WHO, Wanted.PERSON),
    ("fr", "Combien de temps a duré le siège ?", Kind.HOW_MANY, Wanted.DURATION),
    ("fr", "Où se trouve le musée ?", Kind.WHERE, Wanted.PLACE),
    ("fr", "Est-ce que le musée est ouvert ?", Kind.YES_NO, Wanted.YES_NO),
    ("ru", "Кто построил маяк?", Kind.WHO, Wanted.PERSON),
    ("ru", "В каком году открыли мост?", Kind.WHEN, Wanted.DATE),
    ("ru", "Сколько стоил билет?", Kind.HOW_MANY, Wanted.MONEY),
    ("ru", "Какая актриса сыграла королеву?", Kind.WHICH, Wanted.PERSON),
    ("ru", "Что такое шлюз?", Kind.DEFINITION, Wanted.DEFINITION),
    ("ar", "من بنى المنارة؟", Kind.WHO, Wanted.PERSON),
    ("ar", "متى افتتح الجسر؟", Kind.WHEN, Wanted.DATE),
    ("ar", "كم عدد سكان الجزيرة؟", Kind.HOW_MANY, Wanted.NUMBER),
    ("ar", "هل المتحف مفتوح؟", Kind.YES_NO, Wanted.YES_NO),
    ("tr", "Köprü ne zaman açıldı?", Kind.WHEN, Wanted.DATE),
    ("tr", "Feneri kim yaptı?", Kind.WHO, Wanted.PERSON),
    ("tr", "Adada kaç kişi yaşıyor?", Kind.HOW_MANY, Wanted.NUMBER),
    ("tr", "Müze açık mı?", Kind.YES_NO, Wanted.YES_NO),
    ("el", "Πότε άνοιξε η γέφυρα;", Kind.WHEN, Wanted.DATE),
    ("el", "Πόσοι άνθρωποι ζουν στο νησί;", Kind.HOW_MANY, Wanted.NUMBER),
    ("el", "Ποια πόλη έχει δύο λιμάνια;", Kind.WHICH, Wanted.PLACE),
    ("ro", "Când a fost deschis podul?", Kind.WHEN, Wanted.DATE),
    ("ro", "Câți oameni locuiesc pe insulă?", Kind.HOW_MANY, Wanted.NUMBER),
    ("ro", "De ce a fost închis turnul?", Kind.WHY, Wanted.REASON),
    ("hi", "पुल कब खुला?", Kind.WHEN, Wanted.DATE),
    ("hi", "द्वीप पर कितने लोग रहते हैं?", Kind.HOW_MANY, Wanted.NUMBER),
    ("hi", "मीनार किसने बनाई?", Kind.WHO, Wanted.PERSON),
    ("vi", "Cây cầu được mở khi nào?", Kind.WHEN, Wanted.DATE),
    ("vi", "Ai xây ngọn hải đăng?", Kind.WHO, Wanted.PERSON),
    ("vi", "Có bao nhiêu người sống trên đảo?", Kind.HOW_MANY, Wanted.NUMBER),
    ("zh", "大桥是什么时候开通的？", Kind.WHEN, Wanted.DATE),
    ("zh", "岛上有多少人？", Kind.HOW_MANY, Wanted.NUMBER),
    ("zh", "灯塔为什么关闭？", Kind.WHY, Wanted.REASON),
    ("zh", "博物馆开放吗？", Kind.YES_NO, Wanted.YES_NO),
    ("th", "สะพานเปิดเมื่อไหร่", Kind.WHEN, Wanted.DATE),
    ("th", "ใครสร้างประภาคาร", Kind.WHO, Wanted.PERSON),
    ("th", "เกาะนี้มีประชากรกี่คน", Kind.HOW_MANY, Wanted.NUMBER),
]


@pytest.mark.parametrize(("language", "text", "kind", "wanted"), ASKED)
def test_questions_tell_what_they_ask_for(
    language: str, text: str, kind: Kind, wanted: Wanted
) -> None:
    question = parse_question(text, language=language)
    assert (question.kind, question.wanted) == (kind, wanted)


@pytest.mark.parametrize(("language", "text"), [(row[0], row[1]) for row in ASKED])
def test_the_language_of_a_question_is_told(language: str, text: str) -> None:
    among = {row[0] for row in ASKED} | {"en"}
    assert language_of(text, among=among) == language


def test_a_greeting_is_no_part_of_the_question() -> None:
    text = "Hola. Por favor, dime ¿cuándo se abrió el puente?"
    span = asking_part(text, language="es")
    assert text[span.start : span.end] == "cuándo se abrió el puente?"


def test_abbreviations_do_not_end_what_is_asked() -> None:
    text = "¿Cuál fue la razón por la que el Sr. Costa perdió?"
    span = asking_part(text, language="es")
    assert text[span.start : span.end].startswith("Cuál")


def test_words_that_ask_are_no_content() -> None:
    question = parse_question("¿En qué año se abrió el puente?", language="es")
    assert {"abri", "puent"} >= {token.term for token in question.content}


FORMS = [
    ("de", "gewann", "gewinnen"),
    ("de", "geschrieben", "schreiben"),
    ("es", "nació", "nacimiento"),
    ("fr", "mourut", "mort"),
    ("ru", "первого", "первый"),
    ("de", "ersten", "erster"),
    ("es", "primera", "primero"),
    ("ar", "والمدرسة", "مدرسة"),
    ("ar", "للمدرسة", "المدرسة"),
    ("de", "400.000", "400000"),
    ("hi", "1,00,000", "100000"),
    ("es", "7º", "séptimo"),
    ("vi", "hoà", "hòa"),
]


@pytest.mark.parametrize(("language", "one", "other"), FORMS)
def test_forms_of_a_word_share_a_term(language: str, one: str, other: str) -> None:
    term = analyser(language).term
    assert term(one) == term(other)


def test_tones_tell_vietnamese_words_apart() -> None:
    term = analyser("vi").term
    assert len({term(word) for word in ("bán", "bàn", "bạn", "ban")}) == 4


TEXTS = {
    "en": "Anna Holm drew the lighthouse in 1911. Anna Holm lived in Bergen. Here are schools.",
    "es": "Anna Holm dibujó el faro en 1911. Anna Holm vivió en Bergen. La isla tiene una escuela.",
    "de": "Anna Holm zeichnete den Leuchtturm 1911. Anna Holm lebte in Bergen. Hier sind Schulen.",
}
DOCUMENTS = [document_of(text, name=code, title="", language=code) for code, text in TEXTS.items()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What did Anna Holm draw in 1911?"),
        ("es", "¿Qué dibujó Anna Holm en 1911?"),
        ("de", "Was zeichnete Anna Holm 1911?"),
    ],
)
def test_passages_in_the_language_of_the_question_come_first(language: str, text: str) -> None:
    hits = build_retriever(DOCUMENTS).search(parse_question(text, language=language)).hits
    assert {hit.passage.document.language for hit in hits} == {language}


def test_a_name_that_only_another_language_knows_is_found_there() -> None:
    spanish = document_of("Pedro Saavedra pintó el puente.", name="p", title="", language="es")
    found = build_retriever([*DOCUMENTS, spanish]).search(
        parse_question("Who is Saavedra?", language="en")
    )
    assert found.hits[0].passage.document.id == "p"


SPLIT = [
    ("de", "Am 3. Mai kam Dr. Weber. Er blieb.", 2),
    ("es", "El Sr. Costa llegó el lunes. ¿Quién lo vio?", 2),
    ("zh", "大桥于1911年开通。岛上有一所学校！", 2),
    ("hi", "पुल 1911 में खुला। द्वीप पर एक स्कूल है।", 2),
    ("ar", "افتتح الجسر عام 1911. أين المدرسة؟", 2),
    ("th", "สะพานเปิดในปี 1911 เกาะมีโรงเรียน", 1),
]


@pytest.mark.parametrize(("language", "text", "count"), SPLIT)
def test_each_language_ends_its_sentences_in_its_own_way(
    language: str, text: str, count: int
) -> None:
    assert len(sentences(text, language=language)) == count


JOINED = [
    ("Wie groß ist der Fichtenwald?", "Der Wald misst neun Hektar."),
    ("Welche Stadt ist das?", "Die Hafenstadt heißt Orrvik."),
    ("Wer baute das?", "Errichtet und gebaut hat alles Lena Hall."),
    ("Wann nahm er ab?", "Er hatte im Mai abgenommen."),
    ("Wann reiste sie an?", "Im Mai war Ada angereist."),
    ("Was ist anzunehmen?", "Sie nahmen es an."),
]


@pytest.mark.parametrize(("question", "sentence"), JOINED)
def test_german_words_are_found_in_compounds_and_apart_from_their_prefix(
    question: str, sentence: str
) -> None:
    texts = [sentence, "Der See ist tief.", "Im Mai regnet es.", "Vom Hut steht hier nichts."]
    documents = [document_of(t, name=str(n), title="", language="de") for n, t in enumerate(texts)]
    found = build_retriever(documents).search(parse_question(question, language="de"))
    assert found.hits[0].passage.text == sentence


def test_a_part_of_a_compound_is_not_the_word_that_was_asked_for() -> None:
    documents = [document_of("Der Wald ist neun Hektar groß.", name="a", title="", language="de")]
    found = build_retriever(documents).search(
        parse_question("Wie groß ist der Fichtenwald?", language="de")
    )
    assert found.unknown == ("Fichtenwald",)


def test_words_of_thai_grammar_part_the_words_around_them() -> None:
    terms = analyser("th").terms
    assert set(terms("ป้อมของเมือง")) == {*terms("ป้อม"), "ของ", *terms("เมือง")}


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("is attendance mandatory", False),
        ("vacation days per year", False),
        ("tenant absence notification", False),
        ("quand est-ce que le musée ouvre ses portes", True),
        ("wann macht die Mühle am Sonntag auf", True),
        ("cuándo abre el molino los domingos", True),
    ],
)
def test_a_hurried_question_is_not_taken_for_a_foreign_language(
    tmp_path: Path, message: str, told: bool
) -> None:
    answer = assistant_on({"mill.md": "The mill of Tarn opens in May."}, tmp_path).ask(
        message, conversation="anna"
    )
    refused = ("not in that language" in answer.lead) or ("en ese idioma" in answer.lead)
    assert refused is told


def test_a_language_that_nobody_speaks_here_is_not_taken_for_another(tmp_path: Path) -> None:
    assistant = assistant_on(
        {"pool.md": "The pool closes at 8 pm. A swim costs 3 euros."}, tmp_path
    )
    for question in ("à quelle heure ferme la piscine ?", "combien coûte le billet ?"):
        assert "not in that language" in assistant.ask(question).lead
    assert "en ese idioma" in assistant.ask("¿a qué hora cierra la piscina?").lead
