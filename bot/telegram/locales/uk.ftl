# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = Запитуйте мене про тексти нижче: я відповідаю, цитуючи їх слово в слово, із джерелом – або кажу, що відповіді в них немає.
examples = Наприклад:
example-question = Що в тексті сказано про «{ $heading }»?
help =
    Поставте мені запитання; я процитую місце, де є відповідь.
    У групі: /ask і запитання, або згадайте мене, або відповідайте мені.
    /articles – про що можна запитати
    /why – чому така відповідь або чому її немає
    /verify – чи є слова в текстах саме такими
    /cite – цитата для інших місць: текст, BibTeX, RIS, зображення
    /waiting – ваші запитання, що чекають на відповідь
    /about – що я прочитав і наскільки це свіже
    /language – мова, якою я говорю
    /privacy – що я про вас зберігаю
    /forget – видалити все, що я про вас зберігаю
help-admin =
    Для адміністраторів: надішліть файл, посилання чи переслане повідомлення, або /add, щоб вставити текст.
    /articles – видалити, замінити або виправити текст
    /rollback – повернутися до текстів перед останньою зміною
    /gaps – про що питають, а тексти не відповідають
    /status – як у мене справи
    /approve – хто чекає на доступ; /revoke – відкликати дозвіл
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
    }, остання зміна: { $date }
about-newest = Найновіший: { $title }
start-more =
    { $count ->
        [one] … і ще { $count } текст
        [few] … і ще { $count } тексти
        [many] … і ще { $count } текстів
       *[other] … і ще { $count } тексту
    }
start-days = { $first } – { $last }
empty = Запитувати поки немає про що. Завітайте, будь ласка, пізніше.
empty-admin = Тексту поки немає. Надішліть мені файл, посилання чи переслане повідомлення або вставте текст після /add.
article-headings = Можна запитати про таке:

## Answers
no-answer = У тексті немає відповіді на це запитання.
dated-on = { $date }:
earlier-on = Раніше, { $date }:
unsure-label = Я не певен, що це відповідь.
unanswered = У тексті немає відповіді на запитання «{ $question }».
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
why-unsure = Можливо, це відповідь: { $confidence }; певно – лише від { $sure }.
why-refused = Не читається як відповідь: { $confidence }; треба { $needed }.
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = Поки немає запитання, яке можна пояснити.
small-talk = Вітаю! Поставте запитання про текст, і я процитую місце з відповіддю.
ask-usage = Напишіть запитання після команди: /ask Що було вирішено?
only-text = Я вмію читати лише написані запитання.
offline = Я був вимкнений; ось відповідь на ваше останнє запитання.
why-sentence = Найближче до запитання, у тексті «{ $title }», речення { $number } уривка: «{ $words }»
why-place = Найближче до запитання, у тексті «{ $title }»: «{ $words }»
why-shares = Спільне з вашим запитанням: { $words }.
why-shares-none = Спільних слів із вашим запитанням немає; близький лише зміст.
why-sure = Читається як відповідь: { $confidence }; певно – від { $sure }.
figures-button = Цифри
why-figures = Відповідь дається від { $threshold }. Для кожного уривка: оцінка, близькість за змістом, частка ваших слів.
talk-thanks = Будь ласка.
talk-bye = До побачення!
talk-no = Гаразд. Запитайте іншими словами або про інше, коли захочете.
talk-yes = Добре. Запитуйте далі, коли захочете.
talk-nothing = Я не бачу тут запитання. Напишіть його, будь ласка, словами.
whole-question = Я не знаю, до чого це. Напишіть, будь ласка, запитання повністю.

## Words to be verified
verify-usage = Надішліть ці слова наступним повідомленням або дайте відповідь командою /verify на повідомлення, де вони є.
verify-verbatim = Слово в слово в цих текстах.
verify-almost = Майже, але не слово в слово.
verify-stitched =
    { $count ->
        [one] Складено з { $count } місця.
        [few] Складено з { $count } місць.
        [many] Складено з { $count } місць.
       *[other] Складено з { $count } місць.
    }
