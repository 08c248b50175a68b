"""Calendars from elsewhere (RFC 5545): what is in a file becomes events of ours, item by item."""
