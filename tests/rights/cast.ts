import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailStandIn, type MailStandIn } from '../../bots/email/stand-in/index.ts';
import { compose, type Hub } from '../../hub/compose.ts';
import { readConfig } from '../../hub/config.ts';
import { scopes, type Action, type RoleName } from '../../hub/people/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import type { App } from '../../hub/platform/http.ts';
import { openWeb } from '../../hub/web.ts';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import { rightsOf, withoutReach } from '../people/rights-table.ts';
import { databaseOnServer } from '../support/database.ts';

/**
 * Where a person stands to the cell X1-C, which everything in these tests is about: in it, in the commune above
 * it, or in a cell elsewhere.
 */
export const positions = { inside: 'X1-C', above: 'X1', outside: 'X2-C' } as const;
export type Position = keyof typeof positions;
export const roles = ['plain', 'secretary', 'deputy', 'committee', 'officer', 'admin'] as const;

export interface Person {
  /** Such as `secretary-inside`; also the member code. */
  code: string;
  memberId: string;
  role: RoleName | 'plain';
  position: Position;
  /** `Authorization` with all scopes. */
  api: { authorization: string };
  /** A session of the console; of who holds no role, for the pages that every member has. */
  cookie: string;
}

/** A role reaches its unit and all below, never beside or above. */
export function mayOverTheCell(
  { role, position }: Pick<Person, 'role' | 'position'>,
  right: Action,
): boolean {
  if (withoutReach.includes(right) && position !== 'inside') return false;
  return position !== 'outside' && rightsOf[role].includes(right);
}

export interface Cast {
  hub: Hub;
  app: App;
  people: readonly Person[];
  mail: MailStandIn;
  /** For what needs a real line. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** The real application on a database of its own, and one person for each role in each position. */
export async function openCast(): Promise<Cast> {
  const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-rights-'));
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? await databaseOnServer(given) : null;
  const mail = mailStandIn();
  const config = readConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: server?.url,
    REDIS_URL: process.env['TEST_REDIS_URL'],
    QUIET_HOURS: 'off',
    SMTP_URL: await mail.listen(),
    MAIL_FROM: 'caunoi@example.vn',
    MAIL_WEBHOOK_SECRET: 'a-secret-of-the-mail-server',
    VAPID_SUBJECT: 'mailto:vanphong@example.vn',
    LOG_LEVEL: 'silent',
  });
  const hub = await compose(config, { as: 'hub' });
  const { people } = hub;
  const rows = roles.flatMap((role) =>
    Object.entries(positions).map(
      ([position, unit]) =>
        `${role}-${position},Đồng chí ${role} ${position},${unit},${role === 'plain' ? '' : role},official,,,`,
    ),
  );
  await people.importUnits(operator, smallProvince);
  await people.importMembers(operator, csv(memberHeader, ...rows));
  const index = hub.library.holdIndex();
  const app = (await openWeb(hub)) as App;
  await app.ready();

  let listening: Promise<string> | null = null;
  const cast: Person[] = [];
  for (const role of roles) {
    for (const position of Object.keys(positions) as Position[]) {
      const code = `${role}-${position}`;
      const { token } = await people.createToken(code, scopes);
      const signed = await people.signInLink(operator, code, { forOwnPages: true });
      const opened = await people.openSession(signed.token, 'Chrome · Windows');
      cast.push({
        code,
        memberId: (await people.memberByCode(code)).id,
        role,
        position,
        api: { authorization: `Bearer ${token}` },
        cookie: `caunoi_console=${opened!.cookie}`,
      });
    }
  }
  return {
    hub,
    app,
    people: cast,
    mail,
    listen: () => (listening ??= app.listen({ port: 0, host: '127.0.0.1' })),
    async close() {
      await app.close();
      await index.stop();
      await hub.close();
      await mail.close();
      await server?.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
