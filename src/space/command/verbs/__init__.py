"""One module a verb. Each has SUMMARY, `options(parser)` and `run(options)`.

Modules that pass the rest of their line on to something else have `run_with(options, rest)`
instead. Nothing outside the standard library is imported before a verb runs, so that help works
before anything is set up.
"""

import argparse
import importlib
from types import ModuleType

VERBS = {
    "demo": "demo",
    "serve": "serve",
    "web": "web",
    "worker": "worker",
    "test": "test",
    "check": "check",
    "doctor": "doctor",
    "import": "import_",
    "backup": "backup",
    "restore": "restore",
    "bench": "bench",
    "pictures": "pictures",
    "manage": "manage",
    "help": "help",
}


def module_of(verb: str) -> ModuleType:
    return importlib.import_module(f"space.command.verbs.{VERBS[verb]}")


def parser_of(verb: str) -> argparse.ArgumentParser:
    module = module_of(verb)
    parser = argparse.ArgumentParser(
        prog=f"./space {verb}",
        description=module.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=not hasattr(module, "run_with"),
    )
    module.options(parser)
    return parser


def run(arguments: list[str]) -> int:
    verb, *rest = arguments or ["help"]
    if verb in {"-h", "--help"}:
        verb = "help"
    if verb not in VERBS:
        print(f"There is no ./space {verb}. These there are:\n")
        run(["help"])
        return 2
    module, parser = module_of(verb), parser_of(verb)
    if not hasattr(module, "run_with"):
        return int(module.run(parser.parse_args(rest)))
    if rest[:1] in (["-h"], ["--help"]):
        parser.print_help()
        return 0
    return int(module.run_with(*parser.parse_known_args(rest)))
