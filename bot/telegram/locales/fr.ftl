# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = Interrogez-moi sur les textes ci-dessous : je réponds en les citant, mot pour mot, avec la source – ou je dis qu'ils ne répondent pas.
examples = Par exemple :
example-question = Que dit le texte sur « { $heading } » ?
help =
    Posez-moi une question ; je cite le passage qui y répond.
    Dans un groupe : /ask suivi de la question, ou mentionnez-moi, ou répondez-moi.
    /articles – ce sur quoi on peut m'interroger
    /why – pourquoi cette réponse, ou pourquoi aucune
    /verify – si des mots figurent tels quels dans les textes
    /cite – une citation pour ailleurs : texte, BibTeX, RIS, une image
    /waiting – vos questions qui attendent une réponse
    /about – ce que j'ai lu, et de quand cela date
    /language – la langue que je parle
    /privacy – ce que je garde de vous
    /forget – effacer ce que je garde de vous
help-admin =
    Pour les administrateurs : envoyez un fichier, un lien ou un message transféré, ou /add pour coller un texte.
    /articles – retirer, remplacer ou corriger un texte
    /rollback – revenir aux textes d'avant la dernière modification
    /gaps – ce que l’on demande et à quoi les textes ne répondent pas
    /status – comment je vais
    /approve – qui attend d'être admis ; /revoke – retirer une autorisation
about =
    { $documents ->
        [one] { $documents } texte
       *[other] { $documents } textes
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }, dernière modification le { $date }.
about-newest = Le plus récent : { $title }
start-more =
    { $count ->
        [one] … et { $count } autre texte
       *[other] … et { $count } autres textes
    }
start-days = du { $first } au { $last }
empty = Il n'y a encore rien à interroger. Revenez plus tard, s'il vous plaît.
empty-admin = Il n'y a pas encore de texte. Envoyez-moi un fichier, un lien ou un message transféré, ou collez un texte après /add.
article-headings = Vous pouvez poser des questions sur :

## Answers
no-answer = Le texte ne répond pas à cette question.
dated-on = Le { $date } :
earlier-on = Auparavant, le { $date } :
unsure-label = Je ne suis pas sûr que cela réponde.
unanswered = Le texte ne répond pas à « { $question } ».
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
why-unsure = C'est peut-être une réponse : { $confidence } ; sûr seulement à partir de { $sure }.
why-refused = Elle ne se lit pas comme une réponse : { $confidence } ; il faut { $needed }.
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = Il n'y a pas encore de question à expliquer.
small-talk = Bonjour ! Posez-moi une question sur le texte, et je citerai le passage qui y répond.
ask-usage = Écrivez la question après la commande : /ask Qu'a-t-on décidé ?
only-text = Je ne lis que les questions écrites.
offline = J'étais hors ligne ; voici la réponse à votre dernière question.
why-sentence = Le plus proche de votre question, dans « { $title } », phrase { $number } d'un passage : « { $words } »
why-place = Le plus proche de votre question, dans « { $title } » : « { $words } »
why-shares = Cette phrase partage { $words } avec votre question.
why-shares-none = Cette phrase ne partage aucun mot avec votre question ; seul le sens est proche.
why-sure = Elle se lit comme une réponse : { $confidence } ; sûr à partir de { $sure }.
figures-button = Chiffres
why-figures = Réponse à partir de { $threshold }. Pour chaque passage : note, proximité de sens, part de vos mots.
talk-thanks = Je vous en prie.
talk-bye = Au revoir !
talk-no = D'accord. Demandez autrement, ou autre chose, quand vous voulez.
talk-yes = Bien. Continuez quand vous voulez.
talk-nothing = Je n'y vois pas de question. Écrivez-en une avec des mots, s'il vous plaît.
whole-question = Je ne sais pas à quoi cela fait suite. Écrivez la question entière, s'il vous plaît.

## Words to be verified
verify-usage = Envoyez-moi les mots dans votre prochain message, ou répondez /verify au message qui les contient.
verify-verbatim = Mot pour mot dans ces textes.
verify-almost = Presque, mais pas mot pour mot.
verify-stitched =
    { $count ->
        [one] Assemblé à partir de { $count } endroit.
       *[other] Assemblé à partir de { $count } endroits.
    }
verify-more =
    { $count ->
        [one] … et { $count } autre endroit, non montré.
       *[other] … et { $count } autres endroits, non montrés.
    }
