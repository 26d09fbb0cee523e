# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    Respondo a perguntas sobre { $title } citando o texto, palavra por palavra, com a fonte.
    Pergunte na sua língua; eu não escrevo nada.
    Se o texto não responde, digo-o.
start-empty =
    Respondo a perguntas citando um texto, palavra por palavra, com a fonte.
    Pergunte na sua língua; eu não escrevo nada.
    Ainda não há texto: um administrador pode enviar-me um com /add.
examples = Por exemplo:
example-question = O que diz o texto sobre “{ $heading }”?
help =
    Envie-me uma pergunta; cito a passagem que responde.
    Num grupo: /ask e a pergunta, ou mencione-me, ou responda-me.
    /why – porquê esta resposta, ou porquê nenhuma
    /about – o que li, e de quando é
    /language – a língua que falo
    /forget – apagar o que guardo sobre si
help-admin =
    Para administradores: envie um ficheiro, uma ligação ou uma mensagem reencaminhada, ou /add para colar texto.
    /articles – o que está indexado; remover ou substituir
    /rollback – voltar aos textos de antes da última alteração
    /status – como estou
    /approve e um código – deixar alguém perguntar
about =
    { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }, { $passages ->
        [one] { $passages } passagem
       *[other] { $passages } passagens
    }, última alteração: { $date }.
about-newest = Mais recente: { $title }

## Answers
no-answer = O texto não responde a isto.
unsure-label = Não tenho a certeza de que isto responda.
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
why-answered = Respondida: tenho { $confidence } de certeza; { $threshold } chegam para responder.
why-unsure = Para ter a certeza é preciso { $sure }.
why-refused = Não respondida: tenho { $confidence } de certeza; são precisos { $threshold } para responder.
why-passage = { $score } – { $opening }
why-nothing = Ainda não há pergunta para explicar.
small-talk = Olá! Faça-me uma pergunta sobre o texto e citarei a passagem que responde.
ask-usage = Escreva a pergunta depois do comando: /ask O que foi decidido?
only-text = Só consigo ler perguntas escritas.
offline = Estive desligado; eis a resposta à sua última pergunta.

## Limits
slow-down = São muitas perguntas. Espere um minuto; até lá não responderei.
busy = Demasiadas perguntas ao mesmo tempo. Pergunte de novo daqui a um minuto, por favor.
place = O seu lugar na fila: { $place }
interrupted = Fui reiniciado antes de poder responder a isto.
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
approve-usage = Escreva o código depois do comando: /approve 123456
anonymous = Não consigo saber quem é um administrador anónimo. Escreva em seu nome.
only-admin = Só um administrador pode fazer isso.
only-private = Faça isso numa conversa privada comigo.

## Language and privacy
language-choose = Que língua devo falar? As citações ficam na sua.
language-set = Agora falo português.
forgotten = Apagado: a sua língua, as suas perguntas e, se um administrador a deu, a sua autorização.

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
understood-document = { $title } – { $date }, { $passages ->
        [one] { $passages } passagem
       *[other] { $passages } passagens
    }
no-date = sem data
and-more = … e mais { $count }
add-button = Adicionar
replace-all-button = Substituir tudo
cancel-button = Cancelar
expired = Já não o tenho. Envie de novo, por favor.
building = A construir: { $done } de { $total }, { $rate } passagens por segundo
live =
    Em serviço: versão { $generation }, { $documents ->
        [one] { $documents } texto
       *[other] { $documents } textos
    }.
rebuild-failed = Nada mudou: { $reason }
golden-failed = Nada mudou. Estas perguntas deixariam de ter a resposta devida:
file-too-big = Este ficheiro é demasiado grande: um bot pode receber no máximo { $limit } MB. Envie uma ligação, ou cole o texto depois de /add.
articles = Textos indexados, { $first } a { $last } de { $total }:
articles-none = Ainda não há texto.
previous-button = Anterior
remove-button = Remover
replace-button = Substituir
remove-confirm = Remover “{ $title }”?
replace-start = Envie o novo texto, ficheiro ou ligação para “{ $title }”; depois /done. /cancel para parar.
rollback-confirm = Voltar da versão { $live } à versão { $previous } de { $date }?
rollback-none = Não há versão anterior.
confirm-button = Sim
status =
    Versão { $generation } de { $date }: { $documents } textos, { $passages } passagens.
    { $questions } perguntas desde o arranque, { $refused } sem resposta, { $waiting } em espera.
    { $memory } MB de memória, a funcionar há { $uptime }.

## Menus
command-ask = Fazer uma pergunta
command-why = Porquê esta resposta
command-about = O que li
command-language = Escolher a minha língua
command-forget = Apagar o que guardo sobre si
command-help = Como me usar
command-add = Adicionar um texto
command-articles = Listar, remover, substituir
command-rollback = Voltar aos textos anteriores
command-status = Como estou
command-approve = Deixar alguém perguntar
description = Respondo a perguntas sobre um texto citando-o, palavra por palavra, com a fonte – ou digo que não responde.
short-description = Responde citando, palavra por palavra.
inline-none = O texto não responde a isto
inline-start = Escreva uma pergunta
inline-wait = Aguarde um minuto
paste-too-long = o texto é demasiado longo para colar; envie-o como ficheiro
texts =
    { $count ->
        [one] { $count } texto
       *[other] { $count } textos
    }
