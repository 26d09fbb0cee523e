# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    我通过逐字引用原文来回答关于{ $title }的问题，并注明出处。
    请用您自己的语言提问；我自己不写任何内容。
    如果文中没有答案，我会直说。
start-empty =
    我通过逐字引用原文来回答问题，并注明出处。
    请用您自己的语言提问；我自己不写任何内容。
    目前还没有文本：管理员可以用 /add 发给我。
examples = 例如：
example-question = 关于“{ $heading }”，文中怎么说？
help =
    请向我提问；我会引用能回答问题的段落。
    在群组中：/ask 加问题，或提及我，或回复我。
    /why – 为什么这样回答，或为什么没有回答
    /about – 我读过什么，有多新
    /language – 我使用的语言
    /forget – 删除我保存的关于您的信息
help-admin =
    管理员：发送文件、链接或转发的帖子，或用 /add 粘贴文本。
    /articles – 已收录的内容；移除或替换
    /rollback – 回到上次更改之前的文本
    /status – 我的状态
    /approve 加代码 – 允许某人提问
about =
    { $documents ->
       *[other] { $documents } 篇文本
    }，{ $passages ->
       *[other] { $passages } 个段落
    }，最后更改于 { $date }。
about-newest = 最新：{ $title }

## Answers
no-answer = 文中没有回答这个问题。
unsure-label = 我不确定这是否回答了问题。
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
why-answered = 已回答：我有 { $confidence } 的把握；达到 { $threshold } 即可回答。
why-unsure = 要达到 { $sure } 才算确定。
why-refused = 未回答：我有 { $confidence } 的把握；需要 { $threshold } 才能回答。
why-passage = { $score } – { $opening }
why-nothing = 还没有可解释的问题。
small-talk = 您好！请就文本提问，我会引用能回答的段落。
ask-usage = 请在命令后写上问题：/ask 决定了什么？
only-text = 我只能阅读文字问题。
offline = 我刚才离线了；这是您最后一个问题的回答。

## Limits
slow-down = 问题太多了。请等一分钟；在此之前我不会回答。
busy = 同时提问的人太多。请一分钟后再问。
place = 您排在第 { $place } 位
interrupted = 我还没来得及回答就被重新启动了。
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
approve-usage = 请在命令后写上代码：/approve 123456
anonymous = 我无法识别匿名管理员。请以您自己的身份发言。
only-admin = 只有管理员可以这样做。
only-private = 请在与我的私聊中操作。

## Language and privacy
language-choose = 我该说哪种语言？引文保持原文语言。
language-set = 我现在说中文。
forgotten = 已删除：您的语言、您的问题，以及管理员给您的提问许可（如有）。

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
understood-document = { $title } – { $date }，{ $passages ->
       *[other] { $passages } 个段落
    }
no-date = 无日期
and-more = … 以及另外 { $count } 篇
add-button = 添加
replace-all-button = 全部替换
cancel-button = 取消
expired = 我已经没有它了。请重新发送。
building = 正在构建：{ $done } / { $total }，每秒 { $rate } 个段落
live =
    现已启用：版本 { $generation }，{ $documents ->
       *[other] { $documents } 篇文本
    }。
rebuild-failed = 没有任何更改：{ $reason }
golden-failed = 没有任何更改。以下问题将不再得到应有的回答：
file-too-big = 文件太大：机器人最多可接收 { $limit } MB。请改发链接，或在 /add 之后粘贴文本。
articles = 已收录文本，第 { $first } 至 { $last } 篇，共 { $total } 篇：
articles-none = 还没有文本。
previous-button = 返回
remove-button = 移除
replace-button = 替换
remove-confirm = 要移除“{ $title }”吗？
replace-start = 请发送“{ $title }”的新文本、文件或链接；然后 /done。/cancel 取消。
rollback-confirm = 要从版本 { $live } 回到 { $date } 的版本 { $previous } 吗？
rollback-none = 没有更早的版本。
confirm-button = 是
status =
    { $date } 的版本 { $generation }：{ $documents } 篇文本，{ $passages } 个段落。
    启动以来 { $questions } 个问题，{ $refused } 个未回答，{ $waiting } 个等待中。
    内存 { $memory } MB，已运行 { $uptime }。

## Menus
command-ask = 提问
command-why = 为什么这样回答
command-about = 我读过什么
command-language = 选择我的语言
command-forget = 删除我保存的关于您的信息
command-help = 使用方法
command-add = 添加文本
command-articles = 列出、移除、替换
command-rollback = 回到之前的文本
command-status = 我的状态
command-approve = 允许某人提问
description = 我通过逐字引用原文来回答关于文本的问题，并注明出处；如果文中没有答案，我会直说。
short-description = 逐字引用原文来回答。
inline-none = 文中没有回答这个问题
inline-start = 请输入问题
inline-wait = 请稍等一分钟
paste-too-long = 文本太长，无法粘贴；请以文件发送
texts =
    { $count ->
       *[other] { $count } 篇文本
    }
