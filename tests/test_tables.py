"""A row of a table makes sense alone, also where cells span columns and rows."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from retrieval.reading import html, word
from retrieval.reading.page import Page
from retrieval.records import BlockKind
from tests.helpers import assistant_on

MARKED = """<table><thead><tr><th rowspan=2>To</th><th colspan=2>Adult</th><th rowspan=2>Child</th>
</tr><tr><th>single</th><th>return</th></tr></thead><tbody>
<tr><td>Hamnes</td><td>120</td><td>210</td><td>60</td></tr>
<tr><td rowspan=2>Aurland</td><td>340</td><td>610</td><td>170</td></tr>
<tr><td>380</td><td>690</td><td>190</td></tr>
<tr><td>Ytre Vik</td><td colspan=2>closed until May</td><td>-</td></tr></tbody></table>"""
LEAVE = [
    ["Grade", "Days", "", "Notice"],
    ["", "basic", "after ten years", ""],
    ["A", "27", "30", "one month"],
    ["B", "29", "33", "three months"],
]


def rows(page: Page) -> list[str]:
    found = [block for block in page.blocks if block.kind is BlockKind.ROW]
    return [page.text[block.start : block.end] for block in found]


def test_cells_that_span_rows_and_columns_of_a_web_page_fill_their_places() -> None:
    assert rows(html.read(f"<h1>Fares</h1><p>In crowns.</p>{MARKED}")) == [
        "To: Hamnes | Adult single: 120 | Adult return: 210 | Child: 60",
        "To: Aurland | Adult single: 340 | Adult return: 610 | Child: 170",
        "To: Aurland | Adult single: 380 | Adult return: 690 | Child: 190",
        "To: Ytre Vik | Adult single: closed until May | Child: -",
    ]


def test_headings_that_nothing_but_their_spans_tells_name_every_column_below_them() -> None:
    document = docx.Document()
    table = document.add_table(rows=len(LEAVE), cols=len(LEAVE[0]))
    for number, row in enumerate(LEAVE):
        for at, text in enumerate(row):
            table.cell(number, at).text = text
    for first, last in (((0, 1), (0, 2)), ((0, 0), (1, 0)), ((0, 3), (1, 3))):
        table.cell(*first).merge(table.cell(*last))
    file = io.BytesIO()
    document.save(file)
    assert rows(word.read(file.getvalue())) == [
        "Grade: A | Days basic: 27 | Days after ten years: 30 | Notice: one month",
        "Grade: B | Days basic: 29 | Days after ten years: 33 | Notice: three months",
    ]


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("How many dockers were there in 1990?", "230"),
        ("How many dockers were there in 2004?", "85"),
        ("How many ships called at the harbour in 2004?", "1,236"),
        ("Who was the harbour master in 1990?", "Greta Lindqvist"),
    ],
)
def test_the_cell_that_answers_is_the_one_under_the_heading_asked_for(
    tmp_path: Path, question: str, cell: str
) -> None:
    table = (
        "Year,Ships calling,Dockers,Harbour master\n"
        '1990,412,230,Greta Lindqvist\n2004,"1,236",85,Anneke de Wit\n'
    )
    answer = assistant_on({"harbour.csv": table}, tmp_path).ask(question)
    assert answer.lead == cell
    assert cell in answer.quotes[0].text
