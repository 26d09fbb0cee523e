"""Methods about the bot itself, its chats, their members, and files."""

from tests.bot_api.limits import Json, bad, check_commands, check_language, units
from tests.bot_api.state import ME, SENDER, State

BIGGEST_FILE = 20_000_000
LONGEST_DESCRIPTION = {"description": 512, "short_description": 120}
_RIGHTS = [
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]


def get_me(state: State, given: Json) -> Json:
    """The bot, with all it may do."""
    return dict(ME)


def set_commands(state: State, given: Json) -> bool:
    """A menu for one scope and language."""
    check_commands(given.get("commands") or [])
    state.commands[_scope(state, given)] = given.get("commands") or []
    return True


def get_commands(state: State, given: Json) -> list[Json]:
    """That menu and no other's."""
    return state.commands.get(_scope(state, given), [])


def delete_commands(state: State, given: Json) -> bool:
    """Back to the menu of a wider scope."""
    state.commands.pop(_scope(state, given), None)
    return True


def set_description(state: State, given: Json) -> bool:
    """`description` or `short_description`, whichever is given; an empty one is none."""
    language = given.get("language_code") or ""
    check_language(language)
    for name, most in LONGEST_DESCRIPTION.items():
        text = given.get(name) or ""
        if units(text) > most:
            raise bad("BOT_DESCRIPTION_TOO_LONG")
        if name in given:
            state.descriptions[name, language] = text
    return True


def get_description(state: State, given: Json) -> Json:
    """What is shown before /start."""
    return {"description": state.descriptions.get(("description", _language(given)), "")}


def get_short_description(state: State, given: Json) -> Json:
    """What the bot's page shows."""
    found = state.descriptions.get(("short_description", _language(given)), "")
    return {"short_description": found}


def get_chat(state: State, given: Json) -> Json:
    """All about a chat."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return {
        **state.chat(given),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
    }


def get_member(state: State, given: Json) -> Json:
    """The bot is a member everywhere; others where they have written or were made so."""
    chat = state.chat(given)
    user_id = int(given.get("user_id") or 0)
    if user_id == ME["id"]:
        return member(SENDER, "member")
    if user_id not in state.members.get(chat["id"], {}):
        raise bad("PARTICIPANT_ID_INVALID")
    return member(*state.members[chat["id"]][user_id])


def get_administrators(state: State, given: Json) -> list[Json]:
    """A group's."""
    chat = state.chat(given)
    if chat["type"] == "private":
        raise bad("there are no administrators in the private chat")
    members = state.members.get(chat["id"], {}).values()
    return [member(*one) for one in members if one[1] in ("creator", "administrator")]


def get_file(state: State, given: Json) -> Json:
    """Where to download a file."""
    file_id = given.get("file_id", "")
    if file_id not in state.files:
        raise bad("invalid file_id")
    _, data, size = state.files[file_id]
    if size > BIGGEST_FILE:
        raise bad("file is too big")
    same = {"file_id": file_id, "file_unique_id": file_id}
    return {**same, "file_size": len(data), "file_path": f"documents/{file_id}"}


def member(user: Json, status: str) -> Json:
    """A user with what Telegram tells of one of that status."""
    rights = dict.fromkeys(_RIGHTS, False) if status == "administrator" else {}
    more: Json = {"is_anonymous": False} if status == "creator" else {}
    if status == "kicked":
        more = {"until_date": 0}
    return {"user": user, "status": status, **rights, **more}


def _language(given: Json) -> str:
    language = str(given.get("language_code") or "")
    check_language(language)
    return language


def _scope(state: State, given: Json) -> tuple[str, str]:
    scope = given.get("scope") or {"type": "default"}
    name = str(scope["type"])
    if "chat_id" in scope:
        name += f":{state.chat(scope)['id']}"
    return name, _language(given)
