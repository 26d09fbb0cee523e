# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = Ask me about the texts below: I answer by quoting them, word for word, with the source – or I say that they do not answer.
examples = For example:
example-question = What is said about “{ $heading }”?
help =
    Send me a question; I quote the passage that answers it.
    In a group: /ask and your question, or mention me, or reply to me.
    /articles – what there is to ask about
    /why – why this answer, or why none
    /verify – whether words stand in the texts as they are
    /cite – a quote for elsewhere: text, BibTeX, RIS, a picture
    /waiting – your questions that wait for an answer
    /about – what I have read, and how fresh it is
    /language – the language I speak
    /privacy – what I keep about you
    /forget – delete what I keep about you
help-admin =
    For admins: send a file, a link or a forwarded post, or /add to paste text.
    /articles – remove, replace or correct a text
    /rollback – go back to the texts before the last change
    /gaps – what readers ask and the texts do not answer
    /status – how I am doing
    /approve – who waits to be let in; /revoke – take that back
about =
    { $documents ->
        [one] { $documents } text
       *[other] { $documents } texts
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }, last changed { $date }.
about-newest = Newest: { $title }
start-more =
    { $count ->
        [one] … and { $count } more text
       *[other] … and { $count } more texts
    }
start-days = { $first } to { $last }
empty = There is nothing to ask about yet. Please come back later.
empty-admin = There is no text yet. Send me a file, a link or a forwarded post, or paste a text after /add.
article-headings = You can ask about:

## Answers
no-answer = The text does not answer this.
dated-on = On { $date }:
earlier-on = Earlier, on { $date }:
unsure-label = I am not sure that this answers.
unanswered = The text does not answer “{ $question }”.
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
why-unsure = It may be an answer: { $confidence }; sure only from { $sure }.
why-refused = It does not read as an answer: { $confidence }; that takes { $needed }.
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = There is no question to explain yet.
small-talk = Hello! Ask me a question about the text, and I will quote the passage that answers.
ask-usage = Write the question after the command: /ask What was decided?
only-text = I can only read written questions.
offline = I was offline; here is the answer to your last question.
why-sentence = Nearest to your question, in “{ $title }”, sentence { $number } of a passage: “{ $words }”
why-place = Nearest to your question, in “{ $title }”: “{ $words }”
why-shares = It shares { $words } with your question.
why-shares-none = It shares no word with your question; only the meaning is near.
why-sure = It reads as an answer: { $confidence }; sure from { $sure }.
figures-button = Figures
why-figures = Answered from { $threshold } on. Of each passage: score, nearness in meaning, share of your words.
talk-thanks = You are welcome.
talk-bye = Goodbye!
talk-no = All right. Ask in other words, or about something else, whenever you like.
talk-yes = Good. Ask on whenever you like.
talk-nothing = I see no question in that. Please write one in words.
whole-question = I do not know what that goes on from. Please write the whole question.

## Words to be verified
verify-usage = Send me the words in your next message, or reply with /verify to the message that has them.
verify-verbatim = Word for word in these texts.
verify-almost = Almost, but not word for word.
verify-stitched =
    { $count ->
        [one] Put together from { $count } place.
       *[other] Put together from { $count } places.
    }
verify-more =
    { $count ->
        [one] … and { $count } more place, not shown.
       *[other] … and { $count } more places, not shown.
    }
verify-absent = Not in these texts.
verify-nowhere = Not in these texts: “{ $pasted }”
verify-quoted = Compared: only what is given as a quote.
verify-translation = It reads like a translation of:
verify-negation = Mind the negation: { $change }
verify-number = Another number: { $change }
verify-name = Another name: { $change }
verify-changed = “{ $stored }” became “{ $pasted }”
verify-lost = “{ $stored }” is left out
verify-added = “{ $pasted }” is not in the text
verify-apart = Other than in the text: { $what }.
verify-capitals = capitals
verify-accents = accents
verify-hyphens = hyphens
verify-marks = punctuation
verify-ellipsis = words left out, as marked

