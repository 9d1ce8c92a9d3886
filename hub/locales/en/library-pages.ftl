# Words of the pages of the library
library-page-title = Library
library-page-name = { $kind ->
    [none] Document
   *[other] { $kind }
} { $number }{ $date ->
    [none] { "" }
   *[other] { " " }of { DAY($date) }
}
library-page-day = { DAY($day) }
library-page-no-date = Day not known
library-page-draft = Not in the library yet
library-page-status = { $status ->
    [in_force] In force
    [replaced] { $found ->
        [yes] Perhaps replaced
       *[no] Replaced
    }
   *[expired] { $found ->
        [yes] Perhaps expired
       *[no] Expired
    }
}
library-page-status-said = { $status ->
    [replaced] { $found ->
        [yes] This document may have been replaced: another says so, and nobody has checked it yet.
       *[no] This document has been replaced.
    }
   *[expired] { $found ->
        [yes] This document may have expired.
       *[no] This document has expired.
    }
}
library-page-replaced-by = Replaced by:
library-page-readers-members = Members of { $unit } and below
library-page-readers-roles = In { $unit } and below, only: { $roles }

# Searching
library-page-search = Search the library
library-page-search-hint = With or without diacritics, such as: dang phi, 57-NQ/TW.
library-page-search-button = Search
library-page-narrow = By kind, issuer, year, status
library-page-narrow-button = Show
library-page-any = All
library-page-choice = { $name } ({ $count })
library-page-kind = Kind
library-page-year = Year
library-page-ask = Ask the assistant
library-page-fresh = New for you
library-page-fresh-more = { $count } more
library-page-mark-seen = I have seen these
library-page-seen = Noted: you have seen the new documents.
library-page-all = All documents
library-page-so = Documents as chosen
library-page-count = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
library-page-empty = There is no document yet that you may read. What your cell or those above it put in will stand here.
library-page-none-so = There is no such document. Choose less narrowly.
library-page-named = Documents with such a title, number or issuer: { $count }
library-page-named-all = Show all
library-page-of-pages = Page { $page } of { $pages }
library-page-earlier = Previous page
library-page-inside = Inside documents
library-page-nothing-inside = No such passage in the documents you may read. Try fewer words, or ask the assistant.
library-page-reading = The library is being prepared for searching. Try again in a few minutes.
library-page-reading-of = The library is being prepared for searching: { $percent }% done. Try again in a few minutes.

# A document
library-page-document = Document
library-page-number = Number
library-page-issuer = Issued by
library-page-date = Issued on
library-page-effective = In force from
library-page-expires = Expires on
library-page-status-column = Status
library-page-readers = Who may read it
library-page-file = Original file
library-page-draft-note = This document is not in the library yet: only those who keep the library can read it.
library-page-outline = Contents
library-page-part = Part { $part } of { $count }
library-page-part-before = ‹ Previous part
library-page-part-after = Next part ›
library-page-table = Table in the document
library-page-download = Download the original
library-page-chain = Before and after this document
library-page-chain-lead = Documents that have to do with it, the newest first.
library-page-chain-alone = The library has no other document before or after this one.
library-page-chain-this = This one
library-page-back = Back
library-page-relations = Has to do with other documents: { $count }
library-page-relation = { $kind ->
    [replaces] { $side ->
        [this] Replaces
       *[other] Replaced by
    }
    [replaced_by] { $side ->
        [this] Replaced by
       *[other] Replaces
    }
    [amends] { $side ->
        [this] Amends
       *[other] Amended by
    }
   *[guides] { $side ->
        [this] Guides the carrying out of
       *[other] Carried out under
    }
}
library-page-relation-found = read in the text, not checked by anybody yet

