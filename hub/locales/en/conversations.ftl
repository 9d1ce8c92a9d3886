# Words of the cell's assistant in chat
enrolment-stranger = Hello. This is the cell's assistant. To receive notices, please send me the 8-character invitation code from your secretary (for example K7QF-2MXD).
enrolment-greeting = Hello comrade { $name }, { $unit }.
enrolment-consent = Do you agree that the party organisation's Cầu Nối system keeps your name, your unit and the address of this chat, only to send you notices and record your answers? You may withdraw at any time by typing: withdraw consent
enrolment-answer-please = Please press “I agree” or “I do not agree”, or type: agree / no.
enrolment-declined = Nothing has been kept. If you want to receive notices here later, send the code again.
enrolment-welcome-1 = Thank you, comrade { $name }. From now on notices for { $unit } arrive here.
enrolment-welcome-2 = Documents have a button “Đã nắm”: press it, or type “da nam”, to say that you received them.
enrolment-welcome-2-typed = When you have read a document, type “da nam” to say that you received it.
enrolment-welcome-3 = For help type /trogiup. To stop receiving type /dung.
enrolment-linked-already = You have used this code already; notices arrive here as before.
enrolment-other-person = This conversation is somebody else’s. Open the page on your own device and enter the code there; on a shared device, end it under Devices first.
enrolment-crowd = Too many wrong codes are being entered on this page just now, so no more are taken. Try again in 15 minutes, or use the code on Telegram.
enrolment-channel-full =
    As many people are linked on this channel as it allows, so that it takes no more. Your code is as good as before, please use it here:
    { $links }
enrolment-too-many = Too many wrong codes. Please wait 15 minutes and try again, or ask your secretary for a new code.

conversation-menu = What do you need?
conversation-help =
    I am the cell's assistant. I bring you notices and documents and tell your cell that you received them.
    • When you received a document: press “Đã nắm” or type: da nam
    • Ask what you want to know, I answer from the documents: /hoi, or just type it
    • Find and read documents; those waiting for you: /vanban
    • Your next meeting, whether you come: /hop, or simply write: I will attend
    • Check in: type the six digits shown at the meeting
    • Give an opinion, propose, ask: /gopy; what you said so far: type my feedback
    • Answer a poll or say something about a draft: /laykien; see results: type results
    • Secretaries and deputies call a meeting: /hop moi
    • Secretaries and deputies pass a document on: type pass on
    • Secretaries and deputies take a code for their Zalo group: /nhom
    • Change the language: /ngonngu
    • Stop receiving notices: /dung
    • Which channel comes first: /kenh
    • See and correct your data: /dulieu
    • Disconnect or delete your data: type withdraw consent
conversation-other = I did not understand. Please type what you want to know, choose below, or type /trogiup.
conversation-file = I cannot open this kind of message. I take words, photos, PDF, Word and Excel files and voice notes; to say something, type /gopy
conversation-polite = Thank you.
conversation-notice-closed = This notice is long over and closed; no acknowledgement is needed any more. Thank you.
conversation-not-yours = This button is not for you.
conversation-acknowledged-toast = Recorded. Thank you.
conversation-acknowledged = Recorded that you received: { $title }
conversation-ask-acknowledged = Do you mean that you received “{ $title }”? If so, press “Đã nắm” or type: da nam
conversation-nothing-waits = No document is waiting for your acknowledgement.
conversation-waiting = Documents waiting for your acknowledgement: { $count }
conversation-choose = Type the number of the document you received, or: all
conversation-language-question = Please choose a language:
conversation-language-set = I will write in English from now on.
conversation-stop-question = If you stop, notices no longer arrive here, and your secretary will tell you in person. Are you sure?
conversation-stop-not = You still receive notices here.
conversation-stopped = Stopped. To receive again press the button below or type: tiep tuc
conversation-is-stopped = You have stopped notices here. To receive them again press the button or type: tiep tuc
conversation-resumed = You receive notices here again.
conversation-already-on = You are receiving notices here.
button-consent-yes = Đồng ý · I agree
button-consent-no = Không đồng ý · I do not agree
button-waiting = Documents waiting
button-meetings = Meetings
button-help = Help
button-language = Ngôn ngữ · Language
button-stop = Stop receiving notices
button-stop-yes = Stop
button-stop-no = No, keep them coming
button-resume = Receive notices again

command-menu = Menu
command-meetings = Meetings
command-help = Help
command-language = Language
command-stop = Stop receiving notices
