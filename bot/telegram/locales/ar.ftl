# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = اسألني عن النصوص أدناه: أجيب باقتباسها كلمة كلمة مع المصدر – أو أقول إنها لا تجيب.
examples = على سبيل المثال:
example-question = ماذا يقول النص عن «{ $heading }»؟
help =
    أرسل لي سؤالًا؛ أقتبس المقطع الذي يجيب عنه.
    في مجموعة: /ask ثم السؤال، أو اذكرني، أو ردّ عليّ.
    /articles – ما يمكن السؤال عنه
    /why – لماذا هذا الجواب، أو لماذا لا جواب
    /verify – هل وردت الكلمات في النصوص كما هي
    /cite – اقتباس لمكان آخر: نص أو BibTeX أو RIS أو صورة
    /waiting – أسئلتك التي تنتظر جوابًا
    /about – ما قرأته ومدى حداثته
    /language – اللغة التي أتكلمها
    /privacy – ما أحتفظ به عنك
    /forget – حذف ما أحتفظ به عنك
help-admin =
    للمشرفين: أرسلوا ملفًا أو رابطًا أو منشورًا معاد توجيهه، أو /add للصق نص.
    /articles – حذف نص أو استبداله أو تصحيحه
    /rollback – العودة إلى النصوص قبل آخر تغيير
    /gaps – ما يُسأل ولا تجيب عنه النصوص
    /status – حالتي
    /approve – من ينتظر السماح؛ /revoke – سحب إذن
about =
    { $documents ->
        [zero] لا نصوص
        [one] نص واحد
        [two] نصان
        [few] { $documents } نصوص
        [many] { $documents } نصًا
       *[other] { $documents } نص
    }، { $passages ->
        [zero] لا مقاطع
        [one] مقطع واحد
        [two] مقطعان
        [few] { $passages } مقاطع
        [many] { $passages } مقطعًا
       *[other] { $passages } مقطع
    }، آخر تغيير: { $date }.
about-newest = الأحدث: { $title }
start-more =
    { $count ->
        [zero] … ولا نصوص أخرى
        [one] … ونص آخر
        [two] … ونصان آخران
        [few] … و{ $count } نصوص أخرى
        [many] … و{ $count } نصًا آخر
       *[other] … و{ $count } نص آخر
    }
start-days = من { $first } إلى { $last }
empty = لا يوجد بعد ما يُسأل عنه. عُد لاحقًا من فضلك.
empty-admin = لا يوجد نص بعد. أرسل لي ملفًا أو رابطًا أو منشورًا معاد توجيهه، أو الصق نصًا بعد /add.
article-headings = يمكنك السؤال عن:

