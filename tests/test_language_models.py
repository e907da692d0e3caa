"""How likely a text is in each language: what py3langid says, without a file that it would unpack to."""

import tempfile

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from geo.documents import language_models
from geo.documents.language_models import LANGUAGES_BY_SCRIPT, rank_languages

TEXTS = [("Le ministère a envoyé des médecins", "latin"), ("Министерство отправило врачей", "cyrillic")]


def test_the_model_is_loaded_where_no_temporary_file_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/no such folder")
    language_models._load_model.cache_clear()
    assert rank_languages(*TEXTS[0])[0][0] == "fr"


@pytest.mark.parametrize(("text", "script"), TEXTS)
def test_the_languages_are_ranked_as_py3langid_ranks_them(text: str, script: str) -> None:
    ranked = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True).rank(text)
    expected = [language for language, _ in ranked if language in LANGUAGES_BY_SCRIPT[script]]
    assert [language for language, _ in rank_languages(text, script)] == expected
