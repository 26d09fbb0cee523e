"""Words that open a question and are nobody's name, though the first has a capital.

Of the bot's languages that have capitals: what asks, auxiliaries, pronouns, articles,
prepositions. Any other word at this place may be a name, for all that can be told.
"""

from index.text import caseless

_IN_GERMAN = """
wer wen wem wessen was wann wo wohin woher wie wieso warum weshalb wozu womit wofür worüber
welche welcher welches welchen welchem der die das den dem des ein eine einen einem kein keine
ist sind war waren hat haben gibt gilt gelten kann können darf dürfen muss müssen soll sollen
wird werden braucht kostet kosten und für in im am an auf bei mit ab seit
"""
# No part of a name, though the noun after it has a capital, too.
GERMAN = frozenset(_IN_GERMAN.split())
_LISTED = """
who whom whose what when where why how which is isn are aren was wasn were weren do don does
doesn did didn can could couldn will won would wouldn should shouldn may might must has hasn
have haven had am the an any are there some every all each this that these those it its we you
he she they my your our his her their in on at by for from to of with without about after before
during until since between and or but so if as than then not no please hello hi hey thanks thank
ok good tell give show let need want wanted looking wondering also anyone anybody someone
somebody call send ask explain find help list let

qui que quoi quel quelle quels quelles quand où comment pourquoi combien lequel laquelle
lesquels est es sont suis était étaient sera seront serait fut ont avons avez avait peut peux
peuvent pouvez puis pourrait faut doit dois doivent dit va vont fait font le la les un une des
du de au aux ce cet cette ces ça il elle on nous vous ils elles je tu mon ma mes ton votre vos
notre nos son sa ses leur leurs dans en sur sous chez par pour avec sans vers avant après
pendant depuis entre et ou mais donc si comme ne pas non oui bonjour salut merci bonsoir existe
aujourd dites donnez expliquez

qué que quién quien quiénes cuándo cuando dónde donde adónde cómo como cuánto cuanto cuánta
cuántos cuántas cuál cual cuáles es son soy está están estoy fue era eran será hay ha han he
hace hacen puede puedo pueden podemos debe debo deben tiene tienen tengo se el los las unos unas
una un del al lo este esta estos estas ese esa eso esto mi mis su sus nuestro nuestra me te nos
les le yo tú él ella en con sin por para de desde hasta sobre entre antes después durante según
y o pero si sí no hola gracias quiero quisiera necesito existe alguien también dime dígame

chi che cosa cos quando dove dov come perché quanto quanta quanti quante quale quali qual è sono
era erano fu sarà c ci ha hanno ho può posso possono possiamo deve devo devono si il lo gli i la
le un uno una dei degli delle del dello della dell al allo alla ai alle nel nello nella nei
nelle sul sulla dal dalla col questo questa questi queste quello quella mio mia suo sua nostro
nostra io tu lui lei noi voi loro in con senza per da su tra fra prima dopo durante fino e o ma
se anche non sì no ciao salve grazie buongiorno vorrei esiste qualcuno quant quest un all dall
nell sull

quem que quê quando onde aonde como porquê porque por quanto quanta quantos quantas qual quais é
são era eram foi foram será está estão estou há tem têm tenho pode posso podem podemos deve devo
devem faz fazem o os a as um uma uns umas do da dos das ao aos à às no na nos nas num numa pelo
pela este esta esse essa isto isso aquele meu minha seu sua nosso nossa eu tu você ele ela nós
vocês eles em com sem para de desde até sobre entre antes depois durante e ou mas se também não
sim olá oi obrigado obrigada quero existe alguém

kim kime kimi kimin kimler ne neden niçin niye nasıl nerede nereden nereye neresi hangi hangisi
kaç kaça kaçta kadar mı mi mu mü var yok bir bu şu o bunlar onlar ben sen biz siz ile için gibi
göre sonra önce ve veya ama eğer da de hiç her bütün tüm çok daha en acaba lütfen merhaba selam
evet hayır

кто кого кому кем что чего чему чем когда где куда откуда как какой какая какое какие каком
каких почему зачем сколько чей чья чьё чьи который которая которые есть был была было были будет
будут можно нельзя нужно надо должен должна должны может могу могут можем ли это этот эта эти
тот та те мой моя мои ваш ваша наш наша его её их он она оно они мы вы ты мне нам вам во на по
за от до из под над при про для без через между после перед со об обо или но если не нет да же
также привет здравствуйте спасибо пожалуйста скажите подскажите разве кто-то кто-нибудь
существует

хто кого кому ким що чого чому чим коли де куди звідки як який яка яке які якій яких навіщо
скільки чий чия чиє чиї котрий є був була було були буде будуть можна треба потрібно має мають
може можу можуть чи це цей ця ці той та ті мій моя мої ваш ваша наш наша його її їх він вона
воно вони ми ви ти мені нам вам в у на по за від до з із зі під над при про для без через між
після перед або але якщо не ні так також привіт вітаю дякую прошу скажіть підкажіть хіба існує
"""
OPENINGS = GERMAN | frozenset(caseless(_LISTED).split())
_ELIDED = "c d j l m n qu s t jusqu lorsqu puisqu quoiqu dell all dall nell sull un"
# What a word begins with before an apostrophe that is no part of a name.
ELIDED = frozenset(_ELIDED.split())
