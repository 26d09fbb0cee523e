# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = Fragen Sie mich zu den Texten unten: Ich antworte, indem ich sie zitiere, Wort für Wort, mit Quelle – oder ich sage, dass sie nicht antworten.
examples = Zum Beispiel:
example-question = Was sagt der Text über „{ $heading }“?
help =
    Stellen Sie mir eine Frage; ich zitiere die Stelle, die sie beantwortet.
    In einer Gruppe: /ask und die Frage, oder erwähnen Sie mich, oder antworten Sie mir.
    /articles – wonach Sie fragen können
    /why – warum diese Antwort, oder warum keine
    /verify – ob Worte so in den Texten stehen
    /cite – ein Zitat für anderswo: Text, BibTeX, RIS, ein Bild
    /waiting – Ihre Fragen, die auf eine Antwort warten
    /about – was ich gelesen habe und wie aktuell es ist
    /language – die Sprache, die ich spreche
    /privacy – was ich über Sie aufbewahre
    /forget – löschen, was ich über Sie gespeichert habe
help-admin =
    Für Admins: Schicken Sie eine Datei, einen Link oder einen weitergeleiteten Beitrag, oder /add für eingefügten Text.
    /articles – einen Text entfernen, ersetzen oder berichtigen
    /rollback – zurück zu den Texten vor der letzten Änderung
    /gaps – was gefragt wird und die Texte nicht beantworten
    /status – wie es mir geht
    /approve – wer auf Zulassung wartet; /revoke – eine Zulassung zurücknehmen
about =
    { $documents ->
        [one] { $documents } Text
       *[other] { $documents } Texte
    }, { $passages ->
        [one] { $passages } Abschnitt
       *[other] { $passages } Abschnitte
    }, zuletzt geändert am { $date }.
about-newest = Neuester: { $title }
start-more =
    { $count ->
        [one] … und { $count } weiterer Text
       *[other] … und { $count } weitere Texte
    }
start-days = { $first } bis { $last }
empty = Noch gibt es nichts zu fragen. Bitte kommen Sie später wieder.
empty-admin = Noch gibt es keinen Text. Schicken Sie mir eine Datei, einen Link oder einen weitergeleiteten Beitrag, oder fügen Sie nach /add einen Text ein.
article-headings = Sie können fragen nach:

## Answers
no-answer = Der Text beantwortet das nicht.
dated-on = Am { $date }:
earlier-on = Früher, am { $date }:
unsure-label = Ich bin nicht sicher, ob das die Antwort ist.
unanswered = Der Text beantwortet „{ $question }“ nicht.
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
why-unsure = Er ist vielleicht eine Antwort: { $confidence }; sicher erst ab { $sure }.
why-refused = Er liest sich nicht als Antwort: { $confidence }; dazu braucht es { $needed }.
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = Es gibt noch keine Frage zu erklären.
small-talk = Guten Tag! Stellen Sie mir eine Frage zum Text, und ich zitiere die Stelle, die sie beantwortet.
ask-usage = Schreiben Sie die Frage hinter den Befehl: /ask Was wurde beschlossen?
only-text = Ich kann nur geschriebene Fragen lesen.
offline = Ich war offline; hier ist die Antwort auf Ihre letzte Frage.
why-sentence = Ihrer Frage am nächsten, in „{ $title }“, Satz { $number } eines Abschnitts: „{ $words }“
why-place = Ihrer Frage am nächsten, in „{ $title }“: „{ $words }“
why-shares = Er hat { $words } mit Ihrer Frage gemeinsam.
why-shares-none = Er hat kein Wort mit Ihrer Frage gemeinsam; nur der Sinn liegt nahe.
why-sure = Er liest sich als Antwort: { $confidence }; sicher ab { $sure }.
figures-button = Zahlen
why-figures = Beantwortet ab { $threshold }. Je Abschnitt: Wertung, Nähe des Sinns, Anteil Ihrer Wörter.
talk-thanks = Gern geschehen.
talk-bye = Auf Wiedersehen!
talk-no = In Ordnung. Fragen Sie mit anderen Worten oder nach etwas anderem, wann immer Sie mögen.
talk-yes = Gut. Fragen Sie weiter, wann immer Sie mögen.
talk-nothing = Darin sehe ich keine Frage. Bitte schreiben Sie eine in Worten.
whole-question = Ich weiß nicht, woran das anschließt. Bitte schreiben Sie die ganze Frage.

