# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    Я отвечаю на вопросы о тексте «{ $title }», цитируя его слово в слово, с указанием источника.
    Спрашивайте на своём языке; сам я ничего не сочиняю.
    Если ответа в тексте нет, я так и скажу.
start-empty =
    Я отвечаю на вопросы, цитируя текст слово в слово, с указанием источника.
    Спрашивайте на своём языке; сам я ничего не сочиняю.
    Текста пока нет: администратор может прислать его командой /add.
examples = Например:
example-question = Что в тексте сказано о «{ $heading }»?
help =
    Задайте мне вопрос; я процитирую место, где на него есть ответ.
    В группе: /ask и вопрос, или упомяните меня, или ответьте мне.
    /why – почему такой ответ или почему его нет
    /about – что я прочитал и насколько это свежее
    /language – язык, на котором я говорю
    /forget – удалить всё, что я о вас храню
help-admin =
    Для администраторов: пришлите файл, ссылку или пересланную запись, либо /add, чтобы вставить текст.
    /articles – что проиндексировано; удалить или заменить
    /rollback – вернуться к текстам до последнего изменения
    /status – как у меня дела
    /approve и код – разрешить кому-то спрашивать
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
    }, последнее изменение: { $date }.
about-newest = Самый новый: { $title }

## Answers
no-answer = В тексте нет ответа на этот вопрос.
unsure-label = Я не уверен, что это ответ.
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
why-answered = Отвечено: я уверен на { $confidence }; для ответа достаточно { $threshold }.
why-unsure = Чтобы быть уверенным, нужно { $sure }.
why-refused = Не отвечено: я уверен на { $confidence }; для ответа нужно { $threshold }.
why-passage = { $score } – { $opening }
why-nothing = Пока нет вопроса, который можно объяснить.
small-talk = Здравствуйте! Задайте вопрос о тексте, и я процитирую место с ответом.
ask-usage = Напишите вопрос после команды: /ask Что было решено?
only-text = Я умею читать только написанные вопросы.
offline = Я был отключён; вот ответ на ваш последний вопрос.

## Limits
slow-down = Слишком много вопросов. Подождите минуту; до тех пор я не буду отвечать.
busy = Слишком много вопросов сразу. Спросите, пожалуйста, через минуту.
place = Ваше место в очереди: { $place }
interrupted = Меня перезапустили, прежде чем я успел ответить.
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
approve-usage = Напишите код после команды: /approve 123456
anonymous = Я не могу узнать анонимного администратора. Пишите, пожалуйста, от своего имени.
only-admin = Это может только администратор.
only-private = Сделайте это, пожалуйста, в личном чате со мной.

## Language and privacy
language-choose = На каком языке мне говорить? Цитаты остаются на своём.
language-set = Теперь я говорю по-русски.
forgotten = Удалено: ваш язык, ваши вопросы и разрешение спрашивать, если администратор его дал.

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
understood-document = { $title } – { $date }, { $passages ->
        [one] { $passages } отрывок
        [few] { $passages } отрывка
        [many] { $passages } отрывков
       *[other] { $passages } отрывка
    }
no-date = без даты
and-more = … и ещё { $count }
add-button = Добавить
replace-all-button = Заменить всё
cancel-button = Отмена
expired = У меня этого больше нет. Пришлите, пожалуйста, ещё раз.
building = Строю: { $done } из { $total }, { $rate } отрывков в секунду
live =
    Работает версия { $generation }: { $documents ->
        [one] { $documents } текст
        [few] { $documents } текста
        [many] { $documents } текстов
       *[other] { $documents } текста
    }.
rebuild-failed = Ничего не изменилось: { $reason }
golden-failed = Ничего не изменилось. На эти вопросы больше не было бы нужного ответа:
file-too-big = Файл слишком большой: боты могут получить не больше { $limit } МБ. Пришлите ссылку или вставьте текст после /add.
articles = Тексты с { $first } по { $last } из { $total }:
articles-none = Текста пока нет.
previous-button = Назад
remove-button = Удалить
replace-button = Заменить
remove-confirm = Удалить «{ $title }»?
replace-start = Пришлите новый текст, файл или ссылку для «{ $title }»; затем /done. /cancel – отмена.
rollback-confirm = Вернуться от версии { $live } к версии { $previous } от { $date }?
rollback-none = Более ранней версии нет.
confirm-button = Да
status =
    Версия { $generation } от { $date }: текстов { $documents }, отрывков { $passages }.
    Вопросов с запуска: { $questions }, без ответа: { $refused }, ожидают: { $waiting }.
    Память: { $memory } МБ, время работы: { $uptime }.

## Menus
command-ask = Задать вопрос
command-why = Почему такой ответ
command-about = Что я прочитал
command-language = Выбрать мой язык
command-forget = Удалить всё, что я о вас храню
command-help = Как мной пользоваться
command-add = Добавить текст
command-articles = Список, удалить, заменить
command-rollback = Вернуться к прежним текстам
command-status = Как у меня дела
command-approve = Разрешить кому-то спрашивать
description = Я отвечаю на вопросы о тексте, цитируя его слово в слово, с источником – или говорю, что ответа в нём нет.
short-description = Отвечает цитатами, слово в слово.
inline-none = В тексте нет ответа на этот вопрос
inline-start = Введите вопрос
inline-wait = Подождите минуту
paste-too-long = текст слишком длинный для вставки; пришлите его файлом
texts =
    { $count ->
        [one] { $count } текст
        [few] { $count } текста
        [many] { $count } текстов
       *[other] { $count } текста
    }
