# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = Pregúnteme sobre los textos de abajo: respondo citándolos, palabra por palabra, con la fuente – o digo que no responden.
examples = Por ejemplo:
example-question = ¿Qué dice el texto sobre «{ $heading }»?
help =
    Envíeme una pregunta; cito el pasaje que la responde.
    En un grupo: /ask y la pregunta, o mencióneme, o respóndame.
    /articles – sobre qué se puede preguntar
    /why – por qué esta respuesta, o por qué ninguna
    /verify – si unas palabras están tal cual en los textos
    /cite – una cita para otros sitios: texto, BibTeX, RIS, una imagen
    /waiting – sus preguntas que esperan respuesta
    /about – qué he leído, y de cuándo es
    /language – el idioma que hablo
    /privacy – qué guardo de usted
    /forget – borrar lo que guardo de usted
help-admin =
    Para administradores: envíe un archivo, un enlace o un mensaje reenviado, o /add para pegar un texto.
    /articles – quitar, reemplazar o corregir un texto
    /rollback – volver a los textos de antes del último cambio
    /gaps – lo que se pregunta y los textos no responden
    /status – cómo estoy
    /approve – quién espera ser admitido; /revoke – retirar un permiso
about =
    { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }, { $passages ->
        [one] { $passages } pasaje
       *[other] { $passages } pasajes
    }, último cambio: { $date }.
about-newest = El más reciente: { $title }
start-more =
    { $count ->
        [one] … y { $count } texto más
       *[other] … y { $count } textos más
    }
start-days = del { $first } al { $last }
empty = Todavía no hay nada sobre lo que preguntar. Vuelva más tarde, por favor.
empty-admin = Todavía no hay ningún texto. Envíeme un archivo, un enlace o un mensaje reenviado, o pegue un texto después de /add.
article-headings = Puede preguntar sobre:

## Answers
no-answer = El texto no responde a esto.
dated-on = El { $date }:
earlier-on = Antes, el { $date }:
unsure-label = No estoy seguro de que esto responda.
unanswered = El texto no responde a «{ $question }».
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
why-unsure = Quizá sea una respuesta: { $confidence }; seguro solo desde { $sure }.
why-refused = No se lee como una respuesta: { $confidence }; hace falta { $needed }.
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = Todavía no hay ninguna pregunta que explicar.
small-talk = ¡Hola! Hágame una pregunta sobre el texto y citaré el pasaje que la responde.
ask-usage = Escriba la pregunta después de la orden: /ask ¿Qué se decidió?
only-text = Solo puedo leer preguntas escritas.
offline = Estaba desconectado; aquí está la respuesta a su última pregunta.
why-sentence = Lo más cercano a su pregunta, en «{ $title }», frase { $number } de un pasaje: «{ $words }»
why-place = Lo más cercano a su pregunta, en «{ $title }»: «{ $words }»
why-shares = Comparte { $words } con su pregunta.
why-shares-none = No comparte ninguna palabra con su pregunta; solo el sentido es cercano.
why-sure = Se lee como una respuesta: { $confidence }; seguro desde { $sure }.
figures-button = Cifras
why-figures = Se responde desde { $threshold }. De cada pasaje: puntuación, cercanía de sentido, parte de sus palabras.
talk-thanks = De nada.
talk-bye = ¡Hasta luego!
talk-no = De acuerdo. Pregunte con otras palabras, o sobre otra cosa, cuando quiera.
talk-yes = Bien. Siga preguntando cuando quiera.
talk-nothing = No veo ninguna pregunta ahí. Escriba una con palabras, por favor.
whole-question = No sé a qué se refiere eso. Escriba la pregunta entera, por favor.

## Words to be verified
verify-usage = Envíeme las palabras en su próximo mensaje, o responda con /verify al mensaje que las contiene.
verify-verbatim = Palabra por palabra en estos textos.
verify-almost = Casi, pero no palabra por palabra.
verify-stitched =
    { $count ->
        [one] Compuesto de { $count } pasaje.
       *[other] Compuesto de { $count } pasajes.
    }
verify-more =
    { $count ->
        [one] … y { $count } pasaje más, no mostrado.
       *[other] … y { $count } pasajes más, no mostrados.
    }
