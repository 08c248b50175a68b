"""Conversations that were held elsewhere, brought in as read-only topics."""