verify-more =
    { $count ->
        [one] … і ще { $count } місце, не показано.
        [few] … і ще { $count } місця, не показано.
        [many] … і ще { $count } місць, не показано.
       *[other] … і ще { $count } місця, не показано.
    }
verify-absent = У цих текстах такого немає.
verify-nowhere = У цих текстах немає: «{ $pasted }»
verify-quoted = Порівняно лише те, що подано як цитату.
verify-translation = Схоже на переклад цього місця:
verify-negation = Зверніть увагу на заперечення: { $change }
verify-number = Інше число: { $change }
verify-name = Інше ім’я: { $change }
verify-changed = замість «{ $stored }» стоїть «{ $pasted }»
verify-lost = пропущено «{ $stored }»
verify-added = «{ $pasted }» у тексті немає
verify-apart = Інакше, ніж у тексті: { $what }.
verify-capitals = великі літери
verify-accents = діакритичні знаки
verify-hyphens = дефіси
verify-marks = розділові знаки
verify-ellipsis = пропуски, як позначено

## Quotes for elsewhere
privacy = Під вашим Telegram ID (це не номер телефону) я зберігаю: що вас допустив адміністратор, вибрану мову та запитання, які ви залишили чекати на відповідь (/waiting), 90 днів. Ваші останні запитання я пам’ятаю деякий час, щоб можна було питати далі. 👍 і 👎 рахуються без імені. /forget видаляє те, що я зберігаю.
privacy-gaps = Запитання, на які тексти не відповідають, зберігаються 90 днів без того, хто питав, і без чисел та імен, наскільки я можу їх розпізнати, щоб адміністратори бачили, чого бракує.
privacy-no-gaps = Інші запитання не зберігаються.
gaps-off = Я не зберігаю запитань без відповіді. З GAPS=true у .env зберігаю, без того, хто питав, і /privacy повідомляє про це читачів.
gaps-none = Не було запитань, на які тексти не відповідають.
gaps-list = Найчастіше питають, а в текстах відповіді немає:
gaps-week = Запитання тижня, на які тексти не відповідають:
gaps-closest = найближче: { $name }
cite-nothing = Тут немає цитати: дайте відповідь командою /cite на якусь.
cite-plain-button = Текст
cite-annotation-button = Анотація
cite-card-button = Картка
cite-button = Послатися
cite-lasting = Постійне посилання: { $link }
cite-long = Для одного повідомлення це задовге, тому надсилаю файлом.
quote-stands = Ці слова й досі на місці:
quote-moved = Ці слова й досі є, але в іншому місці:
quote-changed = Ці слова змінено { $date }:
quote-removed = Ці слова вилучено { $date }:
quote-forgotten = Цих слів більше немає, а версія, у якій вони були, вже не зберігається.
quote-unknown = За цим посиланням я не знаю цитати: скопіюйте його так, як його було дано.

## Questions that wait
wait-button = Повідомте, коли дізнаєтеся
wait-noted = Я питатиму знову, коли тексти зміняться, протягом 90 днів, і повідомлю, якщо вони дадуть відповідь. Список – /waiting.
wait-full = Забагато ваших запитань уже чекає: одне можна прибрати через /waiting.
waiting-list = Ці запитання чекають на відповідь. Натисніть на запитання, щоб прибрати його:
waiting-none = Жодне ваше запитання не чекає на відповідь.
wait-known = Ви питали, і тепер тексти дають відповідь: «{ $question }»

