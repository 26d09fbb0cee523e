# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    أجيب عن الأسئلة حول { $title } باقتباس النص كلمة كلمة، مع مصدره.
    اسأل بلغتك؛ أنا لا أكتب شيئًا من عندي.
    وإذا لم يكن في النص جواب، قلت ذلك.
start-empty =
    أجيب عن الأسئلة باقتباس نص كلمة كلمة، مع مصدره.
    اسأل بلغتك؛ أنا لا أكتب شيئًا من عندي.
    لا يوجد نص بعد: يمكن لأحد المشرفين أن يرسل لي نصًا بالأمر /add.
examples = على سبيل المثال:
example-question = ماذا يقول النص عن «{ $heading }»؟
help =
    أرسل لي سؤالًا؛ أقتبس المقطع الذي يجيب عنه.
    في مجموعة: /ask ثم السؤال، أو اذكرني، أو ردّ عليّ.
    /why – لماذا هذا الجواب، أو لماذا لا جواب
    /about – ما قرأته ومدى حداثته
    /language – اللغة التي أتكلمها
    /forget – حذف ما أحتفظ به عنك
help-admin =
    للمشرفين: أرسلوا ملفًا أو رابطًا أو منشورًا معاد توجيهه، أو /add للصق نص.
    /articles – ما هو مفهرس؛ حذفه أو استبداله
    /rollback – العودة إلى النصوص قبل آخر تغيير
    /status – حالتي
    /approve ورمز – السماح لأحد بالسؤال
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

## Answers
no-answer = لا يجيب النص عن هذا السؤال.
unsure-label = لست متأكدًا من أن هذا جواب.
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
why-answered = أُجيب: أنا متأكد بنسبة { $confidence }؛ ويكفي { $threshold } للإجابة.
why-unsure = ولأكون متأكدًا يلزم { $sure }.
why-refused = لم يُجب: أنا متأكد بنسبة { $confidence }؛ ويلزم { $threshold } للإجابة.
why-passage = { $score } – { $opening }
why-nothing = لا يوجد سؤال لأشرحه بعد.
small-talk = مرحبًا! اسألني عن النص، وسأقتبس المقطع الذي يجيب.
ask-usage = اكتب السؤال بعد الأمر: /ask ماذا تقرر؟
only-text = لا أستطيع قراءة غير الأسئلة المكتوبة.
offline = كنت غير متصل؛ هذا جواب سؤالك الأخير.

## Limits
slow-down = هذه أسئلة كثيرة. انتظر دقيقة من فضلك؛ لن أجيب قبل ذلك.
busy = أسئلة كثيرة في وقت واحد. اسأل مرة أخرى بعد دقيقة من فضلك.
place = مكانك في الطابور: { $place }
interrupted = أُعيد تشغيلي قبل أن أتمكن من الإجابة عن هذا.
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
approve-usage = اكتب الرمز بعد الأمر: /approve 123456
anonymous = لا أستطيع معرفة المشرف المجهول. اكتب باسمك من فضلك.
only-admin = لا يمكن ذلك إلا لمشرف.
only-private = افعل ذلك في محادثة خاصة معي من فضلك.

## Language and privacy
language-choose = أي لغة أتكلم؟ تبقى الاقتباسات بلغتها.
language-set = أتكلم العربية الآن.
forgotten = حُذفت: لغتك وأسئلتك وإذنك بالسؤال إن كان مشرف قد منحك إياه.

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
understood-document = { $title } – { $date }، { $passages ->
        [zero] لا مقاطع
        [one] مقطع واحد
        [two] مقطعان
        [few] { $passages } مقاطع
        [many] { $passages } مقطعًا
       *[other] { $passages } مقطع
    }
no-date = بلا تاريخ
and-more = … و{ $count } غيرها
add-button = إضافة
replace-all-button = استبدال الكل
cancel-button = إلغاء
expired = لم يعد هذا عندي. أرسله مرة أخرى من فضلك.
building = جارٍ البناء: { $done } من { $total }، { $rate } مقطع في الثانية
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
golden-failed = لم يتغير شيء. هذه الأسئلة لن يكون لها الجواب المطلوب بعد الآن:
file-too-big = هذا الملف كبير جدًا: يمكن للبوت استلام { $limit } ميغابايت على الأكثر. أرسل رابطًا، أو الصق النص بعد /add.
articles = النصوص المفهرسة، من { $first } إلى { $last } من أصل { $total }:
articles-none = لا يوجد نص بعد.
previous-button = رجوع
remove-button = حذف
replace-button = استبدال
remove-confirm = هل تحذف «{ $title }»؟
replace-start = أرسل النص أو الملف أو الرابط الجديد لـ «{ $title }»؛ ثم /done. للتوقف: /cancel.
rollback-confirm = هل تعود من الإصدار { $live } إلى الإصدار { $previous } بتاريخ { $date }؟
rollback-none = لا يوجد إصدار سابق.
confirm-button = نعم
status =
    الإصدار { $generation } بتاريخ { $date }: النصوص { $documents }، المقاطع { $passages }.
    الأسئلة منذ التشغيل: { $questions }، دون جواب: { $refused }، في الانتظار: { $waiting }.
    الذاكرة: { $memory } ميغابايت، مدة التشغيل: { $uptime }.

## Menus
command-ask = طرح سؤال
command-why = لماذا هذا الجواب
command-about = ما قرأته
command-language = اختيار لغتي
command-forget = حذف ما أحتفظ به عنك
command-help = كيف تستخدمني
command-add = إضافة نص
command-articles = عرض، حذف، استبدال
command-rollback = العودة إلى النصوص السابقة
command-status = حالتي
command-approve = السماح لأحد بالسؤال
description = أجيب عن الأسئلة حول نص باقتباسه كلمة كلمة، مع مصدره – أو أقول إنه لا يجيب.
short-description = يجيب بالاقتباس، كلمة كلمة.
inline-none = لا يجيب النص عن هذا السؤال
inline-start = اكتب سؤالًا
inline-wait = انتظر دقيقة من فضلك
paste-too-long = النص أطول من أن يُلصق؛ أرسله ملفًا
texts =
    { $count ->
        [zero] لا نصوص
        [one] نص واحد
        [two] نصين
        [few] { $count } نصوص
        [many] { $count } نصًا
       *[other] { $count } نص
    }
