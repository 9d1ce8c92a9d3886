channel-telegram = Telegram
channel-zalo = Zalo
channel-zalo-bot = Zalo (bot)
channel-web = Trò chuyện trên web
channel-email = Thư điện tử
channel-push = Thông báo trên máy
