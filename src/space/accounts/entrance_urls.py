"""Those pages of allauth that we offer, under the names it knows. Named one by one: a new version adds none."""

from django.urls import path, re_path

from space.accounts import entrances

urlpatterns = [
    path("login/", entrances.sign_in, name="account_login"),
    path("logout/", entrances.sign_out, name="account_logout"),
    path("signup/", entrances.sign_up, name="account_signup"),
    path("invited/<str:key>/", entrances.sign_up, name="account_invited"),
    path("closed/", entrances.shut, name="account_inactive"),
    path("again/", entrances.prove, name="account_reauthenticate"),
    path("email/", entrances.email, name="account_email"),
    path("email/sent/", entrances.email_sent, name="account_email_verification_sent"),
    path("email/confirm/<str:key>/", entrances.confirm_email, name="account_confirm_email"),
    path("password/", entrances.change_password, name="account_change_password"),
    path("password/set/", entrances.set_password, name="account_set_password"),
    path("password/new/", entrances.ask_new_password, name="account_reset_password"),
    path("password/new/sent/", entrances.asked_new_password, name="account_reset_password_done"),
    path("password/new/done/", entrances.have_new_password, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        entrances.new_password,
        name="account_reset_password_from_key",
    ),
    path("keys/", entrances.keys, name="mfa_index"),
    path("keys/code/", entrances.code, name="mfa_authenticate"),
    path("keys/code/again/", entrances.code_again, name="mfa_reauthenticate"),
    path("keys/app/", entrances.start_app, name="mfa_activate_totp"),
    path("keys/app/remove/", entrances.stop_app, name="mfa_deactivate_totp"),
    path("keys/passkeys/add/", entrances.add_passkey, name="mfa_add_webauthn"),
    path("keys/passkeys/<int:pk>/remove/", entrances.remove_passkey, name="mfa_remove_webauthn"),
    path("keys/passkeys/login/", entrances.sign_in_by_passkey, name="mfa_login_webauthn"),
    path("keys/passkeys/again/", entrances.passkey_again, name="mfa_reauthenticate_webauthn"),
    path("keys/recovery/", entrances.recovery_codes, name="mfa_view_recovery_codes"),
    path("keys/recovery/new/", entrances.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("keys/recovery/download/", entrances.download_recovery_codes, name="mfa_download_recovery_codes"),
]