## Quotes for elsewhere
privacy = I keep under your Telegram ID (not your phone number): that an admin let you in, the language you chose, and the questions that you let wait for an answer (/waiting), for 90 days. I remember your last questions for a while, so that you can ask on. 👍 and 👎 are counted without your name. /forget deletes what I keep.
privacy-gaps = Questions that the texts do not answer are kept for 90 days, without who asked, and without numbers and names as far as I can tell them, so that the admins see what is missing.
privacy-no-gaps = Other questions are not kept.
gaps-off = I do not keep refused questions. With GAPS=true in .env I do, without who asked, and readers are told in /privacy.
gaps-none = Nothing was asked that the texts do not answer.
gaps-list = Asked most often, and not answered by the texts:
gaps-week = Last week’s questions that the texts do not answer:
gaps-closest = closest: { $name }
cite-nothing = There is no quote to cite: send /cite in reply to one.
cite-plain-button = Text
cite-annotation-button = Annotation
cite-card-button = Card
cite-button = Cite
cite-lasting = Lasting link: { $link }
cite-long = This is too long for a message, so I send it as a file.
quote-stands = These words still stand:
quote-moved = These words still stand, in another place:
quote-changed = These words were changed on { $date }:
quote-removed = These words were removed on { $date }:
quote-forgotten = These words stand no more, and the version that had them is no longer kept.
quote-unknown = I know no quote by this link: copy it as it was given.

## Questions that wait
wait-button = Tell me when you know
wait-noted = I will ask again whenever the texts change, for 90 days, and tell you if they answer. /waiting shows the list.
wait-full = You have too many questions waiting: /waiting lets one go.
waiting-list = These questions wait for an answer. Press one to let it go:
waiting-none = Nothing of yours is waiting for an answer.
wait-known = You asked, and now the texts answer: “{ $question }”

## Limits
slow-down = That is a lot of questions. Please wait a minute; until then I will not answer.
busy = Too many questions at once. Please ask again in a minute.
place = Your place in the line: { $place }
restarted = I was restarted before I could answer this.
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
anonymous = I cannot tell who an anonymous admin is. Please write as yourself.
only-admin = Only an admin may do that.
only-private = Please do that in a private chat with me.
knock = { $who } asks to be let in.
knock-group = The group “{ $group }” asks to be let in, brought by { $who }.
let-in-button = Let in
refuse-button = Refuse
block-button = Block
refused = Refused.
refused-you = My admins have not let you in.
blocked = Blocked: they get no answer any more. To let them in after all: /approve { $id }
waits-no-longer = They no longer wait: somebody has decided, or it was too long ago.
nobody-waits = Nobody is waiting to be let in.
nobody-let-in = Nobody has been let in by an admin.
let-in = Let in by an admin, { $first } to { $last } of { $total }. Press one to take it back:
revoke-confirm = { $who } may ask. Take that back?
revoke-button = Take it back
revoked = Done: they may ask no longer.
revoked-before = That has been taken back already.
knock-more = More people ask to be let in: /approve shows them.

## Language and privacy
language-choose = Which language shall I speak? Quotes stay in their own.
language-set = I speak English now.
forgotten = Deleted: your language, your questions and your permission to ask, if an admin gave one.
forgotten-as-chat = Deleted: the questions asked in the name of { $name }.

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
no-date = no date
and-more = … and { $count } more
add-button = Add
cancel-button = Cancel
expired = I no longer have this. Please send it again.
building = Building: { $percent } % – { $done } of { $total } passages, about { $left } left
live =
    Live now: generation { $generation }, { $documents ->
        [one] { $documents } text
       *[other] { $documents } texts
    }.
rebuild-failed = Nothing has changed: { $reason }
sent-text = Your text
source-no-host = { $source }: there is no such address. Look how it is spelt, or paste the text after /add.
source-not-public = { $source }: this is not on the public internet. Send the page as a file, or paste the text after /add.
source-unreachable = { $source }: no answer from there. Try again later, or paste the text after /add.
source-no-page = { $source }: the page is not given out. Open it in a browser and send it as a file, or paste the text after /add.
source-no-text = { $source }: there is no text in it. Of a scan or a picture, send a version with text.
source-locked = { $source }: it is locked. Save it without a password and send it again.
source-damaged = { $source }: it is damaged. Open it, save it anew and send that.
source-too-large = { $source }: it is too large. Split it and send the parts.
source-unknown-kind = { $source }: I cannot read files of this kind. Save it as PDF, DOCX or plain text.
source-other = { $source }: it cannot be read. Send it as another file, or paste the text after /add.
source-line = { $source }: this line is no text that I can take. Write an object with “text”, as words, and send the file again.
file-too-big = This file is too big: bots can fetch at most { $limit } MB. Send a link instead, or paste the text after /add.
articles = Texts { $first } to { $last } of { $total }:
previous-button = Previous
remove-button = Remove
replace-button = Replace
remove-confirm =
    Remove “{ $title }”? That leaves { $left ->
        [one] { $left } text
       *[other] { $left } texts
    }.
