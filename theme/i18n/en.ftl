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
notice-stale-link = Read the newer text ({ $language })
notice-unchecked = A native speaker has not checked this translation.
notice-restates = This site restates the guidelines of 2001 in its own words; the official English text decides.
notice-not-site = This is not an { $organisation } site.

## Review
reading-minutes =
    { $minutes ->
        [one] { $minutes } minute to read
       *[other] { $minutes } minutes to read
    }
references-restated = Statements of the guidelines restated on this page:
review-owner = Kept by { $owner }.
review-date = Last reviewed on { $date }.
review-next = To be reviewed again by { $date }.

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
search-submit = Search
search-clear = Clear
search-results = Search results
search-more = Show more results

## Address not found
not-found-title = There is no page here
not-found-text = The address may be old or mistyped. Begin again in your language:
