from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "space.messages"
    # Django's own messages have the shorter name.
    label = "private_messages"

    def ready(self) -> None:
        from space.messages import numbers  # noqa: F401  (the settings)
        from space.messages.carrying import carry_visits
        from space.messages.drafts import register_drafts
        from space.messages.kept import register_kept
        from space.messages.panels import register_panels
        from space.messages.telling import register_telling

        register_drafts()
        register_panels()
        carry_visits()
        register_telling()
        register_kept()
