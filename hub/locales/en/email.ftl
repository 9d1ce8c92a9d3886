# E-mail: the letters, and the pages behind their links
email-acknowledge-hint = A page opens; press once more there. You need not sign in.
email-files-enclosed = Enclosed
email-files-named = Too large to go with this letter
email-file = { $name } ({ $megabytes } MB): see it on the chat page, or ask your secretary
email-elsewhere = For anything else with this document, such as passing it on or reading it again, use the chat you have linked, or { $url }
email-automatic = This letter was sent by a machine. Please do not answer it.
email-why = You get this letter because you agreed to receive your cell’s notices at this address.
email-stop = Get no more notices by e-mail
email-note-subject = Cầu Nối
email-not-asked = If this letter is not for you, simply ignore it: there will be no other.

email-invitation-title = An invitation to receive your cell’s notices
email-invitation-body = From now on your cell sends notices and documents to each member. Your code is { $code }: it works once and is for you alone. Please do not pass this letter on.
email-invitation-button = Choose how
email-invitation-hint = On the page that opens you choose a chat, the web page or e-mail.
email-proof-title = Would you like notices at this address?
email-proof-body = Somebody just asked for your cell’s notices to come to this address. To be sure that it is yours, please open the page below and press “I agree”.
email-proof-button = Open the page
email-proof-hint = The link works for 3 days.

email-over-title = This link works no more
email-to-chat = Open the chat
email-acknowledge-title = Do you know of this document?
email-acknowledged-title = Thank you
email-acknowledged-more = Anything else, such as passing it on, is done in the chat.
email-acknowledge-over = This link is incomplete, or not one of Cầu Nối’s. Open it again from the letter, or answer in the chat.
email-closed-title = Nothing to confirm any more
email-notice-cancelled = This document was withdrawn; you need not confirm it. Thank you.

email-stop-title = No more notices by e-mail?
email-stop-lead = Your cell’s notices will no longer come to this address.
email-stop-others = Notices still reach you on the other channels you have linked.
email-stop-last = This is your only channel: no notice will reach you any more.
email-stop-button = Stop
email-stopped-title = Stopped
email-stopped = No more letters come to this address. You may have them again at any time.
email-resume-button = Get them again
email-stop-over = This link is incomplete, or this address gets no notices any more. There is nothing to do.

email-consent-title = Notices by e-mail
email-consent-mailbox = Letters go to { $mailbox }.
email-consent = Do you agree that the party organisation’s Cầu Nối system keeps your name, your unit and this e-mail address, only to send you notices and record your answers? Each letter ends with a link to stop at any time.
email-consent-no = If you do not agree, simply close this page.
email-joined-title = Thank you for agreeing
email-joined = From now on your cell’s notices may reach you at this address.

mailbox-link-over = This link is too old or incomplete, or another address stands in the list by now. Please ask your secretary for a new invitation.
mailbox-off = This server does not send e-mail yet.
mailbox-none = There is no e-mail address of this member in the list.
mailbox-not-sent = The mail server did not take the invitation. Try again later, or hand the code over in another way.

mailbox-offer = Your e-mail address { $mailbox } stands in the list. Would you like notices there as well? Which channel is tried first you can arrange by typing: /kenh
mailbox-asked = A letter is on its way to { $mailbox }. Open it and press “I agree” on the page behind its link. Until then no notice goes to that address.
mailbox-declined = No letters, then. Whenever you want them, type: add email
mailbox-ask-later = No letter could be sent now: one has just gone, or the mail server did not take it. Please try again in a few minutes.
mailbox-nothing-to-add = There is no e-mail address of yours in the list, or it is linked already. To add one, ask your secretary to write it into the list.
button-mailbox = Add e-mail
