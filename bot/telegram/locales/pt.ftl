# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = Pergunte-me sobre os textos abaixo: respondo citando-os, palavra por palavra, com a fonte – ou digo que não respondem.
examples = Por exemplo:
example-question = O que diz o texto sobre “{ $heading }”?
help =
    Envie-me uma pergunta; cito a passagem que responde.
    Num grupo: /ask e a pergunta, ou mencione-me, ou responda-me.
    /articles – sobre o que se pode perguntar
    /why – porquê esta resposta, ou porquê nenhuma
    /verify – se umas palavras estão tal e qual nos textos
    /cite – uma citação para outros lugares: texto, BibTeX, RIS, uma imagem
    /waiting – as suas perguntas que esperam resposta
    /about – o que li, e de quando é
    /language – a língua que falo
    /privacy – o que guardo de si
    /forget – apagar o que guardo sobre si
help-admin =
    Para administradores: envie um ficheiro, uma ligação ou uma mensagem reencaminhada, ou /add para colar texto.
    /articles – remover, substituir ou corrigir um texto
    /rollback – voltar aos textos de antes da última alteração
    /gaps – o que se pergunta e os textos não respondem
    /status – como estou
    /approve – quem espera ser admitido; /revoke – retirar uma autorização
about =
    { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }, { $passages ->
        [one] { $passages } passagem
       *[other] { $passages } passagens
    }, última alteração: { $date }.
about-newest = Mais recente: { $title }
start-more =
    { $count ->
        [one] … e mais { $count } texto
       *[other] … e mais { $count } textos
    }
start-days = de { $first } a { $last }
empty = Ainda não há nada sobre que perguntar. Volte mais tarde, por favor.
empty-admin = Ainda não há texto. Envie-me um ficheiro, uma ligação ou uma mensagem reencaminhada, ou cole um texto depois de /add.
article-headings = Pode perguntar sobre:

## Answers
no-answer = O texto não responde a isto.
dated-on = Em { $date }:
earlier-on = Antes, em { $date }:
unsure-label = Não tenho a certeza de que isto responda.
unanswered = O texto não responde a “{ $question }”.
closest-button = Mais próxima: { $name }
closest-label = Não é uma resposta, mas é o mais próximo que tenho.
near-label = Isto também não é uma resposta.
other-label = Outra passagem, { $place } de { $count }.
question-understood = Percebi: “{ $question }”
question-understood-after = Percebi: “{ $question }”, depois de “{ $before }”
others-button = Outras passagens ({ $count })
context-button = Mais contexto
next-button = Seguinte
thanks = Obrigado. Anotado sem o seu nome.
all-shown = É todo o texto.
message-full = Numa mensagem não cabe mais.
no-more = Não há mais passagens.
quote-language = em { $language }
changed = O texto mudou desde esta resposta.
again-button = Perguntar de novo
forgotten-question = Já não conheço esta pergunta. Faça-a de novo, por favor.
why-unsure = Talvez seja uma resposta: { $confidence }; seguro só a partir de { $sure }.
why-refused = Não se lê como uma resposta: { $confidence }; é preciso { $needed }.
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = Ainda não há pergunta para explicar.
small-talk = Olá! Faça-me uma pergunta sobre o texto e citarei a passagem que responde.
ask-usage = Escreva a pergunta depois do comando: /ask O que foi decidido?
only-text = Só consigo ler perguntas escritas.
offline = Estive desligado; eis a resposta à sua última pergunta.
why-sentence = O mais próximo da sua pergunta, em “{ $title }”, frase { $number } de uma passagem: “{ $words }”
why-place = O mais próximo da sua pergunta, em “{ $title }”: “{ $words }”
why-shares = Partilha { $words } com a sua pergunta.
why-shares-none = Não partilha nenhuma palavra com a sua pergunta; só o sentido está próximo.
why-sure = Lê-se como uma resposta: { $confidence }; seguro a partir de { $sure }.
figures-button = Números
why-figures = Responde-se a partir de { $threshold }. De cada passagem: pontuação, proximidade de sentido, parte das suas palavras.
talk-thanks = De nada.
talk-bye = Até à próxima!
talk-no = Está bem. Pergunte por outras palavras, ou sobre outra coisa, quando quiser.
talk-yes = Muito bem. Continue a perguntar quando quiser.
talk-nothing = Não vejo aí uma pergunta. Escreva uma por palavras, por favor.
whole-question = Não sei a que é que isso se segue. Escreva a pergunta inteira, por favor.

