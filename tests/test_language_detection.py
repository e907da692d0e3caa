"""The language of a text, by script and by its commonest words."""

import pytest

from geo.documents.language_detection import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("医疗队今天抵达首都。", "zh"),
        ("醫療隊今天抵達首都，當地政府表示感謝。", "zh"),
        ("世卫组织（WHO）提供了ECMO设备", "zh"),
        ("The medical team has arrived in the capital.", "en"),
        ("Serbia thanks Cambodia", "en"),
        ("政府は支援を続けるという。", "ja"),
        ("정부는 물자를 보냈다고 밝혔다.", "ko"),
        ("Министерство сообщило об этом.", "ru"),
        ("Міністерство повідомило про це, її ціль", "uk"),
        ("أعلنت الوزارة عن مساعدات", "ar"),
        ("Le ministère a annoncé une aide pour les îles.", "fr"),
        ("El ministerio anunció una ayuda para las islas.", "es"),
        ("O ministério anunciou uma ajuda para as ilhas.", "pt"),
        ("Das Ministerium hat die Hilfe für die Inseln zugesagt.", "de"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "2020-03-26, 28 + 16 = 44", "…！？"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_a_long_text_of_a_language_that_is_not_known_is_not_called_english() -> None:
    assert detect_language("Krovo lita menoravu pelki strandu voria kelpo menur vasti " * 3) != "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wizara ilisema kwamba msaada utafika visiwani kesho.", "sw"),
        ("Sudan Kusini na Kenya", "sw"),
        ("Frankrijk en Duitsland sturen hulp", "nl"),
        ("Portugal e Brasil assinaram um acordo.", "pt"),
        ("Ministerstwo wysłało pomoc do Gruzji.", "pl"),
        ("Kementerian Luar Negeri mengirim bantuan ke Turki.", "id"),
        ("Bakanlık yardım gönderdi.", "tr"),
        ("Министерството изпрати помощ за Сърбия.", "bg"),
        ("وزارت خارجه ایران کمک فرستاد", "fa"),
        ("وزارت خارجہ نے امداد بھیجی ہے", "ur"),
        ("मंत्रालय ने सहायता भेजी", "hi"),
        ("Ukraine, Russia agree prisoner swap", "en"),
        ("Italy mourns its dead", "en"),
        ("China thanks Serbia", "en"),
    ],
)
def test_a_short_text_is_told_from_its_neighbours(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_a_japanese_word_does_not_make_a_chinese_text_japanese() -> None:
    assert detect_language("代表团参观了名为「さくら」的医院，并同医护人员座谈，随后前往机场返回。") == "zh"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“The team” – sent from Québec – has arrived in the capital’s port.", "en"),
        ("L’équipe est arrivée à la capitale avec des médecins.", "fr"),
        ("政府は新型コロナの支援策を続け、各国と協力するという。", "ja"),
        ("政府會議紀要", "zh"),
        ("本報訊：WHO 與 UNICEF 代表", "zh"),
        ("\ud800\ud800\ud800 the team of the hospital", "en"),
    ],
)
def test_signs_and_letters_of_other_languages_do_not_mislead(text: str, language: str) -> None:
    assert detect_language(text) == language