verify-absent = Cela ne figure pas dans ces textes.
verify-nowhere = Ne figure pas dans ces textes : « { $pasted } »
verify-quoted = Comparé : seulement ce qui est donné comme citation.
verify-translation = Cela se lit comme une traduction de :
verify-negation = Attention à la négation : { $change }
verify-number = Un autre nombre : { $change }
verify-name = Un autre nom : { $change }
verify-changed = « { $stored } » est devenu « { $pasted } »
verify-lost = « { $stored } » est omis
verify-added = « { $pasted } » n’est pas dans le texte
verify-apart = Autrement que dans le texte : { $what }.
verify-capitals = majuscules
verify-accents = accents
verify-hyphens = traits d’union
verify-marks = ponctuation
verify-ellipsis = mots omis, comme indiqué

## Quotes for elsewhere
privacy = Sous votre identifiant Telegram (pas votre numéro de téléphone), je garde : qu’un administrateur vous a admis, la langue choisie, et les questions que vous laissez en attente d’une réponse (/waiting), pendant 90 jours. Je me souviens un moment de vos dernières questions, pour que vous puissiez poursuivre. 👍 et 👎 sont comptés sans votre nom. /forget supprime ce que je garde.
privacy-gaps = Les questions auxquelles les textes ne répondent pas sont gardées 90 jours, sans leur auteur, et sans nombres ni noms autant que je sache les reconnaître, pour que les administrateurs voient ce qui manque.
privacy-no-gaps = Les autres questions ne sont pas gardées.
gaps-off = Je ne garde pas les questions refusées. Avec GAPS=true dans .env je le fais, sans leur auteur, et /privacy le dit aux lecteurs.
gaps-none = Rien n’a été demandé à quoi les textes ne répondent pas.
gaps-list = Le plus souvent demandé, sans réponse dans les textes :
gaps-week = Questions de la semaine auxquelles les textes ne répondent pas :
gaps-closest = au plus près : { $name }
cite-nothing = Il n’y a pas de citation : envoyez /cite en réponse à une citation.
cite-plain-button = Texte
cite-annotation-button = Annotation
cite-card-button = Carte
cite-button = Citer
cite-lasting = Lien durable : { $link }
cite-long = C’est trop long pour un message : je l’envoie en fichier.
quote-stands = Ces mots y sont toujours :
quote-moved = Ces mots y sont toujours, à un autre endroit :
quote-changed = Ces mots ont été modifiés le { $date } :
quote-removed = Ces mots ont été supprimés le { $date } :
quote-forgotten = Ces mots n’y sont plus, et la version où ils étaient n’est plus conservée.
quote-unknown = Je ne connais aucune citation sous ce lien : copiez-le tel qu’il a été donné.

## Questions that wait
wait-button = Prévenez-moi
wait-noted = Je reposerai la question quand les textes changeront, pendant 90 jours, et vous dirai s’ils répondent. /waiting montre la liste.
wait-full = Trop de vos questions attendent déjà : /waiting permet d’en retirer une.
waiting-list = Ces questions attendent une réponse. Appuyez sur l’une pour la retirer :
waiting-none = Aucune de vos questions n’attend de réponse.
wait-known = Vous aviez demandé, et les textes répondent maintenant : « { $question } »

## Limits
slow-down = Cela fait beaucoup de questions. Attendez une minute ; d'ici là, je ne répondrai pas.
busy = Trop de questions à la fois. Redemandez dans une minute, s'il vous plaît.
place = Votre place dans la file : { $place }
restarted = J'ai été redémarré avant d'avoir pu répondre.
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
anonymous = Je ne peux pas savoir qui est un administrateur anonyme. Écrivez en votre nom.
only-admin = Seul un administrateur peut faire cela.
only-private = Faites cela dans une conversation privée avec moi.
knock = { $who } demande à être admis.
knock-group = Le groupe « { $group } », amené par { $who }, demande à être admis.
let-in-button = Admettre
refuse-button = Refuser
block-button = Bloquer
refused = Refusé.
refused-you = Mes administrateurs ne vous ont pas admis.
blocked = Bloqué : plus aucune réponse. Pour admettre quand même : /approve { $id }
waits-no-longer = Cette demande n'attend plus : quelqu'un a décidé, ou elle est trop ancienne.
nobody-waits = Personne n'attend d'être admis.
nobody-let-in = Aucun administrateur n'a encore admis quelqu'un.
let-in = Admis par un administrateur, { $first } à { $last } sur { $total }. Touchez un nom pour retirer l'autorisation :
revoke-confirm = { $who } peut poser des questions. Retirer cette autorisation ?
revoke-button = Retirer
revoked = C'est fait : plus de questions.
revoked-before = Cette autorisation a déjà été retirée.
knock-more = D'autres demandent à être admis : /approve les montre.

