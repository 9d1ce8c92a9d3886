# The library of documents in the chat
command-library = Documents, library
button-library = Documents
button-library-new = What is new{ $count ->
    [0] { "" }
   *[other] { " " }({ $count })
}
button-library-find = Find a document
button-library-kinds = By kind
button-library-resume = Read on
button-library-more = More
button-library-read = Read
button-library-outline = Contents
button-library-file = Send the file
button-library-chain = Related documents
button-library-next = Next page
button-library-previous = Previous page

library-talk-waiting = { $count ->
    [0] No document is waiting for you.
    [one] { $count } document is waiting for you. To see it press “Documents waiting” or type: documents waiting
   *[other] { $count } documents are waiting for you. To see them press “Documents waiting” or type: documents waiting
}
library-talk-menu = { $total ->
    [0] The library has no documents yet.
    [one] The library has { $total } document for you{ $fresh ->
        [0] .
       *[other] , { $fresh } new.
    }
   *[other] The library has { $total } documents for you{ $fresh ->
        [0] .
       *[other] , { $fresh } new.
    }
}
library-talk-begun = You were reading: { $document }
library-talk-how = Type the number of a document or what you look for, such as: van ban 57-NQ/TW; dieu 5 quy dinh 294; find documents about dang phi
library-talk-empty = There are no documents yet.
library-talk-words = Type the number or some words of the document, with or without diacritics.
library-talk-nothing-new = Nothing new since you looked last.
library-talk-new = New documents ({ $count }):
library-talk-kinds = The library has these kinds:
library-talk-kind = { $name } ({ $count })
library-talk-of-kind = { $name }: { $total }{ $pages ->
    [1] { "" }
   *[other] , page { $page }/{ $pages }
}
library-talk-found = Nearest to “{ $words }”:
library-talk-none-found = No document with “{ $words }” was found. Try other words, or ask the assistant.
library-talk-none-named = The library has no document “{ $words }” that you may read.
library-talk-names-alone = The library is being read again, so only names and numbers were searched; please search again in a while.
library-talk-which = There are several of these:
library-talk-place = { $document }, { $locator }
library-talk-choose = Type the number of a line to open it.
library-talk-choose-more = Type the number of a line to open it, or: more
library-talk-choose-place = Type the number of a line to read from there.

library-talk-status = { $status ->
    [in_force] in force
    [replaced] replaced
    [maybe_replaced] perhaps replaced (nobody has confirmed it)
   *[expired] expired
}
library-talk-card-status = { $status ->
    [in_force] In force
    [replaced] Replaced
    [maybe_replaced] Perhaps replaced (nobody has confirmed it)
   *[expired] Expired
}
library-talk-effective = In force from { $day }
library-talk-expires = Expires on { $day }
library-talk-card-unit = Belongs to: { $unit }
library-talk-card-pages = { $count } pages
library-talk-relation = { $kind ->
    [replaces] Replaces { $other }
    [replaced_by] Replaced by { $other }
    [amends] Amends { $other }
    [guides] Guides { $other }
    [replaces-by] Replaced by { $other }
    [replaced_by-by] Replaces { $other }
    [amends-by] Amended by { $other }
   *[guides-by] Guided by { $other }
}{ $state ->
    [found] { " " }(not confirmed)
   *[confirmed] { "" }
}
library-talk-relation-whole = { $kind ->
    [replaces] { $from } replaces { $other }
    [replaced_by] { $from } is replaced by { $other }
    [amends] { $from } amends { $other }
   *[guides] { $from } guides { $other }
}{ $state ->
    [found] { " " }(not confirmed)
   *[confirmed] { "" }
}
library-talk-chain = Related documents, newest first:
library-talk-no-chain = The library knows of no related documents.
library-talk-this = (this one)
library-talk-part = { $document } · page { $number }/{ $parts }
library-talk-no-further = { $way ->
    [next] This is the end of { $document }.
   *[previous] This is the beginning of { $document }.
}
library-talk-outline = Contents of { $document }:
library-talk-no-outline = This document is not divided into articles or sections.
library-talk-no-such-place = { $document } has no such place. Please look at its contents.
library-talk-file-page = { $document } cannot be sent as a file here. Open this page within 10 minutes, once: { $url }
