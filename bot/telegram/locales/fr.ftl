# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    Je réponds aux questions sur { $title } en citant le texte, mot pour mot, avec sa source.
    Posez votre question dans votre langue ; je n'écris rien moi-même.
    Si le texte ne répond pas, je le dis.
start-empty =
    Je réponds aux questions en citant un texte, mot pour mot, avec sa source.
    Posez votre question dans votre langue ; je n'écris rien moi-même.
    Il n'y a pas encore de texte : un administrateur peut m'en envoyer un avec /add.
examples = Par exemple :
example-question = Que dit le texte sur « { $heading } » ?
help =
    Posez-moi une question ; je cite le passage qui y répond.
    Dans un groupe : /ask suivi de la question, ou mentionnez-moi, ou répondez-moi.
    /why – pourquoi cette réponse, ou pourquoi aucune
    /about – ce que j'ai lu, et de quand cela date
    /language – la langue que je parle
    /forget – effacer ce que je garde de vous
help-admin =
    Pour les administrateurs : envoyez un fichier, un lien ou un message transféré, ou /add pour coller un texte.
    /articles – ce qui est indexé ; retirer ou remplacer
    /rollback – revenir aux textes d'avant la dernière modification
    /status – comment je vais
    /approve et un code – autoriser quelqu'un
about =
    { $documents ->
        [one] { $documents } texte
       *[other] { $documents } textes
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }, dernière modification le { $date }.
about-newest = Le plus récent : { $title }

## Answers
no-answer = Le texte ne répond pas à cette question.
unsure-label = Je ne suis pas sûr que cela réponde.
closest-button = Le plus proche : { $name }
closest-label = Ce n'est pas une réponse, mais ce que j'ai de plus proche.
near-label = Ce n'est pas une réponse non plus.
other-label = Autre passage, { $place } sur { $count }.
question-understood = J'ai compris : « { $question } »
question-understood-after = J'ai compris : « { $question } », après « { $before } »
others-button = Autres passages ({ $count })
context-button = Plus de contexte
next-button = Suivant
thanks = Merci. C'est noté, sans votre nom.
all-shown = C'est tout le texte.
message-full = Un message ne peut pas en contenir davantage.
no-more = Il n'y a plus d'autres passages.
quote-language = en { $language }
changed = Le texte a changé depuis cette réponse.
again-button = Redemander
forgotten-question = Je ne connais plus cette question. Posez-la de nouveau, s'il vous plaît.
why-answered = Répondu : je suis sûr à { $confidence } ; { $threshold } suffisent pour répondre.
why-unsure = Il faut { $sure } pour être sûr.
why-refused = Pas répondu : je suis sûr à { $confidence } ; il faut { $threshold } pour répondre.
why-passage = { $score } – { $opening }
why-nothing = Il n'y a pas encore de question à expliquer.
small-talk = Bonjour ! Posez-moi une question sur le texte, et je citerai le passage qui y répond.
ask-usage = Écrivez la question après la commande : /ask Qu'a-t-on décidé ?
only-text = Je ne lis que les questions écrites.
offline = J'étais hors ligne ; voici la réponse à votre dernière question.

## Limits
slow-down = Cela fait beaucoup de questions. Attendez une minute ; d'ici là, je ne répondrai pas.
busy = Trop de questions à la fois. Redemandez dans une minute, s'il vous plaît.
place = Votre place dans la file : { $place }
interrupted = J'ai été redémarré avant d'avoir pu répondre.
failed = Une erreur s'est produite de mon côté. Veuillez réessayer.
not-allowed =
    Je ne vous connais pas encore. Demandez à mon administrateur de vous admettre avec ce code, valable un jour :
    { $code }
not-allowed-group =
    Ce groupe n'est pas encore approuvé. Un administrateur peut l'approuver avec ce code, valable un jour :
    { $code }
approved = C'est fait : ils peuvent poser des questions.
approved-you = Vous pouvez maintenant poser vos questions.
unknown-code = Ce code n'existe pas, ou il date de plus d'un jour.
approve-usage = Écrivez le code après la commande : /approve 123456
anonymous = Je ne peux pas savoir qui est un administrateur anonyme. Écrivez en votre nom.
only-admin = Seul un administrateur peut faire cela.
only-private = Faites cela dans une conversation privée avec moi.

## Language and privacy
language-choose = Quelle langue dois-je parler ? Les citations restent dans la leur.
language-set = Je parle français maintenant.
forgotten = Effacé : votre langue, vos questions et, si un administrateur vous l'a donnée, votre autorisation.

## For admins
add-start = Envoyez le texte en autant de messages que vous voulez, ou un fichier ou un lien ; puis /done. /cancel pour arrêter.
add-more =
    { $messages ->
        [one] { $messages } message jusqu'ici.
       *[other] { $messages } messages jusqu'ici.
    } /done quand c'est complet.
add-nothing = Rien à ajouter : envoyez d'abord un texte, un fichier ou un lien, après /add.
cancelled = Annulé. Rien n'a changé.
reading = Lecture …
understood = Compris :
understood-document = { $title } – { $date }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }
no-date = sans date
and-more = … et { $count } de plus
add-button = Ajouter
replace-all-button = Tout remplacer
cancel-button = Annuler
expired = Je ne l'ai plus. Veuillez l'envoyer de nouveau.
building = Construction : { $done } sur { $total }, { $rate } passages par seconde
live =
    En service : version { $generation }, { $documents ->
        [one] { $documents } texte
       *[other] { $documents } textes
    }.
rebuild-failed = Rien n'a changé : { $reason }
golden-failed = Rien n'a changé. Ces questions n'auraient plus la réponse attendue :
file-too-big = Ce fichier est trop gros : un bot peut recevoir au plus { $limit } Mo. Envoyez plutôt un lien, ou collez le texte après /add.
articles = Textes indexés, { $first } à { $last } sur { $total } :
articles-none = Il n'y a pas encore de texte.
previous-button = Précédent
remove-button = Retirer
replace-button = Remplacer
remove-confirm = Retirer « { $title } » ?
replace-start = Envoyez le nouveau texte, fichier ou lien pour « { $title } » ; puis /done. /cancel pour arrêter.
rollback-confirm = Revenir de la version { $live } à la version { $previous } du { $date } ?
rollback-none = Il n'y a pas de version antérieure.
confirm-button = Oui
status =
    Version { $generation } du { $date } : { $documents } textes, { $passages } passages.
    { $questions } questions depuis mon démarrage, { $refused } sans réponse, { $waiting } en attente.
    { $memory } Mo de mémoire, en marche depuis { $uptime }.

## Menus
command-ask = Poser une question
command-why = Pourquoi cette réponse
command-about = Ce que j'ai lu
command-language = Choisir ma langue
command-forget = Effacer ce que je garde de vous
command-help = Mode d'emploi
command-add = Ajouter un texte
command-articles = Lister, retirer, remplacer
command-rollback = Revenir aux textes précédents
command-status = Comment je vais
command-approve = Autoriser quelqu'un
description = Je réponds aux questions sur un texte en le citant, mot pour mot, avec sa source – ou je dis qu'il ne répond pas.
short-description = Répond en citant, mot pour mot.
inline-none = Le texte ne répond pas à cette question
inline-start = Écrivez une question
inline-wait = Patientez une minute
paste-too-long = le texte est trop long pour être collé ; envoyez-le en fichier
texts =
    { $count ->
        [one] { $count } texte
       *[other] { $count } textes
    }