## Answers
no-answer = لا يجيب النص عن هذا السؤال.
dated-on = بتاريخ { $date }:
earlier-on = قبل ذلك، بتاريخ { $date }:
unsure-label = لست متأكدًا من أن هذا جواب.
unanswered = لا يجيب النص عن «{ $question }».
closest-button = الأقرب: { $name }
closest-label = ليس جوابًا، لكنه أقرب ما لديّ.
near-label = وهذا ليس جوابًا أيضًا.
other-label = مقطع آخر، { $place } من { $count }.
question-understood = فهمتُ: «{ $question }»
question-understood-after = فهمتُ: «{ $question }»، بعد «{ $before }»
others-button = مقاطع أخرى ({ $count })
context-button = سياق أوسع
next-button = التالي
thanks = شكرًا. سُجّل ذلك دون اسمك.
all-shown = هذا هو النص كله.
message-full = لا تتسع الرسالة الواحدة لأكثر من هذا.
no-more = لا توجد مقاطع أخرى.
quote-language = باللغة { $language }
changed = تغيّر النص منذ هذا الجواب.
again-button = اسأل مرة أخرى
forgotten-question = لم أعد أذكر هذا السؤال. أعد طرحه من فضلك.
why-unsure = لعلها جواب: { $confidence }؛ والتأكد من { $sure } فقط.
why-refused = لا تُقرأ جوابًا: { $confidence }؛ ويلزم { $needed }.
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = لا يوجد سؤال لأشرحه بعد.
small-talk = مرحبًا! اسألني عن النص، وسأقتبس المقطع الذي يجيب.
ask-usage = اكتب السؤال بعد الأمر: /ask ماذا تقرر؟
only-text = لا أستطيع قراءة غير الأسئلة المكتوبة.
offline = كنت غير متصل؛ هذا جواب سؤالك الأخير.
why-sentence = الأقرب إلى سؤالك، في «{ $title }»، الجملة { $number } من مقطع: «{ $words }»
why-place = الأقرب إلى سؤالك، في «{ $title }»: «{ $words }»
why-shares = المشترك مع سؤالك: { $words }.
why-shares-none = لا كلمة مشتركة مع سؤالك؛ المعنى وحده قريب.
why-sure = تُقرأ جوابًا: { $confidence }؛ والتأكد من { $sure }.
figures-button = أرقام
why-figures = الإجابة من { $threshold }. لكل مقطع: الدرجة، قرب المعنى، حصة كلماتك.
talk-thanks = على الرحب والسعة.
talk-bye = إلى اللقاء!
talk-no = حسنًا. اسأل بكلمات أخرى أو عن شيء آخر متى شئت.
talk-yes = حسنًا. واصل السؤال متى شئت.
talk-nothing = لا أرى سؤالًا في هذا. اكتب سؤالًا بالكلمات من فضلك.
whole-question = لا أعرف ما الذي يتبعه هذا. اكتب السؤال كاملًا من فضلك.

## Words to be verified
verify-usage = أرسل إليّ الكلمات في رسالتك التالية، أو أجب بالأمر /verify على الرسالة التي فيها الكلمات.
verify-verbatim = موجود حرفيًا في هذه النصوص.
verify-almost = يكاد يكون كذلك، لكنه ليس حرفيًا.
verify-stitched =
    { $count ->
        [zero] غير مركّب من مواضع.
        [one] مأخوذ من موضع واحد.
        [two] مركّب من موضعين.
        [few] مركّب من { $count } مواضع.
        [many] مركّب من { $count } موضعًا.
       *[other] مركّب من { $count } موضع.
    }
verify-more =
    { $count ->
        [zero] … ولا مواضع أخرى.
        [one] … وموضع آخر غير معروض.
        [two] … وموضعان آخران غير معروضين.
        [few] … و{ $count } مواضع أخرى غير معروضة.
        [many] … و{ $count } موضعًا آخر غير معروض.
       *[other] … و{ $count } موضع آخر غير معروض.
    }
verify-absent = ليس في هذه النصوص.
verify-nowhere = غير موجود في هذه النصوص: «{ $pasted }»
verify-quoted = قورن فقط ما أُورد على أنه اقتباس.
verify-translation = يُقرأ كأنه ترجمة لما يلي:
verify-negation = انتبه إلى النفي: { $change }
verify-number = رقم آخر: { $change }
verify-name = اسم آخر: { $change }
verify-changed = صارت «{ $stored }» «{ $pasted }»
verify-lost = حُذفت «{ $stored }»
verify-added = «{ $pasted }» ليست في النص
verify-apart = يختلف عن النص في: { $what }.
verify-capitals = الأحرف الكبيرة
verify-accents = علامات التشكيل
verify-hyphens = الشرطات
verify-marks = علامات الترقيم
verify-ellipsis = كلمات محذوفة كما أُشير

