"""Words that deny or forbid, in the eleven languages of the bot, as patterns of whole words.

Only what does so by itself. Nouns such as "ban" or "Verbot" are none of them: a ban may be lifted.
"""

WORDS = r"""
no not none never nobody nothing neither nor without cannot nowhere hardly scarcely barely
(?:do|does|did|is|are|was|were|would|could|should|must|have|has|had)nt
(?:forbid|prohibit)(?:s|ding|den|ing|ed)? forbade banned outlawed disallow(?:s|ed)?
ne non pas ni jamais rien aucune? nul(?:le)? personne sans guère nullement aucunement
interdi(?:te?s?|re|sent) prohibée?s? proscri(?:te?s?)
nein nicht nichts nie niemals niemand(?:en|em|es)? nirgends nirgendwo weder ohne kaum mitnichten
kein(?:e[mnrs]?)? keinerlei keinesfalls keineswegs
verbiete[nt]? verbotene?[mnrs]? untersag(?:t|ten?|te[mrs]|en) unzulässig unerlaubt
nunca jamás nada nadie ningún ningun[oa]s? sin tampoco prohib(?:en?|ir|id[oa]s?|ió|ieron) prohíben?
vedad[oa]s?
não nenhum(?:as?)? nenhuns ninguém nem sem tampouco proibid[oa]s? proíbem? proibi(?:r|u|ram)
né mai nulla niente nessun[oa]? senza neppure nemmeno neanche giammai
vietat[oaie] vieta(?:no|re)? proibit[oaie] proibi(?:sce|scono|re)
не нет нету ни никогда никак(?:ой|ая|ое|ие|ого|их|ому|им|ими|ую|ом)? нигде никуда ниоткуда
ничто ничего ничему ничем никто никого никому никем без нельзя невозможно отнюдь
запрещ(?:[её]н(?:[аоы]|н\p{L}+)?|а(?:ет|ют|л[аои]?|ть)(?:ся|сь)?) запрети(?:л[аои]?|ть|т)
воспреща(?:ет|ют)ся воспрещ[её]н[аоы]?
ні ані немає нема ніколи ніяк(?:ий|ого|ому|им|их|ими|а|ої|ій|у|ою|е|і)? ніде нікуди нізвідки
ніщо нічого нічому нічим ніхто нікого нікому ніким неможливо
жод(?:ен|н(?:ий|ого|ому|им|их|ими|а|ої|ій|у|ою|е|і))
заборонен\p{L}{0,3} заборон(?:я(?:є|ють)(?:ться|ся)?|яти|ив|ил[аио])
[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا|لسنا|لست|غير|بدون|دون|بلا|ألا|لئلا)
[وف]?(?:ال)?(?:ممنوع(?:ة|ات|ون|ين)?|محظور(?:ة|ات)?) [وف]?[يت](?:حظر|منع)
değil\p{L}* yok(?:tur|tu|muş)?(?:lar)? hayır asla hiç hiçbir\p{L}* hiçkimse\p{L}*
yasak(?:tır|tı|lan(?:dı|mış|ır|ıyor|acak)\p{L}*)?
"""

# What of these is another word in a language: French "né" is born and "dont" whose, a German "Not"
# is need and a Turkish one a grade, Portuguese "no" in the; "NE" is where the wind is from, and a
# "NIE" a number in Spain. In Turkish "ne" and "ni" are endings, too, as in "Belediyesi'ne". Where
# a French "personne" denies, "ne" does so beside it. With "n'" other words begin: "n'è".
OTHERWISE = {
    "de": "mai n' ne no not pas sem",
    "en": "mai n' ne né ni pas sem sin",
    "es": "mai n' ne nie",
    "fr": "dont hic mai nem no né personne sem sin",
    "it": "n' ne sin",
    "pt": "n' ne no sin",
    "tr": "n' ne nem ni no not pas sin",
}

# Verbs of one language that by their ending are surely denied; of others, as "gelme", the ending
# may be that of a noun. Without dots the "i" is the same letter here.
_AORIST = r"m[ae]z(?:l[ae]r|di\p{L}*|s[ae]\p{L}*)?"
VERBS = {
    "tr": rf"""
(?!gömü|yumu|çimi)\p{{L}}{{2,}}m[iuü]yor\p{{L}}*
(?!dama|kome|trajikome)\p{{L}}{{2,}}m[ae]di(?:m|n|k|niz|l[ae]r)?
\p{{L}}{{2,}}m[ae]miş\p{{L}}* \p{{L}}{{2,}}m[ae]m[ae](?:li|kt[ae])\p{{L}}*
\p{{L}}{{2,}}m[ae]y[ae]c[ae][kğ]\p{{L}}*
\p{{L}}{{2,}}[ae]{_AORIST} \p{{L}}{{2,}}[iuü][ln]{_AORIST}
"""
}

# Chinese has no spaces: these signs deny, unless they are part of a word that does not, or
# of "whether or not", as in "是不是". "别" is most often part of one.
SIGNS = "禁止|[严嚴]禁|[没沒]有|[不没沒无無未非勿毋莫]|(?:^|(?<=[请請你您们們]))[别別]"
WITHIN = r"""
(\p{Han})[不没沒]\1 不得不 不[过過仅僅但只断斷久论論管少错錯妨惜免时時光止锈鏽]
不同(?!意) 不禁(?!止) 不丹 差不多 [对對了]不起 不列[颠顛] 不[动動][产產] [无無]不
[没沒][收落] [淹埋出沉吞覆湮泯][没沒]
[无無][论論锡錫线線疑数數穷窮] [无無]人[机機] [无無]花果 南[无無] [无無]所[谓謂]
未[来來免] [乙丁己辛癸]未
非[洲常凡得但裔盟典] [南北东東西中亚亞]非 是非 除非 莫非
莫(?:斯科|扎特|札特|桑比克|高窟|干山|泊桑) 莫[言名过過大迪奈里尔爾内內妮德顿頓罗羅逆如] [约約]莫
[别別][人的墅扭处處名称稱]
"""

# Between a negation and what it denies such words may stand: not yet, nicht gestattet, لا يجوز.
BETWEEN = """
yet been be being to even ever any longer allowed permitted is are was were
encore plus été être de est sont était permis autorisé
mehr noch auch zu gestattet erlaubt ist sind war wird wurde
ya más es está son sido ha permitido permitida todavía aún
mais é são foi ainda più è sono stato stata ancora consentito permesso
ещё еще больше можно разрешено разрешается был была было
ще більше можна дозволено дозволяється був була було
يجوز يسمح يمكن بعد
"""
BETWEEN_SIGNS = "能会會可得准许許应應该該必须須需想愿願要再曾敢肯让讓被允以是将將都也均"
