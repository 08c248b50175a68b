"""Where notes point in a text."""

from space.blog.passages import Pointed, finds, pointed_at

TEXT = '<p>Half of <em>them</em> came &amp; went.</p><p>The rain <img alt="a > b"> did not.</p>'


def test_a_passage_is_found_across_tags_paragraphs_and_line_breaks():
    assert finds(TEXT, "of them came & went")
    assert finds(TEXT, "went. The\n rain")
    assert not finds(TEXT, "a > b")
    assert not finds(TEXT, "  ")


def test_a_passage_is_marked_in_every_piece_and_the_text_stays_the_same():
    html, found = pointed_at(TEXT, [Pointed("note-1", "of them came & went"), Pointed("note-2", "snow")])
    assert found == {"note-1"}
    assert '<mark class="noted" id="note-1">of </mark><em><mark class="noted">them</mark></em>' in html
    assert "came &amp; went</mark>.</p>" in html
    for piece in ('<mark class="noted" id="note-1">', '<mark class="noted">', "</mark>"):
        html = html.replace(piece, "")
    assert html == TEXT


def test_signs_in_a_passage_stay_words():
    html, found = pointed_at("<p>1 &lt; 2 &lt;script&gt;</p>", [Pointed("note-1", "2 <script>")])
    assert found
    assert "<script" not in html
