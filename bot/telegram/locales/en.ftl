# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    I answer questions about { $title } by quoting the text, word for word, with its source.
    Ask in your own language; I do not write anything myself.
    If the text does not answer, I say so.
start-empty =
    I answer questions by quoting a text, word for word, with its source.
    Ask in your own language; I do not write anything myself.
    There is no text yet: an admin can send me one with /add.
examples = For example:
example-question = What does the text say about { $heading }?
help =
    Send me a question; I quote the passage that answers it.
    In a group: /ask and your question, or mention me, or reply to me.
    /why – why this answer, or why none
    /about – what I have read, and how fresh it is
    /language – the language I speak
    /forget – delete what I keep about you
help-admin =
    For admins: send a file, a link or a forwarded post, or /add to paste text.
    /articles – what is indexed; remove or replace it
    /rollback – go back to the texts before the last change
    /status – how I am doing
    /approve and a code – let somebody ask
about =
    { $documents ->
        [one] { $documents } text
       *[other] { $documents } texts
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }, last changed { $date }.
about-newest = Newest: { $title }

## Answers
no-answer = The text does not answer this.
unsure-label = I am not sure that this answers.
closest-button = Closest: { $name }
closest-label = Not an answer, but the closest I have.
near-label = This is not an answer either.
other-label = Another passage, { $place } of { $count }.
question-understood = I understood: “{ $question }”
question-understood-after = I understood: “{ $question }”, after “{ $before }”
others-button = Other passages ({ $count })
context-button = More context
next-button = Next
thanks = Thank you. Noted without your name.
all-shown = That is the whole text.
message-full = One message holds no more than this.
no-more = There are no more passages.
quote-language = in { $language }
changed = The text has changed since this answer.
again-button = Ask again
forgotten-question = I no longer know this question. Please ask it again.
why-answered = Answered: I am { $confidence } sure; { $threshold } is enough to answer.
why-unsure = It takes { $sure } to be sure.
why-refused = Not answered: I am { $confidence } sure; it takes { $threshold } to answer.
why-passage = { $score } – { $opening }
why-nothing = There is no question to explain yet.
small-talk = Hello! Ask me a question about the text, and I will quote the passage that answers.
ask-usage = Write the question after the command: /ask What was decided?
only-text = I can only read written questions.
offline = I was offline; here is the answer to your last question.

## Limits
slow-down = That is a lot of questions. Please wait a minute; until then I will not answer.
busy = Too many questions at once. Please ask again in a minute.
place = Your place in the line: { $place }
interrupted = I was restarted before I could answer this.
failed = Something went wrong on my side. Please try again.
not-allowed =
    I do not know you yet. Ask my admin to let you in with this code, valid for a day:
    { $code }
not-allowed-group =
    This group is not approved yet. An admin can approve it with this code, valid for a day:
    { $code }
approved = Done: they may ask now.
approved-you = You may ask now. Send me a question.
unknown-code = No such code, or it is older than a day.
approve-usage = Write the code after the command: /approve 123456
anonymous = I cannot tell who an anonymous admin is. Please write as yourself.
only-admin = Only an admin may do that.
only-private = Please do that in a private chat with me.

## Language and privacy
language-choose = Which language shall I speak? Quotes stay in their own.
language-set = I speak English now.
forgotten = Deleted: your language, your questions and your permission to ask, if an admin gave one.

## For admins
add-start = Send the text in as many messages as you like, or a file or a link; then /done. /cancel to stop.
add-more =
    { $messages ->
        [one] { $messages } message so far.
       *[other] { $messages } messages so far.
    } /done when it is complete.
add-nothing = Nothing to add yet: send a text, a file or a link first, after /add.
cancelled = Cancelled. Nothing has changed.
reading = Reading …
understood = Understood:
understood-document = { $title } – { $date }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }
no-date = no date
and-more = … and { $count } more
add-button = Add
replace-all-button = Replace everything
cancel-button = Cancel
expired = I no longer have this. Please send it again.
building = Building: { $done } of { $total }, { $rate } passages a second
live =
    Live now: generation { $generation }, { $documents ->
        [one] { $documents } text
       *[other] { $documents } texts
    }.
rebuild-failed = Nothing has changed: { $reason }
golden-failed = Nothing has changed. These questions would no longer be answered as they must:
file-too-big = This file is too big: bots can fetch at most { $limit } MB. Send a link instead, or paste the text after /add.
articles = Indexed texts, { $first } to { $last } of { $total }:
articles-none = There is no text yet.
previous-button = Previous
remove-button = Remove
replace-button = Replace
remove-confirm = Remove “{ $title }”?
replace-start = Send the new text, file or link for “{ $title }”; then /done. /cancel to stop.
rollback-confirm = Go back from generation { $live } to generation { $previous } of { $date }?
rollback-none = There is no earlier generation to go back to.
confirm-button = Yes
status =
    Generation { $generation } of { $date }: { $documents } texts, { $passages } passages.
    { $questions } questions since I started, { $refused } not answered, { $waiting } waiting.
    { $memory } MB of memory, running for { $uptime }.

## Menus
command-ask = Ask a question
command-why = Why this answer
command-about = What I have read
command-language = Choose my language
command-forget = Delete what I keep about you
command-help = How to use me
command-add = Add a text
command-articles = List, remove, replace
command-rollback = Go back to the texts before
command-status = How I am doing
command-approve = Let somebody ask
description = I answer questions about a text by quoting it, word for word, with its source – or I say that it does not answer.
short-description = Answers by quoting, word for word.
inline-none = The text does not answer this
inline-start = Type a question
inline-wait = Please wait a minute
paste-too-long = the text is too long to paste; send it as a file
texts =
    { $count ->
        [one] { $count } text
       *[other] { $count } texts
    }
