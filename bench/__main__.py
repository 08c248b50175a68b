"""./space bench load FOLDER | run [NAMES] | visit | profile | search FOLDER | import | watchers: see bench/README.md"""

import argparse
import sys
from pathlib import Path

from bench import scratch


def main() -> int:
    parser = argparse.ArgumentParser(prog="./space bench", description=__doc__)
    parser.add_argument("--database", help="name of the scratch database beside the real one")
    verbs = parser.add_subparsers(dest="verb", required=True)
    load = verbs.add_parser("load", help="fill the scratch database from a folder of JSON lines")
    load.add_argument("folder", type=Path)
    load.add_argument(
        "--times", type=int, default=1, help="keep each topic this many times, under other ids and dates"
    )
    run = verbs.add_parser("run", help="start the web server on it, drive it, print a table")
    run.add_argument("names", nargs="*", help="only these measurements (all without a name)")
    run.add_argument("--clients", type=_numbers, default=[1, 16], metavar="N,N")
    run.add_argument("--seconds", type=float, default=4.0, help="for each line of the table")
    run.add_argument("--workers", type=int, default=2, help="web processes")
    run.add_argument("--port", type=int, default=8390)
    visit = verbs.add_parser("visit", help="what a first visit brings over the wire")
    visit.add_argument("--port", type=int, default=8390)
    profile = verbs.add_parser("profile", help="where one process spends its time, for one measurement")
    profile.add_argument("name")
    profile.add_argument("--requests", type=int, default=400)
    profile.add_argument("--lines", type=int, default=45)
    _add_others(verbs)
    return _do(parser.parse_args())


def _add_others(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Those that measure one thing."""
    asked = verbs.add_parser("search", help="how well search answers the questions of a folder of sets")
    asked.add_argument("folder", type=Path)
    asked.add_argument("names", nargs="*", help="only these sets")
    mail = verbs.add_parser("import", help="how many messages of mail come in a second")
    mail.add_argument("files", nargs="*", type=Path, help="real archives; else made-up mail")
    mail.add_argument("--messages", type=int, default=5000)
    watchers = verbs.add_parser("watchers", help="how soon all who watch a topic are told of a post")
    watchers.add_argument("--people", type=int, default=10_000)
    watchers.set_defaults(port=8390, workers=2)


def _do(options: argparse.Namespace) -> int:
    scratch.use(options.database or ("space_bench_search" if options.verb == "search" else "space_bench"))
    match options.verb:
        case "load":
            from bench.load import load

            load(options.folder, options.times)
        case "run":
            from bench.drive import run

            run(options)
        case "visit":
            from bench.visit import visit

            visit(options)
        case "profile":
            from bench.profiling import profile

            profile(options.name, options.requests, options.lines)
        case "search":
            from bench.questions import ask_all

            ask_all(options.folder, options.names)
        case "import":
            from bench.importing import measure

            measure(options.files, options.messages)
        case "watchers":
            from bench.watchers import measure as measure_watchers

            measure_watchers(options)
    return 0


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    sys.exit(main())