## Words to be verified
verify-usage = Envie-me as palavras na próxima mensagem, ou responda com /verify à mensagem que as contém.
verify-verbatim = Palavra por palavra nestes textos.
verify-almost = Quase, mas não palavra por palavra.
verify-stitched =
    { $count ->
        [one] Composto a partir de { $count } passagem.
       *[other] Composto a partir de { $count } passagens.
    }
verify-more =
    { $count ->
        [one] … e mais { $count } passagem, não mostrada.
       *[other] … e mais { $count } passagens, não mostradas.
    }
verify-absent = Não está nestes textos.
verify-nowhere = Não está nestes textos: “{ $pasted }”
verify-quoted = Comparado: só o que é dado como citação.
verify-translation = Lê-se como uma tradução de:
verify-negation = Atenção à negação: { $change }
verify-number = Outro número: { $change }
verify-name = Outro nome: { $change }
verify-changed = «{ $stored }» passou a «{ $pasted }»
verify-lost = falta «{ $stored }»
verify-added = «{ $pasted }» não está no texto
verify-apart = Diferente do texto: { $what }.
verify-capitals = maiúsculas
verify-accents = acentos
verify-hyphens = hífenes
verify-marks = pontuação
verify-ellipsis = palavras omitidas, como assinalado

## Quotes for elsewhere
privacy = Com o seu ID do Telegram (não o número de telefone) guardo: que um administrador o admitiu, a língua escolhida e as perguntas que deixa à espera de resposta (/waiting), durante 90 dias. Lembro-me por algum tempo das suas últimas perguntas, para poder continuar. 👍 e 👎 são contados sem o seu nome. /forget apaga o que guardo.
privacy-gaps = As perguntas a que os textos não respondem são guardadas 90 dias, sem quem perguntou, e sem números nem nomes tanto quanto os reconheço, para os administradores verem o que falta.
privacy-no-gaps = As outras perguntas não são guardadas.
gaps-off = Não guardo as perguntas recusadas. Com GAPS=true em .env guardo-as, sem quem perguntou, e /privacy diz isso aos leitores.
gaps-none = Nada foi perguntado a que os textos não respondam.
gaps-list = O mais perguntado a que os textos não respondem:
gaps-week = Perguntas da semana a que os textos não respondem:
gaps-closest = mais próximo: { $name }
cite-nothing = Não há nenhuma citação: responda com /cite a uma.
cite-plain-button = Texto
cite-annotation-button = Anotação
cite-card-button = Cartão
cite-button = Citar
cite-lasting = Link permanente: { $link }
cite-long = É longo demais para uma mensagem, por isso envio como ficheiro.
quote-stands = Estas palavras ainda estão lá:
quote-moved = Estas palavras ainda estão lá, noutro lugar:
quote-changed = Estas palavras foram alteradas em { $date }:
quote-removed = Estas palavras foram removidas em { $date }:
quote-forgotten = Estas palavras já não estão lá, e a versão que as tinha já não é guardada.
quote-unknown = Não conheço nenhuma citação com este link: copie-o tal como foi dado.

## Questions that wait
wait-button = Avise-me quando souber
wait-noted = Voltarei a perguntar quando os textos mudarem, durante 90 dias, e aviso se responderem. /waiting mostra a lista.
wait-full = Já esperam demasiadas perguntas suas: com /waiting pode retirar uma.
waiting-list = Estas perguntas esperam resposta. Prima uma para a retirar:
waiting-none = Nenhuma pergunta sua espera resposta.
wait-known = Perguntou, e agora os textos respondem: «{ $question }»

## Limits
slow-down = São muitas perguntas. Espere um minuto; até lá não responderei.
busy = Demasiadas perguntas ao mesmo tempo. Pergunte de novo daqui a um minuto, por favor.
place = O seu lugar na fila: { $place }
restarted = Fui reiniciado antes de poder responder a isto.
failed = Algo correu mal do meu lado. Tente de novo, por favor.
not-allowed =
    Ainda não o conheço. Peça ao meu administrador que o admita com este código, válido por um dia:
    { $code }
not-allowed-group =
    Este grupo ainda não está aprovado. Um administrador pode aprová-lo com este código, válido por um dia:
    { $code }
