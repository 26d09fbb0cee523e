"""Settings that a bot runs with and that will not do what is meant: each in a line."""

from pathlib import Path

from bot.settings import STATE, BotSettings
from bot.state import is_address, left_in
from index.errors import SourceError
from index.sources import require_regular


def unheeded(settings: BotSettings) -> list[str]:
    """What is to be said at the start; without a secret."""
    return [told for told in (state_in_vain(settings), golden_in_vain(settings)) if told]


def state_in_vain(settings: BotSettings) -> str:
    """That the state is not in the file that `STATE` names; "" where it is.

    Of the file that `.env.example` names, which nobody has chosen, only where something is left.
    """
    if not is_address(settings.kept_in):
        return ""
    file = STATE if is_address(settings.state) else settings.state
    if left := left_in(Path(file)):
        return (
            f"{file} holds {left} approvals, blocks, languages and questions that wait, and is not"
            " used: the state is in a database; copy them there, as docs/deploy.md says under"
            ' "The state goes along", or move the file away'
        )
    if not settings.state_passed_over:
        return ""
    return (
        f"STATE={settings.state} is not used: what it would hold is kept beside the library, in a"
        " database; take it out, or name another database there"
    )


def golden_in_vain(settings: BotSettings) -> str:
    """That the golden questions cannot be read; "" where they can, or there are none."""
    if settings.golden_questions is None:
        return ""
    try:
        require_regular(settings.golden_questions)
        settings.golden_questions.read_bytes()
    except (OSError, SourceError) as error:
        return (
            f"GOLDEN_QUESTIONS cannot be used ({error}), and until then no change of the texts"
            " from chat goes live: correct the setting, or let the bot's user in"
        )
    return ""