## Words to be verified
verify-usage = Schicken Sie mir die Worte in Ihrer nächsten Nachricht, oder antworten Sie mit /verify auf die Nachricht, in der sie stehen.
verify-verbatim = Wort für Wort in diesen Texten.
verify-almost = Fast, aber nicht Wort für Wort.
verify-stitched =
    { $count ->
        [one] Zusammengesetzt aus { $count } Stelle.
       *[other] Zusammengesetzt aus { $count } Stellen.
    }
verify-more =
    { $count ->
        [one] … und { $count } weitere Stelle, nicht gezeigt.
       *[other] … und { $count } weitere Stellen, nicht gezeigt.
    }
verify-absent = Nicht in diesen Texten.
verify-nowhere = Nicht in diesen Texten: „{ $pasted }“
verify-quoted = Verglichen: nur, was als Zitat angegeben ist.
verify-translation = Das liest sich wie eine Übersetzung von:
verify-negation = Achtung, Verneinung: { $change }
verify-number = Eine andere Zahl: { $change }
verify-name = Ein anderer Name: { $change }
verify-changed = aus „{ $stored }“ wurde „{ $pasted }“
verify-lost = „{ $stored }“ fehlt
verify-added = „{ $pasted }“ steht nicht im Text
verify-apart = Anders als im Text: { $what }.
verify-capitals = Großschreibung
verify-accents = Akzente
verify-hyphens = Bindestriche
verify-marks = Satzzeichen
verify-ellipsis = Auslassungen, wie gekennzeichnet

## Quotes for elsewhere
privacy = Unter Ihrer Telegram-ID (nicht Ihrer Telefonnummer) bewahre ich auf: dass ein Admin Sie zugelassen hat, die gewählte Sprache und die Fragen, die auf Ihren Wunsch auf eine Antwort warten (/waiting), 90 Tage lang. Ihre letzten Fragen merke ich mir eine Weile, damit Sie weiterfragen können. 👍 und 👎 werden ohne Ihren Namen gezählt. /forget löscht, was ich aufbewahre.
privacy-gaps = Fragen, die die Texte nicht beantworten, werden 90 Tage aufbewahrt, ohne wer gefragt hat, und ohne Zahlen und Namen, soweit ich sie erkenne, damit die Admins sehen, was fehlt.
privacy-no-gaps = Andere Fragen werden nicht aufbewahrt.
gaps-off = Ich bewahre abgelehnte Fragen nicht auf. Mit GAPS=true in .env tue ich es, ohne wer gefragt hat, und /privacy sagt es den Lesern.
gaps-none = Es wurde nichts gefragt, was die Texte nicht beantworten.
gaps-list = Am häufigsten gefragt und von den Texten nicht beantwortet:
gaps-week = Fragen der Woche, die die Texte nicht beantworten:
gaps-closest = am nächsten: { $name }
cite-nothing = Hier ist kein Zitat: Antworten Sie mit /cite auf eines.
cite-plain-button = Text
cite-annotation-button = Annotation
cite-card-button = Karte
cite-button = Zitieren
cite-lasting = Bleibender Link: { $link }
cite-long = Das ist zu lang für eine Nachricht, darum schicke ich es als Datei.
quote-stands = Diese Worte stehen noch da:
quote-moved = Diese Worte stehen noch da, an anderer Stelle:
quote-changed = Diese Worte wurden am { $date } geändert:
quote-removed = Diese Worte wurden am { $date } entfernt:
quote-forgotten = Diese Worte stehen nicht mehr da, und die Fassung mit ihnen ist nicht mehr aufbewahrt.
quote-unknown = Unter diesem Link kenne ich kein Zitat: Kopieren Sie ihn so, wie er angegeben wurde.

## Questions that wait
wait-button = Sagen Sie mir Bescheid
wait-noted = Ich frage wieder, sobald sich die Texte ändern, 90 Tage lang, und sage Ihnen, wenn sie antworten. /waiting zeigt die Liste.
wait-full = Zu viele Ihrer Fragen warten schon: Mit /waiting können Sie eine streichen.
waiting-list = Diese Fragen warten auf eine Antwort. Drücken Sie eine, um sie zu streichen:
waiting-none = Keine Ihrer Fragen wartet auf eine Antwort.
wait-known = Sie hatten gefragt, und jetzt antworten die Texte: „{ $question }“

