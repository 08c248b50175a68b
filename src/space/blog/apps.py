from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "space.blog"
    label = "blog"

    def ready(self) -> None:
        from space.blog import numbers  # noqa: F401  (the settings)
        from space.blog.carrying import carry_roles
        from space.blog.discussing import register as register_in_discuss
        from space.blog.drafts import register_drafts
        from space.blog.kept import register_kept
        from space.blog.menus import register_pages
        from space.blog.models import Story
        from space.blog.newsroom.menus import register_newsroom
        from space.blog.panels import register_panels
        from space.blog.searching import be_found
        from space.blog.telling.kinds import register as register_kinds
        from space.uploads.registry import hangs_on

        carry_roles()
        register_drafts()
        register_panels()
        hangs_on(Story, Story.objects.visible_to)
        register_pages()
        be_found()
        register_in_discuss()
        register_kinds()
        register_newsroom()
        register_kept()
