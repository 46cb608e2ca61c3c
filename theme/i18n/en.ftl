### What the interface says, in English. Every key stands in every language's file;
### `waymark check` names the ones that are missing.

## Skip links and leaving
skip-label = Shortcuts
skip-main = Skip to the main text
skip-leave = Leave this site at once
leave = Leave this site
leave-hint = The leave button, or the Shift key pressed three times by itself, takes you to another site at once. It cannot erase the browser’s history, nor what the network or a managed computer has kept.
urgent-help = Urgent help

## Navigation
nav-main = Main sections
nav-menu = Menu
nav-site = All pages
nav-breadcrumb = You are here
nav-pager = Previous and next page
pager-previous = Before this
pager-next = Next
toc-title = On this page
home = Home

## Languages
language-label = Language:
language-fallback = not translated yet
languages-title = Choose a language
languages-lede = Read this guidance in:
languages-invitation = Read this in English

## Marks that say whose words these are, and callouts
callout-source = The guidelines of 2001 say
callout-later = Later texts say
callout-ours = Our advice
callout-note = Note
callout-tip = Good to know
callout-important = Important
callout-warning = Take care
callout-caution = Danger

## Notices
notice-fallback = This page is not translated yet. You are reading the { $language } text.
notice-stale = The original of this page has changed since it was translated.
notice-stale-since = The original of this page was changed on { $date }; this translation follows an older text.
notice-stale-link = Read the newer text ({ $language })
notice-unchecked = A native speaker has not checked this translation.
notice-draft = This page is a draft. It is not published.
notice-scheduled = This page is not published before { $date }.
notice-restates = This site restates the guidelines of 2001 in its own words; the official English text decides.
notice-not-site = This is not an { $organisation } site.
notice-preview = This is a preview of a change, not the published site. Nothing can be sent from here.

## Review
reading-minutes =
    { $minutes ->
        [one] { $minutes } minute to read
       *[other] { $minutes } minutes to read
    }
references-restated = Statements of the guidelines restated on this page:
review-owner = Kept by { $owner }.
review-date = Last reviewed on { $date }.
text-changed = Text last changed on { $date }.
review-next = To be reviewed again by { $date }.

## Audiences and changes
audience-label = Above all for:
audience-everybody = These pages are above all for this group. Everybody may read every page.
audience-others = Other groups:
changes-title = What has changed
changes-description = What the editors say of their changes to these pages, the newest first.
changes-feed = The same as a feed (Atom)
edit-link = Improve this page
edit-public = What is written there is public: never write about a case.

## Glossary and A–Z
letters-label = Jump to a letter
glossary-also = Also: { $words }
a-z-title = A to Z
a-z-description = Every page and every term of this site, in alphabetical order.
a-z-link = A to Z
a-z-term = term

## Sheets
sheet-print = Print this sheet

## Places
places-empty = Not yet filled in for this place.
places-desk = Desk
places-languages = Languages read
places-reading-days = Days on which messages are read
places-emergency = Local emergency number
places-authority = Authority
places-procedure = Agreed procedure
places-owner = Kept by
places-verified = Last verified
places-review-by = To be checked again by

## Cards and posters, on paper
card-how = Print on one side of A4 paper at 100 %. Fold the sheet in half with the print outside, then in half again, so that the emergency number and the square are in front.
card-poster-how = Print on A4 paper at 100 %.
card-address = More at this address
card-traces = A telephone remembers the pages that it has opened.
card-person = Person designated by your mission

## Search
search-title = Search
search-description = Search the whole site. What you type stays on this device.
search-label = Search this site
search-button = Search
search-a-z = Search: A to Z
search-no-script = Searching needs JavaScript, which is off in this browser. The list from A to Z holds every page and every term.
search-query-empty = Type a word to begin.
search-count = Pages found: { $n }
search-none = Nothing was found for “{ $query }”.
search-none-hint = Try fewer or other words, or look in the list from A to Z.
search-loading = Searching…
search-failed = The search could not be loaded. The list from A to Z holds every page.
search-results = Search results
search-more = Show more results
search-all = All results for “{ $query }”
search-meant = Results for “{ $query }”
search-literal = Search for “{ $query }” as typed
search-unquoted = Search without the quotation marks
search-again = Try again
search-key = The key / goes to the search field. If you switch this off, this device remembers that.

## Address not found
not-found-title = There is no page here
not-found-text = The address may be old or mistyped. Begin again in your language:
moved-title = This page has moved
moved-text = It is now here:

