from django.apps import AppConfig


class CommunityConfig(AppConfig):
    name = "space.community"
    label = "community"

    def ready(self) -> None:
        from space.community import look, reading
        from space.web.look import tell

        reading.follow_requests()
        tell(look.look, look.banner)