verify-absent = No está en estos textos.
verify-nowhere = No está en estos textos: «{ $pasted }»
verify-quoted = Comparado: solo lo que se da como cita.
verify-translation = Se lee como una traducción de:
verify-negation = Atención a la negación: { $change }
verify-number = Otro número: { $change }
verify-name = Otro nombre: { $change }
verify-changed = «{ $stored }» se convirtió en «{ $pasted }»
verify-lost = falta «{ $stored }»
verify-added = «{ $pasted }» no está en el texto
verify-apart = Distinto que en el texto: { $what }.
verify-capitals = mayúsculas
verify-accents = acentos
verify-hyphens = guiones
verify-marks = puntuación
verify-ellipsis = palabras omitidas, como se indica

## Quotes for elsewhere
privacy = Con su ID de Telegram (no su número de teléfono) guardo: que un administrador le admitió, el idioma elegido y las preguntas que deja a la espera de respuesta (/waiting), durante 90 días. Recuerdo un tiempo sus últimas preguntas para que pueda continuar. 👍 y 👎 se cuentan sin su nombre. /forget borra lo que guardo.
privacy-gaps = Las preguntas que los textos no responden se guardan 90 días, sin quién preguntó, y sin números ni nombres en la medida en que los reconozco, para que los administradores vean qué falta.
privacy-no-gaps = Las demás preguntas no se guardan.
gaps-off = No guardo las preguntas rechazadas. Con GAPS=true en .env lo hago, sin quién preguntó, y /privacy lo dice a los lectores.
gaps-none = No se ha preguntado nada que los textos no respondan.
gaps-list = Lo más preguntado que los textos no responden:
gaps-week = Preguntas de la semana que los textos no responden:
gaps-closest = lo más cercano: { $name }
cite-nothing = No hay ninguna cita: responda con /cite a una.
cite-plain-button = Texto
cite-annotation-button = Anotación
cite-card-button = Tarjeta
cite-button = Citar
cite-lasting = Enlace permanente: { $link }
cite-long = Es demasiado largo para un mensaje, así que lo envío como archivo.
quote-stands = Estas palabras siguen ahí:
quote-moved = Estas palabras siguen ahí, en otro lugar:
quote-changed = Estas palabras se cambiaron el { $date }:
quote-removed = Estas palabras se eliminaron el { $date }:
quote-forgotten = Estas palabras ya no están, y la versión que las tenía ya no se conserva.
quote-unknown = No conozco ninguna cita con este enlace: cópielo tal como se dio.

## Questions that wait
wait-button = Avíseme cuando lo sepa
wait-noted = Volveré a preguntar cuando cambien los textos, durante 90 días, y le avisaré si responden. /waiting muestra la lista.
wait-full = Ya esperan demasiadas preguntas suyas: /waiting permite quitar una.
waiting-list = Estas preguntas esperan respuesta. Pulse una para quitarla:
waiting-none = Ninguna pregunta suya espera respuesta.
wait-known = Usted preguntó, y ahora los textos responden: «{ $question }»

## Limits
slow-down = Son muchas preguntas. Espere un minuto; hasta entonces no responderé.
busy = Demasiadas preguntas a la vez. Pregunte de nuevo en un minuto, por favor.
place = Su lugar en la cola: { $place }
restarted = Me reiniciaron antes de que pudiera responder a esto.
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
anonymous = No puedo saber quién es un administrador anónimo. Escriba en su propio nombre.
only-admin = Solo un administrador puede hacer eso.
only-private = Por favor, hágalo en un chat privado conmigo.
knock = { $who } pide que se le admita.
knock-group = El grupo «{ $group }», traído por { $who }, pide que se le admita.
let-in-button = Admitir
refuse-button = Rechazar
block-button = Bloquear
refused = Rechazado.
refused-you = Mis administradores no le han admitido.
blocked = Bloqueado: ya no recibe respuesta. Para admitirlo a pesar de todo: /approve { $id }
waits-no-longer = Esta petición ya no espera: alguien ha decidido, o es demasiado antigua.
nobody-waits = Nadie espera ser admitido.
nobody-let-in = Ningún administrador ha admitido todavía a nadie.
let-in = Admitidos por un administrador, { $first } a { $last } de { $total }. Pulse un nombre para retirar el permiso:
revoke-confirm = { $who } puede preguntar. ¿Retirar el permiso?
revoke-button = Retirar
revoked = Hecho: ya no puede preguntar.
revoked-before = Ese permiso ya se había retirado.
knock-more = Otros más piden que se les admita: /approve los muestra.

