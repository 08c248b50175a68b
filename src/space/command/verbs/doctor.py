"""Look at settings, database, queue, mail, files and permissions, and say what to do about each."""

import argparse

from space.command.asking import data_option

SUMMARY = "look whether all is well, and say what to do"


def options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)


def run(options: argparse.Namespace) -> int:
    from space.command.home import database_of

    with database_of(options.data):
        return examine()


def examine() -> int:
    """Print every finding; 1 if one of them is bad."""
    import django
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.db import connection

    from space.command import doctoring, places

    try:
        django.setup()
    except ImproperlyConfigured as error:
        print(f"BAD   {error}")
        return 1
    findings = [
        *doctoring.look_at_settings(settings),
        *doctoring.look_at_database(connection),
        *doctoring.look_at_queue(connection),
        *doctoring.look_at_mail(settings.EMAIL_URL),
        *doctoring.look_at_files(settings.DATA, settings.MEDIA_ROOT),
        *doctoring.look_at_safe_place(places.SAFE),
    ]
    for finding in findings:
        print(f"{finding.how:5} {finding.what}" + (f"\n      -> {finding.remedy}" if finding.remedy else ""))
    bad = sum(finding.how == doctoring.BAD for finding in findings)
    print("\nAll is well." if not bad else f"\n{bad} to mend.")
    return 1 if bad else 0