## Limits
slow-down = Забагато запитань. Зачекайте хвилину; доти я не відповідатиму.
busy = Забагато запитань одразу. Запитайте, будь ласка, за хвилину.
place = Ваше місце в черзі: { $place }
restarted = Мене перезапустили, перш ніж я встиг відповісти.
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
anonymous = Я не можу впізнати анонімного адміністратора. Пишіть, будь ласка, від свого імені.
only-admin = Це може лише адміністратор.
only-private = Зробіть це, будь ласка, в особистому чаті зі мною.
knock = { $who } просить доступу.
knock-group = Група «{ $group }», куди мене додає { $who }, просить доступу.
let-in-button = Впустити
refuse-button = Відмовити
block-button = Заблокувати
refused = Відмовлено.
refused-you = Мої адміністратори вас не впустили.
blocked = Заблоковано: відповідей більше не буде. Щоб усе ж упустити: /approve { $id }
waits-no-longer = Цей запит більше не чекає: хтось уже вирішив, або минуло забагато часу.
nobody-waits = Ніхто не чекає на доступ.
nobody-let-in = Адміністратори ще нікого не впускали.
let-in = Впущені адміністратором, з { $first } по { $last } із { $total }. Натисніть на ім'я, щоб відкликати:
revoke-confirm = { $who } може запитувати. Відкликати цей дозвіл?
revoke-button = Відкликати
revoked = Готово: більше запитувати не можна.
revoked-before = Цей дозвіл уже відкликано.
knock-more = Доступу просять й інші: їх покаже /approve.

## Language and privacy
language-choose = Якою мовою мені говорити? Цитати лишаються своєю.
language-set = Тепер я говорю українською.
forgotten = Видалено: вашу мову, ваші запитання і дозвіл запитувати, якщо його дав адміністратор.
forgotten-as-chat = Видалено: запитання, поставлені від імені { $name }.

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
no-date = без дати
and-more = … і ще { $count }
add-button = Додати
cancel-button = Скасувати
expired = У мене цього вже немає. Надішліть, будь ласка, ще раз.
building = Будую: { $percent } % – { $done } із { $total } уривків, лишилося приблизно { $left }
live =
    Працює версія { $generation }: { $documents ->
        [one] { $documents } текст
        [few] { $documents } тексти
        [many] { $documents } текстів
       *[other] { $documents } тексту
    }.
rebuild-failed = Нічого не змінилося: { $reason }
sent-text = Ваш текст
source-no-host = { $source }: такої адреси немає. Перевірте, як вона пишеться, або вставте текст після /add.
source-not-public = { $source }: цього немає у відкритому інтернеті. Надішліть сторінку файлом або вставте текст після /add.
source-unreachable = { $source }: звідти немає відповіді. Спробуйте пізніше або вставте текст після /add.
source-no-page = { $source }: сторінку не віддають. Відкрийте її в браузері й надішліть файлом або вставте текст після /add.
source-no-text = { $source }: у ньому немає тексту. Замість скана чи зображення надішліть версію з текстом.
source-locked = { $source }: файл захищено паролем. Збережіть його без пароля й надішліть ще раз.
source-damaged = { $source }: файл пошкоджено. Відкрийте його, збережіть наново й надішліть.
source-too-large = { $source }: файл завеликий. Розділіть його й надішліть частинами.
source-unknown-kind = { $source }: файлів такого виду я не читаю. Збережіть його як PDF, DOCX або звичайний текст.
source-other = { $source }: прочитати не вдалося. Надішліть іншим файлом або вставте текст після /add.
source-line = { $source }: цей рядок — не текст, який я можу взяти. Напишіть об’єкт із «text», словами, і надішліть файл ще раз.
file-too-big = Файл завеликий: боти можуть отримати не більше { $limit } МБ. Надішліть посилання або вставте текст після /add.
articles = Тексти з { $first } по { $last } із { $total }:
previous-button = Назад
remove-button = Видалити
replace-button = Замінити
remove-confirm =
    Видалити «{ $title }»? Залишиться { $left ->
        [one] { $left } текст
        [few] { $left } тексти
        [many] { $left } текстів
       *[other] { $left } тексту
    }.
