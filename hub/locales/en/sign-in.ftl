signin-no-role = The console is for those who hold a role in a unit. Everything of your own can be done right here in the chat.