# Putting documents in
library-page-new = Add documents
library-page-new-lead = The server reads the file and finds number, issuer, day and title. You look at them before it goes into the library.
library-page-classified-note = Do not put classified documents here. A file with a mark of secrecy is refused and not kept.
library-page-no-desk = You keep no unit's library.
library-page-unit = Library of
library-page-unit-hint = Members of this unit and of those below can read it.
library-page-readers-choice-members = All members
library-page-readers-choice-roles = Only those who hold a role chosen below
library-page-roles = Roles (where only those may read)
library-page-files = Files
library-page-files-hint = Word (.docx), PDF with text, HTML, Markdown, plain text. Several at once, together at most 50 MB.
library-page-no-file = You have not chosen a file.
library-page-receive = Send
library-page-incoming = Files sent
library-page-incoming-none = You have sent no file in the last day.
library-page-incoming-state = { $state ->
    [reading] Being read
    [done] Read
    [unchanged] Already in the library
    [refused] Refused
   *[failed] Not read
}
library-page-read-begun = The server is opening the file.
library-page-read-pages = { $done } of { $total } pages read.
library-page-look-again = Look again now
library-page-more-files = Send other files
library-page-to-library = To the library
library-page-open = Open the document
library-page-look-at-found = Look at what was found
library-page-refused = { $reason ->
    [unknown-format] The server cannot read this kind of file, or its name does not match what is in it.
    [no-text] This file is a scan: it has no text to read.
    [broken] The file is broken.
    [encrypted] The file has a password.
    [too-large] The file is too large, or unpacks to something too large.
    [classified] The file bears a mark of secrecy. It was not taken, and nothing of it is kept.
    [empty] There is nothing in the file.
   *[interrupted] The server had to stop while it read this file.
}
library-page-refused-advice = { $reason ->
    [unknown-format] Save it as .docx or PDF and send it again. An old .doc: open it in Word, choose Save as, choose .docx.
    [no-text] Ask whoever issued it for the electronic version, or scan it again with recognition of Vietnamese text.
    [broken] Open the file on your machine, save it as a new one and send that.
    [encrypted] Open the file, remove the password, save it and send it again.
    [too-large] A file has at most 50 MB. Of a scan ask for the electronic version; leave out pictures where there are many.
    [classified] Classified papers may be written, kept and sent on separate machines and networks only, by the Law on Protection of State Secrets. Tell whoever is in charge of papers if this file is on a machine with a network.
    [empty] Look whether you chose the right file.
   *[interrupted] Send this file again.
}

# Looking at it and correcting
library-page-drafts = Waiting to be looked at
library-page-drafts-lead = Read, and seen by nobody but those who keep the library. Open it, look at it, then put it into the library.
library-page-look-at = Look at the document
library-page-look-at-lead = Under each field stands where in the document it was read. Correct what is wrong, then put it into the library.
library-page-correct = Correct
library-page-correct-lead = Under each field stands where in the document it was read. Correct what is wrong.
library-page-title-field = Title
library-page-title-missing = Write the title of the document.
library-page-day-hint = Such as 22/12/2024
library-page-day-wrong = Write day, month and year, such as 22/12/2024.
library-page-status-hint = Usually left to be told by the day it expires and by what replaces it.
library-page-status-by-itself = As days and relations tell
library-page-where-found = In the document:
library-page-not-found = Not found in the document. Write it if there is one.
library-page-not-in-text = The document does not say it in these words. Please check.
library-page-relations-read = Other documents it speaks of
library-page-relations-lead = It seems to replace, amend or guide other documents. Confirm that, or reject it.
library-page-relation-right = Is that right?
library-page-relation-state = { $state ->
    [confirmed] Right
    [rejected] Wrong, leave it out
   *[found] Later
}
library-page-relation-which = Which document is meant
library-page-relation-none = Not chosen
library-page-relation-not-here = The library has no document of this number.
library-page-relate = Add another document it has to do with
library-page-relate-kind = This document
library-page-relate-number = Number of the other document
library-page-relate-number-hint = Such as 57-NQ/TW. It must be in the library.
library-page-relate-button = Add
library-page-related = Added.
library-page-none-of-number = The library has no such document. Put it in first.
library-page-several = There are several such documents. Choose one.
library-page-namesakes = The library has a document of the same number. Numbers begin anew each term: look at issuer and day.
library-page-release = Put into the library
library-page-released = It is in the library. Those who may read it find it at once.
library-page-name-held = The library already has this document:
library-page-take-place = Replace it with the new file
library-page-take-place-what = The earlier text and file are lost, which cannot be undone. Links to the document and who may read it stay as they are.
library-page-took-place = Replaced with the new file. Links to the document still open.
library-page-save = Save
library-page-saved = Saved.
library-page-read = Read the document
library-page-remove = Remove from the library
library-page-remove-what = This cannot be undone: its text, its file and every link to it are lost.
library-page-remove-instead = A document that has merely expired need not be removed: write the day it expires, and it can still be looked up.
library-page-remove-yes = Remove this document for good
library-page-remove-no = Keep it
library-page-removed = The document was removed from the library.
library-page-gaps = Questions without an answer
today-library = A new document of { $unit } was read and waits for you to look at it.
