# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = 请就下面的文本向我提问：我逐字引用原文来回答，并注明出处；如果文中没有答案，我会直说。
examples = 例如：
example-question = 关于“{ $heading }”，文中怎么说？
help =
    请向我提问；我会引用能回答问题的段落。
    在群组中：/ask 加问题，或提及我，或回复我。
    /articles – 可以询问的内容
    /why – 为什么这样回答，或为什么没有回答
    /verify – 核对一段话是否原样出自文本
    /cite – 供他处使用的引文：文本、BibTeX、RIS、图片
    /waiting – 您等待答案的问题
    /about – 我读过什么，有多新
    /language – 我使用的语言
    /privacy – 我保留您的哪些信息
    /forget – 删除我保存的关于您的信息
help-admin =
    管理员：发送文件、链接或转发的帖子，或用 /add 粘贴文本。
    /articles – 移除、替换或更正文本
    /rollback – 回到上次更改之前的文本
    /gaps – 读者问了而文本没有回答的
    /status – 我的状态
    /approve – 谁在等待准许；/revoke – 收回许可
about =
    { $documents ->
       *[other] { $documents } 篇文本
    }，{ $passages ->
       *[other] { $passages } 个段落
    }，最后更改于 { $date }。
about-newest = 最新：{ $title }
start-more =
    { $count ->
       *[other] …… 以及另外 { $count } 篇文本
    }
start-days = { $first } 至 { $last }
empty = 目前还没有可以提问的内容。请稍后再来。
empty-admin = 还没有文本。请发给我文件、链接或转发的帖子，或在 /add 之后粘贴文本。
article-headings = 您可以询问：

## Answers
no-answer = 文中没有回答这个问题。
dated-on = { $date }：
earlier-on = 此前，{ $date }：
unsure-label = 我不确定这是否回答了问题。
unanswered = 文中没有回答“{ $question }”。
closest-button = 最接近：{ $name }
closest-label = 这不是答案，只是我找到的最接近的内容。
near-label = 这也不是答案。
other-label = 另一段落，第 { $place } 段，共 { $count } 段。
question-understood = 我的理解：“{ $question }”
question-understood-after = 我的理解：“{ $question }”，接着“{ $before }”
others-button = 其他段落（{ $count }）
context-button = 更多上下文
next-button = 下一段
thanks = 谢谢。已记录，不含您的姓名。
all-shown = 这就是全文。
message-full = 一条消息放不下更多内容了。
no-more = 没有更多段落了。
quote-language = 原文：{ $language }
changed = 自这个回答之后，文本已经更改。
again-button = 再问一次
forgotten-question = 我已不记得这个问题。请再问一次。
why-unsure = 也许是回答：{ $confidence }；要达到 { $sure } 才有把握。
why-refused = 读来不像回答：{ $confidence }；需要 { $needed }。
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = 还没有可解释的问题。
small-talk = 您好！请就文本提问，我会引用能回答的段落。
ask-usage = 请在命令后写上问题：/ask 决定了什么？
only-text = 我只能阅读文字问题。
offline = 我刚才离线了；这是您最后一个问题的回答。
why-sentence = 最接近您问题的是“{ $title }”中某段落的第 { $number } 句：“{ $words }”
why-place = 最接近您问题的，在“{ $title }”中：“{ $words }”
why-shares = 与您的问题共有：{ $words }。
why-shares-none = 与您的问题没有共同的词，只是意思相近。
why-sure = 读来像是回答：{ $confidence }；达到 { $sure } 即有把握。
figures-button = 数字
why-figures = 达到 { $threshold } 即回答。每个段落：得分、意思相近度、您的词所占比例。
talk-thanks = 不客气。
talk-bye = 再见！
talk-no = 好的。您随时可以换个说法，或问别的。
talk-yes = 好的。请随时继续提问。
talk-nothing = 我没看出问题。请用文字写出来。
whole-question = 我不知道这是接着什么问的。请写出完整的问题。

## Words to be verified
verify-usage = 请在下一条消息中发来这些文字，或用 /verify 回复包含它们的消息。
verify-verbatim = 一字不差，出自这些文本。
verify-almost = 几乎一样，但并非一字不差。
verify-stitched =
    { $count ->
       *[other] 由 { $count } 处拼接而成。
    }
