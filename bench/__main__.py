"""./space bench load FOLDER | events | cases | run [NAMES] | visit | map | profile | search | find | …: see README"""

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
    find = verbs.add_parser("find", help="how quick search is, by classes of words")
    find.add_argument("classes", nargs="*", help="only these")
    find.add_argument("--number", type=int, default=500, help="different questions of each class")
    mail = verbs.add_parser("import", help="how many messages of mail come in a second")
    mail.add_argument("files", nargs="*", type=Path, help="real archives; else made-up mail")
    mail.add_argument("--messages", type=int, default=5000)
    verbs.add_parser("markup", help="how long the renderer is at work for usual and for wearisome texts")
    watchers = verbs.add_parser("watchers", help="how soon all who watch a topic are told of a post")
    watchers.add_argument("--people", type=int, default=10_000)
    watchers.set_defaults(port=8390, workers=2)
    events = verbs.add_parser("events", help="fill the scratch database, loaded or empty, with events")
    events.add_argument("--number", type=int, default=10_000)
    events.add_argument("--repeating", type=int, default=1_000, help="how many of them repeat")
    cases = verbs.add_parser(
        "cases", help="fill the loaded scratch database with flags, decisions and a long log"
    )
    cases.add_argument("--number", type=int, default=150_000, help="two thirds of them wait")
    cases.add_argument("--entries", type=int, default=1_000_000, help="of the log")
    map_ = verbs.add_parser("map", help="what the first view of the map costs a telephone")
    map_.add_argument("--port", type=int, default=8390)
    spoken = verbs.add_parser("languages", help="how well the language of a text is known")
    spoken.add_argument("folder", type=Path, help="labelled texts: sentences/CODE.txt, i18n/CODE.json")


def _do(options: argparse.Namespace) -> int:
    scratch.use(options.database or ("space_bench_search" if options.verb == "search" else "space_bench"))
    _VERBS[options.verb](options)
    return 0


def _load(options: argparse.Namespace) -> None:
    from bench.load import load
    from bench.stories import tell

    load(options.folder, options.times)
    tell(options.folder)


def _events(options: argparse.Namespace) -> None:
    from bench.events import load

    load(options.number, options.repeating)


def _cases(options: argparse.Namespace) -> None:
    from bench.moderating import load

    load(options.number, options.entries)


def _run(options: argparse.Namespace) -> None:
    from bench.drive import run

    run(options)


def _visit(options: argparse.Namespace) -> None:
    from bench.visit import visit

    visit(options)


def _profile(options: argparse.Namespace) -> None:
    from bench.profiling import profile

    profile(options.name, options.requests, options.lines)


def _search(options: argparse.Namespace) -> None:
    from bench.questions import ask_all

    ask_all(options.folder, options.names)


def _find(options: argparse.Namespace) -> None:
    from bench.finding import find

    find(options.number, options.classes)


def _import(options: argparse.Namespace) -> None:
    from bench.importing import measure

    measure(options.files, options.messages)


def _map(options: argparse.Namespace) -> None:
    from bench.mapping import measure

    measure(options)


def _markup(options: argparse.Namespace) -> None:
    from bench.rendering import measure

    measure()


def _languages(options: argparse.Namespace) -> None:
    from bench.languages import measure

    measure(options.folder)


def _watchers(options: argparse.Namespace) -> None:
    from bench.watchers import measure

    measure(options)


_VERBS = {
    "load": _load,
    "events": _events,
    "cases": _cases,
    "run": _run,
    "visit": _visit,
    "profile": _profile,
    "search": _search,
    "find": _find,
    "import": _import,
    "languages": _languages,
    "map": _map,
    "markup": _markup,
    "watchers": _watchers,
}


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    sys.exit(main())
