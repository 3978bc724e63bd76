"""Parts of the bot's messages: text with entities, buttons, permalinks, and what fits in one."""