verify-more =
    { $count ->
       *[other] …… 以及另外 { $count } 处，未显示。
    }
verify-absent = 这些文本中没有这段话。
verify-nowhere = 这些文本中没有：“{ $pasted }”
verify-quoted = 只比较了作为引文给出的部分。
verify-translation = 读来像是以下原文的翻译：
verify-negation = 注意否定词：{ $change }
verify-number = 数字不同：{ $change }
verify-name = 名称不同：{ $change }
verify-changed = “{ $stored }”变成了“{ $pasted }”
verify-lost = 漏掉了“{ $stored }”
verify-added = 原文没有“{ $pasted }”
verify-apart = 与原文不同之处：{ $what }。
verify-capitals = 大小写
verify-accents = 变音符号
verify-hyphens = 连字符
verify-marks = 标点
verify-ellipsis = 已标明的省略

## Quotes for elsewhere
privacy = 我以您的 Telegram 用户 ID（不是电话号码）保留：管理员准许过您；您选择的语言；以及您让其等待回答的问题（/waiting），保留 90 天。我会暂时记住您最近的问题，以便您继续提问。👍 和 👎 不记名计数。/forget 会删除我保留的内容。
privacy-gaps = 文本没有回答的问题会保留 90 天，不记录提问者，并尽我所能去掉数字和姓名，以便管理员了解缺少什么。
privacy-no-gaps = 其他问题不保留。
gaps-off = 我不保留未回答的问题。在 .env 中设置 GAPS=true 后会保留，不记录提问者，并在 /privacy 中告知读者。
gaps-none = 没有文本未回答的提问。
gaps-list = 最常被问到而文本没有回答的：
gaps-week = 本周文本没有回答的问题：
gaps-closest = 最接近：{ $name }
cite-nothing = 这里没有引文：请用 /cite 回复一条引文。
cite-plain-button = 文本
cite-annotation-button = 注释
cite-card-button = 卡片
cite-button = 引用
cite-lasting = 永久链接：{ $link }
cite-long = 这段内容一条消息放不下，因此作为文件发送。
quote-stands = 这些文字仍在原处：
quote-moved = 这些文字仍在，但位置不同：
quote-changed = 这些文字于 { $date } 被修改：
quote-removed = 这些文字于 { $date } 被删除：
quote-forgotten = 这些文字已不在，含有它们的版本也不再保留。
quote-unknown = 我不知道此链接对应的引文：请按给出的样子复制。

## Questions that wait
wait-button = 有答案时告诉我
wait-noted = 文本更新时我会再次查询，为期 90 天；一旦有答案就告诉您。/waiting 显示列表。
wait-full = 等待中的问题太多：可用 /waiting 删去一个。
waiting-list = 这些问题在等待答案。点按即可删去：
waiting-none = 您没有等待答案的问题。
wait-known = 您曾问过，现在文本有了答案：“{ $question }”

## Limits
slow-down = 问题太多了。请等一分钟；在此之前我不会回答。
busy = 同时提问的人太多。请一分钟后再问。
place = 您排在第 { $place } 位
restarted = 我还没来得及回答就被重新启动了。
failed = 我这边出了点问题。请再试一次。
not-allowed =
    我还不认识您。请让我的管理员用这个代码准许您，一天内有效：
    { $code }
not-allowed-group =
    此群组尚未获准。管理员可以用这个代码批准，一天内有效：
    { $code }
