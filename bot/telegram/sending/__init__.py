"""How replies go out: in pieces, at the pace that Telegram allows, again after trouble."""
