# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = Спрашивайте меня о текстах ниже: я отвечаю, цитируя их слово в слово, с источником – или говорю, что ответа в них нет.
examples = Например:
example-question = Что в тексте сказано о «{ $heading }»?
help =
    Задайте мне вопрос; я процитирую место, где на него есть ответ.
    В группе: /ask и вопрос, или упомяните меня, или ответьте мне.
    /articles – о чём можно спросить
    /why – почему такой ответ или почему его нет
    /verify – есть ли слова в текстах именно такими
    /cite – цитата для других мест: текст, BibTeX, RIS, картинка
    /waiting – ваши вопросы, которые ждут ответа
    /about – что я прочитал и насколько это свежее
    /language – язык, на котором я говорю
    /privacy – что я о вас храню
    /forget – удалить всё, что я о вас храню
help-admin =
    Для администраторов: пришлите файл, ссылку или пересланную запись, либо /add, чтобы вставить текст.
    /articles – удалить, заменить или исправить текст
    /rollback – вернуться к текстам до последнего изменения
    /gaps – о чём спрашивают, а тексты не отвечают
    /status – как у меня дела
    /approve – кто ждёт доступа; /revoke – отозвать разрешение
about =
    { $documents ->
        [one] { $documents } текст
        [few] { $documents } текста
        [many] { $documents } текстов
       *[other] { $documents } текста
    }, { $passages ->
        [one] { $passages } отрывок
        [few] { $passages } отрывка
        [many] { $passages } отрывков
       *[other] { $passages } отрывка
    }, последнее изменение: { $date }
about-newest = Самый новый: { $title }
start-more =
    { $count ->
        [one] … и ещё { $count } текст
        [few] … и ещё { $count } текста
        [many] … и ещё { $count } текстов
       *[other] … и ещё { $count } текста
    }
start-days = { $first } – { $last }
empty = Спрашивать пока не о чем. Зайдите, пожалуйста, позже.
empty-admin = Текста пока нет. Пришлите мне файл, ссылку или пересланную запись, либо вставьте текст после /add.
article-headings = Можно спросить о таком:

## Answers
no-answer = В тексте нет ответа на этот вопрос.
dated-on = { $date }:
earlier-on = Раньше, { $date }:
unsure-label = Я не уверен, что это ответ.
unanswered = В тексте нет ответа на вопрос «{ $question }».
closest-button = Ближе всего: { $name }
closest-label = Это не ответ, но ближе ничего нет.
near-label = Это тоже не ответ.
other-label = Другой отрывок, { $place } из { $count }.
question-understood = Я понял так: «{ $question }»
question-understood-after = Я понял так: «{ $question }», после вопроса «{ $before }»
others-button = Другие отрывки ({ $count })
context-button = Больше контекста
next-button = Дальше
thanks = Спасибо. Записано без вашего имени.
all-shown = Это весь текст.
message-full = Больше в одно сообщение не помещается.
no-more = Других отрывков нет.
quote-language = язык: { $language }
changed = С тех пор текст изменился.
again-button = Спросить снова
forgotten-question = Я уже не помню этот вопрос. Задайте его, пожалуйста, ещё раз.
why-unsure = Возможно, это ответ: { $confidence }; уверенно – только от { $sure }.
why-refused = Не читается как ответ: { $confidence }; нужно { $needed }.
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = Пока нет вопроса, который можно объяснить.
small-talk = Здравствуйте! Задайте вопрос о тексте, и я процитирую место с ответом.
ask-usage = Напишите вопрос после команды: /ask Что было решено?
only-text = Я умею читать только написанные вопросы.
offline = Я был отключён; вот ответ на ваш последний вопрос.
why-sentence = Ближе всего к вопросу, в тексте «{ $title }», предложение { $number } отрывка: «{ $words }»
why-place = Ближе всего к вопросу, в тексте «{ $title }»: «{ $words }»
why-shares = Общее с вашим вопросом: { $words }.
why-shares-none = Общих слов с вашим вопросом нет; близок только смысл.
why-sure = Читается как ответ: { $confidence }; уверенно – от { $sure }.
figures-button = Цифры
why-figures = Ответ даётся от { $threshold }. Для каждого отрывка: оценка, близость по смыслу, доля ваших слов.
talk-thanks = Пожалуйста.
talk-bye = До свидания!
talk-no = Хорошо. Спросите другими словами или о другом, когда захотите.
talk-yes = Хорошо. Спрашивайте дальше, когда захотите.
talk-nothing = Я не вижу здесь вопроса. Напишите его, пожалуйста, словами.
whole-question = Я не знаю, к чему это относится. Напишите, пожалуйста, вопрос целиком.

