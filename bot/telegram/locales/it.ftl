# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    Rispondo alle domande su { $title } citando il testo, parola per parola, con la fonte.
    Chieda nella Sua lingua; io non scrivo nulla di mio.
    Se il testo non risponde, lo dico.
start-empty =
    Rispondo alle domande citando un testo, parola per parola, con la fonte.
    Chieda nella Sua lingua; io non scrivo nulla di mio.
    Non c'è ancora alcun testo: un amministratore può inviarmene uno con /add.
examples = Per esempio:
example-question = Che cosa dice il testo su «{ $heading }»?
help =
    Mi invii una domanda; cito il passo che risponde.
    In un gruppo: /ask e la domanda, oppure mi menzioni, o risponda a me.
    /why – perché questa risposta, o perché nessuna
    /about – che cosa ho letto, e quanto è recente
    /language – la lingua che parlo
    /forget – cancellare ciò che conservo di Lei
help-admin =
    Per gli amministratori: inviate un file, un link o un messaggio inoltrato, oppure /add per incollare un testo.
    /articles – ciò che è indicizzato; togliere o sostituire
    /rollback – tornare ai testi di prima dell'ultima modifica
    /status – come sto
    /approve e un codice – ammettere qualcuno
about =
    { $documents ->
        [one] { $documents } testo
       *[other] { $documents } testi
    }, { $passages ->
        [one] { $passages } passo
       *[other] { $passages } passi
    }, ultima modifica: { $date }.
about-newest = Il più recente: { $title }

## Answers
no-answer = Il testo non risponde a questa domanda.
unsure-label = Non sono sicuro che questo risponda.
closest-button = Più vicino: { $name }
closest-label = Non è una risposta, ma il passo più vicino che ho.
near-label = Neanche questa è una risposta.
other-label = Altro passo, { $place } di { $count }.
question-understood = Ho capito: «{ $question }»
question-understood-after = Ho capito: «{ $question }», dopo «{ $before }»
others-button = Altri passi ({ $count })
context-button = Più contesto
next-button = Avanti
thanks = Grazie. Annotato senza il Suo nome.
all-shown = Questo è tutto il testo.
message-full = In un messaggio non ci sta di più.
no-more = Non ci sono altri passi.
quote-language = in { $language }
changed = Il testo è cambiato dopo questa risposta.
again-button = Chiedi di nuovo
forgotten-question = Non conosco più questa domanda. La ripeta, per favore.
why-answered = Risposto: sono sicuro al { $confidence }; basta { $threshold } per rispondere.
why-unsure = Per essere sicuro ci vuole { $sure }.
why-refused = Non risposto: sono sicuro al { $confidence }; serve { $threshold } per rispondere.
why-passage = { $score } – { $opening }
why-nothing = Non c'è ancora una domanda da spiegare.
small-talk = Buongiorno! Mi faccia una domanda sul testo e citerò il passo che risponde.
ask-usage = Scriva la domanda dopo il comando: /ask Che cosa è stato deciso?
only-text = So leggere solo domande scritte.
offline = Ero offline; ecco la risposta alla Sua ultima domanda.

## Limits
slow-down = Sono molte domande. Attenda un minuto; fino ad allora non risponderò.
busy = Troppe domande insieme. Riprovi tra un minuto, per favore.
place = Il Suo posto in coda: { $place }
interrupted = Sono stato riavviato prima di poter rispondere.
failed = Qualcosa è andato storto da parte mia. Riprovi, per favore.
not-allowed =
    Non La conosco ancora. Chieda al mio amministratore di ammetterLa con questo codice, valido un giorno:
    { $code }
not-allowed-group =
    Questo gruppo non è ancora approvato. Un amministratore può approvarlo con questo codice, valido un giorno:
    { $code }
approved = Fatto: ora possono fare domande.
approved-you = Ora può fare domande. Me ne invii una.
unknown-code = Questo codice non esiste, o ha più di un giorno.
approve-usage = Scriva il codice dopo il comando: /approve 123456
anonymous = Non posso sapere chi è un amministratore anonimo. Scriva a Suo nome.
only-admin = Può farlo solo un amministratore.
only-private = Lo faccia in una chat privata con me.

## Language and privacy
language-choose = Quale lingua devo parlare? Le citazioni restano nella loro.
language-set = Ora parlo italiano.
forgotten = Cancellato: la Sua lingua, le Sue domande e, se un amministratore l'ha dato, il Suo permesso.

## For admins
add-start = Inviate il testo in quanti messaggi volete, oppure un file o un link; poi /done. /cancel per smettere.
add-more =
    { $messages ->
        [one] { $messages } messaggio finora.
       *[other] { $messages } messaggi finora.
    } /done quando è completo.
add-nothing = Ancora nulla da aggiungere: inviate prima un testo, un file o un link, dopo /add.
cancelled = Annullato. Nulla è cambiato.
reading = Lettura …
understood = Capito:
understood-document = { $title } – { $date }, { $passages ->
        [one] { $passages } passo
       *[other] { $passages } passi
    }
no-date = senza data
and-more = … e altri { $count }
add-button = Aggiungi
replace-all-button = Sostituisci tutto
cancel-button = Annulla
expired = Non l'ho più. Inviatelo di nuovo, per favore.
building = Costruzione: { $done } di { $total }, { $rate } passi al secondo
live =
    In servizio: versione { $generation }, { $documents ->
        [one] { $documents } testo
       *[other] { $documents } testi
    }.
rebuild-failed = Nulla è cambiato: { $reason }
golden-failed = Nulla è cambiato. Queste domande non avrebbero più la risposta dovuta:
file-too-big = Questo file è troppo grande: un bot può ricevere al massimo { $limit } MB. Inviate un link, o incollate il testo dopo /add.
articles = Testi indicizzati, da { $first } a { $last } di { $total }:
articles-none = Non c'è ancora alcun testo.
previous-button = Indietro
remove-button = Togli
replace-button = Sostituisci
remove-confirm = Togliere «{ $title }»?
replace-start = Inviate il nuovo testo, file o link per «{ $title }»; poi /done. /cancel per smettere.
rollback-confirm = Tornare dalla versione { $live } alla versione { $previous } del { $date }?
rollback-none = Non c'è una versione precedente.
confirm-button = Sì
status =
    Versione { $generation } del { $date }: { $documents } testi, { $passages } passi.
    { $questions } domande dall'avvio, { $refused } senza risposta, { $waiting } in attesa.
    { $memory } MB di memoria, in funzione da { $uptime }.

## Menus
command-ask = Fare una domanda
command-why = Perché questa risposta
command-about = Che cosa ho letto
command-language = Scegliere la mia lingua
command-forget = Cancellare ciò che conservo di Lei
command-help = Come usarmi
command-add = Aggiungere un testo
command-articles = Elencare, togliere, sostituire
command-rollback = Tornare ai testi precedenti
command-status = Come sto
command-approve = Ammettere qualcuno
description = Rispondo alle domande su un testo citandolo, parola per parola, con la fonte – oppure dico che non risponde.
short-description = Risponde citando, parola per parola.
inline-none = Il testo non risponde a questa domanda
inline-start = Scriva una domanda
inline-wait = Attendi un minuto
paste-too-long = il testo è troppo lungo da incollare; inviatelo come file
texts =
    { $count ->
        [one] { $count } testo
       *[other] { $count } testi
    }
