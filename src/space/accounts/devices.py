"""A browser in two plain words, made once at sign-in. What it sent of itself is kept nowhere."""

from django.utils.translation import pgettext, pgettext_lazy

_ANY = "browser"
# What is said of itself by others too comes later: Edge says Chrome, and Chrome says Safari.
_BROWSERS = (
    ("SamsungBrowser", "samsung", "Samsung Internet"),
    ("Edg", "edge", "Edge"),
    ("OPR/", "opera", "Opera"),
    ("Vivaldi", "vivaldi", "Vivaldi"),
    ("Firefox", "firefox", "Firefox"),
    ("FxiOS", "firefox", "Firefox"),
    ("CriOS", "chrome", "Chrome"),
    ("Chrome", "chrome", "Chrome"),
    ("Safari", "safari", "Safari"),
)
_SYSTEMS = (
    ("Android", "android", "Android"),
    ("iPhone", "iphone", "iPhone"),
    ("iPad", "ipad", "iPad"),
    ("CrOS", "chromeos", "ChromeOS"),
    ("Windows", "windows", "Windows"),
    ("Macintosh", "mac", "Mac"),
    ("Linux", "linux", "Linux"),
)
_NAMES = {key: name for _, key, name in (*_BROWSERS, *_SYSTEMS)}
UNKNOWN = pgettext_lazy("device", "A browser")


def device_of(agent: str) -> str:
    """`firefox android`: a browser and a system of these lists, each perhaps empty. No version, no model."""
    browser = next((key for sign, key, _ in _BROWSERS if sign in agent), "")
    system = next((key for sign, key, _ in _SYSTEMS if sign in agent), "")
    return f"{browser or (_ANY if system else '')} {system}".strip()


def said_device(device: str) -> str:
    """For people."""
    browser, _, system = device.partition(" ")
    called = _NAMES.get(browser) or str(UNKNOWN)
    if system not in _NAMES:
        return called
    return pgettext("device", "%(browser)s on %(system)s") % {"browser": called, "system": _NAMES[system]}
