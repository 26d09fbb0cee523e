"""What the bot's verbs do: each takes its options, and gives the code the process ends with.

Imports that load a model's libraries wait until a verb needs them: `--help` is instant.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.settings import BotSettings
from index.errors import LibraryNotFound
from index.foreign import as_json as json_line
from index.foreign import line, tell
from index.settings import load_settings

if TYPE_CHECKING:
    from bot.answering import QuestionAnswering
    from index.store import Library


def _settings(options: argparse.Namespace) -> BotSettings:
    overrides = {"library": options.library} if options.library else {}
    return load_settings(BotSettings, **overrides)


def run(options: argparse.Namespace) -> int:
    """Start the bot, until it is stopped."""
    from bot.app import run as start

    return start(_settings(options))


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


def ask(options: argparse.Namespace) -> int:
    """Answer one question, or one a line."""
    from bot.terminal import as_json, render

    pipeline = _answering(options)
    for question in _questions(options.question):
        result = pipeline.ask(question)
        if options.json:
            tell(json_line(as_json(question, result)))
        else:
            tell(render(result, colour=False))
    return 0


def verify(options: argparse.Namespace) -> int:
    """Say whether words stand in the texts."""
    from bot.terminal import render_verified, verified_as_json
    from bot.verifying import verify as verdict

    pipeline = _answering(options)
    pasted = sys.stdin.read() if options.text == "-" else options.text
    found = verdict(pipeline.view, pipeline.encoder, pasted)
    if options.json:
        tell(json_line(verified_as_json(found)))
    else:
        tell(render_verified(found, pipeline.view, colour=False))
    return 0


def quote(options: argparse.Namespace) -> int:
    """Say what has become of a quote."""
    from bot.terminal import render_stood, stood_as_json
    from index.versions import QuoteId, stood

    asked = QuoteId.read(options.id)
    found = stood(_library(options), asked)
    tell(json_line(stood_as_json(asked, found)) if options.json else render_stood(found))
    return 0


def cite(options: argparse.Namespace) -> int:
    """Write a quote down for other places."""
    from bot.terminal import cite as written_down

    written = written_down(_library(options), options.id, options.form, _settings(options).kept_in)
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


def chat(options: argparse.Namespace) -> int:
    """Answer one question after the other."""
    from bot.terminal import converse

    return converse(_answering(options))


def serve(options: argparse.Namespace) -> int:
    """Answer over HTTP until it is stopped."""
    from bot.serving import serve_http

    per_minute = _settings(options).questions_per_minute
    return serve_http(_answering(options), options.listen, options.tokens, per_minute)


def mcp(options: argparse.Namespace) -> int:
    """Answer an assistant until it goes."""
    from bot.serving import serve_assistant

    return serve_assistant(_answering(options))


def gaps(options: argparse.Namespace) -> int:
    """List what readers ask and the texts do not answer."""
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


def check(options: argparse.Namespace) -> int:
    """Say what the bot still needs."""
    from bot.operations import examine

    findings = examine(_settings(options))
    for finding in findings:
        tell(f"{'ok     ' if finding.ok else 'WRONG  '} {line(finding.what)}")
    return 0 if all(finding.ok for finding in findings) else 1


def evaluate(options: argparse.Namespace) -> int:
    """Ask question sets, and print how often it is right."""
    from bot.answering import load_reader
    from bot.evaluation import report
    from index.encoding import load_encoder

    settings = load_settings(BotSettings)
    encoder = load_encoder(settings.encoder, settings.device)
    tell(report(options, encoder, load_reader(settings.reader, encoder, settings.device)))
    return 0


def calibrate(options: argparse.Namespace) -> int:
    """Fit the confidence on question sets."""
    from bot.answering import load_reader
    from bot.evaluation import calibrate as fitted
    from index.encoding import load_encoder

    settings = load_settings(BotSettings)
    encoder = load_encoder(settings.encoder, settings.device)
    tell(fitted(options, encoder, load_reader(settings.reader, encoder, settings.device)))
    return 0