## Language and privacy
language-choose = Quelle langue dois-je parler ? Les citations restent dans la leur.
language-set = Je parle français maintenant.
forgotten = Effacé : votre langue, vos questions et, si un administrateur vous l'a donnée, votre autorisation.
forgotten-as-chat = Effacé : les questions posées au nom de { $name }.

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
no-date = sans date
and-more = … et { $count } de plus
add-button = Ajouter
cancel-button = Annuler
expired = Je ne l'ai plus. Veuillez l'envoyer de nouveau.
building = Construction : { $percent } % – { $done } passages sur { $total }, encore { $left } environ
live =
    En service : version { $generation }, { $documents ->
        [one] { $documents } texte
       *[other] { $documents } textes
    }.
rebuild-failed = Rien n'a changé : { $reason }
sent-text = Votre texte
source-no-host = { $source } : cette adresse n'existe pas. Vérifiez comment elle s'écrit, ou collez le texte après /add.
source-not-public = { $source } : ce n'est pas sur l'internet public. Envoyez la page comme fichier, ou collez le texte après /add.
source-unreachable = { $source } : pas de réponse de là-bas. Réessayez plus tard, ou collez le texte après /add.
source-no-page = { $source } : la page n'est pas donnée. Ouvrez-la dans un navigateur et envoyez-la comme fichier, ou collez le texte après /add.
source-no-text = { $source } : il n'y a pas de texte. D'un scan ou d'une image, envoyez une version avec du texte.
source-locked = { $source } : c'est verrouillé. Enregistrez-le sans mot de passe et renvoyez-le.
source-damaged = { $source } : c'est endommagé. Ouvrez-le, enregistrez-le à nouveau et envoyez cela.
source-too-large = { $source } : c'est trop grand. Divisez-le et envoyez les parties.
source-unknown-kind = { $source } : je ne sais pas lire ce genre de fichiers. Enregistrez-le en PDF, DOCX ou texte brut.
source-other = { $source } : illisible. Envoyez-le sous forme d'un autre fichier, ou collez le texte après /add.
source-line = { $source } : cette ligne n'est pas un texte que je puisse prendre. Écrivez un objet avec « text », en mots, et renvoyez le fichier.
file-too-big = Ce fichier est trop gros : un bot peut recevoir au plus { $limit } Mo. Envoyez plutôt un lien, ou collez le texte après /add.
articles = Textes { $first } à { $last } sur { $total } :
previous-button = Précédent
remove-button = Retirer
replace-button = Remplacer
remove-confirm =
    Retirer « { $title } » ? Il restera { $left ->
        [one] { $left } texte
       *[other] { $left } textes
    }.
replace-start = Envoyez le nouveau texte, fichier ou lien pour « { $title } » ; puis /done. /cancel pour arrêter.
rollback-confirm =
    Revenir de la version { $live }, { $now ->
        [one] { $now } texte
       *[other] { $now } textes
    }, à la version { $previous } du { $date }, { $documents ->
        [one] { $documents } texte
       *[other] { $documents } textes
    } ?
rollback-none = Il n'y a pas de version antérieure.
status =
    Version { $generation } du { $date } : { $documents } textes, { $passages } passages.
    { $questions } questions depuis mon démarrage, { $refused } sans réponse, { $waiting } en attente.
    { $memory } Mo de mémoire, en marche depuis { $uptime }.
correct-button = Corriger
words =
    { $count ->
        [one] { $count } mot
       *[other] { $count } mots
    }
no-language = langue inconnue
understood-of = Compris, texte { $number } sur { $total } :
understood-replaces = Prend la place de « { $title } ».
understood-same = Ce texte même est déjà en service.
understood-left-out = Laissé de côté : { $what }
understood-hint = Titre, date ou langue incorrects ? Touchez un bouton, ou répondez à ce message avec ce qui est juste.
title-button = Titre
date-button = Date
language-button = Langue
edit-title = Répondez avec le bon titre pour « { $title } ».
edit-date = Répondez avec la date de « { $title } », par exemple 2025-10-02, ou avec - s'il n'y en a pas.
edit-language = Répondez avec la langue de « { $title } » : son nom, ou un code comme fr.
edit-no-title = Un titre tient sur une ligne de { $most } lettres au plus. Répondez encore une fois, s'il vous plaît.
edit-no-date = Je ne connais pas cette date. Écrivez-la comme 2025-10-02, ou - s'il n'y en a pas.
edit-no-language = Je ne connais pas cette langue. Écrivez son nom, ou un code comme fr.
edited = Corrigé, voyez ci-dessus.
replace-all =
    { $count ->
        [one] Remplacer le seul texte
       *[other] Remplacer les { $count } textes
    }