replace-start = Send the new text, file or link for “{ $title }”; then /done. /cancel to stop.
rollback-confirm =
    Go back from generation { $live }, { $now ->
        [one] { $now } text
       *[other] { $now } texts
    }, to generation { $previous } of { $date }, { $documents ->
        [one] { $documents } text
       *[other] { $documents } texts
    }?
rollback-none = There is no earlier generation to go back to.
status =
    Generation { $generation } of { $date }: { $documents } texts, { $passages } passages.
    { $questions } questions since I started, { $refused } not answered, { $waiting } waiting.
    { $memory } MB of memory, running for { $uptime }.
correct-button = Correct
words =
    { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
no-language = language unknown
understood-of = Understood, text { $number } of { $total }:
understood-replaces = Takes the place of “{ $title }”.
understood-same = This very text is live already.
understood-left-out = Left out: { $what }
understood-hint = Wrong title, date or language? Press a button, or reply to this message with the right one.
title-button = Title
date-button = Date
language-button = Language
edit-title = Reply with the right title for “{ $title }”.
edit-date = Reply with the date of “{ $title }”, such as 2025-10-02, or with - for none.
edit-language = Reply with the language of “{ $title }”: its name, or a code such as fr.
edit-no-title = A title is one line of at most { $most } letters. Please reply once more.
edit-no-date = I do not know this date. Write it like 2025-10-02, or - for none.
edit-no-language = I do not know this language. Write its name, or a code such as fr.
edited = Corrected, see above.
replace-all =
    { $count ->
        [one] Replace the only text
       *[other] Replace all { $count } texts
    }
replace-all-confirm =
    Replace everything? This removes { $count ->
        [one] { $count } text
       *[other] { $count } texts
    } and leaves { $kept ->
        [one] { $kept } new text
       *[other] { $kept } new texts
    }. It removes:
go-back-button = Go back
all-the-same-button = All the same
try-again-button = Try again
building-starts = Building …
checking = Asking the golden questions: { $done } of { $total }
live-golden = Golden questions answered as they must be: { $right } of { $asked }.
live-not-served = Generation { $generation } is published but cannot be opened yet. I go on answering from generation { $served } and try again; the log says why.
golden-changed = Nothing has changed yet. These golden questions would be answered otherwise:
golden-before = now: { $words }
golden-after = then: { $words }
quoted = “{ $words }”
golden-none = no answer
changes-busy = too many changes are waiting; try again in a minute
library-busy = another program is writing to the library. Wait for it, then try again
library-full = the disk is full. Free some space, then try again
library-damaged = the library is damaged. Where the bot runs, call “python -m index doctor --repair”
library-not-writable = the bot may not write to the library. See to whom it belongs, then try again
library-unreachable = the library’s database does not answer. See that it runs, then try again
library-gone = the texts of that time have been deleted. /rollback says what there is to go back to
library-other = something is wrong where the bot runs. Its log says what
state-failed = what I must remember cannot be written down. See that its disk has room, or that its database runs, then try again
golden-unreadable = the golden questions cannot be read: { $place }. Correct the file that GOLDEN_QUESTIONS names, then try again
build-interrupted = I was interrupted while building this. What was sent is still here.
under-way = This is under way already.
meanwhile-added = Meanwhile { $who } has added “{ $title }”.
meanwhile-several = Meanwhile { $who } has added texts.
meanwhile-all = Meanwhile { $who } has replaced all texts.
meanwhile-removed = Meanwhile { $who } has removed “{ $title }”.
meanwhile-back = Meanwhile { $who } has gone back to earlier texts.
meanwhile-changed = Meanwhile the texts have been changed from elsewhere.
meanwhile-decide = Yours is not published yet. Go on?
paste-goes-on =
    { $messages ->
        [one] Your pasted text goes on: { $messages } message so far.
       *[other] Your pasted text goes on: { $messages } messages so far.
    } /done when it is complete, /cancel to drop it.
paste-first = You are sending a text already: finish it with /done, or drop it with /cancel.
status-texts =
    Generation { $generation } of { $date }: { $documents ->
        [one] { $documents } text
       *[other] { $documents } texts
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }.
status-today = Questions today: { $questions }, of them answered: { $answered }, not answered: { $refused }.
status-quick = Half of the answers came within { $half } s, nearly all within { $most } s.
status-waiting = Questions waiting: { $waiting }.
status-poll = Telegram last answered me { $ago }.
status-no-poll = Telegram has not answered me yet.
status-webhook = Telegram calls me by a webhook.
status-pending = Waiting to be let in: { $count } (/approve).
status-memory = Memory: { $memory } MB. Running time: { $uptime }.
status-disk = Library on disk: { $library } MB; free: { $free } GB.

## What of a source could not be taken
left-hidden = hidden text
left-struck = text that is struck out
left-tracked = text that tracked changes deleted
left-moved = text that tracked changes delete or move away
left-deep = what stands more than { $count } lists or quotations deep
left-choices = the choices of a form
left-fields = the fields of a form
left-aside = an aside
left-comments = comments
left-numbers = numbers before paragraphs, of the kind “{ $name }”
left-notes = notes that nothing in the text refers to
left-cells = cells beyond the columns of their table
left-formulas = formulas
left-hidden-section = a hidden section
left-hidden-rows = hidden rows
left-hidden-columns = hidden columns
left-unknown-signs = signs of an unknown font
left-nameless-signs = { left-unknown-signs }
left-signs = signs of the font { $name }
left-embedded = what is embedded from another program ({ $name })
left-part = a part kept as { $name }
left-other-part = a part kept in another file
left-damaged-part = a damaged part of the file, { $name }
left-hidden-sheet = the hidden sheet “{ $name }”
left-behind = the page behind it, which could not be read
left-listed = the chapter “{ $name }”, which the book only lists
left-absent = { $name } (not in the file)
left-encrypted = { $name } (encrypted)
left-damaged = { $name } (damaged)
left-outside = { $name } (outside the reading order)
left-attached = attached: { $name }
left-file = { $name }
on-pages = p. { $numbers }
left-unreadable = unreadable: { $pages }
left-damaged-pages = damaged in part: { $pages }
left-pictured = only pictures: { $pages }
left-commented = comments: { $pages }
left-beyond = beyond the edges: { $pages }
left-unseen = covered or invisible: { $pages }
left-illegible = in fonts that do not say which letters they draw: { $pages }
left-letters =
    { $count ->
        [one] { $count } damaged letter, shown as { "\uFFFD" }
       *[other] { $count } damaged letters, shown as { "\uFFFD" }
    }
left-values =
    { $count ->
        [one] { $count } formula without its value: open and save the file once
       *[other] { $count } formulas without their values: open and save the file once
    }
left-pictures =
    { $count ->
        [0] pictures
        [one] { $count } picture
       *[other] { $count } pictures
    }
left-charts =
    { $count ->
        [0] charts
        [one] { $count } chart
       *[other] { $count } charts
    }
left-hidden-slides =
    { $count ->
        [one] { $count } hidden slide
       *[other] { $count } hidden slides
    }
left-hidden-rows-of-sheet =
    { $count ->
        [one] { $count } hidden row of the sheet “{ $name }”
       *[other] { $count } hidden rows of the sheet “{ $name }”
    }
left-hidden-columns-of-sheet =
    { $count ->
        [one] { $count } hidden column of the sheet “{ $name }”
       *[other] { $count } hidden columns of the sheet “{ $name }”
    }
only-teasers =
    { $count ->
        [one] { $count } entry that only teases, of { $entries }: send the address of its page
       *[other] { $count } entries that only tease, of { $entries }: send the addresses of their pages
    }

## Menus
command-ask = Ask a question
command-why = Why this answer
command-verify = Check a quote
command-cite = Cite a quote
command-waiting = Questions that wait for an answer
command-about = What I have read
command-language = Choose my language
command-privacy = What I keep about you
command-forget = Delete what I keep about you
command-help = How to use me
command-add = Add a text
command-articles = What there is to ask about
command-rollback = Go back to the texts before
command-gaps = What the texts do not answer
command-status = How I am doing
command-approve = Let somebody ask
description = I answer questions about a text by quoting it, word for word, with its source – or I say that it does not answer.
short-description = Answers by quoting, word for word.
inline-none = The text does not answer this
inline-start = Type a question
inline-wait = Please wait a minute
paste-too-long = the text is too long to paste; send it as a file
command-revoke = Take a permission back
command-done = Finish a pasted text
command-cancel = Drop a pasted text