## Limits
slow-down = Das sind viele Fragen. Bitte warten Sie eine Minute; bis dahin antworte ich nicht.
busy = Zu viele Fragen auf einmal. Bitte fragen Sie in einer Minute noch einmal.
place = Ihr Platz in der Warteschlange: { $place }
restarted = Ich wurde neu gestartet, bevor ich antworten konnte.
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
anonymous = Wer ein anonymer Admin ist, kann ich nicht erkennen. Bitte schreiben Sie unter eigenem Namen.
only-admin = Das darf nur ein Admin.
only-private = Bitte tun Sie das im privaten Chat mit mir.
knock = { $who } möchte zugelassen werden.
knock-group = Die Gruppe „{ $group }“, gebracht von { $who }, möchte zugelassen werden.
let-in-button = Zulassen
refuse-button = Ablehnen
block-button = Sperren
refused = Abgelehnt.
refused-you = Meine Admins haben Sie nicht zugelassen.
blocked = Gesperrt: Es gibt keine Antwort mehr. Doch noch zulassen: /approve { $id }
waits-no-longer = Diese Anfrage wartet nicht mehr: Jemand hat entschieden, oder sie ist zu alt.
nobody-waits = Niemand wartet auf Zulassung.
nobody-let-in = Noch hat kein Admin jemanden zugelassen.
let-in = Von einem Admin zugelassen, { $first } bis { $last } von { $total }. Drücken Sie auf einen Namen, um es zurückzunehmen:
revoke-confirm = { $who } darf fragen. Das zurücknehmen?
revoke-button = Zurücknehmen
revoked = Erledigt: Es darf nicht mehr gefragt werden.
revoked-before = Das ist schon zurückgenommen.
knock-more = Noch mehr möchten zugelassen werden: /approve zeigt sie.

## Language and privacy
language-choose = Welche Sprache soll ich sprechen? Zitate bleiben in ihrer eigenen.
language-set = Ich spreche jetzt Deutsch.
forgotten = Gelöscht: Ihre Sprache, Ihre Fragen und, falls ein Admin sie erteilt hat, Ihre Zulassung.
forgotten-as-chat = Gelöscht: die im Namen von { $name } gestellten Fragen.

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
no-date = ohne Datum
and-more = … und { $count } weitere
add-button = Hinzufügen
cancel-button = Abbrechen
expired = Das habe ich nicht mehr. Bitte schicken Sie es noch einmal.
building = Im Bau: { $percent } % – { $done } von { $total } Abschnitten, noch etwa { $left }
live =
    Jetzt aktiv: Stand { $generation }, { $documents ->
        [one] { $documents } Text
       *[other] { $documents } Texte
    }.
rebuild-failed = Nichts hat sich geändert: { $reason }
sent-text = Ihr Text
source-no-host = { $source }: diese Adresse gibt es nicht. Prüfen Sie, wie sie geschrieben wird, oder fügen Sie den Text nach /add ein.
source-not-public = { $source }: das steht nicht im öffentlichen Internet. Senden Sie die Seite als Datei, oder fügen Sie den Text nach /add ein.
source-unreachable = { $source }: von dort kommt keine Antwort. Versuchen Sie es später noch einmal, oder fügen Sie den Text nach /add ein.
source-no-page = { $source }: die Seite wird nicht herausgegeben. Öffnen Sie sie im Browser und senden Sie sie als Datei, oder fügen Sie den Text nach /add ein.
source-no-text = { $source }: darin steht kein Text. Von einem Scan oder Bild senden Sie eine Fassung mit Text.
source-locked = { $source }: verschlüsselt. Speichern Sie es ohne Passwort und senden Sie es noch einmal.
source-damaged = { $source }: beschädigt. Öffnen Sie es, speichern Sie es neu und senden Sie das.
source-too-large = { $source }: zu groß. Teilen Sie es auf und senden Sie die Teile.
source-unknown-kind = { $source }: Dateien dieser Art kann ich nicht lesen. Speichern Sie sie als PDF, DOCX oder reinen Text.
source-other = { $source }: nicht lesbar. Senden Sie es als andere Datei, oder fügen Sie den Text nach /add ein.
source-line = { $source }: diese Zeile ist kein Text, den ich nehmen kann. Schreiben Sie ein Objekt mit „text“, in Worten, und senden Sie die Datei noch einmal.
file-too-big = Diese Datei ist zu groß: Bots können höchstens { $limit } MB abrufen. Schicken Sie einen Link, oder fügen Sie den Text nach /add ein.
articles = Texte { $first } bis { $last } von { $total }:
previous-button = Zurück
remove-button = Entfernen
replace-button = Ersetzen
remove-confirm =
    „{ $title }“ entfernen? Dann { $left ->
        [one] bleibt { $left } Text
       *[other] bleiben { $left } Texte
    }.
