# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    Respondo preguntas sobre { $title } citando el texto, palabra por palabra, con su fuente.
    Pregunte en su idioma; yo no escribo nada.
    Si el texto no responde, lo digo.
start-empty =
    Respondo preguntas citando un texto, palabra por palabra, con su fuente.
    Pregunte en su idioma; yo no escribo nada.
    Todavía no hay ningún texto: un administrador puede enviarme uno con /add.
examples = Por ejemplo:
example-question = ¿Qué dice el texto sobre «{ $heading }»?
help =
    Envíeme una pregunta; cito el pasaje que la responde.
    En un grupo: /ask y la pregunta, o mencióneme, o respóndame.
    /why – por qué esta respuesta, o por qué ninguna
    /about – qué he leído y de cuándo es
    /language – el idioma que hablo
    /forget – borrar lo que guardo de usted
help-admin =
    Para administradores: envíe un archivo, un enlace o un mensaje reenviado, o /add para pegar texto.
    /articles – lo indexado; quitar o reemplazar
    /rollback – volver a los textos de antes del último cambio
    /status – cómo estoy
    /approve y un código – dejar preguntar a alguien
about =
    { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }, { $passages ->
        [one] { $passages } pasaje
       *[other] { $passages } pasajes
    }, último cambio: { $date }.
about-newest = El más reciente: { $title }

## Answers
no-answer = El texto no responde a esto.
unsure-label = No estoy seguro de que esto responda.
closest-button = Lo más cercano: { $name }
closest-label = No es una respuesta, pero es lo más cercano que tengo.
near-label = Esto tampoco es una respuesta.
other-label = Otro pasaje, { $place } de { $count }.
question-understood = He entendido: «{ $question }»
question-understood-after = He entendido: «{ $question }», después de «{ $before }»
others-button = Otros pasajes ({ $count })
context-button = Más contexto
next-button = Siguiente
thanks = Gracias. Anotado sin su nombre.
all-shown = Ese es todo el texto.
message-full = En un mensaje no cabe más.
no-more = No hay más pasajes.
quote-language = en { $language }
changed = El texto ha cambiado desde esta respuesta.
again-button = Preguntar de nuevo
forgotten-question = Ya no recuerdo esta pregunta. Por favor, hágala de nuevo.
why-answered = Respondida: estoy seguro al { $confidence }; basta { $threshold } para responder.
why-unsure = Hace falta { $sure } para estar seguro.
why-refused = No respondida: estoy seguro al { $confidence }; hace falta { $threshold } para responder.
why-passage = { $score } – { $opening }
why-nothing = Todavía no hay ninguna pregunta que explicar.
small-talk = ¡Hola! Hágame una pregunta sobre el texto y citaré el pasaje que la responde.
ask-usage = Escriba la pregunta después de la orden: /ask ¿Qué se decidió?
only-text = Solo puedo leer preguntas escritas.
offline = Estaba desconectado; aquí está la respuesta a su última pregunta.

## Limits
slow-down = Son muchas preguntas. Espere un minuto; hasta entonces no responderé.
busy = Demasiadas preguntas a la vez. Pregunte de nuevo en un minuto, por favor.
place = Su lugar en la cola: { $place }
interrupted = Me reiniciaron antes de que pudiera responder a esto.
failed = Algo ha fallado por mi parte. Inténtelo de nuevo, por favor.
not-allowed =
    Todavía no le conozco. Pida a mi administrador que le admita con este código, válido un día:
    { $code }
not-allowed-group =
    Este grupo aún no está aprobado. Un administrador puede aprobarlo con este código, válido un día:
    { $code }
approved = Hecho: ya pueden preguntar.
approved-you = Ya puede preguntar. Envíeme una pregunta.
unknown-code = No existe ese código, o tiene más de un día.
approve-usage = Escriba el código después de la orden: /approve 123456
anonymous = No puedo saber quién es un administrador anónimo. Escriba en su propio nombre.
only-admin = Solo un administrador puede hacer eso.
only-private = Por favor, hágalo en un chat privado conmigo.

## Language and privacy
language-choose = ¿Qué idioma debo hablar? Las citas quedan en el suyo.
language-set = Ahora hablo español.
forgotten = Borrado: su idioma, sus preguntas y, si un administrador se lo dio, su permiso.

## For admins
add-start = Envíe el texto en tantos mensajes como quiera, o un archivo o un enlace; después /done. /cancel para parar.
add-more =
    { $messages ->
        [one] { $messages } mensaje hasta ahora.
       *[other] { $messages } mensajes hasta ahora.
    } /done cuando esté completo.
add-nothing = Nada que añadir todavía: envíe antes un texto, un archivo o un enlace, después de /add.
cancelled = Cancelado. Nada ha cambiado.
reading = Leyendo …
understood = Entendido:
understood-document = { $title } – { $date }, { $passages ->
        [one] { $passages } pasaje
       *[other] { $passages } pasajes
    }
no-date = sin fecha
and-more = … y { $count } más
add-button = Añadir
replace-all-button = Reemplazar todo
cancel-button = Cancelar
expired = Ya no lo tengo. Por favor, envíelo de nuevo.
building = Construyendo: { $done } de { $total }, { $rate } pasajes por segundo
live =
    En servicio: versión { $generation }, { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }.
rebuild-failed = Nada ha cambiado: { $reason }
golden-failed = Nada ha cambiado. Estas preguntas ya no tendrían la respuesta debida:
file-too-big = Este archivo es demasiado grande: un bot puede recibir como máximo { $limit } MB. Envíe un enlace o pegue el texto después de /add.
articles = Textos indexados, { $first } a { $last } de { $total }:
articles-none = Todavía no hay ningún texto.
previous-button = Anterior
remove-button = Quitar
replace-button = Reemplazar
remove-confirm = ¿Quitar «{ $title }»?
replace-start = Envíe el nuevo texto, archivo o enlace para «{ $title }»; después /done. /cancel para parar.
rollback-confirm = ¿Volver de la versión { $live } a la versión { $previous } del { $date }?
rollback-none = No hay ninguna versión anterior.
confirm-button = Sí
status =
    Versión { $generation } del { $date }: { $documents } textos, { $passages } pasajes.
    { $questions } preguntas desde que arranqué, { $refused } sin respuesta, { $waiting } en espera.
    { $memory } MB de memoria, en marcha desde hace { $uptime }.

## Menus
command-ask = Hacer una pregunta
command-why = Por qué esta respuesta
command-about = Qué he leído
command-language = Elegir mi idioma
command-forget = Borrar lo que guardo de usted
command-help = Cómo usarme
command-add = Añadir un texto
command-articles = Listar, quitar, reemplazar
command-rollback = Volver a los textos anteriores
command-status = Cómo estoy
command-approve = Dejar preguntar a alguien
description = Respondo preguntas sobre un texto citándolo, palabra por palabra, con su fuente – o digo que no responde.
short-description = Responde citando, palabra por palabra.
inline-none = El texto no responde a esto
inline-start = Escriba una pregunta
inline-wait = Espera un minuto
paste-too-long = el texto es demasiado largo para pegarlo; envíelo como archivo
texts =
    { $count ->
        [one] { $count } texto
       *[other] { $count } textos
    }
