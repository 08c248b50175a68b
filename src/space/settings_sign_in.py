"""How allauth is set up: who may sign in with what, our own forms and adapters in its place; how new people come."""

from space.kit import env

# How new accounts come to be, and what one answers before one is made here. These are all (page).
NEW_ACCOUNTS = env.choice("SPACE_NEW_ACCOUNTS", "open", ("open", "approval", "invitation", "wikis"))
SIGN_UP_QUESTIONS = env.questions("SPACE_SIGN_UP_QUESTIONS")
# From one address in a day; who comes then waits until a moderator has looked.
ACCOUNTS_FROM_ADDRESS_A_DAY = env.number("SPACE_ACCOUNTS_FROM_ADDRESS_A_DAY", 10, at_least=1)
INVITATIONS_A_DAY = env.number("SPACE_INVITATIONS_A_DAY", 10, at_least=1)

ACCOUNT_ADAPTER = "space.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "name"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
# One address a person; a new one takes the old one's place once it is confirmed.
ACCOUNT_CHANGE_EMAIL = True
# Nobody learns from an answer whether an address has an account.
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Seconds for which a sign-in is fresh enough to change passwords, addresses and keys.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# Ours are kept in the database, for all processes (space.accounts.allowances).
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
ACCOUNT_FORMS = {
    "login": "space.accounts.forms.entrance.SignInForm",
    "signup": "space.accounts.forms.entrance.SignUpForm",
    "reset_password": "space.accounts.forms.entrance.AskNewPasswordForm",
    "reset_password_from_key": "space.accounts.forms.entrance.NewPasswordForm",
    "change_password": "space.accounts.forms.keys.ChangePasswordForm",
    "set_password": "space.accounts.forms.keys.SetPasswordForm",
    "reauthenticate": "space.accounts.forms.keys.ReauthenticateForm",
    "add_email": "space.accounts.forms.keys.AddressForm",
}
MFA_ADAPTER = "space.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# An account is known by its name, so an unproved address takes nothing from its owner.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "space.accounts.forms.keys.CodeForm",
    "reauthenticate": "space.accounts.forms.keys.CodeAgainForm",
    "activate_totp": "space.accounts.forms.keys.StartAppForm",
    "add_webauthn": "space.accounts.forms.passkeys.AddPasskeyForm",
    "login_webauthn": "space.accounts.forms.passkeys.PasskeySignInForm",
    "reauthenticate_webauthn": "space.accounts.forms.passkeys.PasskeyAgainForm",
    "authenticate_webauthn": "space.accounts.forms.passkeys.PasskeyAfterPasswordForm",
}
