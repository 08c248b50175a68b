from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "space.blog"
    label = "blog"

    def ready(self) -> None:
        from django.contrib.postgres.expressions import ArraySubquery
        from django.db.models import Exists, OuterRef

        from space.accounts import readers
        from space.blog import numbers  # noqa: F401  (the settings)
        from space.blog.discussing import register as register_in_discuss
        from space.blog.drafts import register_drafts
        from space.blog.menus import register_pages
        from space.blog.models import BoardMember, Reviewer, Story
        from space.blog.newsroom.menus import register_newsroom
        from space.blog.panels import register_panels
        from space.blog.searching import be_found
        from space.blog.telling.kinds import register as register_kinds
        from space.uploads.registry import hangs_on

        def reviewed(person: str) -> ArraySubquery:
            return ArraySubquery(Reviewer.objects.filter(person_id=OuterRef(person)).values("language"))

        readers.carry("reviewer_of", reviewed)
        readers.carry(
            "on_the_board", lambda person: Exists(BoardMember.objects.filter(person=OuterRef(person)))
        )
        register_drafts()
        register_panels()
        hangs_on(Story, Story.objects.visible_to)
        register_pages()
        be_found()
        register_in_discuss()
        register_kinds()
        register_newsroom()
