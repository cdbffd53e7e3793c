"""The pages of signing in, of one's own second factor and password, and of keeping accounts.

Only what Heard uses of the sign-in library has an address, and each says who may open it.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as code
from allauth.mfa.webauthn import views as passkey
from allauth.usersessions import views as sessions
from django.urls import include, path

from heard.foundations.access.permissions import P
from heard.foundations.access.views import needs, open_to
from heard.foundations.accounts import views

entrance = open_to("everyone", why="Nobody is signed in yet; it shows no record")
own = needs(P.USE_HEARD)

account_pages = [
    path("login/", entrance(account.login), name="account_login"),
    path("logout/", entrance(views.sign_out), name="account_logout"),
    path("reauthenticate/", own(account.reauthenticate), name="account_reauthenticate"),
    path("password/", own(views.change_password), name="account_change_password"),
    path("sessions/", own(sessions.list_usersessions), name="usersessions_list"),
    path("factor/", own(factor.index), name="mfa_index"),
    path("factor/code/", entrance(factor.authenticate), name="mfa_authenticate"),
    path("factor/again/", own(factor.reauthenticate), name="mfa_reauthenticate"),
    path("factor/app/", own(code.activate_totp), name="mfa_activate_totp"),
    path("factor/app/remove/", own(code.deactivate_totp), name="mfa_deactivate_totp"),
    path("factor/recovery/", own(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "factor/recovery/new/",
        own(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("passkeys/", own(passkey.list_webauthn), name="mfa_list_webauthn"),
    path("passkeys/add/", own(passkey.add_webauthn), name="mfa_add_webauthn"),
    path("passkeys/sign-in/", entrance(passkey.login_webauthn), name="mfa_login_webauthn"),
    path(
        "passkeys/again/", own(passkey.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"
    ),
    path("passkeys/<int:pk>/name/", own(passkey.edit_webauthn), name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", own(passkey.remove_webauthn), name="mfa_remove_webauthn"),
]
pages = [
    path("", views.accounts, name="list"),
    path("add/", views.add, name="add"),
    path("<uuid:id>/", views.account, name="one"),
    path("<uuid:id>/roles/", views.roles, name="roles"),
    path("<uuid:id>/end-sessions/", views.end_sessions, name="end_sessions"),
    path("<uuid:id>/start-again/", views.start_again, name="start_again"),
    path("<uuid:id>/close/", views.close, name="close"),
    path("<uuid:id>/open/", views.open_again, name="open"),
]
urlpatterns = [
    path("account/", include(account_pages)),
    path("accounts/", include((pages, "accounts"))),
]