replace-start = Schicken Sie den neuen Text, die Datei oder den Link für „{ $title }“; dann /done. /cancel bricht ab.
rollback-confirm =
    Von Stand { $live } mit { $now ->
        [one] { $now } Text
       *[other] { $now } Texten
    } zu Stand { $previous } vom { $date } mit { $documents ->
        [one] { $documents } Text
       *[other] { $documents } Texten
    } zurückgehen?
rollback-none = Es gibt keinen früheren Stand.
status =
    Stand { $generation } vom { $date }: { $documents } Texte, { $passages } Abschnitte.
    { $questions } Fragen seit dem Start, { $refused } nicht beantwortet, { $waiting } wartend.
    { $memory } MB Speicher, seit { $uptime } in Betrieb.
correct-button = Berichtigen
words =
    { $count ->
        [one] { $count } Wort
       *[other] { $count } Wörter
    }
no-language = Sprache unbekannt
understood-of = Verstanden, Text { $number } von { $total }:
understood-replaces = Tritt an die Stelle von „{ $title }“.
understood-same = Genau dieser Text ist schon aktiv.
understood-left-out = Nicht übernommen: { $what }
understood-hint = Titel, Datum oder Sprache falsch? Drücken Sie einen Knopf, oder antworten Sie auf diese Nachricht mit dem Richtigen.
title-button = Titel
date-button = Datum
language-button = Sprache
edit-title = Antworten Sie mit dem richtigen Titel für „{ $title }“.
edit-date = Antworten Sie mit dem Datum von „{ $title }“, etwa 2025-10-02, oder mit - für keines.
edit-language = Antworten Sie mit der Sprache von „{ $title }“: ihrem Namen oder einem Kürzel wie fr.
edit-no-title = Ein Titel ist eine Zeile von höchstens { $most } Buchstaben. Bitte antworten Sie noch einmal.
edit-no-date = Dieses Datum kenne ich nicht. Schreiben Sie es wie 2025-10-02, oder - für keines.
edit-no-language = Diese Sprache kenne ich nicht. Schreiben Sie ihren Namen oder ein Kürzel wie fr.
edited = Berichtigt, siehe oben.
replace-all =
    { $count ->
        [one] Den einzigen Text ersetzen
       *[other] Alle { $count } Texte ersetzen
    }
replace-all-confirm =
    Alles ersetzen? Das entfernt { $count ->
        [one] { $count } Text
       *[other] { $count } Texte
    } und lässt { $kept ->
        [one] { $kept } neuen Text
       *[other] { $kept } neue Texte
    }. Entfernt werden:
go-back-button = Zurückgehen
all-the-same-button = Trotzdem veröffentlichen
try-again-button = Noch einmal
building-starts = Im Bau …
checking = Goldene Fragen gestellt: { $done } von { $total }
live-golden = Goldene Fragen mit der verlangten Antwort: { $right } von { $asked }.
live-not-served = Stand { $generation } ist veröffentlicht, lässt sich aber noch nicht öffnen. Ich antworte weiter aus Stand { $served } und versuche es wieder; das Protokoll sagt, warum.
golden-changed = Noch hat sich nichts geändert. Diese goldenen Fragen würden anders beantwortet:
golden-before = jetzt: { $words }
golden-after = dann: { $words }
quoted = „{ $words }“
golden-none = keine Antwort
changes-busy = zu viele Änderungen warten; versuchen Sie es in einer Minute noch einmal
library-busy = ein anderes Programm schreibt gerade in die Bibliothek. Warten Sie darauf, und versuchen Sie es noch einmal
library-full = die Platte ist voll. Schaffen Sie Platz, und versuchen Sie es noch einmal
library-damaged = die Bibliothek ist beschädigt. Rufen Sie, wo der Bot läuft, „python -m index doctor --repair“ auf
library-not-writable = der Bot darf nicht in die Bibliothek schreiben. Sehen Sie nach, wem sie gehört, und versuchen Sie es noch einmal
library-unreachable = die Datenbank der Bibliothek antwortet nicht. Sehen Sie nach, ob sie läuft, und versuchen Sie es noch einmal
library-gone = die Texte von damals sind gelöscht. /rollback sagt, wohin es zurückgeht
library-other = dort, wo der Bot läuft, stimmt etwas nicht. Sein Protokoll sagt, was
state-failed = was ich behalten muss, lässt sich nicht aufschreiben. Sehen Sie nach, ob der Datenträger Platz hat oder die Datenbank läuft, und versuchen Sie es noch einmal
golden-unreadable = die goldenen Fragen sind nicht lesbar: { $place }. Berichtigen Sie die Datei, die GOLDEN_QUESTIONS nennt, und versuchen Sie es noch einmal
build-interrupted = Ich wurde beim Bauen unterbrochen. Was geschickt wurde, ist noch da.
under-way = Das ist schon im Gange.
meanwhile-added = Inzwischen hat { $who } „{ $title }“ hinzugefügt.
meanwhile-several = Inzwischen hat { $who } Texte hinzugefügt.
meanwhile-all = Inzwischen hat { $who } alle Texte ersetzt.
meanwhile-removed = Inzwischen hat { $who } „{ $title }“ entfernt.
meanwhile-back = Inzwischen ist { $who } zu früheren Texten zurückgegangen.
meanwhile-changed = Inzwischen wurden die Texte von anderswo geändert.
meanwhile-decide = Ihre Änderung ist noch nicht veröffentlicht. Weitermachen?
paste-goes-on =
    { $messages ->
        [one] Ihr eingefügter Text geht weiter: { $messages } Nachricht bisher.
       *[other] Ihr eingefügter Text geht weiter: { $messages } Nachrichten bisher.
    } /done, wenn alles da ist, /cancel verwirft ihn.
paste-first = Sie schicken schon einen Text: Schließen Sie ihn mit /done ab, oder verwerfen Sie ihn mit /cancel.
status-texts =
    Stand { $generation } vom { $date }: { $documents ->
        [one] { $documents } Text
       *[other] { $documents } Texte
    }, { $passages ->
        [one] { $passages } Abschnitt
       *[other] { $passages } Abschnitte
    }.
status-today = Fragen heute: { $questions }, davon beantwortet: { $answered }, nicht beantwortet: { $refused }.
status-quick = Die Hälfte der Antworten kam in { $half } s, fast alle in { $most } s.
status-waiting = Wartende Fragen: { $waiting }.
status-poll = Letzte Antwort von Telegram: { $ago }.
status-no-poll = Telegram hat mir noch nicht geantwortet.
status-webhook = Telegram ruft mich über einen Webhook.
status-pending = Warten auf Zulassung: { $count } (/approve).
status-memory = Speicher: { $memory } MB. Laufzeit: { $uptime }.
status-disk = Bibliothek auf der Platte: { $library } MB; frei: { $free } GB.