replace-all-confirm =
    Tout remplacer ? Cela retire { $count ->
        [one] { $count } texte
       *[other] { $count } textes
    } et laisse { $kept ->
        [one] { $kept } nouveau texte
       *[other] { $kept } nouveaux textes
    }. Seront retirés :
go-back-button = Revenir
all-the-same-button = Publier quand même
try-again-button = Réessayer
building-starts = Construction …
checking = Questions témoins posées : { $done } sur { $total }
live-golden = Questions témoins qui ont la réponse attendue : { $right } sur { $asked }.
live-not-served = La version { $generation } est publiée, mais je ne peux pas encore l'ouvrir. Je réponds toujours avec la version { $served } et je réessaie ; le journal dit pourquoi.
golden-changed = Rien n'a encore changé. Ces questions témoins auraient une autre réponse :
golden-before = maintenant : { $words }
golden-after = ensuite : { $words }
quoted = « { $words } »
golden-none = pas de réponse
changes-busy = trop de modifications attendent ; réessayez dans une minute
library-busy = un autre programme écrit dans la bibliothèque. Attendez qu'il ait fini, puis réessayez
library-full = le disque est plein. Libérez de la place, puis réessayez
library-damaged = la bibliothèque est endommagée. Là où tourne le bot, lancez « python -m index doctor --repair »
library-not-writable = le bot n'a pas le droit d'écrire dans la bibliothèque. Voyez à qui elle appartient, puis réessayez
library-unreachable = la base de données de la bibliothèque ne répond pas. Voyez si elle tourne, puis réessayez
library-gone = les textes d'alors ont été supprimés. /rollback dit à quoi l'on peut revenir
library-other = quelque chose ne va pas là où tourne le bot. Son journal dit quoi
state-failed = ce que je dois retenir ne peut pas être noté. Voyez si le disque a de la place, ou si la base de données tourne, puis réessayez
golden-unreadable = les questions témoins sont illisibles : { $place }. Corrigez le fichier que nomme GOLDEN_QUESTIONS, puis réessayez
build-interrupted = J'ai été interrompu pendant la construction. Ce qui a été envoyé est toujours là.
under-way = C'est déjà en cours.
meanwhile-added = Entre-temps, { $who } a ajouté « { $title } ».
meanwhile-several = Entre-temps, { $who } a ajouté des textes.
meanwhile-all = Entre-temps, { $who } a remplacé tous les textes.
meanwhile-removed = Entre-temps, { $who } a retiré « { $title } ».
meanwhile-back = Entre-temps, { $who } est revenu à des textes antérieurs.
meanwhile-changed = Entre-temps, les textes ont été modifiés d'ailleurs.
meanwhile-decide = Le vôtre n'est pas encore publié. Continuer ?
paste-goes-on =
    { $messages ->
        [one] Votre texte collé continue : { $messages } message jusqu'ici.
       *[other] Votre texte collé continue : { $messages } messages jusqu'ici.
    } /done quand il est complet, /cancel pour l'abandonner.
paste-first = Vous envoyez déjà un texte : terminez-le avec /done, ou abandonnez-le avec /cancel.
status-texts =
    Version { $generation } du { $date } : { $documents ->
        [one] { $documents } texte
       *[other] { $documents } textes
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }.
status-today = Questions aujourd'hui : { $questions }, dont répondues : { $answered }, sans réponse : { $refused }.
status-quick = La moitié des réponses est venue en { $half } s, presque toutes en { $most } s.
status-waiting = Questions en attente : { $waiting }.
status-poll = Dernière réponse de Telegram : { $ago }.
status-no-poll = Telegram ne m'a pas encore répondu.
status-webhook = Telegram m'appelle par un webhook.
status-pending = En attente d'admission : { $count } (/approve).
status-memory = Mémoire : { $memory } Mo. En marche depuis : { $uptime }.
status-disk = Bibliothèque sur le disque : { $library } Mo ; libre : { $free } Go.

