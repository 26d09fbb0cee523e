"""What is asked by messages as people type them."""

import json
from pathlib import Path

import pytest

from bot.answering.understanding.courtesy import without_courtesy
from bot.answering.understanding.meant import as_meant, needs_first, parts_of

DATA = Path(__file__).parents[3] / "data"


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


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("When is there no water? And where do we get it then?",
         ["When is there no water?", "And where do we get it then?"]),
        ("how much is the rent and when is it due", ["how much is the rent", "when is it due"]),
        ("quel était le résultat et quand commence l'enquête ?",
         ["quel était le résultat", "quand commence l'enquête ?"]),
        ("E2是什么意思？售后电话多少？", ["E2是什么意思？", "售后电话多少？"]),
        ("Can I leave? I am 34.", ["Can I leave? I am 34."]),
        ("Who decided and why", ["Who decided and why"]),
        ("who won? who lost? who played there? who cares?",
         ["who won? who lost? who played there? who cares?"]),
        ("What did Trump say and do?", ["What did Trump say and do?"]),
        ("Wat kost een hond per nacht? Hoe diep is het zwembad?",
         ["Wat kost een hond per nacht?", "Hoe diep is het zwembad?"]),
        ("How are you? When does the pool open?", ["When does the pool open?"]),
    ],
)  # fmt: skip
def test_two_questions_are_told_apart(question: str, parts: list[str]) -> None:
    """Where each can be asked by itself; what is only told belongs to the question."""
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Which machines are free and have a long programme?",
        "Which members are students and are at least 21 years old?",
        "Who lives in the house and has a dog?",
        "What is allowed on weekdays and is forbidden on Sundays?",
        "Which lines start at the station and do not run on Sunday?",
        "Welche Zimmer haben Balkon und sind barrierefrei?",
        "Qui habite à Paris et est étudiant ?",
        "Quais cursos são gratuitos e são para crianças?",
        "Chi abita in centro e è residente?",
    ],
)
def test_two_things_said_of_one_are_one_question(question: str) -> None:
    """A verb behind the "and" asks nothing of its own."""
    assert parts_of(question) == [question]


@pytest.mark.parametrize(
    "question",
    [
        "Is the pool open today | and | is the sauna free?",
        "Where is the nearest office | and | can I park there?",
        "Wo liegt das neue Büro | und | kann ich dort parken?",
        "Où se trouve le bureau | et | est-il ouvert le dimanche ?",
        "Is there a big pool | and | how deep is it?",
    ],
)
def test_a_verb_with_who_or_what_it_is_said_of_asks(question: str) -> None:
    """And one behind a question that begins with one, too."""
    one, joint, other = question.split(" | ")
    assert parts_of(f"{one} {joint} {other}") == [one, other]


def test_a_short_second_question_needs_the_first() -> None:
    """And one that goes on from it."""
    assert needs_first("when is it due")
    assert needs_first("And where do we get it?")
    assert not needs_first("What do the dockers of the port fear?")


def test_most_single_questions_stay_one() -> None:
    """Of our own sets no more than one in fifty is cut that is not meant to be two."""
    asked = [
        one["question"]
        for name in ("single", "official", "mixed", "lookalike")
        for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for one in json.loads(line)["questions"]
    ]
    assert sum(len(parts_of(as_meant(one))) > 1 for one in asked) <= len(asked) / 50
