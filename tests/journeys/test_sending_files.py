"""Somebody shows a picture in a reply: chosen, pasted, or without JavaScript; readers see it."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from space.discuss.models import Post
from space.uploads.models import Upload


def _picture(width: int = 900) -> dict[str, object]:
    out = BytesIO()
    Image.effect_noise((width, 400), 50).convert("RGB").save(out, "JPEG")
    return {"name": "Le marché (1).jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def _shows_the_picture(page: Page) -> None:
    picture = page.locator("article img")
    expect(picture).to_be_visible()
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 0


def test_a_chosen_picture_stands_in_the_text_and_then_in_the_reply(as_, topic, kofi):
    page = as_(kofi)
    page.goto(topic.get_absolute_url())
    with page.expect_file_chooser() as chooser:
        page.get_by_role("link", name="Add a file").click()
    chooser.value.set_files(files=[_picture()])
    text = page.locator("#reply textarea")
    expect(text).not_to_have_value("")
    assert text.input_value() == f"![Le-marché-1](upload:{Upload.objects.for_actions().get().pk})"
    page.get_by_role("button", name="Post reply").click()
    page.get_by_role("article", name="Post 2").wait_for()
    _shows_the_picture(page)
    assert "srcset" in Post.objects.for_actions().get(number=2).html


def test_a_pasted_picture_is_sent_and_pasted_words_stay_words(as_, topic, kofi):
    page = as_(kofi)
    page.goto(topic.get_absolute_url())
    page.locator("#reply textarea").focus()
    paste = """(types) => {
      const carried = new DataTransfer()
      if (types.includes("words")) carried.setData("text/plain", "words")
      const canvas = Object.assign(document.createElement("canvas"), { width: 50, height: 50 })
      return new Promise((done) => canvas.toBlob((blob) => {
        carried.items.add(new File([blob], "screen.png", { type: "image/png" }))
        const event = new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true })
        done(document.querySelector("#reply textarea").dispatchEvent(event))
      }))
    }"""
    assert page.evaluate(paste, ["words"]) is True
    assert page.evaluate(paste, []) is False
    expect(page.locator("#reply textarea")).to_have_value(f"![screen](upload:{_only_upload(page)})")


def _only_upload(page: Page) -> int:
    expect(page.locator("#reply textarea")).not_to_have_value("")
    return Upload.objects.for_actions().get().pk


def test_a_file_that_is_refused_is_explained_beside_the_text(as_, topic, kofi):
    page = as_(kofi)
    page.goto(topic.get_absolute_url())
    with page.expect_file_chooser() as chooser:
        page.get_by_role("link", name="Add a file").click()
    chooser.value.set_files(files=[{"name": "x.png", "mimeType": "image/png", "buffer": b"MZ"}])
    expect(page.locator(".composer__state")).to_contain_text("Files of this kind cannot be sent here.")


@pytest.mark.parametrize("width", [360, 1280])
def test_without_javascript_the_form_says_what_to_write(as_, topic, kofi, width):
    page = as_(kofi, script=False, width=width)
    page.goto("/uploads/")
    page.get_by_label("File").set_input_files(files=[_picture()])
    page.get_by_label("What it shows").fill("The market")
    page.get_by_role("main").get_by_role("button", name="Send").click()
    snippet = page.locator("main code").inner_text()
    assert snippet.startswith("![The market](upload:")

    page.goto(topic.get_absolute_url())
    page.locator("#reply textarea").fill(f"Look: {snippet}")
    page.get_by_role("button", name="Post reply").click()
    page.get_by_role("article", name="Post 2").wait_for()
    _shows_the_picture(page)