## What of a source could not be taken
left-hidden = texte masqué
left-struck = texte barré
left-tracked = texte supprimé en suivi des modifications
left-moved = texte supprimé ou déplacé en suivi des modifications
left-deep = ce qui est imbriqué dans plus de { $count } listes ou citations
left-choices = les choix d'un formulaire
left-fields = les champs d'un formulaire
left-aside = un texte en marge
left-comments = commentaires
left-numbers = numéros devant des paragraphes, du type « { $name } »
left-notes = notes auxquelles rien ne renvoie dans le texte
left-cells = cellules hors des colonnes de leur tableau
left-formulas = formules
left-hidden-section = une section masquée
left-hidden-rows = lignes masquées
left-hidden-columns = colonnes masquées
left-unknown-signs = signes d'une police inconnue
left-nameless-signs = { left-unknown-signs }
left-signs = signes de la police { $name }
left-embedded = ce qui vient d'un autre programme ({ $name })
left-part = une partie enregistrée en { $name }
left-other-part = une partie enregistrée dans un autre fichier
left-damaged-part = une partie abîmée du fichier, { $name }
left-hidden-sheet = la feuille masquée « { $name } »
left-behind = la page à laquelle elle renvoie, illisible
left-listed = le chapitre « { $name } », que le livre ne fait que nommer
left-absent = { $name } (absent du fichier)
left-encrypted = { $name } (chiffré)
left-damaged = { $name } (abîmé)
left-outside = { $name } (hors de l'ordre de lecture)
left-attached = pièce jointe : { $name }
left-file = { $name }
on-pages = p. { $numbers }
left-unreadable = illisible : { $pages }
left-damaged-pages = abîmé en partie : { $pages }
left-pictured = seulement des images : { $pages }
left-commented = commentaires : { $pages }
left-beyond = au-delà des bords : { $pages }
left-unseen = recouvert ou invisible : { $pages }
left-illegible = dans des polices qui ne disent pas quelles lettres elles dessinent : { $pages }
left-letters =
    { $count ->
        [one] { $count } lettre abîmée, notée { "\uFFFD" }
       *[other] { $count } lettres abîmées, notées { "\uFFFD" }
    }
left-values =
    { $count ->
        [one] { $count } formule sans sa valeur : ouvrez et enregistrez le fichier une fois
       *[other] { $count } formules sans leur valeur : ouvrez et enregistrez le fichier une fois
    }
left-pictures =
    { $count ->
        [0] images
        [one] { $count } image
       *[other] { $count } images
    }
left-charts =
    { $count ->
        [0] graphiques
        [one] { $count } graphique
       *[other] { $count } graphiques
    }
left-hidden-slides =
    { $count ->
        [one] { $count } diapositive masquée
       *[other] { $count } diapositives masquées
    }
left-hidden-rows-of-sheet =
    { $count ->
        [one] { $count } ligne masquée de la feuille « { $name } »
       *[other] { $count } lignes masquées de la feuille « { $name } »
    }
left-hidden-columns-of-sheet =
    { $count ->
        [one] { $count } colonne masquée de la feuille « { $name } »
       *[other] { $count } colonnes masquées de la feuille « { $name } »
    }
only-teasers =
    { $count ->
        [one] { $count } entrée sur { $entries }, simple accroche : envoyez l'adresse de sa page
       *[other] { $count } entrées sur { $entries }, simples accroches : envoyez les adresses de leurs pages
    }

## Menus
command-ask = Poser une question
command-why = Pourquoi cette réponse
command-verify = Vérifier une citation
command-cite = Citer un passage
command-waiting = Questions qui attendent une réponse
command-about = Ce que j'ai lu
command-language = Choisir ma langue
command-privacy = Ce que je garde de vous
command-forget = Effacer ce que je garde de vous
command-help = Mode d'emploi
command-add = Ajouter un texte
command-articles = Ce sur quoi on peut m'interroger
command-rollback = Revenir aux textes précédents
command-gaps = Ce à quoi les textes ne répondent pas
command-status = Comment je vais
command-approve = Autoriser quelqu'un
description = Je réponds aux questions sur un texte en le citant, mot pour mot, avec sa source – ou je dis qu'il ne répond pas.
short-description = Répond en citant, mot pour mot.
inline-none = Le texte ne répond pas à cette question
inline-start = Écrivez une question
inline-wait = Patientez une minute
paste-too-long = le texte est trop long pour être collé ; envoyez-le en fichier
command-revoke = Retirer une autorisation
command-done = Terminer un texte collé
command-cancel = Abandonner un texte collé
