"""Short forms written with a full stop, and words that begin sentences, of many languages.

A form in small letters is known in any case, one with capitals only as it is written: "Sen. Cruz",
but in Turkish "sen." is "you".
"""

# Titles and the like, which anything may follow, and never or hardly ever end a sentence.
ALWAYS = frozenset(
    """
    m mm mr mrs ms messrs mme mmes mlle mlles dr drs dott dra sr sra srta sres prof pr mgr st ste
    sto sta hr rev gén lt cpt capt sgt adm cmdt hon avv sig sigg vd jr ds mej mevr dhr
    ул пр им проф акад тов св пл обл рис табл т вул ім
    bd chap hrsg hg jg tel tél v vs cf vgl zit ca env approx exkl inkl ggf bzw evtl sog sogen zzt
    geb gest verh op cit ibid ap av apr mss bros dept univ inst assn mt ft
    mio mrd tsd ee tp doç yrd öğr bkz vb örn yy κ κα κος δρ τηλ δηλ
    dipl frl exmo exma excmo excma ilmo ilma rtm özv ifj spett judr mudr phdr rndr brgy
    гос инж доц наб мкр мкрн пгт смт τηλέφ λεωφ αγ κκ δις
    डॉ डॉक्टर प्रो पं श्री श्रीमती सुश्री डा ড ডা মো டாக்டர் திரு డా శ్రీ ಡಾ ഡോ ડૉ ડો ਡਾ
    """.split()  # noqa: SIM905
)
# Those that may end a sentence, as the next word shows: ranks, parts of addresses, years, hours.
BEFORE_NAMES = frozenset(
    """
    a.m p.m u.s u.k d.c
    Sen Sens Rep Reps Gov Gen Col Maj Cpl Pvt Cmdr Brig Insp Supt Pres Sec Amb Fr Det Atty
    Arch Geom Cav Comm Egr Des Pe Alm Ten Cel Gal Ir Ets Éts Sté
    ing lic arq gral cnel tte sgto dña ldo lda lcdo lcda licdo licda mtro mtra hnos hno fco avda
    pza eng enga profa trav lgo
    Fa fam gebr pfr kfm hptm kath dt frz engl griech österr ehem städt staatl stellv kgl
    lfd zzgl zuzügl abzgl einschl excl incl
    г гг р тыс млн млрд стр лейт кап ст чл корр канд просп пер бул бульв пров дер пос хут
    оз окр респ гр корп буд кв оф лит сост англ нем франц лат нім ред
    sn mah cad Sok sk bulv blv Apt alb müh Gör arş uzm Op ecz
    ul Al pl os im ks św inż płk ppłk mjr kpt abp bł dyr prez nám tř plk pplk Bc
    str șos jud lect conf gosp mw jl jln jend gg kec kel kab kav bpk sdr yth Tn Ny
    TS ThS PGS GS BS KS LS καθ πλ οδ רח ברח גב
    """.split()  # noqa: SIM905
)
# Those that are known by a number after them: "art. 5", but "modern art. He"; limits, telephones,
# addresses, sums and times.
BEFORE_NUMBERS = frozenset(
    """
    nr no núm nº num art arts abs par § sect ch cap kap vol vols fig figs tab abb ill p pp pág págs
    pag s f ff ed eds éd red col sec ex al гл п с σελ κεφ αρ gen mag ott
    max máx màx min mín mini maxi maks maxim aprox ungef mind ekskl yakl ong
    ext apt ave ver Zi Est Pop Rod Reg Fax Port yr yrs abt ziff anm stk aufl sek std stck
    telef teléf telp cel cell int civ loc mod edif depto dpto apdo apto urb app appt esc bât ét étg
    étage bur ann inf sup alin lit pct poz ust pers godz lok odst hod krsz em közp mell puh klo alk
    mob fak dah md mad dk kat hlm blz kl tlf sc et bl
    Tue Tues Thu Thur Thurs Wed Weds mon sept juill
    тел макс мин моб факс доб вн под подъезд эт этаж пом каб ауд комн ком прим прибл примеч
    руб коп грн сом тенге час ч сек мін кім дод хв год пн вт ср чт пт сб вс нд
    κιν αριθ εσωτ περ παρ ελάχ μέγ οροφ
    नं फो फ़ो मो दू रु टेली নং ফোন টেলি தொ טל מס עמ נייד פקס đt sđt
    """.split()  # noqa: SIM905
)
# Words that begin a sentence after a short form, and hardly any name.
_OPENERS = {
    "en": """the a an he she it they we i you this that these those there here in on at for from
        with by after before when while if as but and or so then not no his her its their our your
        all some many most to of what how please every each both during since however also""",
    "de": """der die das den dem des ein eine einen einem einer er sie es wir ihr ich du man dies
        diese dieser dieses dort da hier in im am an auf bei mit nach von vom zu zum zur für aus um
        und oder aber doch wenn als wie so dann danach auch nur nicht kein keine alle sein seine
        ihre unser bitte jeder jede seit während über unter vor durch jetzt heute""",
    "fr": """le la les l un une des du il elle ils elles on nous vous je tu ce cet cette ces c dans
        sur à au aux pour par avec sans après avant quand si mais et ou puis son sa ses leur leurs
        notre votre tout tous toute selon lors depuis pendant ainsi y""",
    "es": """el la los las un una él ella ellos ellas lo se es en al a por para con sin tras cuando
        si pero y o no su sus este esta estos estas eso esto hay según durante desde también""",
    "it": """il lo la i gli le un uno una l lui lei essi loro in nel nella al alla a da dal per con
        su sul dopo prima quando se ma e o non questo questa questi queste si è ci come anche""",
    "pt": """o a os as um uma ele ela eles elas em no na nos nas ao à por para com sem depois antes
        quando se mas e ou não este esta esse essa isto isso seu sua há durante desde também""",
    "ru": """он она оно они мы вы я ты это эта этот эти в во на по с со к из за от до для при после
        перед когда если но и а или не его её их наш все там здесь также тогда затем как что у""",
    "uk": """він вона воно вони ми ви я ти це цей ця ці у в на по з зі із до від для при після
        перед коли якщо але і й та або не його її їх наш усі там тут також тоді потім як що за""",
    "tr": "bu o şu bir ve ama ancak için ile ben sen biz siz onlar daha sonra önce her tüm burada",
    "pl": """on ona ono oni one my wy ja to ta ten te w we na z ze do od dla po przed przy gdy
        jeśli ale i a lub nie jego jej ich nasz wszystkie tam tu także""",
    "nl": """de het een hij zij ze wij we ik u dit dat deze die er hier in op aan bij met na voor
        om en of maar als wanneer dan ook niet geen alle zijn haar hun ons""",
    "id": "ini itu dia ia mereka kami kita saya anda di ke dari pada untuk dengan dan atau tetapi",
    "el": """ο η το οι τα τον την ένας μια ένα αυτός αυτή αυτό στο στη στην στον σε από για με και
        αλλά όμως αν όταν δεν""",
}
OPENERS = {language: frozenset(words.split()) for language, words in _OPENERS.items()}