## Quotes for elsewhere
privacy = أحتفظ تحت معرّفك في تيليغرام (لا رقم هاتفك) بما يلي: أن مشرفًا سمح لك بالدخول، واللغة التي اخترتها، والأسئلة التي تركتها تنتظر جوابًا (/waiting)، لمدة 90 يومًا. أتذكر أسئلتك الأخيرة لبعض الوقت كي تتابع السؤال. تُحسب 👍 و👎 من دون اسمك. الأمر /forget يحذف ما أحتفظ به.
privacy-gaps = الأسئلة التي لا تجيب عنها النصوص تُحفظ 90 يومًا، من دون من سأل، ومن دون أرقام وأسماء بقدر ما أميزها، ليرى المشرفون ما ينقص.
privacy-no-gaps = لا تُحفظ الأسئلة الأخرى.
gaps-off = لا أحتفظ بالأسئلة المرفوضة. مع GAPS=true في .env أحتفظ بها، من دون من سأل، ويُخبَر القراء في /privacy.
gaps-none = لم يُسأل شيء لا تجيب عنه النصوص.
gaps-list = أكثر ما يُسأل ولا تجيب عنه النصوص:
gaps-week = أسئلة الأسبوع التي لا تجيب عنها النصوص:
gaps-closest = الأقرب: { $name }
cite-nothing = لا يوجد اقتباس هنا: أجب بالأمر /cite على اقتباس.
cite-plain-button = نص
cite-annotation-button = تعليق توضيحي
cite-card-button = بطاقة
cite-button = استشهاد
cite-lasting = رابط دائم: { $link }
cite-long = هذا أطول من أن تتسع له رسالة، لذلك أرسله ملفًّا.
quote-stands = ما زالت هذه الكلمات في مكانها:
quote-moved = ما زالت هذه الكلمات موجودة، في مكان آخر:
quote-changed = غُيّرت هذه الكلمات في { $date }:
quote-removed = حُذفت هذه الكلمات في { $date }:
quote-forgotten = لم تعد هذه الكلمات موجودة، والنسخة التي كانت فيها لم تعد محفوظة.
quote-unknown = لا أعرف اقتباسًا بهذا الرابط: انسخه كما أُعطي.

## Questions that wait
wait-button = أخبرني عندما تعرف
wait-noted = سأسأل مرة أخرى كلما تغيّرت النصوص، لمدة 90 يومًا، وأخبرك إن أجابت. يعرض /waiting القائمة.
wait-full = لديك أسئلة كثيرة تنتظر: يمكنك حذف أحدها عبر /waiting.
waiting-list = هذه الأسئلة تنتظر جوابًا. اضغط على أحدها لحذفه:
waiting-none = لا سؤال لك ينتظر جوابًا.
wait-known = كنت قد سألت، والنصوص تجيب الآن: «{ $question }»

## Limits
slow-down = هذه أسئلة كثيرة. انتظر دقيقة من فضلك؛ لن أجيب قبل ذلك.
busy = أسئلة كثيرة في وقت واحد. اسأل مرة أخرى بعد دقيقة من فضلك.
place = مكانك في الطابور: { $place }
restarted = أُعيد تشغيلي قبل أن أتمكن من الإجابة عن هذا.
failed = حدث خطأ عندي. حاول مرة أخرى من فضلك.
not-allowed =
    لا أعرفك بعد. اطلب من مشرفي أن يسمح لك بهذا الرمز، وهو صالح ليوم:
    { $code }
not-allowed-group =
    لم تُعتمد هذه المجموعة بعد. يمكن لمشرف أن يعتمدها بهذا الرمز، وهو صالح ليوم:
    { $code }