replace-start = Надішліть новий текст, файл чи посилання для «{ $title }»; потім /done. /cancel – скасувати.
rollback-confirm =
    Повернутися від версії { $live } ({ $now ->
        [one] { $now } текст
        [few] { $now } тексти
        [many] { $now } текстів
       *[other] { $now } тексту
    }) до версії { $previous } від { $date } ({ $documents ->
        [one] { $documents } текст
        [few] { $documents } тексти
        [many] { $documents } текстів
       *[other] { $documents } тексту
    })?
rollback-none = Ранішої версії немає.
status =
    Версія { $generation } від { $date }: текстів { $documents }, уривків { $passages }.
    Запитань від запуску: { $questions }, без відповіді: { $refused }, чекають: { $waiting }.
    Пам'ять: { $memory } МБ, час роботи: { $uptime }.
correct-button = Виправити
words =
    { $count ->
        [one] { $count } слово
        [few] { $count } слова
        [many] { $count } слів
       *[other] { $count } слова
    }
no-language = мова невідома
understood-of = Зрозуміло, текст { $number } із { $total }:
understood-replaces = Стане на місце тексту «{ $title }».
understood-same = Саме цей текст уже працює.
understood-left-out = Не ввійшло: { $what }
understood-hint = Неправильні назва, дата чи мова? Натисніть кнопку або дайте відповідь на це повідомлення тим, що правильно.
title-button = Назва
date-button = Дата
language-button = Мова
edit-title = Дайте у відповідь правильну назву для «{ $title }».
edit-date = Дайте у відповідь дату тексту «{ $title }», наприклад 2025-10-02, або -, якщо її немає.
edit-language = Дайте у відповідь мову тексту «{ $title }»: назву або код, наприклад fr.
edit-no-title = Назва – один рядок, не довший за { $most } літер. Дайте, будь ласка, відповідь ще раз.
edit-no-date = Такої дати я не знаю. Напишіть її як 2025-10-02, або -, якщо її немає.
edit-no-language = Такої мови я не знаю. Напишіть її назву або код, наприклад fr.
edited = Виправлено, дивіться вище.
replace-all =
    { $count ->
        [one] Замінити { $count } текст
        [few] Замінити всі { $count } тексти
        [many] Замінити всі { $count } текстів
       *[other] Замінити всі { $count } тексту
    }
replace-all-confirm =
    Замінити все? Буде видалено: { $count ->
        [one] { $count } текст
        [few] { $count } тексти
        [many] { $count } текстів
       *[other] { $count } тексту
    }; залишиться нових: { $kept }. Видаляються:
go-back-button = Повернутися
all-the-same-button = Усе одно опублікувати
try-again-button = Спробувати знову
building-starts = Будую …
checking = Поставлено контрольних запитань: { $done } із { $total }
live-golden = Контрольні запитання з потрібною відповіддю: { $right } із { $asked }.
live-not-served = Версію { $generation } опубліковано, але її поки не вдається відкрити. Я відповідаю за версією { $served } і спробую знову; причина – в журналі.
golden-changed = Поки нічого не змінилося. На ці контрольні запитання була б інша відповідь:
golden-before = зараз: { $words }
golden-after = потім: { $words }
quoted = «{ $words }»
golden-none = немає відповіді
changes-busy = забагато змін у черзі; спробуйте за хвилину
library-busy = у бібліотеку зараз пише інша програма. Дочекайтеся її та спробуйте ще раз
library-full = на диску немає місця. Звільніть його та спробуйте ще раз
library-damaged = бібліотеку пошкоджено. Там, де працює бот, виконайте «python -m index doctor --repair»
library-not-writable = бот не може писати в бібліотеку. Подивіться, кому вона належить, і спробуйте ще раз
library-unreachable = база даних бібліотеки не відповідає. Перевірте, чи вона працює, і спробуйте ще раз
library-gone = тексти того часу видалено. /rollback скаже, до чого можна повернутися
library-other = там, де працює бот, щось не так. Його журнал каже, що саме
state-failed = не вдається записати те, що мені треба пам’ятати. Перевірте, чи є місце на диску або чи працює база даних, і спробуйте ще раз
golden-unreadable = не вдається прочитати контрольні запитання: { $place }. Виправте файл, указаний у GOLDEN_QUESTIONS, і спробуйте ще раз
build-interrupted = Мене перервали під час побудови. Надіслане досі тут.
under-way = Це вже виконується.
meanwhile-added = Тим часом { $who }: додано текст «{ $title }».
meanwhile-several = Тим часом { $who }: додано тексти.
meanwhile-all = Тим часом { $who }: замінено всі тексти.
meanwhile-removed = Тим часом { $who }: видалено текст «{ $title }».
meanwhile-back = Тим часом { $who }: повернення до попередніх текстів.
meanwhile-changed = Тим часом тексти змінили в іншому місці.
meanwhile-decide = Вашу зміну ще не опубліковано. Продовжити?
paste-goes-on =
    { $messages ->
        [one] Ваш текст ще не завершено: поки { $messages } повідомлення.
        [few] Ваш текст ще не завершено: поки { $messages } повідомлення.
        [many] Ваш текст ще не завершено: поки { $messages } повідомлень.
       *[other] Ваш текст ще не завершено: поки { $messages } повідомлення.
    } /done, коли все; /cancel – відкинути.