## Words to be verified
verify-usage = Пришлите эти слова следующим сообщением или ответьте командой /verify на сообщение, где они есть.
verify-verbatim = Слово в слово в этих текстах.
verify-almost = Почти, но не слово в слово.
verify-stitched =
    { $count ->
        [one] Составлено из { $count } места.
        [few] Составлено из { $count } мест.
        [many] Составлено из { $count } мест.
       *[other] Составлено из { $count } мест.
    }
verify-more =
    { $count ->
        [one] … и ещё { $count } место, не показано.
        [few] … и ещё { $count } места, не показаны.
        [many] … и ещё { $count } мест, не показаны.
       *[other] … и ещё { $count } места, не показаны.
    }
verify-absent = В этих текстах такого нет.
verify-nowhere = В этих текстах нет: «{ $pasted }»
verify-quoted = Сравнено только то, что дано как цитата.
verify-translation = Похоже на перевод этого места:
verify-negation = Обратите внимание на отрицание: { $change }
verify-number = Другое число: { $change }
verify-name = Другое имя: { $change }
verify-changed = вместо «{ $stored }» стоит «{ $pasted }»
verify-lost = пропущено «{ $stored }»
verify-added = «{ $pasted }» в тексте нет
verify-apart = Иначе, чем в тексте: { $what }.
verify-capitals = заглавные буквы
verify-accents = диакритические знаки
verify-hyphens = дефисы
verify-marks = знаки препинания
verify-ellipsis = пропуски, как отмечено

## Quotes for elsewhere
privacy = Под вашим Telegram ID (это не номер телефона) я храню: что вас допустил администратор, выбранный язык и вопросы, которые вы оставили ждать ответа (/waiting), 90 дней. Ваши последние вопросы я помню некоторое время, чтобы можно было спрашивать дальше. 👍 и 👎 считаются без имени. /forget удаляет то, что я храню.
privacy-gaps = Вопросы, на которые тексты не отвечают, хранятся 90 дней без того, кто спросил, и без чисел и имён, насколько я могу их распознать, чтобы администраторы видели, чего не хватает.
privacy-no-gaps = Другие вопросы не хранятся.
gaps-off = Я не храню вопросы без ответа. С GAPS=true в .env храню, без того, кто спросил, и /privacy сообщает об этом читателям.
gaps-none = Не было вопросов, на которые тексты не отвечают.
gaps-list = Чаще всего спрашивают, а в текстах ответа нет:
gaps-week = Вопросы недели, на которые тексты не отвечают:
gaps-closest = ближе всего: { $name }
cite-nothing = Здесь нет цитаты: ответьте командой /cite на какую-нибудь.
cite-plain-button = Текст
cite-annotation-button = Аннотация
cite-card-button = Карточка
cite-button = Сослаться
cite-lasting = Постоянная ссылка: { $link }
cite-long = Для одного сообщения это слишком длинно, поэтому отправляю файлом.
quote-stands = Эти слова по-прежнему на месте:
quote-moved = Эти слова по-прежнему есть, но в другом месте:
quote-changed = Эти слова изменены { $date }:
quote-removed = Эти слова удалены { $date }:
quote-forgotten = Этих слов больше нет, а версия, в которой они были, уже не хранится.
quote-unknown = По этой ссылке я не знаю цитаты: скопируйте её так, как она была дана.

## Questions that wait
wait-button = Сообщите, когда узнаете
wait-noted = Я буду спрашивать снова, когда тексты изменятся, в течение 90 дней, и сообщу, если они ответят. Список – /waiting.
wait-full = Слишком много ваших вопросов уже ждёт: один можно убрать через /waiting.
waiting-list = Эти вопросы ждут ответа. Нажмите на вопрос, чтобы убрать его:
waiting-none = Ни один ваш вопрос не ждёт ответа.
wait-known = Вы спрашивали, и теперь тексты отвечают: «{ $question }»