## Language and privacy
language-choose = ¿Qué idioma debo hablar? Las citas quedan en el suyo.
language-set = Ahora hablo español.
forgotten = Borrado: su idioma, sus preguntas y, si un administrador se lo dio, su permiso.
forgotten-as-chat = Borrado: las preguntas hechas en nombre de { $name }.

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
no-date = sin fecha
and-more = … y { $count } más
add-button = Añadir
cancel-button = Cancelar
expired = Ya no lo tengo. Por favor, envíelo de nuevo.
building = Construyendo: { $percent } % – { $done } de { $total } pasajes, faltan unos { $left }
live =
    En servicio: versión { $generation }, { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }.
rebuild-failed = Nada ha cambiado: { $reason }
sent-text = Su texto
source-no-host = { $source }: esa dirección no existe. Mire cómo se escribe, o pegue el texto después de /add.
source-not-public = { $source }: no está en la internet pública. Envíe la página como archivo, o pegue el texto después de /add.
source-unreachable = { $source }: de allí no llega respuesta. Inténtelo más tarde, o pegue el texto después de /add.
source-no-page = { $source }: no se entrega la página. Ábrala en un navegador y envíela como archivo, o pegue el texto después de /add.
source-no-text = { $source }: no hay texto dentro. De un escaneo o una imagen, envíe una versión con texto.
source-locked = { $source }: está bloqueado. Guárdelo sin contraseña y envíelo de nuevo.
source-damaged = { $source }: está dañado. Ábralo, guárdelo de nuevo y envíe eso.
source-too-large = { $source }: es demasiado grande. Divídalo y envíe las partes.
source-unknown-kind = { $source }: no sé leer archivos de este tipo. Guárdelo como PDF, DOCX o texto sin formato.
source-other = { $source }: no se puede leer. Envíelo como otro archivo, o pegue el texto después de /add.
source-line = { $source }: esta línea no es un texto que pueda tomar. Escriba un objeto con «text», en palabras, y envíe el archivo de nuevo.
file-too-big = Este archivo es demasiado grande: un bot puede recibir como máximo { $limit } MB. Envíe un enlace o pegue el texto después de /add.
articles = Textos { $first } a { $last } de { $total }:
previous-button = Anterior
remove-button = Quitar
replace-button = Reemplazar
remove-confirm =
    ¿Quitar «{ $title }»? { $left ->
        [one] Queda { $left } texto
       *[other] Quedan { $left } textos
    }.
replace-start = Envíe el nuevo texto, archivo o enlace para «{ $title }»; después /done. /cancel para parar.
rollback-confirm =
    ¿Volver de la versión { $live }, { $now ->
        [one] { $now } texto
       *[other] { $now } textos
    }, a la versión { $previous } del { $date }, { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }?
rollback-none = No hay ninguna versión anterior.
status =
    Versión { $generation } del { $date }: { $documents } textos, { $passages } pasajes.
    { $questions } preguntas desde que arranqué, { $refused } sin respuesta, { $waiting } en espera.
    { $memory } MB de memoria, en marcha desde hace { $uptime }.
correct-button = Corregir
words =
    { $count ->
        [one] { $count } palabra
       *[other] { $count } palabras
    }
no-language = idioma desconocido
understood-of = Entendido, texto { $number } de { $total }:
understood-replaces = Ocupa el lugar de «{ $title }».
understood-same = Este mismo texto ya está en servicio.
understood-left-out = No se incluyó: { $what }
understood-hint = ¿Título, fecha o idioma incorrectos? Pulse un botón, o responda a este mensaje con lo correcto.
title-button = Título
date-button = Fecha
language-button = Idioma
edit-title = Responda con el título correcto de «{ $title }».
edit-date = Responda con la fecha de «{ $title }», como 2025-10-02, o con - si no tiene.
edit-language = Responda con el idioma de «{ $title }»: su nombre, o un código como fr.
edit-no-title = Un título es una línea de { $most } letras como máximo. Responda otra vez, por favor.
edit-no-date = No conozco esta fecha. Escríbala como 2025-10-02, o - si no tiene.
edit-no-language = No conozco este idioma. Escriba su nombre, o un código como fr.
edited = Corregido, véalo arriba.
replace-all =
    { $count ->
        [one] Reemplazar el único texto
       *[other] Reemplazar los { $count } textos
    }