approved = تم: يمكنهم السؤال الآن.
approved-you = يمكنك السؤال الآن. أرسل لي سؤالًا.
unknown-code = لا يوجد رمز كهذا، أو مضى عليه أكثر من يوم.
anonymous = لا أستطيع معرفة المشرف المجهول. اكتب باسمك من فضلك.
only-admin = لا يمكن ذلك إلا لمشرف.
only-private = افعل ذلك في محادثة خاصة معي من فضلك.
knock = { $who } يطلب السماح له بالسؤال.
knock-group = المجموعة «{ $group }»، وقد أضافني إليها { $who }، تطلب السماح لها بالسؤال.
let-in-button = السماح
refuse-button = الرفض
block-button = الحظر
refused = رُفض.
refused-you = لم يسمح لك مشرفيّ بالسؤال.
blocked = حُظر: لن يتلقى جوابًا بعد الآن. للسماح مع ذلك: /approve { $id }
waits-no-longer = لم يعد هذا الطلب في الانتظار: قرر أحدهم، أو مضى عليه وقت طويل.
nobody-waits = لا أحد ينتظر السماح.
nobody-let-in = لم يسمح أي مشرف لأحد بعد.
let-in = سمح لهم مشرف، من { $first } إلى { $last } من أصل { $total }. اضغط اسمًا لسحب الإذن:
revoke-confirm = يمكن لـ { $who } السؤال. هل تسحب الإذن؟
revoke-button = سحب الإذن
revoked = تم: لا يمكنه السؤال بعد الآن.
revoked-before = سُحب هذا الإذن من قبل.
knock-more = هناك آخرون يطلبون السماح: يعرضهم /approve.

## Language and privacy
language-choose = أي لغة أتكلم؟ تبقى الاقتباسات بلغتها.
language-set = أتكلم العربية الآن.
forgotten = حُذفت: لغتك وأسئلتك وإذنك بالسؤال إن كان مشرف قد منحك إياه.
forgotten-as-chat = حُذفت الأسئلة التي طُرحت باسم { $name }.

## For admins
add-start = أرسل النص في ما شئت من الرسائل، أو ملفًا أو رابطًا؛ ثم /done. للتوقف: /cancel.
add-more =
    { $messages ->
        [zero] لا رسائل حتى الآن.
        [one] رسالة واحدة حتى الآن.
        [two] رسالتان حتى الآن.
        [few] { $messages } رسائل حتى الآن.
        [many] { $messages } رسالة حتى الآن.
       *[other] { $messages } رسالة حتى الآن.
    } أرسل /done عند الاكتمال.
add-nothing = لا شيء لإضافته بعد: أرسل أولًا نصًا أو ملفًا أو رابطًا بعد /add.
cancelled = أُلغي. لم يتغير شيء.
reading = أقرأ …
understood = فهمت:
no-date = بلا تاريخ
and-more = … و{ $count } غيرها
add-button = إضافة
cancel-button = إلغاء
expired = لم يعد هذا عندي. أرسله مرة أخرى من فضلك.
building = جارٍ البناء: { $percent }% – المقاطع { $done } من { $total }، بقي نحو { $left }
live =
    الإصدار { $generation } يعمل الآن: { $documents ->
        [zero] لا نصوص
        [one] نص واحد
        [two] نصان
        [few] { $documents } نصوص
        [many] { $documents } نصًا
       *[other] { $documents } نص
    }.
rebuild-failed = لم يتغير شيء: { $reason }
sent-text = نصك
source-no-host = { $source }: لا يوجد عنوان كهذا. تحقق من كتابته، أو الصق النص بعد /add.
source-not-public = { $source }: ليس على الإنترنت العام. أرسل الصفحة ملفًا، أو الصق النص بعد /add.
source-unreachable = { $source }: لا جواب من هناك. حاول لاحقًا، أو الصق النص بعد /add.
source-no-page = { $source }: الصفحة غير متاحة. افتحها في متصفح وأرسلها ملفًا، أو الصق النص بعد /add.
source-no-text = { $source }: لا نص فيه. بدل المسح الضوئي أو الصورة أرسل نسخة فيها نص.
source-locked = { $source }: مقفل. احفظه بلا كلمة مرور وأرسله من جديد.
source-damaged = { $source }: تالف. افتحه واحفظه من جديد وأرسله.
source-too-large = { $source }: كبير جدًا. قسّمه وأرسل الأجزاء.
source-unknown-kind = { $source }: لا أقرأ ملفات من هذا النوع. احفظه بصيغة PDF أو DOCX أو نصًا عاديًا.
source-other = { $source }: تعذرت قراءته. أرسله ملفًا آخر، أو الصق النص بعد /add.
source-line = { $source }: هذا السطر ليس نصًا يمكنني أخذه. اكتب كائنًا فيه «text» بكلمات، ثم أرسل الملف من جديد.
file-too-big = هذا الملف كبير جدًا: يمكن للبوت استلام { $limit } ميغابايت على الأكثر. أرسل رابطًا، أو الصق النص بعد /add.
articles = النصوص من { $first } إلى { $last } من أصل { $total }:
previous-button = رجوع
remove-button = حذف
replace-button = استبدال
remove-confirm =
    هل تحذف «{ $title }»؟ يبقى { $left ->
        [zero] لا شيء
        [one] نص واحد
        [two] نصان
        [few] { $left } نصوص
        [many] { $left } نصًا
       *[other] { $left } نص
    }.
