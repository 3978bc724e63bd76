"""What many tests start from: a small collection, settings on it, an assistant."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest

from bot.assistant import Assistant
from bot.settings import Settings
from tests.helpers import settings_for, write_documents

# A busy machine is no fault: timings decide no test.
hypothesis.settings.register_profile("quoth", deadline=None)
hypothesis.settings.load_profile("quoth")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with two documents."""
    return write_documents(tmp_path / "documents")


@pytest.fixture
def settings(documents: Path, tmp_path: Path) -> Settings:
    """Settings on that folder, the index beside it."""
    return settings_for(documents, tmp_path)


@pytest.fixture
def assistant(settings: Settings) -> Assistant:
    """An assistant on that folder."""
    return Assistant.open(settings)
