"""Polls as readers meet them: found with their options, counted, and told. Who changes them are actions."""