approved = 完成：现在可以提问了。
approved-you = 您现在可以提问了。请发给我一个问题。
unknown-code = 没有这个代码，或已超过一天。
anonymous = 我无法识别匿名管理员。请以您自己的身份发言。
only-admin = 只有管理员可以这样做。
only-private = 请在与我的私聊中操作。
knock = { $who } 请求获准提问。
knock-group = 由 { $who } 添加我的群组“{ $group }”请求获准提问。
let-in-button = 准许
refuse-button = 拒绝
block-button = 屏蔽
refused = 已拒绝。
refused-you = 我的管理员没有准许您提问。
blocked = 已屏蔽：不再回答。如仍要准许：/approve { $id }
waits-no-longer = 此请求已不再等待：有人已作决定，或时间太久。
nobody-waits = 没有人在等待准许。
nobody-let-in = 管理员还没有准许过任何人。
let-in = 管理员已准许，第 { $first } 至 { $last } 个，共 { $total } 个。按名字可收回：
revoke-confirm = { $who } 可以提问。要收回许可吗？
revoke-button = 收回
revoked = 完成：不能再提问了。
revoked-before = 该许可已收回。
knock-more = 还有更多人请求获准：用 /approve 查看。

## Language and privacy
language-choose = 我该说哪种语言？引文保持原文语言。
language-set = 我现在说中文。
forgotten = 已删除：您的语言、您的问题，以及管理员给您的提问许可（如有）。
forgotten-as-chat = 已删除：以 { $name } 的名义提出的问题。

## For admins
add-start = 请用任意多条消息发送文本，或发送文件或链接；然后 /done。/cancel 取消。
add-more =
    { $messages ->
       *[other] 目前 { $messages } 条消息。
    } 发完后请用 /done。
add-nothing = 还没有可添加的内容：请先在 /add 之后发送文本、文件或链接。
cancelled = 已取消。没有任何更改。
reading = 正在读取 …
understood = 已读懂：
no-date = 无日期
and-more = … 以及另外 { $count } 项
add-button = 添加
cancel-button = 取消
expired = 我已经没有它了。请重新发送。
building = 正在构建：{ $percent }% – { $done } / { $total } 个段落，大约还需 { $left }
live =
    现已启用：版本 { $generation }，{ $documents ->
       *[other] { $documents } 篇文本
    }。
rebuild-failed = 没有任何更改：{ $reason }
sent-text = 您的文本
source-no-host = { $source }：没有这个地址。请检查拼写，或在 /add 之后粘贴文本。
source-not-public = { $source }：不在公共互联网上。请把网页作为文件发来，或在 /add 之后粘贴文本。
source-unreachable = { $source }：那里没有回应。请稍后再试，或在 /add 之后粘贴文本。
source-no-page = { $source }：对方不提供这个网页。请在浏览器中打开并作为文件发来，或在 /add 之后粘贴文本。
source-no-text = { $source }：里面没有文字。若是扫描件或图片，请发送带文字的版本。
source-locked = { $source }：文件已加密。请去掉密码保存后重新发送。
source-damaged = { $source }：文件已损坏。请打开后重新保存再发送。
source-too-large = { $source }：太大了。请拆分后分别发送。
source-unknown-kind = { $source }：我读不了这类文件。请另存为 PDF、DOCX 或纯文本。
source-other = { $source }：无法读取。请换一种文件发送，或在 /add 之后粘贴文本。
source-line = { $source }：这一行不是我能收录的文本。请写成带有文字“text”的对象，再发送文件。
file-too-big = 文件太大：机器人最多可接收 { $limit } MB。请改发链接，或在 /add 之后粘贴文本。
articles = 第 { $first } 至 { $last } 篇文本，共 { $total } 篇：
previous-button = 返回
remove-button = 移除
replace-button = 替换
remove-confirm =
    要移除“{ $title }”吗？之后还剩 { $left ->
       *[other] { $left } 篇文本
    }。
replace-start = 请发送“{ $title }”的新文本、文件或链接；然后 /done。/cancel 取消。
rollback-confirm =
    要从版本 { $live }（{ $now ->
       *[other] { $now } 篇文本
    }）回到 { $date } 的版本 { $previous }（{ $documents ->
       *[other] { $documents } 篇文本
    }）吗？
rollback-none = 没有更早的版本。
status =
    { $date } 的版本 { $generation }：{ $documents } 篇文本，{ $passages } 个段落。
    启动以来 { $questions } 个问题，{ $refused } 个未回答，{ $waiting } 个等待中。
    内存 { $memory } MB，已运行 { $uptime }。
correct-button = 更正
words =
    { $count ->
       *[other] { $count } 字
    }
