"""What messages of the bot are made of: text with entities, buttons, permalinks, what fits."""
