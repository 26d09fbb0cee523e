# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = Mi chieda dei testi qui sotto: rispondo citandoli, parola per parola, con la fonte – oppure dico che non rispondono.
examples = Per esempio:
example-question = Che cosa dice il testo su «{ $heading }»?
help =
    Mi invii una domanda; cito il passo che risponde.
    In un gruppo: /ask e la domanda, oppure mi menzioni, o risponda a me.
    /articles – di che cosa si può chiedere
    /why – perché questa risposta, o perché nessuna
    /verify – se delle parole stanno così nei testi
    /cite – una citazione per altrove: testo, BibTeX, RIS, un’immagine
    /waiting – le Sue domande che aspettano una risposta
    /about – che cosa ho letto, e quanto è recente
    /language – la lingua che parlo
    /privacy – che cosa conservo di Lei
    /forget – cancellare ciò che conservo di Lei
help-admin =
    Per gli amministratori: invii un file, un link o un messaggio inoltrato, oppure /add per incollare un testo.
    /articles – togliere, sostituire o correggere un testo
    /rollback – tornare ai testi di prima dell'ultima modifica
    /gaps – che cosa si chiede e i testi non dicono
    /status – come sto
    /approve – chi attende di essere ammesso; /revoke – revocare un permesso
about =
    { $documents ->
        [one] { $documents } testo
       *[other] { $documents } testi
    }, { $passages ->
        [one] { $passages } passo
       *[other] { $passages } passi
    }, ultima modifica: { $date }.
about-newest = Il più recente: { $title }
start-more =
    { $count ->
        [one] … e { $count } altro testo
       *[other] … e altri { $count } testi
    }
start-days = { $first } – { $last }
empty = Non c'è ancora nulla su cui fare domande. Torni più tardi, per favore.
empty-admin = Non c'è ancora alcun testo. Mi invii un file, un link o un messaggio inoltrato, oppure incolli un testo dopo /add.
article-headings = Può chiedere di:

## Answers
no-answer = Il testo non risponde a questa domanda.
dated-on = In data { $date }:
earlier-on = Prima, in data { $date }:
unsure-label = Non sono sicuro che questo risponda.
unanswered = Il testo non risponde a «{ $question }».
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
why-unsure = Forse è una risposta: { $confidence }; sicuro solo da { $sure }.
why-refused = Non si legge come una risposta: { $confidence }; ci vuole { $needed }.
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = Non c'è ancora una domanda da spiegare.
small-talk = Buongiorno! Mi faccia una domanda sul testo e citerò il passo che risponde.
ask-usage = Scriva la domanda dopo il comando: /ask Che cosa è stato deciso?
only-text = So leggere solo domande scritte.
offline = Ero offline; ecco la risposta alla Sua ultima domanda.
why-sentence = Il più vicino alla Sua domanda, in «{ $title }», frase { $number } di un passo: «{ $words }»
why-place = Il più vicino alla Sua domanda, in «{ $title }»: «{ $words }»
why-shares = Ha in comune { $words } con la Sua domanda.
why-shares-none = Non ha parole in comune con la Sua domanda; è vicino solo il senso.
why-sure = Si legge come una risposta: { $confidence }; sicuro da { $sure }.
figures-button = Cifre
why-figures = Si risponde da { $threshold }. Di ogni passo: punteggio, vicinanza di senso, parte delle Sue parole.
talk-thanks = Prego.
talk-bye = Arrivederci!
talk-no = Va bene. Chieda con altre parole, o d'altro, quando vuole.
talk-yes = Bene. Continui a chiedere quando vuole.
talk-nothing = Non vi trovo una domanda. Ne scriva una a parole, per favore.
whole-question = Non so a che cosa si ricollega. Scriva la domanda intera, per favore.

## Words to be verified
verify-usage = Mi mandi le parole nel prossimo messaggio, oppure risponda con /verify al messaggio che le contiene.
verify-verbatim = Parola per parola in questi testi.
verify-almost = Quasi, ma non parola per parola.
verify-stitched =
    { $count ->
        [one] Messo insieme da { $count } punto.
       *[other] Messo insieme da { $count } punti.
    }
verify-more =
    { $count ->
        [one] … e { $count } altro punto, non mostrato.
       *[other] … e altri { $count } punti, non mostrati.
    }