## Limits
slow-down = Слишком много вопросов. Подождите минуту; до тех пор я не буду отвечать.
busy = Слишком много вопросов сразу. Спросите, пожалуйста, через минуту.
place = Ваше место в очереди: { $place }
restarted = Меня перезапустили, прежде чем я успел ответить.
failed = У меня что-то сломалось. Попробуйте, пожалуйста, ещё раз.
not-allowed =
    Я вас ещё не знаю. Попросите моего администратора впустить вас по этому коду, он действует сутки:
    { $code }
not-allowed-group =
    Эта группа ещё не одобрена. Администратор может одобрить её по этому коду, он действует сутки:
    { $code }
approved = Готово: теперь можно спрашивать.
approved-you = Теперь вы можете спрашивать. Задайте мне вопрос.
unknown-code = Такого кода нет, или он старше суток.
anonymous = Я не могу узнать анонимного администратора. Пишите, пожалуйста, от своего имени.
only-admin = Это может только администратор.
only-private = Сделайте это, пожалуйста, в личном чате со мной.
knock = { $who } просит доступа.
knock-group = Группа «{ $group }», куда меня добавил(а) { $who }, просит доступа.
let-in-button = Впустить
refuse-button = Отказать
block-button = Заблокировать
refused = Отказано.
refused-you = Мои администраторы вас не впустили.
blocked = Заблокировано: ответов больше не будет. Чтобы всё же впустить: /approve { $id }
waits-no-longer = Этот запрос больше не ждёт: кто-то уже решил, или прошло слишком много времени.
nobody-waits = Никто не ждёт доступа.
nobody-let-in = Администраторы ещё никого не впускали.
let-in = Впущены администратором, с { $first } по { $last } из { $total }. Нажмите на имя, чтобы отозвать:
revoke-confirm = { $who } может спрашивать. Отозвать это разрешение?
revoke-button = Отозвать
revoked = Готово: больше спрашивать нельзя.
revoked-before = Это разрешение уже отозвано.
knock-more = Доступа просят и другие: их покажет /approve.

## Language and privacy
language-choose = На каком языке мне говорить? Цитаты остаются на своём.
language-set = Теперь я говорю по-русски.
forgotten = Удалено: ваш язык, ваши вопросы и разрешение спрашивать, если администратор его дал.
forgotten-as-chat = Удалено: вопросы, заданные от имени { $name }.

## For admins
add-start = Пришлите текст любым числом сообщений, либо файл или ссылку; затем /done. /cancel – отмена.
add-more =
    { $messages ->
        [one] Пока { $messages } сообщение.
        [few] Пока { $messages } сообщения.
        [many] Пока { $messages } сообщений.
       *[other] Пока { $messages } сообщения.
    } /done, когда всё.
add-nothing = Добавлять пока нечего: сначала пришлите текст, файл или ссылку после /add.
cancelled = Отменено. Ничего не изменилось.
reading = Читаю …
understood = Понято:
no-date = без даты
and-more = … и ещё { $count }
add-button = Добавить
cancel-button = Отмена
expired = У меня этого больше нет. Пришлите, пожалуйста, ещё раз.
building = Строю: { $percent } % – { $done } из { $total } отрывков, осталось примерно { $left }
live =
    Работает версия { $generation }: { $documents ->
        [one] { $documents } текст
        [few] { $documents } текста
        [many] { $documents } текстов
       *[other] { $documents } текста
    }.