approved = Feito: já podem perguntar.
approved-you = Já pode perguntar. Envie-me uma pergunta.
unknown-code = Esse código não existe, ou tem mais de um dia.
anonymous = Não consigo saber quem é um administrador anónimo. Escreva em seu nome.
only-admin = Só um administrador pode fazer isso.
only-private = Faça isso numa conversa privada comigo.
knock = { $who } pede para ser admitido.
knock-group = O grupo “{ $group }”, trazido por { $who }, pede para ser admitido.
let-in-button = Admitir
refuse-button = Recusar
block-button = Bloquear
refused = Recusado.
refused-you = Os meus administradores não o admitiram.
blocked = Bloqueado: já não recebe resposta. Para admitir mesmo assim: /approve { $id }
waits-no-longer = Este pedido já não espera: alguém decidiu, ou é demasiado antigo.
nobody-waits = Ninguém espera ser admitido.
nobody-let-in = Nenhum administrador admitiu ainda alguém.
let-in = Admitidos por um administrador, { $first } a { $last } de { $total }. Prima um nome para retirar a autorização:
revoke-confirm = { $who } pode perguntar. Retirar a autorização?
revoke-button = Retirar
revoked = Feito: já não pode perguntar.
revoked-before = Essa autorização já foi retirada.
knock-more = Há mais quem peça para ser admitido: /approve mostra-os.

## Language and privacy
language-choose = Que língua devo falar? As citações ficam na sua.
language-set = Agora falo português.
forgotten = Apagado: a sua língua, as suas perguntas e, se um administrador a deu, a sua autorização.
forgotten-as-chat = Apagado: as perguntas feitas em nome de { $name }.

## For admins
add-start = Envie o texto em quantas mensagens quiser, ou um ficheiro ou uma ligação; depois /done. /cancel para parar.
add-more =
    { $messages ->
        [one] { $messages } mensagem até agora.
       *[other] { $messages } mensagens até agora.
    } /done quando estiver completo.
add-nothing = Ainda nada para adicionar: envie primeiro um texto, um ficheiro ou uma ligação, depois de /add.
cancelled = Cancelado. Nada mudou.
reading = A ler …
understood = Entendido:
no-date = sem data
and-more = … e mais { $count }
add-button = Adicionar
cancel-button = Cancelar
expired = Já não o tenho. Envie de novo, por favor.
building = A construir: { $percent } % – { $done } de { $total } passagens, faltam cerca de { $left }
live =
    Em serviço: versão { $generation }, { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }.
rebuild-failed = Nada mudou: { $reason }
sent-text = O seu texto
source-no-host = { $source }: este endereço não existe. Veja como se escreve, ou cole o texto depois de /add.
source-not-public = { $source }: não está na internet pública. Envie a página como ficheiro, ou cole o texto depois de /add.
source-unreachable = { $source }: de lá não vem resposta. Tente mais tarde, ou cole o texto depois de /add.
source-no-page = { $source }: a página não é entregue. Abra-a num navegador e envie-a como ficheiro, ou cole o texto depois de /add.
source-no-text = { $source }: não tem texto. De uma digitalização ou imagem, envie uma versão com texto.
source-locked = { $source }: está bloqueado. Guarde-o sem palavra-passe e envie-o de novo.
source-damaged = { $source }: está danificado. Abra-o, guarde-o de novo e envie esse.
source-too-large = { $source }: é grande demais. Divida-o e envie as partes.
source-unknown-kind = { $source }: não sei ler ficheiros deste tipo. Guarde-o como PDF, DOCX ou texto simples.
source-other = { $source }: não se consegue ler. Envie-o como outro ficheiro, ou cole o texto depois de /add.
source-line = { $source }: esta linha não é um texto que eu possa aceitar. Escreva um objeto com “text”, em palavras, e envie o ficheiro de novo.
file-too-big = Este ficheiro é demasiado grande: um bot pode receber no máximo { $limit } MB. Envie uma ligação, ou cole o texto depois de /add.
articles = Textos { $first } a { $last } de { $total }:
previous-button = Anterior
remove-button = Remover
replace-button = Substituir
remove-confirm =
    Remover “{ $title }”? { $left ->
        [one] Fica { $left } texto
       *[other] Ficam { $left } textos
    }.
replace-start = Envie o novo texto, ficheiro ou ligação para “{ $title }”; depois /done. /cancel para parar.
rollback-confirm =
    Voltar da versão { $live }, { $now ->
        [one] { $now } texto
       *[other] { $now } textos
    }, à versão { $previous } de { $date }, { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }?
rollback-none = Não há versão anterior.
status =
    Versão { $generation } de { $date }: { $documents } textos, { $passages } passagens.
    { $questions } perguntas desde o arranque, { $refused } sem resposta, { $waiting } em espera.
    { $memory } MB de memória, a funcionar há { $uptime }.
correct-button = Corrigir
words =
    { $count ->
        [one] { $count } palavra
       *[other] { $count } palavras
    }
