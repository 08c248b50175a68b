from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "space.pages"
    label = "pages"

    def ready(self) -> None:
        from django.db.models import Q

        from space.accounts.resting import stays_open
        from space.discuss.actions.erasing_words import spare
        from space.discuss.openings import bind
        from space.pages import wording  # noqa: F401  (declares its settings)
        from space.pages.front import blocks  # noqa: F401  (the same)
        from space.pages.menus import register_pages
        from space.pages.people.found import let_people_be_found
        from space.pages.wiki.panels import page_of_topic
        from space.web import panels

        stays_open("pages:privacy", "pages:contact", "pages:healthz", "pages:robots")
        let_people_be_found()
        register_pages()
        spare(Q(topic__page__isnull=False, number=1))
        bind(Q(page__isnull=False))
        panels.register("topic", order=5, partial="pages/_page_of_topic.html", content=page_of_topic)
