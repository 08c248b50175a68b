"""What relates topics: the words of their titles, and the links of posts that were written before."""

import django.db.models.deletion
from django.db import migrations, models

from space.discuss.title_words import words_of

# As actions/relating.py finds them in posts that are brought in.
_LINKS = r"""
INSERT INTO discuss_link (post_id, topic_id, number)
SELECT DISTINCT post.id, topic.id, coalesce(place[2], place[3])::integer
FROM discuss_post AS post
CROSS JOIN LATERAL regexp_matches(post.html,
  'href="/(?:discuss/t/(?:[^/?#"]+/)?|t/)(\d{1,15})(?:/(\d{1,9})?)?(?:\?[^#"]*)?(?:#(?:p(\d{1,9}))?[^"]*)?"', 'g') AS place
JOIN discuss_topic AS topic ON topic.id = place[1]::bigint AND topic.id <> post.topic_id
WHERE post.html LIKE '%href="/%t/%'
ON CONFLICT DO NOTHING
"""
_AT_ONCE = 2000


def find_words(apps, _schema):
    Topic, TitleWord = apps.get_model("discuss", "Topic"), apps.get_model("discuss", "TitleWord")
    words = []
    for pk, title in Topic._base_manager.values_list("pk", "title").iterator(chunk_size=_AT_ONCE):
        words += [TitleWord(topic_id=pk, word=word) for word in words_of(title)]
        if len(words) > _AT_ONCE:
            TitleWord.objects.bulk_create(words)
            words = []
    TitleWord.objects.bulk_create(words)


class Migration(migrations.Migration):
    dependencies = [("discuss", "0010_people")]

    operations = [
        migrations.CreateModel(
            name="TitleWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=12)),
                (
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="title_words",
                        to="discuss.topic",
                    ),
                ),
            ],
        ),
        migrations.RunPython(find_words, migrations.RunPython.noop),
        migrations.AddIndex(
            "titleword", models.Index(fields=["word", "-topic"], name="title_word_newest")
        ),
        migrations.AddConstraint(
            "titleword", models.UniqueConstraint(fields=("topic", "word"), name="title_word_once")
        ),
        migrations.AlterField(
            model_name="link",
            name="topic",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="links_here",
                to="discuss.topic",
            ),
        ),
        migrations.AddIndex("link", models.Index(fields=["topic", "post"], name="link_to_topic")),
        migrations.RunSQL(_LINKS, migrations.RunSQL.noop),
    ]