verify-absent = Non è in questi testi.
verify-nowhere = Non è in questi testi: «{ $pasted }»
verify-quoted = Confrontato: solo ciò che è dato come citazione.
verify-translation = Si legge come una traduzione di:
verify-negation = Attenzione alla negazione: { $change }
verify-number = Un altro numero: { $change }
verify-name = Un altro nome: { $change }
verify-changed = «{ $stored }» è diventato «{ $pasted }»
verify-lost = manca «{ $stored }»
verify-added = «{ $pasted }» non è nel testo
verify-apart = Diverso dal testo: { $what }.
verify-capitals = maiuscole
verify-accents = accenti
verify-hyphens = trattini
verify-marks = punteggiatura
verify-ellipsis = parole omesse, come indicato

## Quotes for elsewhere
privacy = Con il Suo ID Telegram (non il numero di telefono) conservo: che un amministratore L’ha ammessa, la lingua scelta e le domande che lascia in attesa di risposta (/waiting), per 90 giorni. Ricordo per un po’ le Sue ultime domande, così può proseguire. 👍 e 👎 si contano senza il Suo nome. /forget cancella ciò che conservo.
privacy-gaps = Le domande a cui i testi non rispondono si conservano per 90 giorni, senza chi le ha fatte, e senza numeri e nomi per quanto li so riconoscere, perché gli amministratori vedano che cosa manca.
privacy-no-gaps = Le altre domande non si conservano.
gaps-off = Non conservo le domande rifiutate. Con GAPS=true in .env lo faccio, senza chi le ha fatte, e /privacy lo dice ai lettori.
gaps-none = Non è stato chiesto nulla a cui i testi non rispondano.
gaps-list = Le domande più frequenti a cui i testi non rispondono:
gaps-week = Domande della settimana a cui i testi non rispondono:
gaps-closest = più vicino: { $name }
cite-nothing = Non c’è nessuna citazione: risponda con /cite a una.
cite-plain-button = Testo
cite-annotation-button = Annotazione
cite-card-button = Scheda
cite-button = Cita
cite-lasting = Link duraturo: { $link }
cite-long = È troppo lungo per un messaggio, quindi lo invio come file.
quote-stands = Queste parole ci sono ancora:
quote-moved = Queste parole ci sono ancora, in un altro punto:
quote-changed = Queste parole sono state modificate in data { $date }:
quote-removed = Queste parole sono state tolte in data { $date }:
quote-forgotten = Queste parole non ci sono più, e la versione che le aveva non è più conservata.
quote-unknown = Non conosco citazioni con questo link: lo copi così come è stato dato.

## Questions that wait
wait-button = Avvisami quando lo sai
wait-noted = Chiederò di nuovo quando i testi cambiano, per 90 giorni, e Le dirò se rispondono. /waiting mostra l’elenco.
wait-full = Troppe Sue domande sono già in attesa: con /waiting può toglierne una.
waiting-list = Queste domande aspettano una risposta. Ne prema una per toglierla:
waiting-none = Nessuna Sua domanda aspetta una risposta.
wait-known = Aveva chiesto, e ora i testi rispondono: «{ $question }»

## Limits
slow-down = Sono molte domande. Attenda un minuto; fino ad allora non risponderò.
busy = Troppe domande insieme. Riprovi tra un minuto, per favore.
place = Il Suo posto in coda: { $place }
restarted = Sono stato riavviato prima di poter rispondere.
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
anonymous = Non posso sapere chi è un amministratore anonimo. Scriva a Suo nome.
only-admin = Può farlo solo un amministratore.
only-private = Lo faccia in una chat privata con me.
knock = { $who } chiede di essere ammesso.
knock-group = Il gruppo «{ $group }», portato da { $who }, chiede di essere ammesso.
let-in-button = Ammetti
refuse-button = Rifiuta
block-button = Blocca
refused = Rifiutato.
refused-you = I miei amministratori non L'hanno ammessa.
blocked = Bloccato: non riceve più risposta. Per ammetterlo comunque: /approve { $id }
waits-no-longer = Questa richiesta non attende più: qualcuno ha deciso, o è troppo vecchia.
nobody-waits = Nessuno attende di essere ammesso.
nobody-let-in = Nessun amministratore ha ancora ammesso qualcuno.
let-in = Ammessi da un amministratore, da { $first } a { $last } di { $total }. Prema un nome per revocare il permesso:
revoke-confirm = { $who } può fare domande. Revocare il permesso?
revoke-button = Revoca
revoked = Fatto: non può più fare domande.
revoked-before = Quel permesso è già stato revocato.
knock-more = Altri ancora chiedono di essere ammessi: /approve li mostra.

