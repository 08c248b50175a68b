from space.blog.urls_newsroom import newsroom

app_name = "blog"
urlpatterns = [*newsroom]
