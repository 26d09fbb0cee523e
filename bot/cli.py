"""`verbatim`, or `python -m bot`: run the bot, ask or chat in the terminal, evaluate, check."""

import argparse
import contextlib
import io
import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import BotSettings, listened
from index.errors import LibraryNotFound, VerbatimError
from index.foreign import Arguments, line, log_handler, tell
from index.foreign import as_json as json_line
from index.memory import collect_seldom
from index.outputs import output_file, why_not
from index.settings import load_settings

if TYPE_CHECKING:
    from bot.answering import QuestionAnswering
    from index.store import Library

    Verbs = argparse._SubParsersAction[Arguments]

FORMS = "plain, markdown, bibtex, ris, csl-json, annotation, or card, a picture (PNG)"

# Imports that load a model's libraries wait until a verb needs them: `--help` is instant.


def console() -> int:
    """`verbatim`, the console command: the bot's verbs, and the index's after `index`."""
    collect_seldom()
    if sys.argv[1:2] == ["index"]:
        from index.cli import main as index

        return index(sys.argv[2:], program="verbatim index")
    return main(program="verbatim")


def main(arguments: list[str] | None = None, program: str = "python -m bot") -> int:
    """Run one verb: 0 answered or asked, 1 a runtime failure, 2 wrong usage or settings."""
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser(given, program).parse_args([_no_option(one) for one in given])
    logging.basicConfig(handlers=[log_handler()])  # until the bot, if it runs, has its own
    verb: Callable[[argparse.Namespace], int] = options.verb
    try:
        return verb(options)
    except VerbatimError as error:
        tell(f"verbatim: {line(str(error))}", sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # a disk that is full, a file that went
        tell(f"verbatim: {line(why_not(error))}", sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parser(arguments: list[str], program: str) -> argparse.ArgumentParser:
    """Describe every verb and option; `--help` prints it."""
    top = Arguments(
        prog=program,
        description=__doc__,
        epilog="`verbatim index`, or `python -m index`, builds the library and looks after it.",
    )
    verbs = top.add_subparsers(required=True, metavar="VERB")
    _add_verb(verbs, "run", _run, "start the Telegram bot (TELEGRAM_TOKEN in .env)")
    _add_asking(verbs)
    _add_citing(verbs)
    _add_serving(verbs)
    _add_looking(verbs)
    _add_measuring(verbs, arguments)
    return top


def _add_verb(
    verbs: "Verbs", name: str, does: Callable[[argparse.Namespace], int], what: str
) -> argparse.ArgumentParser:
    """A verb that reads a library."""
    verb = verbs.add_parser(name, help=what)
    verb.set_defaults(verb=does)
    library = "a folder, or postgresql://… (default: LIBRARY)"
    verb.add_argument("--library", metavar="LIBRARY", help=library)
    return verb


def _add_asking(verbs: "Verbs") -> None:
    ask = _add_verb(verbs, "ask", _ask, "answer one question, or one a line from standard input")
    ask.add_argument("question", metavar="QUESTION", help="the question; - reads one a line")
    ask.add_argument("--json", action="store_true", help="one JSON object for each question")
    pasted = _add_verb(
        verbs, "verify", _verify, "say whether words stand in the texts as they are"
    )
    pasted.add_argument("text", metavar="TEXT", help="the words; - reads standard input")
    pasted.add_argument("--json", action="store_true", help="one JSON object")
    _add_verb(verbs, "chat", _chat, "ask in the terminal, one question after the other")


def _add_citing(verbs: "Verbs") -> None:
    its_id = "as `ask --json` gives it, and /cite in the chat"
    given = _add_verb(verbs, "quote", _quote, "say what has become of a quote that was given")
    given.add_argument("id", metavar="ID", help=its_id)
    given.add_argument("--json", action="store_true", help="one JSON object")
    cite = _add_verb(verbs, "cite", _cite, "write a quote down for other places")
    cite.add_argument("id", metavar="ID", help=its_id)
    cite.add_argument("form", nargs="?", default="plain", metavar="FORM", help=FORMS)
    cite.add_argument("--output", type=output_file, metavar="FILE", help="write it there")


def _add_serving(verbs: "Verbs") -> None:
    serve = _add_verb(verbs, "serve", _serve, "answer other programs, and on a page, over HTTP")
    serve.add_argument("--listen", type=_listened, default="127.0.0.1:8080", metavar="HOST:PORT")
    serve.add_argument("--tokens", type=Path, metavar="FILE", help="one token a line")
    _add_verb(verbs, "mcp", _mcp, "answer an assistant (Model Context Protocol)")


def _listened(value: str) -> str:
    try:
        return listened(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _add_looking(verbs: "Verbs") -> None:
    lacking = _add_verb(verbs, "gaps", _gaps, "what readers ask and the texts do not answer")
    lacking.add_argument("--json", action="store_true", help="one JSON object a line")
    _add_verb(verbs, "check", _check, "say what the bot still needs before it can run")


def _add_measuring(verbs: "Verbs", arguments: list[str]) -> None:
    evaluate = verbs.add_parser("evaluate", help="how often quotes answer, and refusals are right")
    evaluate.set_defaults(verb=_evaluate)
    calibrate = verbs.add_parser("calibrate", help="fit the confidence on question sets anew")
    calibrate.set_defaults(verb=_calibrate)
    if arguments[:1] in (["evaluate"], ["calibrate"]):
        from bot.evaluation import add_arguments, add_calibration_arguments

        add_arguments(evaluate)
        add_calibration_arguments(calibrate)


def _settings(options: argparse.Namespace) -> BotSettings:
    overrides = {"library": options.library} if options.library else {}
    return load_settings(BotSettings, **overrides)


def _run(options: argparse.Namespace) -> int:
    from bot.app import run

    return run(_settings(options))


def _answering(options: argparse.Namespace) -> "QuestionAnswering":
    """From the library, or from the sample where nobody has named or built one."""
    from bot.answering import open_pipeline
    from bot.terminal import open_sample

    settings = _settings(options)
    try:
        return open_pipeline(settings)
    except LibraryNotFound:
        if "library" in settings.model_fields_set:
            raise
    return open_sample(settings)


def _ask(options: argparse.Namespace) -> int:
    from bot.terminal import as_json, render

    pipeline = _answering(options)
    for question in _questions(options.question):
        result = pipeline.ask(question)
        if options.json:
            tell(json_line(as_json(question, result)))
        else:
            tell(render(result, colour=False))
    return 0


def _verify(options: argparse.Namespace) -> int:
    from bot.terminal import render_verified, verified_as_json
    from bot.verifying import verify

    pipeline = _answering(options)
    pasted = sys.stdin.read() if options.text == "-" else options.text
    found = verify(pipeline.view, pipeline.encoder, pasted)
    if options.json:
        tell(json_line(verified_as_json(found)))
    else:
        tell(render_verified(found, pipeline.view, colour=False))
    return 0


def _quote(options: argparse.Namespace) -> int:
    from bot.terminal import render_stood, stood_as_json
    from index.versions import QuoteId, stood

    asked = QuoteId.read(options.id)
    found = stood(_library(options), asked)
    tell(json_line(stood_as_json(asked, found)) if options.json else render_stood(found))
    return 0


def _no_option(given: str) -> str:
    """An ID of a quote may begin with a hyphen; as a link has it, it does not."""
    if not given.startswith("-") or len(given) != 34:
        return given
    from index.versions import QuoteId, UnknownQuote

    with contextlib.suppress(UnknownQuote):
        return f"v_{QuoteId.read(given)}"
    return given


def _cite(options: argparse.Namespace) -> int:
    from bot.terminal import cite

    written = cite(_library(options), options.id, options.form, _settings(options).kept_in)
    if options.output:
        options.output.write_bytes(written)
    elif sys.stdout.isatty():  # nothing foreign goes to a terminal as it is
        tell(written.decode(errors="replace").removesuffix("\n"))
    else:
        sys.stdout.buffer.write(written)
        sys.stdout.flush()
    return 0


def _library(options: argparse.Namespace) -> "Library":
    """The library, or the sample's where nobody has named or built one."""
    from index.store import open_library

    settings = _settings(options)
    library = open_library(settings.library)
    try:
        library.live()
    except LibraryNotFound:
        return _answering(options).library
    return library


def _questions(argument: str) -> Iterator[str]:
    if argument == "-":
        yield from (asked.rstrip("\r\n") for asked in sys.stdin)
    else:
        yield argument


def _chat(options: argparse.Namespace) -> int:
    from bot.terminal import converse

    return converse(_answering(options))


def _serve(options: argparse.Namespace) -> int:
    from bot.serving import serve_http

    per_minute = _settings(options).questions_per_minute
    return serve_http(_answering(options), options.listen, options.tokens, per_minute)


def _mcp(options: argparse.Namespace) -> int:
    from bot.serving import serve_assistant

    return serve_assistant(_answering(options))


def _gaps(options: argparse.Namespace) -> int:
    from bot.terminal import found_gaps, gap_as_json, render_gaps
    from index.encoding import load_encoder

    settings = _settings(options)
    if not settings.gaps:
        tell("GAPS: refused questions are not kept; with GAPS=true the bot keeps them", sys.stderr)
        return 2
    found = found_gaps(settings.kept_in, load_encoder(settings.encoder, settings.device))
    if options.json:
        for gap in found:
            tell(json_line(gap_as_json(gap)))
    else:
        tell(render_gaps(found))
    return 0


def _check(options: argparse.Namespace) -> int:
    from bot.operations import examine

    findings = examine(_settings(options))
    for finding in findings:
        tell(f"{'ok     ' if finding.ok else 'WRONG  '} {line(finding.what)}")
    return 0 if all(finding.ok for finding in findings) else 1


def _evaluate(options: argparse.Namespace) -> int:
    from bot.answering import load_reader
    from bot.evaluation import report
    from index.encoding import load_encoder

    settings = load_settings(BotSettings)
    encoder = load_encoder(settings.encoder, settings.device)
    tell(report(options, encoder, load_reader(settings.reader, encoder, settings.device)))
    return 0


def _calibrate(options: argparse.Namespace) -> int:
    from bot.answering import load_reader
    from bot.evaluation import calibrate
    from index.encoding import load_encoder

    settings = load_settings(BotSettings)
    encoder = load_encoder(settings.encoder, settings.device)
    tell(calibrate(options, encoder, load_reader(settings.reader, encoder, settings.device)))
    return 0
