"""Say what ./space can do."""

import argparse

SUMMARY = "this list"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("verb", nargs="?", help="tell more about one of them")


def run(options: argparse.Namespace) -> int:
    from space.command.verbs import VERBS, module_of, parser_of

    if options.verb in VERBS:
        parser_of(options.verb).print_help()
        return 0
    print("Wikimedia Space: one welcoming place to tell stories, talk and meet.\n")
    for verb in VERBS:
        print(f"  ./space {verb:9}{module_of(verb).SUMMARY}")
    print("\nMore about each: ./space VERB --help. To look around: ./space demo")
    return 0
