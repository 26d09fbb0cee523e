"""Names in scripts that have no capitals, as far as something else tells them.

In Arabic a title or a kinship before a word, or that it is a name which many bear; in Chinese one
of the commonest hundred surnames, with what stands before or after a person's name.
"""

from collections.abc import Callable, Sequence

import regex

_LISTED = """
السيد السيدة الآنسة الدكتور الدكتورة الأستاذ الأستاذة الشيخ الشيخة المهندس المهندسة الحاج الحاجة
أم أبو أبي بن ابن بنت آل
"""
_TITLES = frozenset(_LISTED.split())
_MANY = """
محمد أحمد احمد محمود حسن حسين مصطفى إبراهيم ابراهيم عمر عثمان يوسف خالد عبدالله عبدالرحمن عبد سامي
كريم طارق ياسر وليد هشام كمال ناصر فاطمة عائشة خديجة مريم زينب سارة ليلى هدى منى سلمى رانيا ياسمين
آمنة سعاد نادية سميرة لينا دينا رنا فهد فيصل تركي ماجد راشد حمد جاسم عيسى موسى إسماعيل اسماعيل يحيى
زياد رامي باسم أنس بلال
"""
_BORNE = frozenset(_MANY.split())
# No name, though one may stand before it.
_SMALL = """
إلى الى من في على عن مع هل ما ماذا متى أين كم لم لن لا قد كان كانت هو هي أو و ثم حتى منذ
عند بعد قبل
"""
_NONE = frozenset(_SMALL.split())
# Words that begin as a surname does.
_WORDS = (
    "高[中校速铁级度考]|金[属额融钱]|马[路上]|黄[金色]|白[天色]|方[便法案向面式]|万一|钱包|余[额下]|石[油头]|程序"
    "|任[何务]|许[可多]|何[时处地]|向导|周[末一二三四五六日围年期]|林[场区]|毛巾|龙头|夏[天季]|叶子|江[边河]|汤"
    "|胡同|罗马|唐人|宋[代朝]|孔子|田[地野]|于是|付[款费]|常|严[重格]|范围|武[器术]|贺卡|顾客|车|钟[头点]|温"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_HAN_NAME = regex.compile(
    rf"(?:^|(?<=[，。？！：、]|叫|找|给|跟|和|问|替|为))(?!{_WORDS})(?P<name>[{_SURNAMES}]\p{{Han}}{{1,2}})"
    r"(?=的|在|住|是|有|会|还|去|来|[，。？！：、]|$|先生|女士|小姐|老师|医生|经理|主任|教授)"
    rf"|(?!{_WORDS})(?P<name>[{_SURNAMES}]\p{{Han}}{{0,2}})(?=先生|女士|小姐|老师|医生|教授)"
)
Known = Callable[[str], bool]


def is_unmarked_name(words: Sequence[str], place: int, known: Known) -> bool:
    """Whether an Arabic word may be a person's name: the texts have it not."""
    word = words[place]
    if not regex.search(r"\p{Arabic}", word) or known(word):
        return False
    before, further = ["", "", *words][place : place + 2][::-1]
    follows = before in _TITLES | _BORNE or (further in _TITLES and word.startswith("ال"))
    return (word in _BORNE or follows) and word not in _TITLES | _NONE


def without_names(word: str, left_out: str, known: Known) -> str:
    """Chinese, which has no spaces, without the names in it that the texts have not."""
    return _HAN_NAME.sub(lambda found: found[0] if known(found[0]) else left_out, word)
