"""A stand-in for a MediaWiki: says what one says to who logs in somewhere with its accounts, and nothing else.

The demo serves it beside itself, so that anybody can try the door; the tests ask it without a network.
"""