paste-first = Ви вже надсилаєте текст: завершіть його командою /done або відкиньте командою /cancel.
status-texts =
    Версія { $generation } від { $date }: { $documents ->
        [one] { $documents } текст
        [few] { $documents } тексти
        [many] { $documents } текстів
       *[other] { $documents } тексту
    }, { $passages ->
        [one] { $passages } уривок
        [few] { $passages } уривки
        [many] { $passages } уривків
       *[other] { $passages } уривка
    }.
status-today = Запитань сьогодні: { $questions }, з відповіддю: { $answered }, без відповіді: { $refused }.
status-quick = Половина відповідей надійшла за { $half } с, майже всі – за { $most } с.
status-waiting = Запитань у черзі: { $waiting }.
status-poll = Остання відповідь Telegram: { $ago }.
status-no-poll = Telegram мені ще не відповів.
status-webhook = Telegram викликає мене через вебхук.
status-pending = Чекають на доступ: { $count } (/approve).
status-memory = Пам'ять: { $memory } МБ. Час роботи: { $uptime }.
status-disk = Бібліотека на диску: { $library } МБ; вільно: { $free } ГБ.

## What of a source could not be taken
left-hidden = прихований текст
left-struck = закреслений текст
left-tracked = текст, вилучений у режимі виправлень
left-moved = текст, вилучений або переміщений у режимі виправлень
left-deep = вкладене глибше ніж { $count } списків або цитат
left-choices = варіанти вибору у формі
left-fields = поля форми
left-aside = текст на полях
left-comments = коментарі
left-numbers = номери перед абзацами, виду «{ $name }»
left-notes = виноски, на які в тексті немає посилань
left-cells = клітинки поза стовпцями своєї таблиці
left-formulas = формули
left-hidden-section = прихований розділ
left-hidden-rows = приховані рядки
left-hidden-columns = приховані стовпці
left-unknown-signs = знаки невідомого шрифту
left-nameless-signs = { left-unknown-signs }
left-signs = знаки шрифту { $name }
left-embedded = вставка з іншої програми ({ $name })
left-part = частина у форматі { $name }
left-other-part = частина, що зберігається в іншому файлі
left-damaged-part = пошкоджена частина файлу, { $name }
left-hidden-sheet = прихований аркуш «{ $name }»
left-behind = сторінка за посиланням: її не вдалося прочитати
left-listed = розділ «{ $name }», який у книжці лише названо
left-absent = { $name } (немає у файлі)
left-encrypted = { $name } (зашифровано)
left-damaged = { $name } (пошкоджено)
left-outside = { $name } (поза порядком читання)
left-attached = вкладення: { $name }
left-file = { $name }
on-pages = с. { $numbers }
left-unreadable = не читається: { $pages }
left-damaged-pages = частково пошкоджено: { $pages }
left-pictured = лише зображення: { $pages }
left-commented = коментарі: { $pages }
left-beyond = за краями сторінки: { $pages }
left-unseen = закрито або невидимо: { $pages }
left-illegible = у шрифтах, які не кажуть, які літери малюють: { $pages }
left-letters =
    { $count ->
        [one] { $count } пошкоджена літера, показана як { "\uFFFD" }
        [few] { $count } пошкоджені літери, показані як { "\uFFFD" }
        [many] { $count } пошкоджених літер, показані як { "\uFFFD" }
       *[other] { $count } пошкодженої літери, показані як { "\uFFFD" }
    }