replace-all-confirm =
    ¿Reemplazarlo todo? Esto quita { $count ->
        [one] { $count } texto
       *[other] { $count } textos
    } y deja { $kept ->
        [one] { $kept } texto nuevo
       *[other] { $kept } textos nuevos
    }. Se quitan:
go-back-button = Volver
all-the-same-button = Publicar de todos modos
try-again-button = Intentar de nuevo
building-starts = Construyendo …
checking = Preguntas de control hechas: { $done } de { $total }
live-golden = Preguntas de control con la respuesta debida: { $right } de { $asked }.
live-not-served = La versión { $generation } está publicada, pero todavía no puedo abrirla. Sigo respondiendo con la versión { $served } y lo intento de nuevo; el registro dice por qué.
golden-changed = Todavía no ha cambiado nada. Estas preguntas de control tendrían otra respuesta:
golden-before = ahora: { $words }
golden-after = después: { $words }
quoted = «{ $words }»
golden-none = sin respuesta
changes-busy = esperan demasiados cambios; inténtelo dentro de un minuto
library-busy = otro programa está escribiendo en la biblioteca. Espere a que termine e inténtelo de nuevo
library-full = el disco está lleno. Libere espacio e inténtelo de nuevo
library-damaged = la biblioteca está dañada. Donde funciona el bot, ejecute «python -m index doctor --repair»
library-not-writable = el bot no puede escribir en la biblioteca. Mire a quién pertenece e inténtelo de nuevo
library-unreachable = la base de datos de la biblioteca no responde. Compruebe que funciona e inténtelo de nuevo
library-gone = los textos de entonces se han borrado. /rollback dice a cuáles se puede volver
library-other = algo falla donde se ejecuta el bot. Su registro dice qué
state-failed = no se puede anotar lo que debo recordar. Compruebe que el disco tiene espacio, o que la base de datos funciona, e inténtelo de nuevo
golden-unreadable = no se pueden leer las preguntas de control: { $place }. Corrija el archivo que nombra GOLDEN_QUESTIONS e inténtelo de nuevo
build-interrupted = Me interrumpieron mientras construía. Lo enviado sigue aquí.
under-way = Ya está en marcha.
meanwhile-added = Entretanto { $who } ha añadido «{ $title }».
meanwhile-several = Entretanto { $who } ha añadido textos.
meanwhile-all = Entretanto { $who } ha reemplazado todos los textos.
meanwhile-removed = Entretanto { $who } ha quitado «{ $title }».
meanwhile-back = Entretanto { $who } ha vuelto a textos anteriores.
meanwhile-changed = Entretanto los textos se han cambiado desde otro lugar.
meanwhile-decide = Lo suyo todavía no está publicado. ¿Continuar?
paste-goes-on =
    { $messages ->
        [one] Su texto pegado continúa: { $messages } mensaje hasta ahora.
       *[other] Su texto pegado continúa: { $messages } mensajes hasta ahora.
    } /done cuando esté completo, /cancel para descartarlo.
paste-first = Ya está enviando un texto: termínelo con /done, o descártelo con /cancel.
status-texts =
    Versión { $generation } del { $date }: { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }, { $passages ->
        [one] { $passages } pasaje
       *[other] { $passages } pasajes
    }.
status-today = Preguntas hoy: { $questions }; con respuesta: { $answered }, sin respuesta: { $refused }.
status-quick = La mitad de las respuestas llegó en { $half } s, casi todas en { $most } s.
status-waiting = Preguntas en espera: { $waiting }.
status-poll = Última respuesta de Telegram: { $ago }.
status-no-poll = Telegram todavía no me ha respondido.
status-webhook = Telegram me llama por un webhook.
status-pending = Esperan ser admitidos: { $count } (/approve).
status-memory = Memoria: { $memory } MB. Tiempo en marcha: { $uptime }.
status-disk = Biblioteca en el disco: { $library } MB; libres: { $free } GB.