## What of a source could not be taken
left-hidden = verborgener Text
left-struck = durchgestrichener Text
left-tracked = in der Änderungsverfolgung gelöschter Text
left-moved = in der Änderungsverfolgung gelöschter oder verschobener Text
left-deep = was tiefer als in { $count } Listen oder Zitaten steht
left-choices = Auswahlmöglichkeiten eines Formulars
left-fields = Felder eines Formulars
left-aside = ein Randtext
left-comments = Kommentare
left-numbers = Nummern vor Absätzen, von der Art „{ $name }“
left-notes = Fußnoten, auf die im Text nichts verweist
left-cells = Zellen außerhalb der Spalten ihrer Tabelle
left-formulas = Formeln
left-hidden-section = ein verborgener Abschnitt
left-hidden-rows = verborgene Zeilen
left-hidden-columns = verborgene Spalten
left-unknown-signs = Zeichen einer unbekannten Schrift
left-nameless-signs = { left-unknown-signs }
left-signs = Zeichen der Schrift { $name }
left-embedded = Eingebettetes aus einem anderen Programm ({ $name })
left-part = ein Teil, der als { $name } gespeichert ist
left-other-part = ein Teil, der in einer anderen Datei steht
left-damaged-part = ein beschädigter Teil der Datei, { $name }
left-hidden-sheet = das verborgene Blatt „{ $name }“
left-behind = die Seite dahinter, die nicht gelesen werden konnte
left-listed = das Kapitel „{ $name }“, das im Buch nur genannt ist
left-absent = { $name } (nicht in der Datei)
left-encrypted = { $name } (verschlüsselt)
left-damaged = { $name } (beschädigt)
left-outside = { $name } (außerhalb der Lesefolge)
left-attached = Anhang: { $name }
left-file = { $name }
on-pages = S. { $numbers }
left-unreadable = unlesbar: { $pages }
left-damaged-pages = teils beschädigt: { $pages }
left-pictured = nur Bilder: { $pages }
left-commented = Kommentare: { $pages }
left-beyond = jenseits des Seitenrands: { $pages }
left-unseen = verdeckt oder unsichtbar: { $pages }
left-illegible = in Schriften, die nicht sagen, welche Buchstaben sie zeichnen: { $pages }
left-letters =
    { $count ->
        [one] { $count } beschädigter Buchstabe, gezeigt als { "\uFFFD" }
       *[other] { $count } beschädigte Buchstaben, gezeigt als { "\uFFFD" }
    }
left-values =
    { $count ->
        [one] { $count } Formel ohne ihren Wert: die Datei einmal öffnen und speichern
       *[other] { $count } Formeln ohne ihre Werte: die Datei einmal öffnen und speichern
    }
left-pictures =
    { $count ->
        [0] Bilder
        [one] { $count } Bild
       *[other] { $count } Bilder
    }
left-charts =
    { $count ->
        [0] Diagramme
        [one] { $count } Diagramm
       *[other] { $count } Diagramme
    }
left-hidden-slides =
    { $count ->
        [one] { $count } verborgene Folie
       *[other] { $count } verborgene Folien
    }
left-hidden-rows-of-sheet =
    { $count ->
        [one] { $count } verborgene Zeile des Blatts „{ $name }“
       *[other] { $count } verborgene Zeilen des Blatts „{ $name }“
    }
left-hidden-columns-of-sheet =
    { $count ->
        [one] { $count } verborgene Spalte des Blatts „{ $name }“
       *[other] { $count } verborgene Spalten des Blatts „{ $name }“
    }
only-teasers =
    { $count ->
        [one] { $count } von { $entries } Einträgen, ein bloßer Anreißer: senden Sie die Adresse seiner Seite
       *[other] { $count } von { $entries } Einträgen, bloße Anreißer: senden Sie die Adressen ihrer Seiten
    }

## Menus
command-ask = Eine Frage stellen
command-why = Warum diese Antwort
command-verify = Ein Zitat prüfen
command-cite = Ein Zitat mitnehmen
command-waiting = Fragen, die auf eine Antwort warten
command-about = Was ich gelesen habe
command-language = Meine Sprache wählen
command-privacy = Was ich über Sie aufbewahre
command-forget = Löschen, was ich über Sie weiß
command-help = So benutzen Sie mich
command-add = Einen Text hinzufügen
command-articles = Wonach Sie fragen können
command-rollback = Zurück zu den vorigen Texten
command-gaps = Was die Texte nicht beantworten
command-status = Wie es mir geht
command-approve = Jemanden zulassen
description = Ich beantworte Fragen zu einem Text, indem ich ihn zitiere, Wort für Wort, mit Quelle – oder ich sage, dass er nicht antwortet.
short-description = Antwortet mit Zitaten, Wort für Wort.
inline-none = Der Text beantwortet das nicht
inline-start = Geben Sie eine Frage ein
inline-wait = Bitte eine Minute warten
paste-too-long = der Text ist zum Einfügen zu lang; schicken Sie ihn als Datei
command-revoke = Eine Zulassung zurücknehmen
command-done = Eingefügten Text abschließen
command-cancel = Eingefügten Text verwerfen
