"""Pictures in the text of a story, and the lines under them."""

from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import strip_tags

from space.blog.actions.writing import save_text
from space.blog.credits.figures import lead_figure, with_figures
from space.blog.credits.line import credit_line, plain_line
from space.blog.models import Credit, Source
from space.blog.texts import Words
from space.testing.pictures import LIBRARY

AS_THE_BLOG_SAYS_IT = (
    "File:The_Municipal_Library_Patiala.jpg (13 July 2018) by Wikilover90, CC BY-SA 4.0. "
    "English: The Municipal Library Patiala"
)


class Tags(HTMLParser):
    """What a browser sees of a text: elements and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs) -> None:
        self.found.append((tag, attrs))


def said(credit: Credit, language: str = "en") -> str:
    html = render_to_string("blog/_credit.html", {"credit": credit_line(credit, language)})
    return " ".join(strip_tags(html).split())


def shown(story, by, text: str) -> str:
    edition = save_text(story.original(), Words(title="Un titre", text=text), by=by, began=1)
    return with_figures(edition.current.html, story)


def test_a_credit_says_file_day_author_licence_and_description():
    credit = Credit(**LIBRARY)
    assert said(credit) == AS_THE_BLOG_SAYS_IT
    html = render_to_string("blog/_credit.html", {"credit": credit_line(credit)})
    for address in (credit.page_url, credit.author_url, credit.licence_url):
        assert f'<a href="{address}" rel="nofollow noopener">' in html
    assert '<span lang="en" dir="ltr">' in html


def test_a_day_is_written_in_the_language_of_the_page_and_other_words_stay():
    assert "13 juillet 2018" in said(Credit(**LIBRARY), "fr")
    assert "(circa 1900)" in said(Credit(**LIBRARY | {"taken": "circa 1900"}))
    assert "(2018-13-45)" in said(Credit(**LIBRARY | {"taken": "2018-13-45"}))
    assert said(Credit(**LIBRARY | {"taken": "", "description": ""})) == (
        "File:The_Municipal_Library_Patiala.jpg by Wikilover90, CC BY-SA 4.0."
    )


def test_the_name_of_a_language_begins_as_a_line_does():
    assert "Español: Un telar" in said(
        Credit(**LIBRARY | {"description": "Un telar", "description_language": "es"})
    )
    assert "ქართული: წიგნი" in said(
        Credit(**LIBRARY | {"description": "წიგნი", "description_language": "ka"})
    )


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ({"licence": ""}, "Its licence is not named yet."),
        ({"author": ""}, "CC BY-SA 4.0. Its author is not named yet."),
        ({"author": "", "licence": ""}, "Its author and licence are not named yet."),
    ],
)
def test_a_credit_that_is_not_complete_says_what_it_lacks(missing, told):
    assert told in said(Credit(**LIBRARY | missing))


def test_a_credit_stands_in_the_direction_of_its_page_and_its_description_in_its_own():
    credit = Credit(**LIBRARY | {"description": "مكتبة باتيالا", "description_language": "ar"})
    html = render_to_string("blog/_credit.html", {"credit": credit_line(credit)})
    assert '<span class="credit" lang="en" dir="ltr">' in html
    assert '<span lang="ar" dir="rtl">العربية: مكتبة باتيالا</span>' in html
    with translation.override("ar"):
        assert '<span class="credit" lang="ar" dir="rtl">' in render_to_string(
            "blog/_credit.html", {"credit": credit_line(Credit(**LIBRARY))}
        )


def test_what_strangers_wrote_into_a_credit_is_text():
    hostile = dict.fromkeys(
        ("title", "author", "licence", "taken", "description"), '"><script>{0} {author.__class__} %s</script>'
    )
    hostile |= dict.fromkeys(("page_url", "author_url", "licence_url"), "javascript:alert(1)")
    credit = Credit(source=Source.COMMONS, description_language='x" onload="', **hostile)
    html = render_to_string("blog/_credit.html", {"credit": credit_line(credit)})
    assert "<script" not in html
    assert "javascript:" not in html
    assert 'onload="' not in html
    assert "<a " not in html
    assert "{author.__class__}" in plain_line(credit)


def test_a_picture_alone_in_its_paragraph_is_a_figure_with_caption_and_credit(draft, lena, hung):
    upload = hung(draft, lena, **LIBRARY)
    html = shown(draft, lena, f'Avant.\n\n![Une porte|wide](upload:{upload.pk} "Le <b>matin</b>")\n\nAprès.')
    leads = f'<figure class="figure figure--wide"><a class="picture" href="/uploads/{upload.pk}/"><picture>'
    assert f'{leads}<source type="image/avif"' in html
    assert 'width="900" height="600" alt="Une porte" loading="lazy"' in html
    assert '<span class="figure__caption">Le &lt;b&gt;matin&lt;/b&gt;</span>' in html
    assert AS_THE_BLOG_SAYS_IT in " ".join(strip_tags(html).split())
    assert html.count("<p>") == 2


def test_a_version_that_was_kept_with_the_word_in_its_pictures_reads_the_same(draft, lena, hung):
    upload = hung(draft, lena, **LIBRARY)
    picture = f"![Une porte|wide](upload:{upload.pk})"
    now = save_text(draft.original(), Words(title="T", text=f"{picture}\n\nIci {picture}."), by=lena, began=1)
    # The renderer writes the class where it likes.
    html = with_figures(
        now.current.html.replace(' class="wide"', "").replace("<img", '<img class="wide"'), draft
    )
    kept = now.current.html.replace(' class="wide"', "").replace('alt="Une porte"', 'alt="Une porte|wide"')
    assert kept.count("|wide") == 2
    assert with_figures(kept, draft) == html
    assert "figure--wide" in html
    assert "|wide" not in html


def test_several_pictures_in_one_paragraph_stand_side_by_side(draft, lena, hung):
    one, two = hung(draft, lena, **LIBRARY), hung(draft, lena, tone=20, **LIBRARY)
    html = shown(draft, lena, f"![Un](upload:{one.pk})\n![Deux](upload:{two.pk})")
    assert html.startswith('<div class="figures"><figure class="figure">')
    assert html.count("<figure") == 2
    assert "<br" not in html


def test_a_picture_within_a_line_is_credited_below_the_text(draft, lena, hung):
    upload = hung(draft, lena, **LIBRARY)
    html = shown(draft, lena, f"Regardez ![une porte](upload:{upload.pk}) bien.")
    assert "<figure" not in html
    assert html.index("bien.") < html.index('<ul class="credits">')


def test_nothing_is_told_of_a_picture_that_does_not_hang_on_the_story(draft, lena, kofi, hung):
    theirs = hung(None, kofi, **LIBRARY)
    html = shown(draft, lena, f'<img src="/uploads/{theirs.pk}/library.jpg" alt="x">')
    assert "<figure" not in html
    assert "Wikilover90" not in html


@pytest.mark.parametrize(
    "text",
    [
        '![<p><img src="/uploads/{0}/x.jpg"></p>](upload:{0} "</figcaption><script>alert(1)</script>")',
        '<p><img src="/uploads/{0}/x" alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" onerror="alert(1)"></p>',
        '<p><a href="javascript:alert(1)"><img src="/uploads/{0}/x"></a></p>',
        '<p><img alt=\'src="/uploads/{0}/x"\' src="/uploads/{0}/x" title="<img src=/uploads/{0}/>"></p></p><p>',
    ],
)
def test_what_a_hostile_text_holds_stays_text(draft, lena, hung, text):
    html = shown(draft, lena, text.format(hung(draft, lena, **LIBRARY).pk))
    tags = Tags()
    tags.feed(html)
    assert not {"script", "iframe"} & {name for name, _ in tags.found}
    assert not [1 for _, values in tags.found for key, value in values if key.startswith("on")]
    assert not [
        1 for _, values in tags.found for key, value in values if "javascript:" in value and key == "href"
    ]
    assert [name for name, _ in tags.found].count("img") == html.count("<figure") == 1


def test_the_picture_over_a_story_is_asked_for_first_and_says_its_size(draft, lena, hung):
    edition = save_text(draft.original(), Words(title="T", alt="Une porte", caption="Le matin"), by=lena)
    draft.lead = hung(draft, lena, **LIBRARY)
    html = lead_figure(draft, edition.current, "fr")
    assert 'width="900" height="600" alt="Une porte" fetchpriority="high"' in html
    assert "loading" not in html
    assert 'lang="fr" dir="ltr">Le matin</span>' in html
    draft.lead = None
    assert lead_figure(draft, edition.current, "fr") == ""


def test_figures_cost_one_query_however_many_there_are(draft, lena, hung, django_assert_num_queries):
    text = "\n\n".join(f"![{tone}](upload:{hung(draft, lena, tone=tone, **LIBRARY).pk})" for tone in range(5))
    edition = save_text(draft.original(), Words(title="T", text=text), by=lena)
    with django_assert_num_queries(1):
        assert with_figures(edition.current.html, draft).count("<figure") == 5
