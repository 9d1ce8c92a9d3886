# The library
library-unknown = There is no such document in the library, or you may not read it.
library-moved-on = Somebody else has just changed this document. Open it again and go on from there.
library-invalid = { $field ->
    [title] The title needs 1 to 500 characters.
    [number] The number is longer than 60 characters.
    [kind] The kind is longer than 60 characters.
    [issuer] The issuer's name is longer than 200 characters.
    [date] The day of issue is not right.
    [effective] The day from which it holds is not right.
    [expires] The day on which it ends is not right, or before the day of issue.
    [readers] Choose at least one role that may read it.
    [file] No file was sent.
   *[other] What is said of the document is not right.
}
library-identity-taken = The library already has a document { $number } of the same issuer and day.
library-relation-invalid = The document that is meant was not found, or it is this very document.
library-not-ready = { $total ->
    [0] The library is being read into memory. Try again in a few minutes.
   *[other] The library is being read into memory: { $done } of { $total } passages. Try again in a few minutes.
}
library-units-missing = There is no unit yet to put documents into. Import the units first.
library-busy = Too many files wait to be read. Send them again in a few minutes.
