from django.urls import path

from space.membership.views import joining, leading, pages, staff

app_name = "groups"
urlpatterns = [
    path("groups/", pages.directory, name="directory"),
    path("groups/closed", pages.closed, name="closed"),
    path("groups/ask", staff.ask_for_group, name="propose"),
    path("groups/proposals", staff.proposals, name="proposals"),
    path("groups/proposals/<int:pk>", staff.proposal, name="proposal"),
    path("groups/invitation/<str:key>", joining.invitation, name="invitation"),
    path("groups/<str:slug>/", pages.group, name="group"),
    path("groups/<str:slug>/people", pages.people, name="people"),
    path("groups/<str:slug>/people/<int:pk>", leading.member, name="member"),
    path("groups/<str:slug>/appoint", staff.appoint_somebody, name="appoint"),
    path("groups/<str:slug>/join", joining.come_in, name="join"),
    path("groups/<str:slug>/ask", joining.ask, name="ask"),
    path("groups/<str:slug>/withdraw", joining.withdraw, name="withdraw"),
    path("groups/<str:slug>/title", joining.title, name="title"),
    path("groups/<str:slug>/leave", joining.go, name="leave"),
    path("groups/<str:slug>/requests", leading.requests, name="requests"),
    path("groups/<str:slug>/requests/<int:pk>", leading.decide, name="decide"),
    path("groups/<str:slug>/invitations", leading.invitations, name="invitations"),
    path("groups/<str:slug>/invitations/<int:pk>/end", leading.end_one, name="end_invitation"),
    path("groups/<str:slug>/change", leading.change, name="change"),
    path("groups/<str:slug>/end", leading.end, name="end"),
    path("groups/<str:slug>/history", leading.history, name="history"),
    path("groups/<str:slug>/open", staff.open_group, name="open"),
]
