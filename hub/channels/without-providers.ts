/** Of the environment what leads to real accounts, unset: for measurements and the demo, which must not speak to anybody. */
export const withoutProviders: Readonly<Record<string, undefined>> = {
  TELEGRAM_BOT_TOKEN: undefined,
  ZALO_APP_ID: undefined,
  ZALO_REFRESH_TOKEN: undefined,
  ZALO_TEMPLATES: undefined,
  ZALO_BOT_TOKEN: undefined,
  SMTP_URL: undefined,
  VAPID_SUBJECT: undefined,
};