no-language = 语言未知
understood-of = 已读懂，第 { $number } 篇，共 { $total } 篇：
understood-replaces = 将取代“{ $title }”。
understood-same = 这篇文本已经启用。
understood-left-out = 未收录：{ $what }
understood-hint = 标题、日期或语言有误？请按按钮，或回复本消息写上正确的内容。
title-button = 标题
date-button = 日期
language-button = 语言
edit-title = 请回复“{ $title }”的正确标题。
edit-date = 请回复“{ $title }”的日期，例如 2025-10-02；没有日期请回复 -。
edit-language = 请回复“{ $title }”的语言：名称，或代码如 fr。
edit-no-title = 标题是一行，最多 { $most } 个字符。请再回复一次。
edit-no-date = 我不认识这个日期。请写成 2025-10-02；没有日期请写 -。
edit-no-language = 我不认识这种语言。请写名称，或代码如 fr。
edited = 已更正，见上。
replace-all =
    { $count ->
       *[other] 替换全部 { $count } 篇文本
    }
replace-all-confirm =
    全部替换？这会移除 { $count ->
       *[other] { $count } 篇文本
    }，留下 { $kept ->
       *[other] { $kept } 篇新文本
    }。将移除：
go-back-button = 回到该版本
all-the-same-button = 仍然发布
try-again-button = 再试一次
building-starts = 正在构建 …
checking = 正在提问检验题：{ $done } / { $total }
live-golden = 得到应有回答的检验题：{ $right } / { $asked }。
live-not-served = 版本 { $generation } 已发布，但暂时无法打开。我继续用版本 { $served } 回答并会重试；原因见日志。
golden-changed = 尚未更改。以下检验题的回答将会不同：
golden-before = 现在：{ $words }
golden-after = 之后：{ $words }
quoted = “{ $words }”
golden-none = 没有回答
changes-busy = 等待的更改太多；请一分钟后再试
library-busy = 另一个程序正在写入文库。请等它完成后再试
library-full = 磁盘已满。请腾出空间后再试
library-damaged = 文库已损坏。请在运行机器人的地方执行“python -m index doctor --repair”
library-not-writable = 机器人无权写入文库。请查看文库归谁所有，然后再试
library-unreachable = 文库的数据库没有响应。请确认它在运行，然后再试
library-gone = 那时的文本已被删除。发送 /rollback 可查看能回到哪里
library-other = 机器人运行的地方出了问题，详见其日志
state-failed = 我需要记住的内容无法写入。请确认磁盘有空间，或数据库在运行，然后再试
golden-unreadable = 无法读取检验题：{ $place }。请改正 GOLDEN_QUESTIONS 所指的文件，然后再试
build-interrupted = 构建时被中断。您发送的内容还在。
under-way = 这已在进行中。
meanwhile-added = 在此期间，{ $who } 添加了“{ $title }”。
meanwhile-several = 在此期间，{ $who } 添加了文本。
meanwhile-all = 在此期间，{ $who } 替换了全部文本。
meanwhile-removed = 在此期间，{ $who } 移除了“{ $title }”。
meanwhile-back = 在此期间，{ $who } 回到了较早的文本。
meanwhile-changed = 在此期间，文本已在别处更改。
meanwhile-decide = 您的更改尚未发布。要继续吗？
paste-goes-on =
    { $messages ->
       *[other] 您粘贴的文本尚未结束：目前 { $messages } 条消息。
    } 发完后请用 /done，放弃请用 /cancel。
paste-first = 您正在发送一篇文本：请先用 /done 结束，或用 /cancel 放弃。
status-texts =
    { $date } 的版本 { $generation }：{ $documents ->
       *[other] { $documents } 篇文本
    }，{ $passages ->
       *[other] { $passages } 个段落
    }。
status-today = 今天的问题：{ $questions }，已回答：{ $answered }，未回答：{ $refused }。
status-quick = 一半的回答在 { $half } 秒内，几乎全部在 { $most } 秒内。
status-waiting = 等待中的问题：{ $waiting }。
status-poll = Telegram 上次应答：{ $ago }。
status-no-poll = Telegram 尚未应答。
status-webhook = Telegram 通过 webhook 调用我。
status-pending = 等待准许：{ $count }（/approve）。
status-memory = 内存：{ $memory } MB。已运行：{ $uptime }。
status-disk = 磁盘上的文库：{ $library } MB；可用：{ $free } GB。

