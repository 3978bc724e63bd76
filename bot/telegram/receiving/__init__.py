"""How updates come in: asked for or brought, noted, put in turn, crossed out once handled."""
