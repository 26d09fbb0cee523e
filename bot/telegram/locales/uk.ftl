# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    Я відповідаю на запитання про текст «{ $title }», цитуючи його слово в слово, із джерелом.
    Запитуйте своєю мовою; сам я нічого не вигадую.
    Якщо відповіді в тексті немає, я так і скажу.
start-empty =
    Я відповідаю на запитання, цитуючи текст слово в слово, із джерелом.
    Запитуйте своєю мовою; сам я нічого не вигадую.
    Тексту поки немає: адміністратор може надіслати його командою /add.
examples = Наприклад:
example-question = Що в тексті сказано про «{ $heading }»?
help =
    Поставте мені запитання; я процитую місце, де є відповідь.
    У групі: /ask і запитання, або згадайте мене, або відповідайте мені.
    /why – чому така відповідь або чому її немає
    /about – що я прочитав і наскільки це свіже
    /language – мова, якою я говорю
    /forget – видалити все, що я про вас зберігаю
help-admin =
    Для адміністраторів: надішліть файл, посилання чи переслане повідомлення, або /add, щоб вставити текст.
    /articles – що проіндексовано; видалити або замінити
    /rollback – повернутися до текстів перед останньою зміною
    /status – як у мене справи
    /approve і код – дозволити комусь запитувати
about =
    { $documents ->
        [one] { $documents } текст
        [few] { $documents } тексти
        [many] { $documents } текстів
       *[other] { $documents } тексту
    }, { $passages ->
        [one] { $passages } уривок
        [few] { $passages } уривки
        [many] { $passages } уривків
       *[other] { $passages } уривка
    }, остання зміна: { $date }.
about-newest = Найновіший: { $title }

## Answers
no-answer = У тексті немає відповіді на це запитання.
unsure-label = Я не певен, що це відповідь.
closest-button = Найближче: { $name }
closest-label = Це не відповідь, але ближчого немає.
near-label = Це теж не відповідь.
other-label = Інший уривок, { $place } з { $count }.
question-understood = Я зрозумів так: «{ $question }»
question-understood-after = Я зрозумів так: «{ $question }», після запитання «{ $before }»
others-button = Інші уривки ({ $count })
context-button = Більше контексту
next-button = Далі
thanks = Дякую. Записано без вашого імені.
all-shown = Це весь текст.
message-full = Більше в одне повідомлення не вміщується.
no-more = Інших уривків немає.
quote-language = мова: { $language }
changed = Відтоді текст змінився.
again-button = Запитати знову
forgotten-question = Я вже не пам'ятаю цього запитання. Поставте його, будь ласка, ще раз.
why-answered = Відповідь є: я певен на { $confidence }; для відповіді досить { $threshold }.
why-unsure = Щоб бути певним, треба { $sure }.
why-refused = Відповіді немає: я певен на { $confidence }; для відповіді треба { $threshold }.
why-passage = { $score } – { $opening }
why-nothing = Поки немає запитання, яке можна пояснити.
small-talk = Вітаю! Поставте запитання про текст, і я процитую місце з відповіддю.
ask-usage = Напишіть запитання після команди: /ask Що було вирішено?
only-text = Я вмію читати лише написані запитання.
offline = Я був вимкнений; ось відповідь на ваше останнє запитання.

## Limits
slow-down = Забагато запитань. Зачекайте хвилину; доти я не відповідатиму.
busy = Забагато запитань одразу. Запитайте, будь ласка, за хвилину.
place = Ваше місце в черзі: { $place }
interrupted = Мене перезапустили, перш ніж я встиг відповісти.
failed = У мене щось зламалося. Спробуйте, будь ласка, ще раз.
not-allowed =
    Я вас ще не знаю. Попросіть мого адміністратора впустити вас за цим кодом, він діє добу:
    { $code }
not-allowed-group =
    Цю групу ще не схвалено. Адміністратор може схвалити її за цим кодом, він діє добу:
    { $code }
