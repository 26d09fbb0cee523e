"""What is asked by messages as people type them."""

import pytest

from bot.answering.understanding.courtesy import without_courtesy
from bot.answering.understanding.meant import as_meant


@pytest.mark.parametrize(
    ("message", "bare"),
    [
        ("Hi there! Could you please tell me what Trump decided? Thanks a lot",
         "what Trump decided?"),
        ("Bonjour ! petite question : c'est pour quand ? merci bcp", "c'est pour quand?"),
        ("Guten Tag, ich hätte eine Frage: Wo ist das? Vielen Dank und schöne Grüße",
         "Wo ist das?"),
        ("Buenos días, ¿sería tan amable de decirme a qué hora abre? Muchas gracias",
         "a qué hora abre?"),
        ("Buongiorno, scusi il disturbo, sa dirmi quanto costa? Grazie mille", "quanto costa?"),
        ("Olá, boa tarde, queria saber onde é. Obrigado", "onde é"),
        ("здравствуйте, подскажите пожалуйста, где это? заранее спасибо", "где это?"),
        ("Добрий день, підкажіть будь ласка, коли? Дякую!", "коли?"),
        ("Merhaba, bir sorum var: saat kaçta açılıyor? Teşekkürler", "saat kaçta açılıyor?"),
        ("السلام عليكم، من فضلك متى تبدأ القطارات؟ شكراً", "متى تبدأ القطارات؟"),
        ("你好，请问特朗普做了什么决定？谢谢", "特朗普做了什么决定？"),
        ("How long is the detour? Best regards, Tom", "How long is the detour?"),
        ("Wo ist das bitte?", "Wo ist das?"),
        ("Wo ist das? Bitte! MfG", "Wo ist das?"),
        ("c'est où svp", "c'est où"),
        ("How much is it, PLZ", "How much is it"),
        ("where is the office pls thx", "where is the office"),
        ("Where is the office Thx", "Where is the office"),
        ("а когда откроют спс", "а когда откроют"),
        ("who pls?", "who?"),
        ("what is that please", "what is that"),
        ("What is it made of? Thanks", "What is it made of?"),
    ],
)  # fmt: skip
def test_courtesies_around_a_question_go(message: str, bare: str) -> None:
    """In each of the bot's eleven languages, before it and after it."""
    assert without_courtesy(message) == bare


@pytest.mark.parametrize(
    "message",
    ["What does LG make?", "Do I have to book in advance?", "Wem gilt der Dank?",
     "Hidden costs?", "Who was Salutati?", "Thanks", "hello", "Dankbarkeit",
     "Is there a Grazie restaurant here?", "How do I say thank you?", "Comment dit-on merci ?",
     "Was heißt bitte?", "Who sings Merci?", "Hi-Fi on the pier?", "Good day ticket price?",
     "Pardon power of the president?", "Wie lautet die PLZ?", "wie lautet die plz",
     "WIE LAUTET DIE PLZ", "Was fordert die SVP?", "Wie viele Sitze hat die SVP?", "What is STP?",
     "what is stp", "Кто возглавлял СПС?", "Who wrote Cheers?", "who plays in cheers?",
     "Was ist eine Bitte?", "What about the SVP?", "Wofür steht PLZ?", "¿Qué es un saludo?",
     "What is a thank you?", "What are best regards?", "Où est la SVP ?"],
)  # fmt: skip
def test_words_of_a_question_stay(message: str) -> None:
    """Also where nothing else is said."""
    assert without_courtesy(message) == message


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("WHAT DID TRUMP DECIDE", "what did trump decide"),
        ("TRUMP NE KARAR VERDİ", "trump ne karar verdi"),
        ("KAPI NEREDE AÇILIYOR İSE", "kapı nerede açılıyor ise"),
        ("WAS KOSTET EINHEIT D-115", "was kostet einheit D-115"),
        ("NATO", "NATO"),
        ("What does NATO want?", "What does NATO want?"),
        ("错误 E3 怎么办", "错误 E3 怎么办"),
    ],
)
def test_what_is_shouted_is_put_quietly(message: str, meant: str) -> None:
    """Codes and names stay; Turkish has its own letters."""
    assert as_meant(message) == meant


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ('is this true: "The bridge is closed until May"', "The bridge is closed until May"),
        ("c'est vrai ça ? « Le pont est fermé »", "Le pont est fermé"),
        ("правда ли что: мост закроют в мае", "мост закроют в мае"),
        ('someone told me "the bridge is closed", is this true?', "the bridge is closed"),
        ("On m'a dit que « Le pont est fermé ». C'est vrai ?", "Le pont est fermé"),
        ("I got this. Is it true: “The ‘old’ bridge isn’t open”", "The ‘old’ bridge isn’t open"),
        ('true: "The bridge is closed" and "the pier is open"',
         '"The bridge is closed" and "the pier is open"'),
        ("听说“大桥要关闭到明年五月为止”，这是真的吗？", "大桥要关闭到明年五月为止"),
        ('"The bridge is closed" true or false', "The bridge is closed"),
        ("is it true that the bridge is closed?", "is it true that the bridge is closed?"),
        ('Who wrote "The Old Man and the Sea"?', 'Who wrote "The Old Man and the Sea"?'),
    ],
)  # fmt: skip
def test_a_pasted_headline_is_what_is_asked(message: str, claim: str) -> None:
    """If it is asked whether it is true, not of other quotations."""
    assert as_meant(message) == claim


@pytest.mark.parametrize(
    "message",
    [
        'Is it true that dogs are admitted to the "Green Festival"?',
        'Is it true that the "Green Festival" starts in June?',
        'Stimmt es, dass das "Green Festival" Hunde erlaubt?',
        'Is it true that "Les Misérables" was written in Guernsey?',
        "Est-ce vrai que « Les Misérables » a été écrit à Guernesey ?",
        'Is "The Great Gatsby" a true story?',
        'Is "The Great Gatsby" true?',
        'Who said "The bridge is closed", is this true?',
        'Stimmt es, dass "Das Boot ist voll" 1981 gedreht wurde?',
        "«Правда» написала о фильме «Броненосец Потёмкин»?",
    ],
)
def test_a_quotation_within_a_question_leaves_the_question_whole(message: str) -> None:
    """What is asked of a title is asked, whether it is true or not."""
    assert as_meant(message) == message
