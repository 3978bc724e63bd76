"""How updates come in: polled or pushed, noted, put in turn, crossed out when handled."""
