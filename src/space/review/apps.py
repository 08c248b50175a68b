from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "space.review"
    label = "review"

    def ready(self) -> None:
        from space.accounts.resting import stays_open
        from space.discuss.models import Post
        from space.moderation.noticing import entry_written
        from space.review import numbers  # noqa: F401  (the settings)
        from space.review.actions.following import follow_posts
        from space.review.gate.registering import register as register_gates
        from space.review.kept import register_kept
        from space.review.log.actions import write_line
        from space.review.menus import register_menus
        from space.review.models.behind import posts_looked_at
        from space.review.panels import register as register_panels
        from space.review.team import watch_offices
        from space.review.telling.kinds import register as register_kinds
        from space.uploads.registry import hangs_on

        # What was decided about somebody can be read, and answered, whatever they hide from themselves.
        stays_open("review:about_me", "review:amend", "review:take_back")
        register_kinds()
        register_kept()
        register_menus()
        watch_offices()
        entry_written.connect(write_line, dispatch_uid="review.log")
        entry_written.connect(follow_posts, dispatch_uid="review.cases")
        hangs_on(Post, posts_looked_at)
        register_gates()
        register_panels()
