from space.blog.urls_newsroom import newsroom
from space.blog.urls_pictures import pictures
from space.blog.urls_reading import reading
from space.blog.urls_writing import writing

app_name = "blog"
urlpatterns = [*reading, *newsroom, *writing, *pictures]
