# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    Ich beantworte Fragen zu { $title }, indem ich den Text zitiere, Wort für Wort, mit Quelle.
    Fragen Sie in Ihrer Sprache; ich schreibe nichts selbst.
    Wenn der Text nicht antwortet, sage ich das.
start-empty =
    Ich beantworte Fragen, indem ich einen Text zitiere, Wort für Wort, mit Quelle.
    Fragen Sie in Ihrer Sprache; ich schreibe nichts selbst.
    Noch gibt es keinen Text: Ein Admin kann mir mit /add einen schicken.
examples = Zum Beispiel:
example-question = Was sagt der Text über „{ $heading }“?
help =
    Stellen Sie mir eine Frage; ich zitiere die Stelle, die sie beantwortet.
    In einer Gruppe: /ask und die Frage, oder erwähnen Sie mich, oder antworten Sie mir.
    /why – warum diese Antwort, oder warum keine
    /about – was ich gelesen habe und wie aktuell es ist
    /language – die Sprache, die ich spreche
    /forget – löschen, was ich über Sie gespeichert habe
help-admin =
    Für Admins: Schicken Sie eine Datei, einen Link oder einen weitergeleiteten Beitrag, oder /add für eingefügten Text.
    /articles – was indexiert ist; entfernen oder ersetzen
    /rollback – zurück zu den Texten vor der letzten Änderung
    /status – wie es mir geht
    /approve und ein Code – jemanden zulassen
about =
    { $documents ->
        [one] { $documents } Text
       *[other] { $documents } Texte
    }, { $passages ->
        [one] { $passages } Abschnitt
       *[other] { $passages } Abschnitte
    }, zuletzt geändert am { $date }.
about-newest = Neuester: { $title }

## Answers
no-answer = Der Text beantwortet das nicht.
unsure-label = Ich bin nicht sicher, ob das die Antwort ist.
closest-button = Am nächsten: { $name }
closest-label = Keine Antwort, aber das Nächste, was ich habe.
near-label = Auch das ist keine Antwort.
other-label = Andere Stelle, { $place } von { $count }.
question-understood = Verstanden habe ich: „{ $question }“
question-understood-after = Verstanden habe ich: „{ $question }“, nach „{ $before }“
others-button = Andere Stellen ({ $count })
context-button = Mehr Kontext
next-button = Weiter
thanks = Danke. Vermerkt, ohne Ihren Namen.
all-shown = Das ist der ganze Text.
message-full = Mehr passt nicht in eine Nachricht.
no-more = Es gibt keine weiteren Stellen.
quote-language = auf { $language }
changed = Der Text hat sich seit dieser Antwort geändert.
again-button = Erneut fragen
forgotten-question = Ich kenne diese Frage nicht mehr. Bitte stellen Sie sie noch einmal.
why-answered = Beantwortet: Ich bin zu { $confidence } sicher; { $threshold } genügen für eine Antwort.
why-unsure = Um sicher zu sein, braucht es { $sure }.
why-refused = Nicht beantwortet: Ich bin zu { $confidence } sicher; für eine Antwort braucht es { $threshold }.
why-passage = { $score } – { $opening }
why-nothing = Es gibt noch keine Frage zu erklären.
small-talk = Guten Tag! Stellen Sie mir eine Frage zum Text, und ich zitiere die Stelle, die sie beantwortet.
ask-usage = Schreiben Sie die Frage hinter den Befehl: /ask Was wurde beschlossen?
only-text = Ich kann nur geschriebene Fragen lesen.
offline = Ich war offline; hier ist die Antwort auf Ihre letzte Frage.

## Limits
slow-down = Das sind viele Fragen. Bitte warten Sie eine Minute; bis dahin antworte ich nicht.
busy = Zu viele Fragen auf einmal. Bitte fragen Sie in einer Minute noch einmal.
place = Ihr Platz in der Warteschlange: { $place }
interrupted = Ich wurde neu gestartet, bevor ich antworten konnte.
failed = Bei mir ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.
not-allowed =
    Ich kenne Sie noch nicht. Bitten Sie meinen Admin, Sie mit diesem Code zuzulassen; er gilt einen Tag:
    { $code }
not-allowed-group =
    Diese Gruppe ist noch nicht zugelassen. Ein Admin kann sie mit diesem Code zulassen; er gilt einen Tag:
    { $code }