no-language = língua desconhecida
understood-of = Entendido, texto { $number } de { $total }:
understood-replaces = Toma o lugar de “{ $title }”.
understood-same = Este mesmo texto já está em serviço.
understood-left-out = Deixado de fora: { $what }
understood-hint = Título, data ou língua errados? Prima um botão, ou responda a esta mensagem com o que está certo.
title-button = Título
date-button = Data
language-button = Língua
edit-title = Responda com o título certo de “{ $title }”.
edit-date = Responda com a data de “{ $title }”, como 2025-10-02, ou com - se não houver.
edit-language = Responda com a língua de “{ $title }”: o nome, ou um código como fr.
edit-no-title = Um título é uma linha de { $most } letras no máximo. Responda outra vez, por favor.
edit-no-date = Não conheço esta data. Escreva-a como 2025-10-02, ou - se não houver.
edit-no-language = Não conheço esta língua. Escreva o nome, ou um código como fr.
edited = Corrigido, veja acima.
replace-all =
    { $count ->
        [one] Substituir o único texto
       *[other] Substituir os { $count } textos
    }
replace-all-confirm =
    Substituir tudo? Isto remove { $count ->
        [one] { $count } texto
       *[other] { $count } textos
    } e deixa { $kept ->
        [one] { $kept } texto novo
       *[other] { $kept } textos novos
    }. Remove:
go-back-button = Voltar
all-the-same-button = Publicar mesmo assim
try-again-button = Tentar de novo
building-starts = A construir …
checking = Perguntas de controlo feitas: { $done } de { $total }
live-golden = Perguntas de controlo com a resposta devida: { $right } de { $asked }.
live-not-served = A versão { $generation } está publicada, mas ainda não a consigo abrir. Continuo a responder com a versão { $served } e tento de novo; o registo diz porquê.
golden-changed = Ainda nada mudou. Estas perguntas de controlo teriam outra resposta:
golden-before = agora: { $words }
golden-after = depois: { $words }
quoted = “{ $words }”
golden-none = sem resposta
changes-busy = há demasiadas alterações à espera; tente daqui a um minuto
library-busy = outro programa está a escrever na biblioteca. Espere que termine e tente de novo
library-full = o disco está cheio. Liberte espaço e tente de novo
library-damaged = a biblioteca está danificada. Onde o bot corre, execute «python -m index doctor --repair»
library-not-writable = o bot não pode escrever na biblioteca. Veja a quem pertence e tente de novo
library-unreachable = a base de dados da biblioteca não responde. Veja se está a funcionar e tente de novo
library-gone = os textos de então foram apagados. /rollback diz a quais se pode voltar
library-other = algo está mal onde o bot corre. O registo dele diz o quê
state-failed = o que tenho de guardar não se consegue anotar. Veja se o disco tem espaço, ou se a base de dados está a funcionar, e tente de novo
golden-unreadable = não se conseguem ler as perguntas de controlo: { $place }. Corrija o ficheiro que GOLDEN_QUESTIONS nomeia e tente de novo
build-interrupted = Fui interrompido durante a construção. O que foi enviado ainda aqui está.
under-way = Já está em curso.
meanwhile-added = Entretanto { $who } adicionou “{ $title }”.
meanwhile-several = Entretanto { $who } adicionou textos.
meanwhile-all = Entretanto { $who } substituiu todos os textos.
meanwhile-removed = Entretanto { $who } removeu “{ $title }”.
meanwhile-back = Entretanto { $who } voltou a textos anteriores.
meanwhile-changed = Entretanto os textos foram alterados de outro lado.
meanwhile-decide = O seu ainda não está publicado. Continuar?
paste-goes-on =
    { $messages ->
        [one] O seu texto colado continua: { $messages } mensagem até agora.
       *[other] O seu texto colado continua: { $messages } mensagens até agora.
    } /done quando estiver completo, /cancel para o descartar.
paste-first = Já está a enviar um texto: termine-o com /done, ou descarte-o com /cancel.
status-texts =
    Versão { $generation } de { $date }: { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }, { $passages ->
        [one] { $passages } passagem
       *[other] { $passages } passagens
    }.
status-today = Perguntas hoje: { $questions }; respondidas: { $answered }, sem resposta: { $refused }.
status-quick = Metade das respostas veio em { $half } s, quase todas em { $most } s.
status-waiting = Perguntas em espera: { $waiting }.
status-poll = Última resposta do Telegram: { $ago }.
status-no-poll = O Telegram ainda não me respondeu.
status-webhook = O Telegram chama-me por um webhook.
status-pending = À espera de admissão: { $count } (/approve).
status-memory = Memória: { $memory } MB. Tempo em funcionamento: { $uptime }.
status-disk = Biblioteca no disco: { $library } MB; livres: { $free } GB.

