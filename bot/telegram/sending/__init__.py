"""How replies go out: in pieces, at the pace that Telegram allows, and again after a failure."""