approved = Erledigt: Es darf jetzt gefragt werden.
approved-you = Sie dürfen jetzt fragen. Schicken Sie mir eine Frage.
unknown-code = Diesen Code gibt es nicht, oder er ist älter als ein Tag.
approve-usage = Schreiben Sie den Code hinter den Befehl: /approve 123456
anonymous = Wer ein anonymer Admin ist, kann ich nicht erkennen. Bitte schreiben Sie unter eigenem Namen.
only-admin = Das darf nur ein Admin.
only-private = Bitte tun Sie das im privaten Chat mit mir.

## Language and privacy
language-choose = Welche Sprache soll ich sprechen? Zitate bleiben in ihrer eigenen.
language-set = Ich spreche jetzt Deutsch.
forgotten = Gelöscht: Ihre Sprache, Ihre Fragen und, falls ein Admin sie erteilt hat, Ihre Zulassung.

## For admins
add-start = Schicken Sie den Text in beliebig vielen Nachrichten, oder eine Datei oder einen Link; dann /done. /cancel bricht ab.
add-more =
    { $messages ->
        [one] { $messages } Nachricht bisher.
       *[other] { $messages } Nachrichten bisher.
    } /done, wenn alles da ist.
add-nothing = Noch nichts hinzuzufügen: Schicken Sie nach /add zuerst einen Text, eine Datei oder einen Link.
cancelled = Abgebrochen. Nichts hat sich geändert.
reading = Lese …
understood = Verstanden:
understood-document = { $title } – { $date }, { $passages ->
        [one] { $passages } Abschnitt
       *[other] { $passages } Abschnitte
    }
no-date = ohne Datum
and-more = … und { $count } weitere
add-button = Hinzufügen
replace-all-button = Alles ersetzen
cancel-button = Abbrechen
expired = Das habe ich nicht mehr. Bitte schicken Sie es noch einmal.
building = Im Bau: { $done } von { $total }, { $rate } Abschnitte je Sekunde
live =
    Jetzt aktiv: Stand { $generation }, { $documents ->
        [one] { $documents } Text
       *[other] { $documents } Texte
    }.
rebuild-failed = Nichts hat sich geändert: { $reason }
golden-failed = Nichts hat sich geändert. Diese Fragen würden nicht mehr wie verlangt beantwortet:
file-too-big = Diese Datei ist zu groß: Bots können höchstens { $limit } MB abrufen. Schicken Sie einen Link, oder fügen Sie den Text nach /add ein.
articles = Indexierte Texte, { $first } bis { $last } von { $total }:
articles-none = Es gibt noch keinen Text.
previous-button = Zurück
remove-button = Entfernen
replace-button = Ersetzen
remove-confirm = „{ $title }“ entfernen?
replace-start = Schicken Sie den neuen Text, die Datei oder den Link für „{ $title }“; dann /done. /cancel bricht ab.
rollback-confirm = Von Stand { $live } zu Stand { $previous } vom { $date } zurückgehen?
rollback-none = Es gibt keinen früheren Stand.
confirm-button = Ja
status =
    Stand { $generation } vom { $date }: { $documents } Texte, { $passages } Abschnitte.
    { $questions } Fragen seit dem Start, { $refused } nicht beantwortet, { $waiting } wartend.
    { $memory } MB Speicher, seit { $uptime } in Betrieb.

## Menus
command-ask = Eine Frage stellen
command-why = Warum diese Antwort
command-about = Was ich gelesen habe
command-language = Meine Sprache wählen
command-forget = Löschen, was ich über Sie weiß
command-help = So benutzen Sie mich
command-add = Einen Text hinzufügen
command-articles = Auflisten, entfernen, ersetzen
command-rollback = Zurück zu den vorigen Texten
command-status = Wie es mir geht
command-approve = Jemanden zulassen
description = Ich beantworte Fragen zu einem Text, indem ich ihn zitiere, Wort für Wort, mit Quelle – oder ich sage, dass er nicht antwortet.
short-description = Antwortet mit Zitaten, Wort für Wort.
inline-none = Der Text beantwortet das nicht
inline-start = Geben Sie eine Frage ein
inline-wait = Bitte eine Minute warten
paste-too-long = der Text ist zum Einfügen zu lang; schicken Sie ihn als Datei
texts =
    { $count ->
        [one] { $count } Text
       *[other] { $count } Texte
    }
