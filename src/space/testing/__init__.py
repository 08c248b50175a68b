"""The known cast and the rooms they meet in. Loaded as plug-ins by conftest.py; never by the product."""
