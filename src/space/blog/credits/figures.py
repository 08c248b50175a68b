"""Pictures of a story as readers see them: sized, with a caption, and with the line that says whose they are."""

from collections.abc import Callable, Iterable
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from space.accounts.readers import Reader
from space.blog.credits.line import credit_line
from space.blog.credits.pieces import Paragraph, Pictured, paragraphs_of_pictures, pictures_in
from space.blog.models import Credit, Story, Version
from space.languages import mark
from space.markup.layout import laid_out
from space.uploads.models import Hanging, Upload
from space.uploads.pages import leading, with_pages
from space.uploads.text import picture

_IN_TEXT = "(max-width: 720px) 100vw, 640px"
_WIDE = "(max-width: 896px) 100vw, 864px"
_BESIDE = "(max-width: 640px) 100vw, 320px"


def with_figures(html: str, story: Story) -> SafeString:
    """The text of an edition with its pictures as figures. Expects HTML as a version keeps it.

    A paragraph of one picture becomes a figure, one of several a row of them. What stands within a line of text stays
    there, and is credited below the text. Only what hangs on the story is touched: a text cannot make us tell whose a
    picture is that its readers do not see.
    """
    return _figured(html, lambda numbers: pictures_on(story, numbers))


def with_figures_for(html: str, reader: Reader) -> SafeString:
    """The same of a text that is being written, whose pictures hang on nothing yet: those that its writer sees."""

    def seen(numbers: list[int]) -> dict[int, Upload]:
        found = Upload.objects.visible_to(reader).select_related("credit").in_bulk(numbers)
        return {pk: found[pk] for pk in numbers if pk in found and found[pk].is_picture}

    return _figured(html, seen)


def _figured(html: str, pictures: Callable[[list[int]], dict[int, Upload]]) -> SafeString:
    if "<img" not in html:
        return mark_safe(html)
    # Versions that were kept before the renderer did it say it in the words of their pictures.
    html = laid_out(html)
    known = pictures(list(dict.fromkeys(one.pk for one in pictures_in(html))))
    pieces, after, done = [], 0, set()
    for paragraph in paragraphs_of_pictures(html):
        if all(one.pk in known for one in paragraph.pictures):
            pieces += [with_pages(html[after : paragraph.start]), _shown(paragraph, known)]
            after = paragraph.end
            done |= {one.pk for one in paragraph.pictures}
    left = [upload for pk, upload in known.items() if pk not in done]
    return mark_safe("".join([*pieces, with_pages(html[after:]), _credits_below(left)]))


def lead_figure(story: Story, version: Version, language: str) -> SafeString:
    """The picture over a story, asked for first. Nothing where there is none. Expects `lead` and its credit."""
    upload = story.lead
    if upload is None or upload.hidden_at:
        return mark_safe("")
    image = leading(picture(upload, version.alt, sizes=_WIDE, first=True), upload.pk)
    return _figure(image, version.caption, upload, "figure--wide", **mark(language)._asdict())


def pictures_on(story: Story, numbers: Iterable[int]) -> dict[int, Upload]:
    """Those of these pictures that hang on the story, with their credits, in the order of the numbers."""
    wanted = list(dict.fromkeys(numbers))
    hung = Hanging.objects.filter(
        thing_kind=story._meta.label_lower, thing_id=story.pk, upload_id__in=wanted
    ).select_related("upload__credit")
    found = {one.upload_id: one.upload for one in hung if one.upload.is_picture}
    return {pk: found[pk] for pk in wanted if pk in found}


def credit_of(upload: Upload) -> Credit | None:
    """Expects the credit to be there with it."""
    return getattr(upload, "credit", None)


def _shown(paragraph: Paragraph, known: dict[int, Upload]) -> SafeString:
    if len(paragraph.pictures) > 1:
        figures = [_one(one, known[one.pk], _BESIDE, "") for one in paragraph.pictures]
        return format_html('<div class="figures">{}</div>', mark_safe("".join(figures)))
    (only,) = paragraph.pictures
    return _one(only, known[only.pk], _WIDE if only.wide else _IN_TEXT, "figure--wide" if only.wide else "")


def _one(shown: Pictured, upload: Upload, sizes: str, layout: str) -> SafeString:
    image = picture(upload, shown.alt, sizes=sizes)
    if shown.link:
        image = format_html('<a href="{}" rel="nofollow ugc noopener">{}</a>', shown.link, image)
    else:
        image = leading(image, upload.pk)
    return _figure(image, shown.caption, upload, layout)


def _figure(image: SafeString, caption: str, upload: Upload, layout: str, **more: Any) -> SafeString:
    credit = credit_of(upload)
    context = {"image": image, "caption": caption, "layout": layout, **more}
    context["credit"] = credit_line(credit) if credit else None
    return render_to_string("blog/_figure.html", context)


def _credits_below(uploads: Iterable[Upload]) -> str:
    lines = "".join(f"<li>{_credit(one)}</li>" for one in filter(None, map(credit_of, uploads)))
    return f'<ul class="credits">{lines}</ul>' if lines else ""


def _credit(credit: Credit) -> SafeString:
    return render_to_string("blog/_credit.html", {"credit": credit_line(credit)})