## Report form
report-no-desk = This site doesn’t receive reports. Tell the person whom your mission has designated.
report-no-script = The report form is not shown, because it needs JavaScript to lock your words on this device, and JavaScript is off or blocked in this browser. Nothing can be sent from this page as it is. You can switch JavaScript on, use another device, or tell the person whom your mission has designated.
report-write-title = Your report
report-errors = This needs your attention
report-answer-yes = Yes
report-answer-no = No
report-answer-unknown = I don’t know
report-danger = Is somebody in danger now?
report-urgent-title = Don’t wait for this form
report-urgent-text = Call the local emergency service now, or ask somebody near you to call. Nobody reads a report at once, and sending it alerts nobody. You can still write it afterwards.
report-place = Which place does it concern?
report-place-hint = The mission or office. You may leave this open.
report-place-none = I’d rather not say
report-desk = Who should read it?
report-desk-hint = Only the desk that you choose can open your report. If it concerns somebody at one desk, choose another.
report-desk-one = Your report goes to: { $name }
report-desk-chosen = Goes to
desk-demo = Demonstration desk
report-desk-demo = A demonstration desk, for trying out. Don’t write anything real.
report-desk-languages = Reads: { $languages }
report-desk-opened = This desk last opened its messages on { $date }.
report-desk-never = This desk hasn’t said when it last opened its messages.
report-desk-quiet = We don’t know that anybody is reading this desk now.
report-questions-title = What you know
report-questions-text = Every question is optional. Keep what you saw or heard apart from what you think. You don’t have to be sure.
report-about = What is it about?
report-about-noticed = Something that I have noticed
report-about-colleague = A colleague, or the designated person
report-about-myself = This is happening to me
report-what = What did you see or hear?
report-what-hint = Say it in your own words and in any order.
report-where = Where?
report-where-hint = As exactly as you dare. A place that only you go to may point to you.
report-when = When?
report-when-hint = A day, a season, “every evening”: whatever you know.
report-who = Who is concerned?
report-who-hint = People who may need help, and people who may be responsible. Leave out your own name, unless you want it to be known.
report-children = Is anybody under 18 concerned?
report-children-hint = If you can’t tell, say so.
report-how = How do you know?
report-how-hint = Seen, heard, or told by somebody. If very few people could know this, it may point to you.
report-wishes = What does the person concerned want?
report-wishes-hint = If you know it. What would be safe for them, and what wouldn’t?
report-room = Room left: { $n } bytes
report-room-over = Too long. Bytes over: { $n }. Please shorten any answer.
report-room-hint = Every report is filled up to the same size before it leaves, so there is a limit for all answers together, counted in bytes. A plain Latin letter takes one byte, an accented, Greek or Cyrillic letter two, most other scripts three, an emoji four or more.
report-continue = Check before sending
report-continue-hint = Nothing has left this device so far, and nothing is stored: if you close this page, what you wrote is gone.
report-error-desk = Choose who should read your report.
report-error-empty = Nothing is written yet. Answer at least one question.
report-check-title = Check before you send
report-found-title = Could this point to you?
report-found-phone = Looks like a telephone number, in “{ $question }”:
report-found-email = Looks like an e-mail address, in “{ $question }”:
report-found-text = If it is yours, or if only few people have it, it can show who wrote this. Leave it in if the desk needs it: you decide.
report-found-nothing = We found no telephone number and no e-mail address in what you wrote.
report-found-limits = This check looks for nothing else, and it ran on this device only. Names, places, times, your way of writing, and details that only a few people know can point to you too. Read it once as somebody from your office would.
report-summary-title = What you wrote
report-sends-also = Beside your words, the locked report holds the name of this site and of the desk, the language of this page and a random number. It holds no name, address or time of yours. On the outside it shows the day on which it is sent.
report-change = Change something
report-send-title = Send it, or keep it for later
report-send-text = Your words are locked on this device first, so that only the desk can open them. Your employer or the network may still see that this device sent something, and when.
report-send = Send now
report-save = Save to send later
report-no-relay = This copy of the form knows no address to send to. Save the report, and send it later from the site itself.
report-working = Locking and sending
report-cancel = Stop
report-stage-stamp = Locking your words and making a stamp against misuse. On a slow device this can take a minute.
report-stage-send = Sending…
report-stopped = Stopped. Nothing was sent this time, and your words are still here.
report-failed = This browser couldn’t lock or save the report. Nothing was sent this time, and your words are still here. Try another browser, or tell the person whom your mission has designated.
report-offline = This device is offline. Nothing was sent this time, and your words are still here. Try again later, or save the report.
report-unavailable = The desk’s mailbox can’t take the report just now, and hasn’t confirmed that it kept it. Your words are still here: try again in a while, or save the report to send it later.
report-unknown = No clear answer came back. The report may have arrived or not. Your words are still here. Sending it again is safe: the same report counts once. You can also save it to send it later.
report-refused-faulty = The desk’s mailbox refused the report: this copy of the form seems to be faulty or out of date. Your words are still here. Save the report, and send it from a fresh copy of this site.
report-refused-unknown-desk = The mailbox doesn’t know this desk. Your words are still here. Choose another desk, or save the report.
report-refused-desk-paused = This desk takes no reports for now. Your words are still here. Choose another desk, or save the report to send it later.
report-refused-desk-closed = This desk has been closed. Your words are still here. Choose another desk, or tell the person whom your mission has designated.
report-sent-title = Your report is in the desk’s mailbox
report-sent-queued = It is stored there, locked. Only the desk can open it.
report-sent-nobody = Nobody has read it yet, and sending it has alerted nobody. We can’t say when somebody will read it. If somebody is in danger, call the local emergency service.
report-sent-no-answer = No answer comes back through this site.
report-sent-cleared = What you typed has been cleared from this page.
report-sent-traces = This browser’s history may still show the page, and the network may have seen that something was sent.
report-saved-title = Your browser was asked to save a file
report-saved-name = Name of the file:
report-saved-look = Look whether it is there, usually in the folder for downloads. If it isn’t, go back and save again.
report-saved-locked = It is locked: only the desk can open it. You can’t open it any more either.
report-saved-not-sent = Nothing has been sent.
report-saved-later = To send it, open “Send a saved report” on this site, on this device or another, and choose the same desk.
report-saved-trace = The file shows that something was saved, and when. Your words are still in this form until you clear it.
report-clear = I have the file: clear the form
report-back = Go back