## What of a source could not be taken
left-hidden = texto oculto
left-struck = texto tachado
left-tracked = texto eliminado con el control de cambios
left-moved = texto eliminado o movido con el control de cambios
left-deep = lo que está a más de { $count } listas o citas de profundidad
left-choices = las opciones de un formulario
left-fields = los campos de un formulario
left-aside = un texto al margen
left-comments = comentarios
left-numbers = números delante de párrafos, del tipo «{ $name }»
left-notes = notas a las que nada remite en el texto
left-cells = celdas fuera de las columnas de su tabla
left-formulas = fórmulas
left-hidden-section = una sección oculta
left-hidden-rows = filas ocultas
left-hidden-columns = columnas ocultas
left-unknown-signs = signos de una fuente desconocida
left-nameless-signs = { left-unknown-signs }
left-signs = signos de la fuente { $name }
left-embedded = lo incrustado de otro programa ({ $name })
left-part = una parte guardada como { $name }
left-other-part = una parte guardada en otro archivo
left-damaged-part = una parte dañada del archivo, { $name }
left-hidden-sheet = la hoja oculta «{ $name }»
left-behind = la página enlazada, que no se pudo leer
left-listed = el capítulo «{ $name }», que el libro solo nombra
left-absent = { $name } (no está en el archivo)
left-encrypted = { $name } (cifrado)
left-damaged = { $name } (dañado)
left-outside = { $name } (fuera del orden de lectura)
left-attached = adjunto: { $name }
left-file = { $name }
on-pages = p. { $numbers }
left-unreadable = ilegible: { $pages }
left-damaged-pages = dañado en parte: { $pages }
left-pictured = solo imágenes: { $pages }
left-commented = comentarios: { $pages }
left-beyond = fuera de los bordes: { $pages }
left-unseen = tapado o invisible: { $pages }
left-illegible = en fuentes que no dicen qué letras dibujan: { $pages }
left-letters =
    { $count ->
        [one] { $count } letra dañada, mostrada como { "\uFFFD" }
       *[other] { $count } letras dañadas, mostradas como { "\uFFFD" }
    }
left-values =
    { $count ->
        [one] { $count } fórmula sin su valor: abra y guarde el archivo una vez
       *[other] { $count } fórmulas sin sus valores: abra y guarde el archivo una vez
    }
left-pictures =
    { $count ->
        [0] imágenes
        [one] { $count } imagen
       *[other] { $count } imágenes
    }
left-charts =
    { $count ->
        [0] gráficos
        [one] { $count } gráfico
       *[other] { $count } gráficos
    }
left-hidden-slides =
    { $count ->
        [one] { $count } diapositiva oculta
       *[other] { $count } diapositivas ocultas
    }
left-hidden-rows-of-sheet =
    { $count ->
        [one] { $count } fila oculta de la hoja «{ $name }»
       *[other] { $count } filas ocultas de la hoja «{ $name }»
    }
left-hidden-columns-of-sheet =
    { $count ->
        [one] { $count } columna oculta de la hoja «{ $name }»
       *[other] { $count } columnas ocultas de la hoja «{ $name }»
    }
only-teasers =
    { $count ->
        [one] { $count } de { $entries } entradas, un simple avance: envíe la dirección de su página
       *[other] { $count } de { $entries } entradas, simples avances: envíe las direcciones de sus páginas
    }

## Menus
command-ask = Hacer una pregunta
command-why = Por qué esta respuesta
command-verify = Comprobar una cita
command-cite = Citar un pasaje
command-waiting = Preguntas que esperan respuesta
command-about = Qué he leído
command-language = Elegir mi idioma
command-privacy = Qué guardo de usted
command-forget = Borrar lo que guardo de usted
command-help = Cómo usarme
command-add = Añadir un texto
command-articles = Sobre qué se puede preguntar
command-rollback = Volver a los textos anteriores
command-gaps = Lo que los textos no responden
command-status = Cómo estoy
command-approve = Dejar preguntar a alguien
description = Respondo preguntas sobre un texto citándolo, palabra por palabra, con su fuente – o digo que no responde.
short-description = Responde citando, palabra por palabra.
inline-none = El texto no responde a esto
inline-start = Escriba una pregunta
inline-wait = Espere un minuto
paste-too-long = el texto es demasiado largo para pegarlo; envíelo como archivo
command-revoke = Retirar un permiso
command-done = Terminar un texto pegado
command-cancel = Descartar un texto pegado
