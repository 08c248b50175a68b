"""Spam and watched words at the gate: what is asked before a text is stored."""
