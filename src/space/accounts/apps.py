from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class AccountsConfig(AppConfig):
    name = "space.accounts"
    label = "accounts"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from space.accounts import numbers  # noqa: F401  (declares its settings)
        from space.accounts.arriving.panels import arrival_of
        from space.accounts.arriving.permissions import can_invite
        from space.accounts.kept import register_kept
        from space.accounts.resting import stays_open
        from space.accounts.signed_in import remember_device
        from space.accounts.wiki import panels as wikis
        from space.accounts.wiki.account import shows_the_page
        from space.web import menu, panels

        register_kept()
        user_logged_in.connect(remember_device, dispatch_uid="accounts.remember_device")
        panels.register(
            "person:aside", order=5, partial="accounts/wiki/_on_page.html", content=wikis.on_their_page
        )
        menu.register(
            "preferences",
            pgettext_lazy("preferences", "Wikimedia account"),
            "wiki_account",
            order=25,
            who=shows_the_page,
        )
        menu.register(
            "preferences",
            pgettext_lazy("preferences", "Invitations"),
            "accounts:invitations",
            order=45,
            who=can_invite,
        )
        panels.register("person:staff", order=40, partial="accounts/_arrival.html", content=arrival_of)
        stays_open("account_", "mfa_", "wiki_", "languages:", "accounts:preferences", "accounts:sessions")
        menu.door("theme", "accounts:theme")
        menu.door("join", "account_signup")
        menu.door("sign_in", "account_login")
        menu.door("sign_out", "account_logout")
        menu.register(
            "person", pgettext_lazy("menu", "Your page"), "accounts:me", order=10, icon="userAvatar"
        )
        menu.register(
            "person", pgettext_lazy("menu", "Preferences"), "accounts:preferences", order=20, icon="settings"
        )
        menu.register("person", pgettext_lazy("menu", "Take a break"), "accounts:rest", order=90, icon="moon")
        for order, (label, url_name) in enumerate(
            (
                (pgettext_lazy("preferences", "Your page"), "accounts:me"),
                (pgettext_lazy("preferences", "Preferences"), "accounts:preferences"),
                (pgettext_lazy("preferences", "Password"), "account_change_password"),
                (pgettext_lazy("preferences", "E-mail address"), "account_email"),
                (pgettext_lazy("preferences", "Passkeys and codes"), "mfa_index"),
                (pgettext_lazy("preferences", "Where you are signed in"), "accounts:sessions"),
                (pgettext_lazy("preferences", "Take a break"), "accounts:rest"),
            )
        ):
            menu.register("preferences", label, url_name, order=10 * order)
