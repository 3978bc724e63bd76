"""Who may speak to the bot, where, and how much: asked of every update before anything else."""

from __future__ import annotations

import hmac
import logging

from telegram import Bot, Chat, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.commands import DATA
from bot.phrasing import Phrases
from bot.screens import render_text
from bot.settings import CODE
from bot.telegram.addressing import behind_command, command_of, meant, writer
from bot.telegram.channel import Channel
from bot.telegram.rates import Pace, Rate
from bot.telegram.receiving.backlog import message_of
from bot.telegram.recent import Recent
from bot.telegram.sending.replies import acknowledge, persist, reply

GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP, ChatType.CHANNEL})
GONE = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})
TYPED = 5  # inline queries for each message: one a pause in typing
TRIES = 5  # wrong codes a minute
RIGHTS = 3  # of /privacy and /forget a minute, whatever else was sent
_LOG = logging.getLogger(__name__)


class Access:
    """Stops what is not allowed, with one polite sentence where one is due."""

    def __init__(self, channel: Channel) -> None:
        """Apply the settings of `channel`."""
        self._channel = channel
        self._settings = channel.settings.access
        self._people = Rate(self._settings.per_minute)
        self._chats = Rate(self._settings.chat_per_minute)
        self._typing = Rate(self._settings.per_minute * TYPED)
        self._tries = Rate(TRIES)
        self._rights = Rate(RIGHTS)
        self._left: Recent[int, bool] = Recent(1_000)
        self._moved: set[int] = set()  # ids that groups which are allowed have got meanwhile

    async def gate(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Let an update through or stop it; raises ApplicationHandlerStop to stop it."""
        chat, user = update.effective_chat, update.effective_user
        if chat is not None and not self._open_group(chat):
            await self._leave(update, chat, context.bot)
            raise ApplicationHandlerStop
        self._follow(update)
        if user is None or update.my_chat_member is not None:
            raise ApplicationHandlerStop
        if self._minds_data(update, chat, context.bot.bot):
            await self._let_mind_data(update, user)
            return
        if not self._admitted(user, chat):
            await self._refuse(update, user)
            raise ApplicationHandlerStop
        if self._channel.is_admin(user) or not meant(update, context.bot.bot):
            return
        pace = self._pace(update, user, chat)
        if pace is not Pace.FINE:
            await self._slow(update, user, tell=pace is Pace.SLOWER)
            raise ApplicationHandlerStop

    def _minds_data(self, update: Update, chat: Chat | None, bot: User) -> bool:
        """Whether someone asks what is kept of them, or to delete it: everyone may, at any time.

        In groups only who is admitted: to others the bot says nothing there.
        """
        user = update.effective_user
        if update.message is None or chat is None or user is None:
            return False
        private = chat.type == ChatType.PRIVATE
        return command_of(update.message, bot) in DATA and (private or self._admitted(user, chat))

    async def _let_mind_data(self, update: Update, user: User) -> None:
        """Keep no one from it who doesn't ask for it all the time."""
        pace = self._rights.spend(_who(update, user))
        if pace is not Pace.FINE and not self._channel.is_admin(user):
            await self._slow(update, user, tell=pace is Pace.SLOWER)
            raise ApplicationHandlerStop

    def _open_group(self, chat: Chat) -> bool:
        groups = self._settings.groups
        return (
            chat.type not in GROUPS
            or groups == "any"
            or chat.id in groups
            or chat.id in self._moved
        )

    def _follow(self, update: Update) -> None:
        """A group that is allowed stays so, until the next start, where it becomes a supergroup."""
        message = update.message
        new = message.migrate_to_chat_id if message is not None else None
        if message is None or new is None:
            return
        if self._settings.groups != "any" and new not in self._moved:
            self._moved.add(new)
            _LOG.warning(
                "The group %d is the supergroup %d now: put that into access.groups, or the bot "
                "leaves it after the next start.",
                *(message.chat.id, new),
            )

    def _admitted(self, user: User, chat: Chat | None) -> bool:
        if self._settings.mode == "open" or self._channel.is_admin(user):
            return True
        if user.id in self._settings.users or user.id in self._channel.journal.members:
            return True
        named = self._settings.groups != "any"
        return chat is not None and chat.type in GROUPS and named  # its operator let the group in

    async def _leave(self, update: Update, chat: Chat, bot: Bot) -> None:
        """Leave a group that isn't allowed, once, and say so."""
        change = update.my_chat_member
        if change is not None and change.new_chat_member.status in GONE:
            return
        if self._left.get(chat.id) and change is None:
            return
        self._left.put(chat.id, True)
        _LOG.info("Leaving the group %d, which access.groups doesn't name.", chat.id)
        text = self._channel.phrases(update.effective_user).say("group_refused", group=chat.id)
        if chat.type != ChatType.CHANNEL:
            await persist(lambda: bot.send_message(chat.id, text))
        await persist(lambda: bot.leave_chat(chat.id))

    async def _refuse(self, update: Update, user: User) -> None:
        """Say that the bot is not for everyone, or take in who sends the code."""
        phrases = self._channel.phrases(user)
        by_code = self._settings.mode == "code"
        wanted = phrases.say("code_wanted" if by_code else "not_admitted")
        if update.callback_query is not None:
            await acknowledge(update.callback_query, wanted)
        elif update.inline_query is not None:
            query = update.inline_query
            await persist(lambda: query.answer([], cache_time=0, is_personal=True))
        elif update.message is not None and update.message.chat.type == ChatType.PRIVATE:
            if by_code:
                await self._pair(update.message, user, phrases)
            elif self._tries.spend(user.id) is not Pace.TOO_FAST:
                await reply(update.message, render_text(wanted))

    async def _pair(self, message: Message, user: User, phrases: Phrases) -> None:
        """Take in who sends the code, as a message or behind /start; guesses are counted."""
        if self._tries.spend(user.id) is Pace.TOO_FAST:
            return
        text = (message.text or "").strip()
        command = text.startswith("/")
        given = behind_command(text) if command else text
        code = self._settings.code.get_secret_value()
        if given and hmac.compare_digest(given.encode(errors="replace"), code.encode()):
            self._channel.journal.members.add(user.id, at=self._channel.journal.now())
            await reply(message, render_text(phrases.say("welcome")))
        else:
            guessed = CODE.fullmatch(given) and not command
            name = "code_wrong" if guessed else "code_wanted"
            await reply(message, render_text(phrases.say(name)))

    def _pace(self, update: Update, user: User, chat: Chat | None) -> Pace:
        if update.inline_query is not None:
            return self._typing.spend(user.id)
        pace = self._people.spend(_who(update, user))
        if pace is Pace.FINE and chat is not None and chat.type in GROUPS:
            return self._chats.spend(chat.id)
        return pace

    async def _slow(self, update: Update, user: User, *, tell: bool) -> None:
        """Ask once to wait; a button is always answered, as it would spin otherwise."""
        text = self._channel.phrases(user).say("slow_down")
        if update.callback_query is not None:
            await acknowledge(update.callback_query, text)
        elif update.inline_query is not None:
            query = update.inline_query
            await persist(lambda: query.answer([], cache_time=0, is_personal=True))
        elif update.message is not None and tell:
            await reply(update.message, render_text(text))


def _who(update: Update, user: User) -> int:
    """Who is behind an update: the writer of its message, or who presses or types."""
    message = message_of(update)
    return writer(message) if message is not None else user.id