## Language and privacy
language-choose = Quale lingua devo parlare? Le citazioni restano nella loro.
language-set = Ora parlo italiano.
forgotten = Cancellato: la Sua lingua, le Sue domande e, se un amministratore l'ha dato, il Suo permesso.
forgotten-as-chat = Cancellato: le domande fatte a nome di { $name }.

## For admins
add-start = Invii il testo in quanti messaggi vuole, oppure un file o un link; poi /done. /cancel per smettere.
add-more =
    { $messages ->
        [one] { $messages } messaggio finora.
       *[other] { $messages } messaggi finora.
    } /done quando è completo.
add-nothing = Ancora nulla da aggiungere: invii prima un testo, un file o un link, dopo /add.
cancelled = Annullato. Nulla è cambiato.
reading = Lettura …
understood = Capito:
no-date = senza data
and-more = … e altri { $count }
add-button = Aggiungi
cancel-button = Annulla
expired = Non l'ho più. Lo invii di nuovo, per favore.
building = Costruzione: { $percent } % – { $done } di { $total } passi, ancora circa { $left }
live =
    In servizio: versione { $generation }, { $documents ->
        [one] { $documents } testo
       *[other] { $documents } testi
    }.
rebuild-failed = Nulla è cambiato: { $reason }
sent-text = Il Suo testo
source-no-host = { $source }: questo indirizzo non esiste. Controlli come si scrive, oppure incolli il testo dopo /add.
source-not-public = { $source }: non è sull'internet pubblica. Invii la pagina come file, oppure incolli il testo dopo /add.
source-unreachable = { $source }: da lì non arriva risposta. Riprovi più tardi, oppure incolli il testo dopo /add.
source-no-page = { $source }: la pagina non viene consegnata. La apra in un browser e la invii come file, oppure incolli il testo dopo /add.
source-no-text = { $source }: non contiene testo. Di una scansione o di un'immagine, invii una versione con testo.
source-locked = { $source }: è bloccato. Lo salvi senza password e lo invii di nuovo.
source-damaged = { $source }: è danneggiato. Lo apra, lo salvi di nuovo e invii quello.
source-too-large = { $source }: è troppo grande. Lo divida e invii le parti.
source-unknown-kind = { $source }: non so leggere file di questo tipo. Lo salvi come PDF, DOCX o testo semplice.
source-other = { $source }: non si può leggere. Lo invii come un altro file, oppure incolli il testo dopo /add.
source-line = { $source }: questa riga non è un testo che io possa prendere. Scriva un oggetto con «text», in parole, e invii di nuovo il file.
file-too-big = Questo file è troppo grande: un bot può ricevere al massimo { $limit } MB. Invii un link, o incolli il testo dopo /add.
articles = Testi da { $first } a { $last } di { $total }:
previous-button = Indietro
remove-button = Togli
replace-button = Sostituisci
remove-confirm =
    Togliere «{ $title }»? { $left ->
        [one] Resta { $left } testo
       *[other] Restano { $left } testi
    }.
replace-start = Invii il nuovo testo, file o link per «{ $title }»; poi /done. /cancel per smettere.
rollback-confirm =
    Tornare dalla versione { $live }, { $now ->
        [one] { $now } testo
       *[other] { $now } testi
    }, alla versione { $previous } ({ $date }), { $documents ->
        [one] { $documents } testo
       *[other] { $documents } testi
    }?
rollback-none = Non c'è una versione precedente.
status =
    Versione { $generation } ({ $date }): { $documents } testi, { $passages } passi.
    { $questions } domande dall'avvio, { $refused } senza risposta, { $waiting } in attesa.
    { $memory } MB di memoria, in funzione da { $uptime }.
correct-button = Correggi
words =
    { $count ->
        [one] { $count } parola
       *[other] { $count } parole
    }
no-language = lingua sconosciuta
understood-of = Capito, testo { $number } di { $total }:
understood-replaces = Prende il posto di «{ $title }».
understood-same = Proprio questo testo è già in servizio.
understood-left-out = Tralasciato: { $what }
understood-hint = Titolo, data o lingua sbagliati? Prema un pulsante, o risponda a questo messaggio con quelli giusti.
title-button = Titolo
date-button = Data
language-button = Lingua
edit-title = Risponda con il titolo giusto di «{ $title }».
edit-date = Risponda con la data di «{ $title }», come 2025-10-02, o con - se non c'è.
edit-language = Risponda con la lingua di «{ $title }»: il nome, o un codice come fr.
edit-no-title = Un titolo è una riga di al massimo { $most } lettere. Risponda ancora una volta, per favore.
edit-no-date = Non conosco questa data. La scriva come 2025-10-02, o - se non c'è.
edit-no-language = Non conosco questa lingua. Scriva il nome, o un codice come fr.
edited = Corretto, veda sopra.
replace-all =
    { $count ->
        [one] Sostituisci l'unico testo
       *[other] Sostituisci tutti i { $count } testi
    }