rebuild-failed = Ничего не изменилось: { $reason }
sent-text = Ваш текст
source-no-host = { $source }: такого адреса нет. Проверьте, как он пишется, или вставьте текст после /add.
source-not-public = { $source }: этого нет в открытом интернете. Пришлите страницу файлом или вставьте текст после /add.
source-unreachable = { $source }: оттуда нет ответа. Попробуйте позже или вставьте текст после /add.
source-no-page = { $source }: страницу не отдают. Откройте её в браузере и пришлите файлом или вставьте текст после /add.
source-no-text = { $source }: в нём нет текста. Вместо скана или картинки пришлите версию с текстом.
source-locked = { $source }: файл закрыт паролем. Сохраните его без пароля и пришлите ещё раз.
source-damaged = { $source }: файл повреждён. Откройте его, сохраните заново и пришлите.
source-too-large = { $source }: файл слишком большой. Разделите его и пришлите по частям.
source-unknown-kind = { $source }: файлы такого вида я не читаю. Сохраните его как PDF, DOCX или простой текст.
source-other = { $source }: прочитать не удалось. Пришлите другим файлом или вставьте текст после /add.
source-line = { $source }: эта строка — не текст, который я могу взять. Напишите объект с «text», словами, и пришлите файл ещё раз.
file-too-big = Файл слишком большой: боты могут получить не больше { $limit } МБ. Пришлите ссылку или вставьте текст после /add.
articles = Тексты с { $first } по { $last } из { $total }:
previous-button = Назад
remove-button = Удалить
replace-button = Заменить
remove-confirm =
    Удалить «{ $title }»? Останется { $left ->
        [one] { $left } текст
        [few] { $left } текста
        [many] { $left } текстов
       *[other] { $left } текста
    }.
replace-start = Пришлите новый текст, файл или ссылку для «{ $title }»; затем /done. /cancel – отмена.
rollback-confirm =
    Вернуться от версии { $live } ({ $now ->
        [one] { $now } текст
        [few] { $now } текста
        [many] { $now } текстов
       *[other] { $now } текста
    }) к версии { $previous } от { $date } ({ $documents ->
        [one] { $documents } текст
        [few] { $documents } текста
        [many] { $documents } текстов
       *[other] { $documents } текста
    })?
rollback-none = Более ранней версии нет.
status =
    Версия { $generation } от { $date }: текстов { $documents }, отрывков { $passages }.
    Вопросов с запуска: { $questions }, без ответа: { $refused }, ожидают: { $waiting }.
    Память: { $memory } МБ, время работы: { $uptime }.
correct-button = Исправить
words =
    { $count ->
        [one] { $count } слово
        [few] { $count } слова
        [many] { $count } слов
       *[other] { $count } слова
    }
no-language = язык неизвестен
understood-of = Понято, текст { $number } из { $total }:
understood-replaces = Встанет на место текста «{ $title }».
understood-same = Именно этот текст уже работает.
understood-left-out = Не вошло: { $what }
understood-hint = Неверны название, дата или язык? Нажмите кнопку или ответьте на это сообщение тем, что верно.
title-button = Название
date-button = Дата
language-button = Язык
edit-title = Ответьте верным названием для «{ $title }».
edit-date = Ответьте датой текста «{ $title }», например 2025-10-02, или -, если её нет.
edit-language = Ответьте языком текста «{ $title }»: названием или кодом, например fr.
edit-no-title = Название – одна строка, не длиннее { $most } букв. Ответьте, пожалуйста, ещё раз.
edit-no-date = Такой даты я не знаю. Напишите её как 2025-10-02, или -, если её нет.
edit-no-language = Такого языка я не знаю. Напишите его название или код, например fr.
edited = Исправлено, смотрите выше.
replace-all =
    { $count ->
        [one] Заменить { $count } текст
        [few] Заменить все { $count } текста
        [many] Заменить все { $count } текстов
       *[other] Заменить все { $count } текста
    }
replace-all-confirm =
    Заменить всё? Будет удалено: { $count ->
        [one] { $count } текст
        [few] { $count } текста
        [many] { $count } текстов
       *[other] { $count } текста
    }; останется новых: { $kept }. Удаляются:
go-back-button = Вернуться
all-the-same-button = Всё равно опубликовать
try-again-button = Попробовать снова
building-starts = Строю …
checking = Задано контрольных вопросов: { $done } из { $total }
live-golden = Контрольные вопросы с нужным ответом: { $right } из { $asked }.
live-not-served = Версия { $generation } опубликована, но её пока не удаётся открыть. Я отвечаю по версии { $served } и попробую снова; причина – в журнале.
golden-changed = Пока ничего не изменилось. На эти контрольные вопросы был бы другой ответ:
golden-before = сейчас: { $words }
golden-after = потом: { $words }
quoted = «{ $words }»
golden-none = нет ответа
changes-busy = слишком много изменений в очереди; попробуйте через минуту
library-busy = в библиотеку сейчас пишет другая программа. Дождитесь её и попробуйте ещё раз
library-full = на диске нет места. Освободите его и попробуйте ещё раз
library-damaged = библиотека повреждена. Там, где работает бот, выполните «python -m index doctor --repair»
library-not-writable = бот не может писать в библиотеку. Посмотрите, кому она принадлежит, и попробуйте ещё раз
library-unreachable = база данных библиотеки не отвечает. Проверьте, работает ли она, и попробуйте ещё раз
library-gone = тексты того времени удалены. /rollback скажет, к чему можно вернуться
library-other = там, где работает бот, что-то не так. Его журнал говорит, что именно
state-failed = не удаётся записать то, что мне нужно помнить. Проверьте, есть ли место на диске или работает ли база данных, и попробуйте ещё раз
golden-unreadable = не удаётся прочитать контрольные вопросы: { $place }. Исправьте файл, указанный в GOLDEN_QUESTIONS, и попробуйте ещё раз
build-interrupted = Меня прервали во время построения. Присланное всё ещё здесь.
under-way = Это уже выполняется.
meanwhile-added = Тем временем { $who }: добавлен текст «{ $title }».
meanwhile-several = Тем временем { $who }: добавлены тексты.
meanwhile-all = Тем временем { $who }: заменены все тексты.
meanwhile-removed = Тем временем { $who }: удалён текст «{ $title }».
meanwhile-back = Тем временем { $who }: возврат к прежним текстам.
meanwhile-changed = Тем временем тексты изменили в другом месте.
meanwhile-decide = Ваше изменение ещё не опубликовано. Продолжить?
paste-goes-on =
    { $messages ->
        [one] Ваш текст ещё не закончен: пока { $messages } сообщение.
        [few] Ваш текст ещё не закончен: пока { $messages } сообщения.
        [many] Ваш текст ещё не закончен: пока { $messages } сообщений.
       *[other] Ваш текст ещё не закончен: пока { $messages } сообщения.
    } /done, когда всё; /cancel – отбросить.
paste-first = Вы уже присылаете текст: закончите его командой /done или отбросьте командой /cancel.
status-texts =
    Версия { $generation } от { $date }: { $documents ->
        [one] { $documents } текст
        [few] { $documents } текста
        [many] { $documents } текстов
       *[other] { $documents } текста
    }, { $passages ->
        [one] { $passages } отрывок
        [few] { $passages } отрывка
        [many] { $passages } отрывков
       *[other] { $passages } отрывка
    }.
status-today = Вопросов сегодня: { $questions }, с ответом: { $answered }, без ответа: { $refused }.
status-quick = Половина ответов пришла за { $half } с, почти все – за { $most } с.
status-waiting = Вопросов в очереди: { $waiting }.
status-poll = Последний ответ Telegram: { $ago }.
status-no-poll = Telegram мне ещё не ответил.
status-webhook = Telegram вызывает меня через вебхук.
status-pending = Ждут доступа: { $count } (/approve).
status-memory = Память: { $memory } МБ. Время работы: { $uptime }.
status-disk = Библиотека на диске: { $library } МБ; свободно: { $free } ГБ.

