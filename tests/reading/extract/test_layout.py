"""Pages made of runs of text with places, as a PDF gives them."""

from cairn.reading.extract.layout import Page, Run, laid_out

WIDE = 300.0


def run(text: str, x: float, y: float, width: float = 0.0) -> Run:
    return Run(text, x, x + (width or 5 * len(text)), y, 10)


def page(*runs: Run, number: int = 1) -> Page:
    return Page(number, 600, 800, runs)


def texts(*pages: Page) -> list[str | tuple[str, ...]]:
    return [line.cells or line.text for line in laid_out(list(pages))]


def test_a_mark_set_apart_without_lines_is_a_cell_and_its_text_goes_on_below():
    assert texts(
        page(
            run("✓", 50, 500),
            run("Compost is made from", 100, 500, WIDE),
            run("scraps of everything.", 100, 488),
            run("–", 50, 470),
            run("Beds", 100, 470),
        )
    ) == [("✓", "Compost is made from scraps of everything."), ("–", "Beds")]


def test_a_mark_after_its_text():
    assert texts(
        page(run("Compost is made from", 50, 500, WIDE), run("yes", 500, 500), run("scraps", 50, 488))
    ) == [("Compost is made from scraps", "yes")]


def test_a_sentence_goes_on_in_the_next_column():
    left = [run(f"left {number} is a line of words.", 50, 700 - 12 * number, 200) for number in range(5)]
    right = [
        run(f"right {number} is a line of words.", 330, 700 - 12 * number, 200) for number in range(1, 5)
    ]
    over = run("and goes on over there.", 330, 700, 200)
    last = run("the last line here", 50, 640, 200)

    (whole,) = texts(page(*left, last, over, *right))

    assert "the last line here and goes on over there. right 1" in whole


def test_a_cell_goes_on_over_the_page_as_a_paragraph():
    first = page(run("✓", 50, 300), run("Compost is made", 100, 300))
    second = page(run("from scraps", 100, 600), number=2)

    assert texts(first, second) == [("✓", "Compost is made from scraps")]


def test_a_heading_that_spans_both_columns_cuts_the_page():
    def columns(top: float) -> list[Run]:
        return [
            run(f"{side} {top - row:.0f}.", x, top - row, 200)
            for row in (0, 40, 80)
            for side, x in (("L", 50), ("R", 330))
        ]

    found = texts(page(*columns(700), run("Across", 50, 560, 500), *columns(500)))

    assert found == [
        "L 700.", "L 660.", "L 620.", "R 700.", "R 660.", "R 620.", "Across",
        "L 500.", "L 460.", "L 420.", "R 500.", "R 460.", "R 420.",
    ]  # fmt: skip


def test_marks_and_other_margins_begin_new_lines_and_empty_pages_do_no_harm():
    assert texts(
        page(
            run("✓ One", 50, 500, WIDE),
            run("– Two", 50, 488),
            run("Three", 50, 476),
            run("centred", 200, 464),
        ),
        page(number=2),
    ) == ["✓ One", "– Two", "Three", "centred"]