practice-no-script = The practice form needs JavaScript, which is off or blocked in this browser.
practice-banner = Practice. Nothing that you type here is encrypted, stored or sent.
practice-desk = Practice desk (invented)
practice-desk-hint = In the real form you see here who reads your report, and can choose another desk where there are several.
practice-send-text = In the real form, your words would now be locked on this device. Here nothing happens: the buttons only show how it goes on.
practice-stage-stamp = Practice: the real form would now lock your words and make a stamp.
practice-stage-send = Practice: the real form would now send the locked report.
practice-sent-title = End of the practice: nothing was sent
practice-sent-text = The real form would now say that your report is in the desk’s mailbox, and that nobody has read it yet. What you typed has been cleared.
practice-saved-title = End of the practice: nothing was saved
practice-saved-text = The real form would now have asked your browser to save a locked file, to be sent later.
practice-again = Clear and start again

send-no-script = Sending a saved report needs JavaScript, which is off or blocked in this browser. Keep the file, and try with another browser or device.
send-title = Send the file
send-file = The saved report
send-file-hint = Its name begins with “note-”, unless you renamed it.
send-desk-hint = Choose the desk that you chose when you wrote the report. Another desk can’t open it.
send-now = Send now
send-another = Send another file
send-no-relay = This copy of the site knows no address to send to. Open this page on the site itself, with a network. Nothing was sent.
send-error-no-file = Choose the file that you saved.
send-error-not-a-report = This isn’t a report saved by this site, or it is damaged. Nothing was sent.
send-stopped = Stopped. Nothing was sent this time. Keep the file.
send-failed = This browser couldn’t send the file. Nothing was sent this time. Keep the file, and try another browser.
send-offline = This device is offline. Nothing was sent this time. Keep the file, and try again later.
send-unavailable = The desk’s mailbox can’t take the report just now, and hasn’t confirmed that it kept it. Keep the file, and try again in a while.
send-unknown = No clear answer came back. The report may have arrived or not. Keep the file. Sending it again is safe: the same report counts once.
send-refused-faulty = The desk’s mailbox refused the report: this copy of the page seems to be faulty or out of date. Keep the file, and send it from a fresh copy of this site.
send-refused-unknown-desk = The mailbox doesn’t know this desk. Don’t send the file to a desk that it wasn’t written for: no other desk can open it. Write a new report, or tell the person whom your mission has designated.
send-refused-desk-paused = This desk takes no reports for now. Keep the file and send it later. No other desk can open it: to tell another desk, write a new report.
send-refused-desk-closed = This desk has been closed. No other desk can open the file: to tell another desk, write a new report, or tell the person whom your mission has designated.
send-sent-file = The file is still on your device. You no longer need it.

## Within the text
footnotes-label = Notes
footnote-back = Back to the text, note { $number }
table-label = Table