left-values =
    { $count ->
        [one] { $count } формула без значення: відкрийте й збережіть файл один раз
        [few] { $count } формули без значень: відкрийте й збережіть файл один раз
        [many] { $count } формул без значень: відкрийте й збережіть файл один раз
       *[other] { $count } формули без значень: відкрийте й збережіть файл один раз
    }
left-pictures =
    { $count ->
        [0] зображення
        [one] { $count } зображення
        [few] { $count } зображення
        [many] { $count } зображень
       *[other] { $count } зображення
    }
left-charts =
    { $count ->
        [0] діаграми
        [one] { $count } діаграма
        [few] { $count } діаграми
        [many] { $count } діаграм
       *[other] { $count } діаграми
    }
left-hidden-slides =
    { $count ->
        [one] { $count } прихований слайд
        [few] { $count } приховані слайди
        [many] { $count } прихованих слайдів
       *[other] { $count } прихованого слайда
    }
left-hidden-rows-of-sheet =
    { $count ->
        [one] { $count } прихований рядок аркуша «{ $name }»
        [few] { $count } приховані рядки аркуша «{ $name }»
        [many] { $count } прихованих рядків аркуша «{ $name }»
       *[other] { $count } прихованого рядка аркуша «{ $name }»
    }
left-hidden-columns-of-sheet =
    { $count ->
        [one] { $count } прихований стовпець аркуша «{ $name }»
        [few] { $count } приховані стовпці аркуша «{ $name }»
        [many] { $count } прихованих стовпців аркуша «{ $name }»
       *[other] { $count } прихованого стовпця аркуша «{ $name }»
    }
only-teasers =
    { $count ->
        [one] { $count } запис із { $entries }, лише анонс: надішліть адресу його сторінки
        [few] { $count } записи з { $entries }, лише анонси: надішліть адреси їхніх сторінок
        [many] { $count } записів із { $entries }, лише анонси: надішліть адреси їхніх сторінок
       *[other] { $count } запису з { $entries }, лише анонси: надішліть адреси їхніх сторінок
    }

## Menus
command-ask = Поставити запитання
command-why = Чому така відповідь
command-verify = Перевірити цитату
command-cite = Оформити цитату
command-waiting = Запитання, що чекають на відповідь
command-about = Що я прочитав
command-language = Вибрати мою мову
command-privacy = Що я про вас зберігаю
command-forget = Видалити все, що я про вас зберігаю
command-help = Як мною користуватися
command-add = Додати текст
command-articles = Про що можна запитати
command-rollback = Повернутися до попередніх текстів
command-gaps = На що тексти не відповідають
command-status = Як у мене справи
command-approve = Дозволити комусь запитувати
description = Я відповідаю на запитання про текст, цитуючи його слово в слово, із джерелом – або кажу, що відповіді в ньому немає.
short-description = Відповідає цитатами, слово в слово.
inline-none = У тексті немає відповіді на це запитання
inline-start = Введіть запитання
inline-wait = Зачекайте хвилину
paste-too-long = текст задовгий для вставляння; надішліть його файлом
command-revoke = Відкликати дозвіл
command-done = Завершити вставлений текст
command-cancel = Відкинути вставлений текст