replace-start = أرسل النص أو الملف أو الرابط الجديد لـ «{ $title }»؛ ثم /done. للتوقف: /cancel.
rollback-confirm =
    هل تعود من الإصدار { $live } ({ $now ->
        [zero] لا نصوص
        [one] نص واحد
        [two] نصان
        [few] { $now } نصوص
        [many] { $now } نصًا
       *[other] { $now } نص
    }) إلى الإصدار { $previous } بتاريخ { $date } ({ $documents ->
        [zero] لا نصوص
        [one] نص واحد
        [two] نصان
        [few] { $documents } نصوص
        [many] { $documents } نصًا
       *[other] { $documents } نص
    })؟
rollback-none = لا يوجد إصدار سابق.
status =
    الإصدار { $generation } بتاريخ { $date }: النصوص { $documents }، المقاطع { $passages }.
    الأسئلة منذ التشغيل: { $questions }، دون جواب: { $refused }، في الانتظار: { $waiting }.
    الذاكرة: { $memory } ميغابايت، مدة التشغيل: { $uptime }.
correct-button = تصحيح
words =
    { $count ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $count } كلمات
        [many] { $count } كلمة
       *[other] { $count } كلمة
    }
no-language = لغة غير معروفة
understood-of = فهمت، النص { $number } من { $total }:
understood-replaces = يحل محل «{ $title }».
understood-same = هذا النص نفسه يعمل بالفعل.
understood-left-out = لم يُؤخذ: { $what }
understood-hint = هل العنوان أو التاريخ أو اللغة خطأ؟ اضغط زرًا، أو رُدّ على هذه الرسالة بالصحيح.
title-button = العنوان
date-button = التاريخ
language-button = اللغة
edit-title = رُدّ بالعنوان الصحيح لـ «{ $title }».
edit-date = رُدّ بتاريخ «{ $title }»، مثل 2025-10-02، أو بـ - إن لم يكن له تاريخ.
edit-language = رُدّ بلغة «{ $title }»: اسمها، أو رمز مثل fr.
edit-no-title = العنوان سطر واحد من { $most } حرف على الأكثر. رُدّ مرة أخرى من فضلك.
edit-no-date = لا أعرف هذا التاريخ. اكتبه مثل 2025-10-02، أو - إن لم يكن له تاريخ.
edit-no-language = لا أعرف هذه اللغة. اكتب اسمها، أو رمزًا مثل fr.
edited = صُحّح، انظر أعلاه.
replace-all =
    { $count ->
        [zero] استبدال الكل
        [one] استبدال النص الوحيد
        [two] استبدال النصين
        [few] استبدال { $count } نصوص كلها
        [many] استبدال { $count } نصًا كلها
       *[other] استبدال { $count } نص كلها
    }
replace-all-confirm =
    هل تستبدل كل شيء؟ يُحذف { $count ->
        [zero] لا شيء
        [one] نص واحد
        [two] نصان
        [few] { $count } نصوص
        [many] { $count } نصًا
       *[other] { $count } نص
    } ويبقى من الجديد { $kept ->
        [zero] لا شيء
        [one] نص واحد
        [two] نصان
        [few] { $kept } نصوص
        [many] { $kept } نصًا
       *[other] { $kept } نص
    }. يُحذف:
go-back-button = العودة
all-the-same-button = النشر مع ذلك
try-again-button = المحاولة مجددًا
building-starts = جارٍ البناء …
checking = طُرحت أسئلة الاختبار: { $done } من { $total }
live-golden = أسئلة الاختبار ذات الجواب المطلوب: { $right } من { $asked }.
live-not-served = نُشر الإصدار { $generation } لكن لا يمكن فتحه بعد. ما زلت أجيب من الإصدار { $served } وسأحاول مجددًا؛ والسبب في السجل.
golden-changed = لم يتغير شيء بعد. أسئلة الاختبار هذه سيتغير جوابها:
golden-before = الآن: { $words }
golden-after = بعد ذلك: { $words }
quoted = «{ $words }»
golden-none = لا جواب
changes-busy = تغييرات كثيرة في الانتظار؛ حاول بعد دقيقة
library-busy = برنامج آخر يكتب في المكتبة الآن. انتظر حتى ينتهي ثم حاول من جديد
library-full = القرص ممتلئ. وفّر مساحة عليه ثم حاول من جديد
library-damaged = المكتبة تالفة. شغّل «python -m index doctor --repair» حيث يعمل البوت
library-not-writable = لا يستطيع البوت الكتابة في المكتبة. انظر لمن تعود ثم حاول من جديد
library-unreachable = قاعدة بيانات المكتبة لا تجيب. تأكد من أنها تعمل ثم حاول من جديد
library-gone = نصوص ذلك الوقت قد حُذفت. يبيّن /rollback ما يمكن العودة إليه
library-other = هناك خلل حيث يعمل البوت. سجله يبيّن ما هو
state-failed = تعذر تدوين ما يجب أن أتذكره. تأكد من وجود مساحة على القرص أو من أن قاعدة البيانات تعمل، ثم حاول من جديد
golden-unreadable = تعذرت قراءة أسئلة الاختبار: { $place }. صحّح الملف الذي يسميه GOLDEN_QUESTIONS ثم حاول من جديد
build-interrupted = انقطع عملي أثناء البناء. ما أُرسل ما زال هنا.
under-way = هذا قيد التنفيذ بالفعل.
meanwhile-added = في هذه الأثناء أضاف { $who } «{ $title }».
meanwhile-several = في هذه الأثناء أضاف { $who } نصوصًا.
meanwhile-all = في هذه الأثناء استبدل { $who } كل النصوص.
meanwhile-removed = في هذه الأثناء حذف { $who } «{ $title }».
meanwhile-back = في هذه الأثناء عاد { $who } إلى نصوص سابقة.
meanwhile-changed = في هذه الأثناء غُيّرت النصوص من مكان آخر.
meanwhile-decide = تغييرك لم يُنشر بعد. هل أتابع؟
paste-goes-on =
    { $messages ->
        [zero] نصك الملصق مستمر: لا رسائل حتى الآن.
        [one] نصك الملصق مستمر: رسالة واحدة حتى الآن.
        [two] نصك الملصق مستمر: رسالتان حتى الآن.
        [few] نصك الملصق مستمر: { $messages } رسائل حتى الآن.
        [many] نصك الملصق مستمر: { $messages } رسالة حتى الآن.
       *[other] نصك الملصق مستمر: { $messages } رسالة حتى الآن.
    } أرسل /done عند الاكتمال، أو /cancel لتركه.