approved = Готово: тепер можна запитувати.
approved-you = Тепер ви можете запитувати. Поставте мені запитання.
unknown-code = Такого коду немає, або він старший за добу.
approve-usage = Напишіть код після команди: /approve 123456
anonymous = Я не можу впізнати анонімного адміністратора. Пишіть, будь ласка, від свого імені.
only-admin = Це може лише адміністратор.
only-private = Зробіть це, будь ласка, в особистому чаті зі мною.

## Language and privacy
language-choose = Якою мовою мені говорити? Цитати лишаються своєю.
language-set = Тепер я говорю українською.
forgotten = Видалено: вашу мову, ваші запитання і дозвіл запитувати, якщо його дав адміністратор.

## For admins
add-start = Надішліть текст будь-якою кількістю повідомлень, або файл чи посилання; потім /done. /cancel – скасувати.
add-more =
    { $messages ->
        [one] Поки { $messages } повідомлення.
        [few] Поки { $messages } повідомлення.
        [many] Поки { $messages } повідомлень.
       *[other] Поки { $messages } повідомлення.
    } /done, коли все.
add-nothing = Додавати поки нічого: спершу надішліть текст, файл чи посилання після /add.
cancelled = Скасовано. Нічого не змінилося.
reading = Читаю …
understood = Зрозуміло:
understood-document = { $title } – { $date }, { $passages ->
        [one] { $passages } уривок
        [few] { $passages } уривки
        [many] { $passages } уривків
       *[other] { $passages } уривка
    }
no-date = без дати
and-more = … і ще { $count }
add-button = Додати
replace-all-button = Замінити все
cancel-button = Скасувати
expired = У мене цього вже немає. Надішліть, будь ласка, ще раз.
building = Будую: { $done } із { $total }, { $rate } уривків за секунду
live =
    Працює версія { $generation }: { $documents ->
        [one] { $documents } текст
        [few] { $documents } тексти
        [many] { $documents } текстів
       *[other] { $documents } тексту
    }.
rebuild-failed = Нічого не змінилося: { $reason }
golden-failed = Нічого не змінилося. На ці запитання більше не було б потрібної відповіді:
file-too-big = Файл завеликий: боти можуть отримати не більше { $limit } МБ. Надішліть посилання або вставте текст після /add.
articles = Тексти з { $first } по { $last } із { $total }:
articles-none = Тексту поки немає.
previous-button = Назад
remove-button = Видалити
replace-button = Замінити
remove-confirm = Видалити «{ $title }»?
replace-start = Надішліть новий текст, файл чи посилання для «{ $title }»; потім /done. /cancel – скасувати.
rollback-confirm = Повернутися від версії { $live } до версії { $previous } від { $date }?
rollback-none = Ранішої версії немає.
confirm-button = Так
status =
    Версія { $generation } від { $date }: текстів { $documents }, уривків { $passages }.
    Запитань від запуску: { $questions }, без відповіді: { $refused }, чекають: { $waiting }.
    Пам'ять: { $memory } МБ, час роботи: { $uptime }.

## Menus
command-ask = Поставити запитання
command-why = Чому така відповідь
command-about = Що я прочитав
command-language = Вибрати мою мову
command-forget = Видалити все, що я про вас зберігаю
command-help = Як мною користуватися
command-add = Додати текст
command-articles = Список, видалити, замінити
command-rollback = Повернутися до попередніх текстів
command-status = Як у мене справи
command-approve = Дозволити комусь запитувати
description = Я відповідаю на запитання про текст, цитуючи його слово в слово, із джерелом – або кажу, що відповіді в ньому немає.
short-description = Відповідає цитатами, слово в слово.
inline-none = У тексті немає відповіді на це запитання
inline-start = Введіть запитання
inline-wait = Зачекайте хвилину
paste-too-long = текст задовгий для вставляння; надішліть його файлом
texts =
    { $count ->
        [one] { $count } текст
        [few] { $count } тексти
        [many] { $count } текстів
       *[other] { $count } тексту
    }
