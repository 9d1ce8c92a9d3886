import type { BotCommand, Update, User } from 'grammy/types';
import { badRequest, flag, integer, Refusal, structure, text, type Call } from './calls.ts';
import type { ChatBook } from './chats.ts';
import type { FileStore } from './files.ts';
import type { RateLimits } from './limits.ts';
import { messageMethods } from './messages.ts';
import type { UpdateQueue } from './updates.ts';
import type { WebhookCourier } from './webhook.ts';

/** Returns the result, perhaps later. @throws {Refusal} what Telegram refuses */
export type Method = (call: Call) => unknown;

export type Methods = ReturnType<typeof botApiMethods>;

type Deps = {
  book: ChatBook;
  files: FileStore;
  limits: RateLimits;
  updates: UpdateQueue;
  webhook: WebhookCourier;
  bot: User;
};

/** Every method we play, by its name in lower case. */
export function botApiMethods({ book, files, limits, updates, webhook, bot }: Deps) {
  const commands = new Map<string, BotCommand[]>();

  function getMe() {
    return {
      ...bot,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    };
  }

  function getUpdates(call: Call): Promise<Update[]> | Update[] {
    if (webhook.isSet()) throw new Refusal(409, webhookActive);
    updates.allow(structure<string[]>(call, 'allowed_updates'));
    const offset = integer(call, 'offset');
    if (offset !== undefined) updates.confirm(offset);
    const limit = Math.min(Math.max(integer(call, 'limit') ?? 100, 1), 100);
    const waitSeconds = Math.min(Math.max(integer(call, 'timeout') ?? 0, 0), 50);
    return updates.poll({ limit, waitMs: waitSeconds * 1000, onGone: call.onGone });
  }

  function setWebhook(call: Call): true {
    const url = text(call, 'url') ?? '';
    if (url === '') return deleteWebhook(call);
    const secretToken = text(call, 'secret_token');
    if (secretToken !== undefined && !/^[\w-]{1,256}$/.test(secretToken)) {
      throw badRequest('secret token contains unallowed characters');
    }
    updates.allow(structure<string[]>(call, 'allowed_updates'));
    dropPending(call);
    updates.interrupt('terminated by setWebhook request');
    const maxConnections = Math.min(Math.max(integer(call, 'max_connections') ?? 40, 1), 100);
    webhook.set({ url, secretToken, maxConnections });
    return true;
  }

  function deleteWebhook(call: Call): true {
    dropPending(call);
    webhook.clear();
    return true;
  }

  function dropPending(call: Call): void {
    if (flag(call, 'drop_pending_updates')) updates.pending.clear();
  }

  function setMyCommands(call: Call): true {
    const list = structure<BotCommand[]>(call, 'commands');
    if (!Array.isArray(list)) throw badRequest("can't parse commands: an array is expected");
    if (list.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    for (const { command, description } of list) {
      if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
      if (!description || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    }
    commands.set(
      commandsKey(call),
      list.map(({ command, description }) => ({ command, description })),
    );
    return true;
  }

  function getMyCommands(call: Call): BotCommand[] {
    return commands.get(commandsKey(call)) ?? [];
  }

  function deleteMyCommands(call: Call): true {
    commands.delete(commandsKey(call));
    return true;
  }

  function getFile(call: Call) {
    const { document, path, size } = files.downloadable(text(call, 'file_id') ?? '');
    const { file_id, file_unique_id } = document;
    return { file_id, file_unique_id, file_size: size, file_path: path };
  }

  const byName: Record<string, Method> = {
    getMe,
    getUpdates,
    setWebhook,
    deleteWebhook,
    getWebhookInfo: () => webhook.info(),
    ...messageMethods({ book, files, limits, bot }),
    setMyCommands,
    getMyCommands,
    deleteMyCommands,
    getFile,
  };
  const methods = new Map(
    Object.entries(byName).map(([name, method]) => [name.toLowerCase(), { name, method }]),
  );
  return {
    find: (name: string) => methods.get(name),
    commands: () => commands.get(everywhere) ?? [...commands.values()][0] ?? [],
  };
}

const webhookActive =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const everywhere = JSON.stringify(['default', '']);

function commandsKey(call: Call): string {
  const scope = structure<{ type: string }>(call, 'scope');
  const plain = !scope || scope.type === 'default';
  return JSON.stringify([plain ? 'default' : scope, text(call, 'language_code') ?? '']);
}
