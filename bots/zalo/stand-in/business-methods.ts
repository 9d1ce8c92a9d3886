import type { Account } from './account.ts';
import type { Call, Done, Methods } from './call.ts';
import { internationalPhone, type People, type PersonRecord } from './people.ts';
import { Refusal } from './refusal.ts';
import type { TemplateDefinition, Templates } from './templates.ts';

/** A message by telephone number, by the tracking id the sender gave it. */
export type PhoneMessage = { id: string; trackingId: string; person: PersonRecord };

type Deps = {
  clock: () => Date;
  account: Account;
  people: People;
  templates: Templates;
  /** Messages a day that the account may send by number. */
  dailyQuota: number;
  /** Numbers of the account's and the app's administrators, for trials. */
  adminPhones: readonly string[];
  phoneMessages: PhoneMessage[];
};

const longestTrackingId = 48;

/** Templates by telephone number (ZBS, once ZNS), on a host of its own. */
export function businessMethods(deps: Deps): Methods {
  const { clock, account, people, templates, dailyQuota, adminPhones, phoneMessages } = deps;
  let day = '';
  let used = 0;

  function message({ parameters }: Call): Done {
    const {
      phone,
      template_id: templateId,
      template_data: given,
      tracking_id: trackingId,
      mode,
    } = parameters;
    if (typeof phone !== 'string' || !/^\+?84\d{9}$/.test(phone))
      throw new Refusal(-108, 'Phone number is invalid');
    if (typeof trackingId !== 'string' || trackingId === '' || trackingId.length > longestTrackingId) {
      throw new Refusal(-132, 'tracking_id is invalid');
    }
    if (mode === 'development' && !adminPhones.map(internationalPhone).includes(internationalPhone(phone))) {
      throw new Refusal(-127, 'Only administrators receive messages in development mode');
    }
    const definition = usable(templateId);
    templates.requireHour(definition);
    const codes = { missing: -1121, tooLong: -1122 };
    const { text, data } = templates.fill(definition, given, codes);
    const person = recipient(phone);
    const remaining = spendQuota();
    const cost = definition.phoneCost!;
    payByPhone(cost);
    const shown = person.screen.show({
      from: account.id,
      fromAccount: true,
      at: clock(),
      text,
      template: { id: definition.id, data },
    });
    phoneMessages.push({ id: shown.id, trackingId, person });
    return {
      data: {
        msg_id: shown.id,
        sent_time: String(clock().getTime()),
        sending_mode: '1',
        quota: { dailyQuota: String(dailyQuota), remainingQuota: String(remaining) },
      },
      sent: { to: phone, text, cost },
    };
  }

  function usable(id: unknown): TemplateDefinition {
    const definition = templates.find(id);
    if (!definition || definition.phoneCost === null) throw new Refusal(-109, 'Template ID is invalid');
    if (definition.status === 'DISABLE') throw new Refusal(-146, 'Template is disabled for its quality');
    if ((definition.status ?? 'ENABLE') !== 'ENABLE') throw new Refusal(-131, 'Template is not approved');
    return definition;
  }

  function recipient(phone: string): PersonRecord {
    const person = people.byPhone(phone);
    if (!person) throw new Refusal(-118, 'Zalo account does not exist or is disabled');
    if (person.inactive) throw new Refusal(-114, 'User cannot receive the message');
    if (person.blocked || person.refusesTemplates)
      throw new Refusal(-139, 'User has refused this type of message');
    return person;
  }

  function spendQuota(): number {
    const today = new Date(clock().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    if (today !== day) [day, used] = [today, 0];
    used += 1;
    if (used > dailyQuota) throw new Refusal(-144, 'Daily quota is used up');
    return dailyQuota - used;
  }

  /** The same purse as the account's own messages, with this host's codes. */
  function payByPhone(cost: number): void {
    if (!account.cloudAccount)
      throw new Refusal(-136, 'Official Account is not linked to a Zalo Cloud Account');
    if (account.credit < cost) throw new Refusal(-137, 'Zalo Cloud Account is out of credit');
    account.credit -= cost;
  }

  return {
    'POST /message/template': message,
    'GET /template/info/v2': ({ parameters }) => ({ data: templates.info(parameters['template_id']) }),
    'GET /template/all': () => ({ data: templates.list() }),
    'GET /message/quota': () => ({
      data: { dailyQuota: String(dailyQuota), remainingQuota: String(dailyQuota - used) },
    }),
    'GET /message/status': ({ parameters }) => {
      const found = phoneMessages.find(({ id }) => id === parameters['message_id']);
      return { data: { status: found ? 1 : -1, message: '', delivery_time: '' } };
    },
  };
}
