from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "space.accounts"
    label = "accounts"
