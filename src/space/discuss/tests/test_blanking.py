from django.core.files.uploadedfile import SimpleUploadedFile

from space.accounts.readers import NOBODY
from space.discuss.actions import set_language, start_topic
from space.discuss.actions.archiving import blank_post
from space.discuss.models import Post, Topic
from space.uploads.actions import keep_file
from space.uploads.models import Upload

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'


def test_a_post_that_was_taken_down_leaves_no_words_and_no_files(
    client, settings, tmp_path, questions, lena, rosa
):
    settings.MEDIA_ROOT = tmp_path
    upload = keep_file(SimpleUploadedFile("map.svg", DRAWING), by=lena, name="map.svg")
    text = f"My telephone is on this map ![map](upload:{upload.pk})"
    topic = start_topic(questions, by=lena, title="A map of my house", text=text)
    blank_post(Post.objects.for_actions().get(topic=topic), by=rosa, reason="Private address")

    assert "telephone" not in client.get(topic.get_absolute_url()).content.decode()
    assert "telephone" not in Topic.objects.for_actions().get(pk=topic.pk).excerpt
    assert not Upload.objects.visible_to(NOBODY).filter(pk=upload.pk).exists()


def test_what_was_taken_down_says_so_in_whatever_language_it_was(questions, lena, rosa):
    topic = start_topic(questions, by=lena, title="My telephone", text="It is 555.", language="en")
    post = blank_post(Post.objects.for_actions().get(topic=topic), by=rosa, reason="Private")

    assert set_language(post, "fr", by=rosa).html == post.html != ""
