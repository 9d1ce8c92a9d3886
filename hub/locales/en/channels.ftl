channel-telegram = Telegram
channel-zalo = Zalo
channel-zalo-bot = Zalo (bot)
channel-web = Web chat
channel-email = E-mail
channel-push = Notifications on the device
