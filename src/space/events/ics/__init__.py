"""Events as calendars outside read and write them (RFC 5545)."""
