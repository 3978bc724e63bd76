"""Settings: built once from TOML and the environment, frozen, passed down as arguments.

The defaults stand in `config/settings.toml` alone; `loading` lays an operator's file over them, and
is the only module that reads the environment. `sections` tells what can be set.
"""

from bot.settings.loading import PROJECT_FILES, load_settings
from bot.settings.sections import (
    CODE,
    AnswerSettings,
    DocumentSettings,
    Settings,
    WebhookSettings,
)

__all__ = [
    "CODE",
    "PROJECT_FILES",
    "AnswerSettings",
    "DocumentSettings",
    "Settings",
    "WebhookSettings",
    "load_settings",
]