## What of a source could not be taken
left-hidden = texto oculto
left-struck = texto riscado
left-tracked = texto eliminado no controlo de alterações
left-moved = texto eliminado ou movido no controlo de alterações
left-deep = o que está a mais de { $count } listas ou citações de profundidade
left-choices = as opções de um formulário
left-fields = os campos de um formulário
left-aside = um texto à margem
left-comments = comentários
left-numbers = números antes de parágrafos, do tipo “{ $name }”
left-notes = notas a que nada remete no texto
left-cells = células fora das colunas da sua tabela
left-formulas = fórmulas
left-hidden-section = uma secção oculta
left-hidden-rows = linhas ocultas
left-hidden-columns = colunas ocultas
left-unknown-signs = sinais de um tipo de letra desconhecido
left-nameless-signs = { left-unknown-signs }
left-signs = sinais do tipo de letra { $name }
left-embedded = o que está incorporado de outro programa ({ $name })
left-part = uma parte guardada como { $name }
left-other-part = uma parte guardada noutro ficheiro
left-damaged-part = uma parte danificada do ficheiro, { $name }
left-hidden-sheet = a folha oculta “{ $name }”
left-behind = a página ligada, que não se conseguiu ler
left-listed = o capítulo “{ $name }”, que o livro só nomeia
left-absent = { $name } (não está no ficheiro)
left-encrypted = { $name } (cifrado)
left-damaged = { $name } (danificado)
left-outside = { $name } (fora da ordem de leitura)
left-attached = anexo: { $name }
left-file = { $name }
on-pages = p. { $numbers }
left-unreadable = ilegível: { $pages }
left-damaged-pages = danificado em parte: { $pages }
left-pictured = só imagens: { $pages }
left-commented = comentários: { $pages }
left-beyond = para lá das margens: { $pages }
left-unseen = tapado ou invisível: { $pages }
left-illegible = em tipos de letra que não dizem que letras desenham: { $pages }
left-letters =
    { $count ->
        [one] { $count } letra danificada, mostrada como { "\uFFFD" }
       *[other] { $count } letras danificadas, mostradas como { "\uFFFD" }
    }
left-values =
    { $count ->
        [one] { $count } fórmula sem o seu valor: abra e guarde o ficheiro uma vez
       *[other] { $count } fórmulas sem os seus valores: abra e guarde o ficheiro uma vez
    }
left-pictures =
    { $count ->
        [0] imagens
        [one] { $count } imagem
       *[other] { $count } imagens
    }
left-charts =
    { $count ->
        [0] gráficos
        [one] { $count } gráfico
       *[other] { $count } gráficos
    }
left-hidden-slides =
    { $count ->
        [one] { $count } diapositivo oculto
       *[other] { $count } diapositivos ocultos
    }
left-hidden-rows-of-sheet =
    { $count ->
        [one] { $count } linha oculta da folha “{ $name }”
       *[other] { $count } linhas ocultas da folha “{ $name }”
    }
left-hidden-columns-of-sheet =
    { $count ->
        [one] { $count } coluna oculta da folha “{ $name }”
       *[other] { $count } colunas ocultas da folha “{ $name }”
    }
only-teasers =
    { $count ->
        [one] { $count } de { $entries } entradas, uma simples chamada: envie o endereço da sua página
       *[other] { $count } de { $entries } entradas, simples chamadas: envie os endereços das suas páginas
    }

## Menus
command-ask = Fazer uma pergunta
command-why = Porquê esta resposta
command-verify = Verificar uma citação
command-cite = Citar um trecho
command-waiting = Perguntas que esperam resposta
command-about = O que li
command-language = Escolher a minha língua
command-privacy = O que guardo de si
command-forget = Apagar o que guardo sobre si
command-help = Como me usar
command-add = Adicionar um texto
command-articles = Sobre o que se pode perguntar
command-rollback = Voltar aos textos anteriores
command-gaps = A que os textos não respondem
command-status = Como estou
command-approve = Deixar alguém perguntar
description = Respondo a perguntas sobre um texto citando-o, palavra por palavra, com a fonte – ou digo que não responde.
short-description = Responde citando, palavra por palavra.
inline-none = O texto não responde a isto
inline-start = Escreva uma pergunta
inline-wait = Aguarde um minuto
paste-too-long = o texto é demasiado longo para colar; envie-o como ficheiro
command-revoke = Retirar uma autorização
command-done = Terminar um texto colado
command-cancel = Descartar um texto colado