replace-all-confirm =
    Sostituire tutto? Così si { $count ->
        [one] toglie { $count } testo
       *[other] tolgono { $count } testi
    } e { $kept ->
        [one] resta { $kept } testo nuovo
       *[other] restano { $kept } testi nuovi
    }. Si toglie:
go-back-button = Torna indietro
all-the-same-button = Pubblica comunque
try-again-button = Riprova
building-starts = Costruzione …
checking = Domande di controllo poste: { $done } di { $total }
live-golden = Domande di controllo con la risposta dovuta: { $right } di { $asked }.
live-not-served = La versione { $generation } è pubblicata, ma non riesco ancora ad aprirla. Continuo a rispondere con la versione { $served } e riprovo; il registro dice perché.
golden-changed = Nulla è ancora cambiato. Queste domande di controllo avrebbero un'altra risposta:
golden-before = ora: { $words }
golden-after = poi: { $words }
quoted = «{ $words }»
golden-none = nessuna risposta
changes-busy = troppe modifiche in attesa; riprovi tra un minuto
library-busy = un altro programma sta scrivendo nella biblioteca. Aspetti che finisca, poi riprovi
library-full = il disco è pieno. Liberi dello spazio, poi riprovi
library-damaged = la biblioteca è danneggiata. Dove gira il bot, esegua «python -m index doctor --repair»
library-not-writable = il bot non può scrivere nella biblioteca. Guardi a chi appartiene, poi riprovi
library-unreachable = il database della biblioteca non risponde. Controlli che sia in funzione, poi riprovi
library-gone = i testi di allora sono stati cancellati. /rollback dice a quali si può tornare
library-other = qualcosa non va dove gira il bot. Il suo registro dice che cosa
state-failed = ciò che devo ricordare non si può annotare. Controlli che il disco abbia spazio, o che il database sia in funzione, poi riprovi
golden-unreadable = le domande di controllo non si possono leggere: { $place }. Corregga il file indicato da GOLDEN_QUESTIONS, poi riprovi
build-interrupted = Sono stato interrotto durante la costruzione. Ciò che è stato inviato è ancora qui.
under-way = È già in corso.
meanwhile-added = Nel frattempo { $who } ha aggiunto «{ $title }».
meanwhile-several = Nel frattempo { $who } ha aggiunto testi.
meanwhile-all = Nel frattempo { $who } ha sostituito tutti i testi.
meanwhile-removed = Nel frattempo { $who } ha tolto «{ $title }».
meanwhile-back = Nel frattempo { $who } è tornato a testi precedenti.
meanwhile-changed = Nel frattempo i testi sono stati cambiati da altrove.
meanwhile-decide = Il Suo non è ancora pubblicato. Continuare?
paste-goes-on =
    { $messages ->
        [one] Il Suo testo incollato continua: { $messages } messaggio finora.
       *[other] Il Suo testo incollato continua: { $messages } messaggi finora.
    } /done quando è completo, /cancel per scartarlo.
paste-first = Sta già inviando un testo: lo finisca con /done, o lo scarti con /cancel.
status-texts =
    Versione { $generation } ({ $date }): { $documents ->
        [one] { $documents } testo
       *[other] { $documents } testi
    }, { $passages ->
        [one] { $passages } passo
       *[other] { $passages } passi
    }.
status-today = Domande oggi: { $questions }; con risposta: { $answered }, senza risposta: { $refused }.
status-quick = Metà delle risposte è arrivata in { $half } s, quasi tutte in { $most } s.
status-waiting = Domande in attesa: { $waiting }.
status-poll = Ultima risposta di Telegram: { $ago }.
status-no-poll = Telegram non mi ha ancora risposto.
status-webhook = Telegram mi chiama con un webhook.
status-pending = In attesa di essere ammessi: { $count } (/approve).
status-memory = Memoria: { $memory } MB. Tempo di funzionamento: { $uptime }.
status-disk = Biblioteca su disco: { $library } MB; liberi: { $free } GB.