paste-first = أنت ترسل نصًا بالفعل: أكمله بالأمر /done، أو اتركه بالأمر /cancel.
status-texts =
    الإصدار { $generation } بتاريخ { $date }: { $documents ->
        [zero] لا نصوص
        [one] نص واحد
        [two] نصان
        [few] { $documents } نصوص
        [many] { $documents } نصًا
       *[other] { $documents } نص
    }، { $passages ->
        [zero] لا مقاطع
        [one] مقطع واحد
        [two] مقطعان
        [few] { $passages } مقاطع
        [many] { $passages } مقطعًا
       *[other] { $passages } مقطع
    }.
status-today = أسئلة اليوم: { $questions }، أُجيب عن: { $answered }، دون جواب: { $refused }.
status-quick = نصف الأجوبة جاء في { $half } ث، وكلها تقريبًا في { $most } ث.
status-waiting = أسئلة في الانتظار: { $waiting }.
status-poll = آخر جواب من تيليغرام: { $ago }.
status-no-poll = لم يجبني تيليغرام بعد.
status-webhook = يتصل بي تيليغرام عبر webhook.
status-pending = ينتظرون السماح: { $count } (/approve).
status-memory = الذاكرة: { $memory } ميغابايت. مدة التشغيل: { $uptime }.
status-disk = المكتبة على القرص: { $library } ميغابايت؛ المتاح: { $free } غيغابايت.

## What of a source could not be taken
left-hidden = نص مخفي
left-struck = نص مشطوب
left-tracked = نص حُذف مع تتبع التغييرات
left-moved = نص حُذف أو نُقل مع تتبع التغييرات
left-deep = ما يقع على عمق يزيد على { $count } من القوائم أو الاقتباسات
left-choices = خيارات نموذج
left-fields = حقول نموذج
left-aside = نص جانبي
left-comments = تعليقات
left-numbers = أرقام الفقرات من النوع «{ $name }»
left-notes = حواشٍ لا يشير إليها شيء في النص
left-cells = خلايا خارج أعمدة جدولها
left-formulas = صيغ
left-hidden-section = قسم مخفي
left-hidden-rows = صفوف مخفية
left-hidden-columns = أعمدة مخفية
left-unknown-signs = رموز من خط غير معروف
left-nameless-signs = { left-unknown-signs }
left-signs = رموز من الخط { $name }
left-embedded = محتوى مضمَّن من برنامج آخر ({ $name })
left-part = جزء محفوظ بصيغة { $name }
left-other-part = جزء محفوظ في ملف آخر
left-damaged-part = جزء تالف من الملف، { $name }
left-hidden-sheet = الورقة المخفية «{ $name }»
left-behind = الصفحة المرتبطة به، وقد تعذرت قراءتها
left-listed = الفصل «{ $name }» الذي يذكره الكتاب فحسب
left-absent = { $name } (غير موجود في الملف)
left-encrypted = { $name } (مشفَّر)
left-damaged = { $name } (تالف)
left-outside = { $name } (خارج ترتيب القراءة)
left-attached = مرفق: { $name }
left-file = { $name }
on-pages = ص { $numbers }
left-unreadable = غير مقروء: { $pages }
left-damaged-pages = تالف جزئيًا: { $pages }
left-pictured = صور فقط: { $pages }
left-commented = تعليقات: { $pages }
left-beyond = خارج حدود الصفحة: { $pages }
left-unseen = محجوب أو غير مرئي: { $pages }
left-illegible = بخطوط لا تبيّن أي الحروف ترسم: { $pages }
left-letters =
    { $count ->
        [zero] لا حروف تالفة ({ "\uFFFD" })
        [one] حرف تالف واحد يظهر هكذا: { "\uFFFD" }
        [two] حرفان تالفان يظهران هكذا: { "\uFFFD" }
        [few] { $count } حروف تالفة تظهر هكذا: { "\uFFFD" }
        [many] { $count } حرفًا تالفًا تظهر هكذا: { "\uFFFD" }
       *[other] { $count } حرف تالف تظهر هكذا: { "\uFFFD" }
    }