## What of a source could not be taken
left-hidden = скрытый текст
left-struck = зачёркнутый текст
left-tracked = текст, удалённый в режиме правки
left-moved = текст, удалённый или перемещённый в режиме правки
left-deep = вложенное глубже { $count } списков или цитат
left-choices = варианты выбора в форме
left-fields = поля формы
left-aside = текст на полях
left-comments = комментарии
left-numbers = номера перед абзацами, вида «{ $name }»
left-notes = сноски, на которые в тексте нет ссылок
left-cells = ячейки за пределами столбцов своей таблицы
left-formulas = формулы
left-hidden-section = скрытый раздел
left-hidden-rows = скрытые строки
left-hidden-columns = скрытые столбцы
left-unknown-signs = знаки неизвестного шрифта
left-nameless-signs = { left-unknown-signs }
left-signs = знаки шрифта { $name }
left-embedded = вставка из другой программы ({ $name })
left-part = часть в формате { $name }
left-other-part = часть, хранящаяся в другом файле
left-damaged-part = повреждённая часть файла, { $name }
left-hidden-sheet = скрытый лист «{ $name }»
left-behind = страница по ссылке: её не удалось прочитать
left-listed = глава «{ $name }», которая в книге только названа
left-absent = { $name } (нет в файле)
left-encrypted = { $name } (зашифровано)
left-damaged = { $name } (повреждено)
left-outside = { $name } (вне порядка чтения)
left-attached = вложение: { $name }
left-file = { $name }
on-pages = с. { $numbers }
left-unreadable = не читается: { $pages }
left-damaged-pages = частично повреждено: { $pages }
left-pictured = только изображения: { $pages }
left-commented = комментарии: { $pages }
left-beyond = за краями страницы: { $pages }
left-unseen = закрыто или невидимо: { $pages }
left-illegible = в шрифтах, которые не говорят, какие буквы рисуют: { $pages }
left-letters =
    { $count ->
        [one] { $count } повреждённая буква, показана как { "\uFFFD" }
        [few] { $count } повреждённые буквы, показаны как { "\uFFFD" }
        [many] { $count } повреждённых букв, показаны как { "\uFFFD" }
       *[other] { $count } повреждённых буквы, показаны как { "\uFFFD" }
    }
left-values =
    { $count ->
        [one] { $count } формула без значения: откройте и сохраните файл один раз
        [few] { $count } формулы без значений: откройте и сохраните файл один раз
        [many] { $count } формул без значений: откройте и сохраните файл один раз
       *[other] { $count } формулы без значений: откройте и сохраните файл один раз
    }
left-pictures =
    { $count ->
        [0] изображения
        [one] { $count } изображение
        [few] { $count } изображения
        [many] { $count } изображений
       *[other] { $count } изображения
    }
left-charts =
    { $count ->
        [0] диаграммы
        [one] { $count } диаграмма
        [few] { $count } диаграммы
        [many] { $count } диаграмм
       *[other] { $count } диаграммы
    }
left-hidden-slides =
    { $count ->
        [one] { $count } скрытый слайд
        [few] { $count } скрытых слайда
        [many] { $count } скрытых слайдов
       *[other] { $count } скрытого слайда
    }
left-hidden-rows-of-sheet =
    { $count ->
        [one] { $count } скрытая строка листа «{ $name }»
        [few] { $count } скрытые строки листа «{ $name }»
        [many] { $count } скрытых строк листа «{ $name }»
       *[other] { $count } скрытой строки листа «{ $name }»
    }
left-hidden-columns-of-sheet =
    { $count ->
        [one] { $count } скрытый столбец листа «{ $name }»
        [few] { $count } скрытых столбца листа «{ $name }»
        [many] { $count } скрытых столбцов листа «{ $name }»
       *[other] { $count } скрытого столбца листа «{ $name }»
    }
only-teasers =
    { $count ->
        [one] { $count } запись из { $entries }, только анонс: пришлите адрес её страницы
        [few] { $count } записи из { $entries }, только анонсы: пришлите адреса их страниц
        [many] { $count } записей из { $entries }, только анонсы: пришлите адреса их страниц
       *[other] { $count } записи из { $entries }, только анонсы: пришлите адреса их страниц
    }

## Menus
command-ask = Задать вопрос
command-why = Почему такой ответ
command-verify = Проверить цитату
command-cite = Оформить цитату
command-waiting = Вопросы, которые ждут ответа
command-about = Что я прочитал
command-language = Выбрать мой язык
command-privacy = Что я о вас храню
command-forget = Удалить всё, что я о вас храню
command-help = Как мной пользоваться
command-add = Добавить текст
command-articles = О чём можно спросить
command-rollback = Вернуться к прежним текстам
command-gaps = На что тексты не отвечают
command-status = Как у меня дела
command-approve = Разрешить кому-то спрашивать
description = Я отвечаю на вопросы о тексте, цитируя его слово в слово, с источником – или говорю, что ответа в нём нет.
short-description = Отвечает цитатами, слово в слово.
inline-none = В тексте нет ответа на этот вопрос
inline-start = Введите вопрос
inline-wait = Подождите минуту
paste-too-long = текст слишком длинный для вставки; пришлите его файлом
command-revoke = Отозвать разрешение
command-done = Закончить вставленный текст
command-cancel = Отбросить вставленный текст
