"""Settings: defaults, an operator's file over them, and one sentence for each fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.errors import PhrasesError, SettingsError
from bot.phrasing import choose, load_phrases
from bot.settings import PROJECT_FILES, load_settings

PHRASES = PROJECT_FILES / "config" / "phrases"


def written(folder: Path, text: str) -> Path:
    file = folder / "quoth.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_starter_collection_is_read() -> None:
    settings = load_settings(environment={})
    assert settings.documents.folder.name == "seeds"
    assert settings.telegram.token.get_secret_value() == ""


def test_a_file_changes_what_it_names_and_its_paths_start_at_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, '[documents]\nfolder = "mine"\n[answers]\nquotes = 1\n')
    settings = load_settings(file=file, environment={})
    assert settings.documents.folder == tmp_path / "mine"
    assert settings.answers.quotes == 1
    assert settings.answers.offers == load_settings(environment={}).answers.offers


def test_only_the_place_of_the_index_changes_with_another_folder_for_it(tmp_path: Path) -> None:
    settings = load_settings(environment={})
    changed = settings.with_index_in(tmp_path)
    assert changed.index.folder == tmp_path
    assert changed.with_index_in(settings.index.folder) == settings


def test_the_environment_may_name_the_file_and_the_token(tmp_path: Path) -> None:
    file = written(tmp_path, "[answers]\nquotes = 2\n")
    environment = {"QUOTH_CONFIG": str(file), "QUOTH_TELEGRAM_TOKEN": " 1:secret "}
    settings = load_settings(environment=environment)
    assert settings.answers.quotes == 2
    assert settings.telegram.token.get_secret_value() == "1:secret"
    assert "secret" not in repr(settings)


@pytest.mark.parametrize("saved", ["\ufeff1:secret\r\n", '"1:secret"\n', " '1:secret' "])
def test_a_token_is_taken_as_editors_save_it(tmp_path: Path, saved: str) -> None:
    (tmp_path / "token").write_text(saved, encoding="utf-8")
    file = written(tmp_path, "\ufeff[telegram]\ntoken_file = 'token'\n")
    assert load_settings(file=file, environment={}).telegram.token.get_secret_value() == "1:secret"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[answer]\nquotes = 1\n", "there is no setting 'answer'; did you mean 'answers'"),
        ("[answers]\nqoutes = 1\n", "there is no setting 'qoutes'; did you mean 'quotes'"),
        ("[answers]\nquotes = 9\n", "answers.quotes"),
        ('[answers]\nquotes = "3"\n', "answers.quotes"),
        ("[answers]\ntentative = 0.9\n", "tentative must not be above found"),
        ("[telegram]\nadmins = ['me']\n", "telegram.admins"),
        (
            "[telegram]\nadmins = 123\n",
            "admins: a list is needed, as [123456789], not 123",
        ),
        ("[access]\nmode = 'code'\n", "access: mode 'code' needs a code"),
        ("[telegram]\nserver = 'ftp://x'\n", "telegram.server"),
        ("[telegram]\ntoken_file = 'nowhere'\n", "telegram.token_file"),
        ("[journal]\ndays = 0\n", "journal.days"),
        ("[access]\nmode = 'closed'\n", "access.mode"),
        ("[access]\nmode = 'code'\n", "mode 'code' needs a code of 8 to 64 letters"),
        ("[access]\nmode = 'code'\ncode = 'too easy'\n", "needs a code"),
        ("[access]\nusers = ['ada']\n", "access.users"),
        ("[access]\nper_minute = 0\n", "access.per_minute"),
        ("[telegram]\ntoken_file = 5\n", "telegram.token_file: a file's path is needed"),
        ("[telegram]\ntoken_file = 'empty'\n", "empty is empty; put the token there"),
        ("[webhook]\naddress = 'http://x'\n", "address: an https address is needed"),
        ("[webhook]\nlisten = 'x'\n", "listen: a host and a port are needed, as in 127.0.0.1:8080"),
        ("[service]\nhealth = '8081'\n", "health: a host and a port are needed"),
        ("[phrases]\ndefault = 'English'\n", "default: two letters are needed, as in en, not 'Eng"),
        ("not toml", "no valid TOML"),
    ],
)
def test_each_fault_is_told_with_its_key(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(SettingsError, match=re.escape(told)) as error:
        load_settings(file=written(tmp_path, text), environment={})
    assert "\n" not in str(error.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = """
    [documents]
    foldr = "mine"
    max_files = 0
    [answers]
    quotes = 9
    [telegram]
    token_file = "nowhere"
    """
    with pytest.raises(SettingsError) as error:
        load_settings(file=written(tmp_path, text), environment={})
    lines = str(error.value).splitlines()
    keys = ("foldr", "token_file", "documents.max_files", "answers.quotes")
    assert len(lines) == len(keys)
    assert all(any(key in line for line in lines) for key in keys)


def test_a_group_needs_its_own_id(tmp_path: Path) -> None:
    file = written(tmp_path, "[access]\ngroups = [500]\n")
    with pytest.raises(SettingsError, match=r"access\.groups.* less than 0"):
        load_settings(file=file, environment={})


def test_the_pairing_code_is_never_shown(tmp_path: Path) -> None:
    file = written(tmp_path, "[access]\nmode = 'code'\ncode = 'open-sesame-42'\n")
    settings = load_settings(file=file, environment={})
    assert "open-sesame" not in repr(settings)


def test_each_collection_has_a_journal_of_its_own(tmp_path: Path) -> None:
    one, two = (
        load_settings(documents=tmp_path / name, environment={}).journal.file for name in "ab"
    )
    assert one != two
    file = written(tmp_path, '[journal]\nfile = "mine.sqlite3"\n')
    assert load_settings(file=file, environment={}).journal.file == tmp_path / "mine.sqlite3"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="can't be read"):
        load_settings(file=tmp_path / "nowhere.toml", environment={})


def test_every_default_has_its_unit_and_range() -> None:
    text = (PROJECT_FILES / "config" / "settings.toml").read_text(encoding="utf-8")
    keys = [line for line in text.splitlines() if re.match(r"\w+ = ", line)]
    assert keys
    assert all(" # " in line for line in keys)


def test_the_phrases_that_come_with_it_are_complete() -> None:
    assert "en" in load_phrases(PHRASES)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("found = [", "fuond = [", "replies.found is missing"),
        ("{words}.", "{wrods}.", "nothing fills in {wrods}"),
        ("[commands]", "[orders]", "[commands] is missing"),
        ('bias = "', 'bais = "', "reasons.bias"),
        ("[dates]", "[dates", "can't be read"),
    ],
)
def test_faulty_phrases_are_named(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (PHRASES / "en.toml").read_text(encoding="utf-8")
    (tmp_path / "en.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(PhrasesError, match=re.escape(told)):
        load_phrases(tmp_path)


def test_of_several_wordings_the_question_decides() -> None:
    wordings = ("a", "b", "c")
    assert len({choose(wordings, str(seed)) for seed in range(50)}) == 3
    assert choose(wordings, "x") == choose(wordings, "x")