left-values =
    { $count ->
        [zero] لا صيغ بلا قيم
        [one] صيغة واحدة بلا قيمتها: افتح الملف واحفظه مرة
        [two] صيغتان بلا قيمتيهما: افتح الملف واحفظه مرة
        [few] { $count } صيغ بلا قيمها: افتح الملف واحفظه مرة
        [many] { $count } صيغة بلا قيمها: افتح الملف واحفظه مرة
       *[other] { $count } صيغة بلا قيمها: افتح الملف واحفظه مرة
    }
left-pictures =
    { $count ->
        [zero] صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
left-charts =
    { $count ->
        [zero] رسوم بيانية
        [one] رسم بياني واحد
        [two] رسمان بيانيان
        [few] { $count } رسوم بيانية
        [many] { $count } رسمًا بيانيًا
       *[other] { $count } رسم بياني
    }
left-hidden-slides =
    { $count ->
        [zero] لا شرائح مخفية
        [one] شريحة مخفية واحدة
        [two] شريحتان مخفيتان
        [few] { $count } شرائح مخفية
        [many] { $count } شريحة مخفية
       *[other] { $count } شريحة مخفية
    }
left-hidden-rows-of-sheet =
    { $count ->
        [zero] لا صفوف مخفية في الورقة «{ $name }»
        [one] صف مخفي واحد في الورقة «{ $name }»
        [two] صفان مخفيان في الورقة «{ $name }»
        [few] { $count } صفوف مخفية في الورقة «{ $name }»
        [many] { $count } صفًا مخفيًا في الورقة «{ $name }»
       *[other] { $count } صف مخفي في الورقة «{ $name }»
    }
left-hidden-columns-of-sheet =
    { $count ->
        [zero] لا أعمدة مخفية في الورقة «{ $name }»
        [one] عمود مخفي واحد في الورقة «{ $name }»
        [two] عمودان مخفيان في الورقة «{ $name }»
        [few] { $count } أعمدة مخفية في الورقة «{ $name }»
        [many] { $count } عمودًا مخفيًا في الورقة «{ $name }»
       *[other] { $count } عمود مخفي في الورقة «{ $name }»
    }
only-teasers =
    { $count ->
        [zero] لا مقتطفات من بين { $entries }
        [one] مدخل واحد من { $entries } ليس إلا مقتطفًا: أرسل عنوان صفحته
        [two] مدخلان من { $entries } ليسا إلا مقتطفين: أرسل عنواني صفحتيهما
        [few] { $count } مداخل من { $entries } ليست إلا مقتطفات: أرسل عناوين صفحاتها
        [many] { $count } مدخلًا من { $entries } ليست إلا مقتطفات: أرسل عناوين صفحاتها
       *[other] { $count } مدخل من { $entries } ليست إلا مقتطفات: أرسل عناوين صفحاتها
    }

## Menus
command-ask = طرح سؤال
command-why = لماذا هذا الجواب
command-verify = التحقق من اقتباس
command-cite = الاستشهاد باقتباس
command-waiting = أسئلة تنتظر جوابًا
command-about = ما قرأته
command-language = اختيار لغتي
command-privacy = ما أحتفظ به عنك
command-forget = حذف ما أحتفظ به عنك
command-help = كيف تستخدمني
command-add = إضافة نص
command-articles = ما يمكن السؤال عنه
command-rollback = العودة إلى النصوص السابقة
command-gaps = ما لا تجيب عنه النصوص
command-status = حالتي
command-approve = السماح لأحد بالسؤال
description = أجيب عن الأسئلة حول نص باقتباسه كلمة كلمة، مع مصدره – أو أقول إنه لا يجيب.
short-description = يجيب بالاقتباس، كلمة كلمة.
inline-none = لا يجيب النص عن هذا السؤال
inline-start = اكتب سؤالًا
inline-wait = انتظر دقيقة من فضلك
paste-too-long = النص أطول من أن يُلصق؛ أرسله ملفًا
command-revoke = سحب إذن
command-done = إكمال نص ملصق
command-cancel = ترك نص ملصق