## What of a source could not be taken
left-hidden = 隐藏的文字
left-struck = 划掉的文字
left-tracked = 修订中删除的文字
left-moved = 修订中删除或移走的文字
left-deep = 嵌套超过 { $count } 层列表或引用的内容
left-choices = 表单的选项
left-fields = 表单的输入框
left-aside = 旁注
left-comments = 批注
left-numbers = 段落前的编号（类型“{ $name }”）
left-notes = 正文没有引用的注释
left-cells = 超出表格列数的单元格
left-formulas = 公式
left-hidden-section = 隐藏的一节
left-hidden-rows = 隐藏的行
left-hidden-columns = 隐藏的列
left-unknown-signs = 未知字体的符号
left-nameless-signs = { left-unknown-signs }
left-signs = 字体 { $name } 的符号
left-embedded = 嵌入的其他程序内容（{ $name }）
left-part = 以 { $name } 保存的部分
left-other-part = 保存在另一个文件中的部分
left-damaged-part = 文件中损坏的部分 { $name }
left-hidden-sheet = 隐藏的工作表“{ $name }”
left-behind = 所链接的网页（无法读取）
left-listed = 书中只列出名称的章节“{ $name }”
left-absent = { $name }（文件中没有）
left-encrypted = { $name }（已加密）
left-damaged = { $name }（已损坏）
left-outside = { $name }（不在阅读顺序中）
left-attached = 附件：{ $name }
left-file = { $name }
on-pages = 第 { $numbers } 页
left-unreadable = 无法读取：{ $pages }
left-damaged-pages = 部分损坏：{ $pages }
left-pictured = 只有图片：{ $pages }
left-commented = 批注：{ $pages }
left-beyond = 页面边缘之外：{ $pages }
left-unseen = 被遮盖或不可见：{ $pages }
left-illegible = 使用未说明所画字母的字体：{ $pages }
left-letters =
    { $count ->
       *[other] { $count } 个损坏的字符，显示为 { "\uFFFD" }
    }
left-values =
    { $count ->
       *[other] { $count } 个没有值的公式：请打开文件并保存一次
    }
left-pictures =
    { $count ->
        [0] 图片
       *[other] { $count } 张图片
    }
left-charts =
    { $count ->
        [0] 图表
       *[other] { $count } 个图表
    }
left-hidden-slides =
    { $count ->
       *[other] { $count } 张隐藏的幻灯片
    }
left-hidden-rows-of-sheet =
    { $count ->
       *[other] 工作表“{ $name }”中 { $count } 个隐藏的行
    }
left-hidden-columns-of-sheet =
    { $count ->
       *[other] 工作表“{ $name }”中 { $count } 个隐藏的列
    }
only-teasers =
    { $count ->
       *[other] { $entries } 条中的 { $count } 条只是摘要：请发送其网页地址
    }

## Menus
command-ask = 提问
command-why = 为什么这样回答
command-verify = 核对引文
command-cite = 引用一段原文
command-waiting = 等待答案的问题
command-about = 我读过什么
command-language = 选择我的语言
command-privacy = 我保留您的哪些信息
command-forget = 删除我保存的关于您的信息
command-help = 使用方法
command-add = 添加文本
command-articles = 可以询问的内容
command-rollback = 回到之前的文本
command-gaps = 文本没有回答什么
command-status = 我的状态
command-approve = 允许某人提问
description = 我通过逐字引用原文来回答关于文本的问题，并注明出处；如果文中没有答案，我会直说。
short-description = 逐字引用原文来回答。
inline-none = 文中没有回答这个问题
inline-start = 请输入问题
inline-wait = 请稍等一分钟
paste-too-long = 文本太长，无法粘贴；请以文件发送
command-revoke = 收回许可
command-done = 结束粘贴的文本
command-cancel = 放弃粘贴的文本
