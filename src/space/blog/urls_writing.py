from django.urls import path

from space.blog.views import writing as views

writing = [
    path("blog/submit", views.submit, name="submit"),
    path("blog/complete/regions", views.complete_regions, name="complete_regions"),
]
