"""For admins: how the bot is doing, in words."""

import asyncio
import datetime
import shutil
import time
from pathlib import Path

import psutil
from telegram import Update

from bot.telegram.admin.rights import require_admin
from bot.telegram.composing import ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.sending import reply
from bot.telegram.texts import Texts


async def status_command(update: Update, context: Context) -> None:
    """`/status`: texts, today's questions, how quick, who waits, memory, disk."""
    message = await require_admin(update, context)
    if message:
        say = context.here.say(message.from_user)
        await reply(message, ChatText(await asyncio.to_thread(status, context.here, say)))


def status(here: Parts, say: Texts) -> str:
    """All of it, a line each."""
    generation, metrics = here.answering.view.generation, here.metrics
    lines = [
        say(
            "status-texts",
            generation=generation.number,
            date=say.date(generation.created[:10]),
            documents=generation.documents,
            passages=generation.passages,
        ),
        say(
            "status-today",
            questions=metrics.today(),
            answered=metrics.today("answered"),
            refused=metrics.today("refused"),
        ),
    ]
    if metrics.today():
        half, most = metrics.seconds(0.5), metrics.seconds(0.95)
        lines.append(say("status-quick", half=round(half, 1), most=round(most, 1)))
    lines.append(say("status-waiting", waiting=here.work.waiting))
    webhook = here.settings.webhook_url is not None
    lines.append(say("status-webhook") if webhook else _heard(metrics.poll_age(), say))
    if pending := len(here.state.pending(time.time())):
        lines.append(say("status-pending", count=pending))
    up = datetime.timedelta(seconds=time.monotonic() - here.started)
    lines.append(say("status-memory", memory=resident_megabytes(), uptime=say.duration(up)))
    lines.append(_disk(here, say))
    return "\n".join(lines)


def _heard(age: float | None, say: Texts) -> str:
    """When Telegram last answered."""
    if age is None:
        return say("status-no-poll")
    return say("status-poll", ago=say.ago(datetime.timedelta(seconds=round(age))))


def _disk(here: Parts, say: Texts) -> str:
    library = here.answering.library
    free = shutil.disk_usage(_existing(Path(library.address))).free
    size = max(0.1, round(library.size() / 1e6, 1))  # nothing would be none
    return say("status-disk", library=size, free=round(free / 1e9, 1))


def _existing(folder: Path) -> Path:
    """The folder, or that of the bot where the library is no folder."""
    return folder if folder.is_dir() else Path.cwd()


def resident_megabytes() -> int:
    """Memory of this process, in MB."""
    return psutil.Process().memory_info().rss // 1_000_000
