from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "space.events"
    label = "events"

    def ready(self) -> None:
        from space.events import numbers  # noqa: F401  (the settings)
        from space.events.discussing import register as register_in_discuss
        from space.events.drafts import register_drafts
        from space.events.elsewhere import register_elsewhere
        from space.events.kept import register_kept
        from space.events.menus import register_menus
        from space.events.oembed import register as register_oembed
        from space.events.panels import register_panels
        from space.events.searching import be_found
        from space.events.telling.attendees import register as register_attendees
        from space.events.telling.kinds import register as register_kinds
        from space.events.telling.sources import register as register_sources
        from space.events.tiles import register_tiles

        register_drafts()
        register_in_discuss()
        register_menus()
        register_elsewhere()
        register_panels()
        register_attendees()
        register_kinds()
        register_sources()
        be_found()
        register_oembed()
        register_tiles()
        register_kept()