## What of a source could not be taken
left-hidden = testo nascosto
left-struck = testo barrato
left-tracked = testo eliminato con le revisioni
left-moved = testo eliminato o spostato con le revisioni
left-deep = ciò che sta a più di { $count } elenchi o citazioni di profondità
left-choices = le scelte di un modulo
left-fields = i campi di un modulo
left-aside = un testo a margine
left-comments = commenti
left-numbers = numeri davanti ai paragrafi, del tipo «{ $name }»
left-notes = note a cui nulla rimanda nel testo
left-cells = celle fuori dalle colonne della loro tabella
left-formulas = formule
left-hidden-section = una sezione nascosta
left-hidden-rows = righe nascoste
left-hidden-columns = colonne nascoste
left-unknown-signs = segni di un carattere sconosciuto
left-nameless-signs = { left-unknown-signs }
left-signs = segni del carattere { $name }
left-embedded = ciò che è incorporato da un altro programma ({ $name })
left-part = una parte salvata come { $name }
left-other-part = una parte salvata in un altro file
left-damaged-part = una parte danneggiata del file, { $name }
left-hidden-sheet = il foglio nascosto «{ $name }»
left-behind = la pagina collegata, che non si è potuta leggere
left-listed = il capitolo «{ $name }», che il libro nomina soltanto
left-absent = { $name } (assente dal file)
left-encrypted = { $name } (cifrato)
left-damaged = { $name } (danneggiato)
left-outside = { $name } (fuori dall'ordine di lettura)
left-attached = allegato: { $name }
left-file = { $name }
on-pages = p. { $numbers }
left-unreadable = illeggibile: { $pages }
left-damaged-pages = danneggiato in parte: { $pages }
left-pictured = solo immagini: { $pages }
left-commented = commenti: { $pages }
left-beyond = oltre i bordi: { $pages }
left-unseen = coperto o invisibile: { $pages }
left-illegible = in caratteri che non dicono quali lettere disegnano: { $pages }
left-letters =
    { $count ->
        [one] { $count } lettera danneggiata, mostrata come { "\uFFFD" }
       *[other] { $count } lettere danneggiate, mostrate come { "\uFFFD" }
    }
left-values =
    { $count ->
        [one] { $count } formula senza il suo valore: apra e salvi il file una volta
       *[other] { $count } formule senza i loro valori: apra e salvi il file una volta
    }
left-pictures =
    { $count ->
        [0] immagini
        [one] { $count } immagine
       *[other] { $count } immagini
    }
left-charts =
    { $count ->
        [0] grafici
        [one] { $count } grafico
       *[other] { $count } grafici
    }
left-hidden-slides =
    { $count ->
        [one] { $count } diapositiva nascosta
       *[other] { $count } diapositive nascoste
    }
left-hidden-rows-of-sheet =
    { $count ->
        [one] { $count } riga nascosta del foglio «{ $name }»
       *[other] { $count } righe nascoste del foglio «{ $name }»
    }
left-hidden-columns-of-sheet =
    { $count ->
        [one] { $count } colonna nascosta del foglio «{ $name }»
       *[other] { $count } colonne nascoste del foglio «{ $name }»
    }
only-teasers =
    { $count ->
        [one] { $count } voce su { $entries }, una semplice anticipazione: invii l'indirizzo della sua pagina
       *[other] { $count } voci su { $entries }, semplici anticipazioni: invii gli indirizzi delle loro pagine
    }

## Menus
command-ask = Fare una domanda
command-why = Perché questa risposta
command-verify = Verificare una citazione
command-cite = Citare un passo
command-waiting = Domande che aspettano una risposta
command-about = Che cosa ho letto
command-language = Scegliere la mia lingua
command-privacy = Che cosa conservo di Lei
command-forget = Cancellare ciò che conservo di Lei
command-help = Come usarmi
command-add = Aggiungere un testo
command-articles = Di che cosa si può chiedere
command-rollback = Tornare ai testi precedenti
command-gaps = A che cosa i testi non rispondono
command-status = Come sto
command-approve = Ammettere qualcuno
description = Rispondo alle domande su un testo citandolo, parola per parola, con la fonte – oppure dico che non risponde.
short-description = Risponde citando, parola per parola.
inline-none = Il testo non risponde a questa domanda
inline-start = Scriva una domanda
inline-wait = Attenda un minuto
paste-too-long = il testo è troppo lungo da incollare; lo invii come file
command-revoke = Revocare un permesso
command-done = Finire un testo incollato
command-cancel = Scartare un testo incollato
