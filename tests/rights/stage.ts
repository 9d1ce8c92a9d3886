import { createECDH, randomBytes } from 'node:crypto';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from '../people/given.ts';
import type { Cast, Person } from './cast.ts';

export type Stage = ReturnType<typeof stage>;

/** Sets up what a request is about: always in or from the cell X1-C, always new, so that asking twice meets it fresh. */
export function stage({ hub, people }: Cast) {
  const { database, people: ofPeople, notices } = hub;
  let next = 0;
  const anew = (prefix: string) => `${prefix}${String((next += 1)).padStart(4, '0')}`;
  const admin = people.find(({ code }) => code === 'admin-inside')!;

  async function member(): Promise<string> {
    const code = anew('M');
    await ofPeople.importMembers(operator, csv(memberHeader, `${code},Lê Văn Thử ${next},X1-C,,official,,,`));
    return code;
  }

  async function memberId(code: string): Promise<string> {
    return (await ofPeople.memberByCode(code)).id;
  }

  async function notice(): Promise<string> {
    const title = `Thông báo của chi bộ thôn ${anew('')}`;
    const { id } = await notices.send({
      from: admin.code,
      unit: 'X1-C',
      title,
      body: 'Nội dung',
      wantsAck: true,
    });
    return id;
  }

  /** A member of the cell who has a chat now, and was not reached by a notice before. */
  async function deadLetter(): Promise<{ notice: string; member: string }> {
    const code = await member();
    const { inviteId } = await ofPeople.openInvite((await ofPeople.invite(operator, code)).code);
    const consent = { consentText: 'Đồng ý?', language: 'vi' as const };
    await ofPeople.link({ inviteId, channel: 'web', address: anew('dead-'), ...consent });
    const id = await notice();
    await database.query(
      `insert into delivery (notice_id, member_id, unit_id, state, reason)
       select $1, $2, unit_id, 'unreachable', 'no-channel' from notice where id = $1`,
      [id, await memberId(code)],
    );
    return { notice: id, member: code };
  }

  async function chat(code: string, channel: 'telegram' | 'web' = 'telegram'): Promise<string> {
    const { inviteId } = await ofPeople.openInvite((await ofPeople.invite(operator, code)).code);
    const consent = { consentText: 'Đồng ý?', language: 'vi' as const };
    await ofPeople.link({ inviteId, channel, address: anew('7000'), ...consent });
    const [row] = await database.query<{ id: string }>(
      `select id from chat where member_id = $1 and state = 'active'`,
      [await memberId(code)],
    );
    return row!.id;
  }

  async function rowOf(table: 'membership' | 'member_status' | 'role', code: string): Promise<string> {
    const [row] = await database.query<{ id: string }>(
      `select id from ${table} where member_id = $1 and to_on is null order by from_on desc limit 1`,
      [await memberId(code)],
    );
    return row!.id;
  }

  /** A member of the cell who is in another of the commune for a time: the row of that stay. */
  async function stay(): Promise<{ code: string; id: string }> {
    const code = await member();
    await ofPeople.move(operator, code, {
      to: 'X1-B-C',
      kind: 'temporary',
      from: '2026-11-24',
      reason: 'Đi học',
    });
    const [row] = await database.query<{ id: string }>(
      `select id from membership where member_id = $1 and kind = 'temporary'`,
      [await memberId(code)],
    );
    return { code, id: row!.id };
  }

  async function held(): Promise<{ code: string; id: string }> {
    const code = await member();
    await ofPeople.giveRole(operator, code, {
      role: 'committee',
      unit: 'X1-C',
      from: '2026-11-24',
      reason: 'Chuẩn y',
    });
    return { code, id: await rowOf('role', code) };
  }

  async function reduced(): Promise<{ code: string; id: string }> {
    const code = await member();
    await ofPeople.setStatus(operator, code, { status: 'reduced', from: '2026-11-24', reason: 'Tuổi cao' });
    const [row] = await database.query<{ id: string }>(
      `select id from member_status where member_id = $1 and status = 'reduced'`,
      [await memberId(code)],
    );
    return { code, id: row!.id };
  }

  /** A notice of the cell with one file: what was written and kept before sending, by this person. */
  async function draft({ memberId: writer }: Person): Promise<string> {
    const fields = {
      unit: 'X1-C',
      to: 'members',
      kind: 'notice',
      title: anew('Nháp '),
      body: 'Nội dung',
      when: 'now',
    };
    return await notices.saveDraft(
      { memberId: writer, via: 'console' },
      { id: null, fields, keep: [], files: [] },
    );
  }

  /** A directive of the commune that goes level by level, and waits for the cell to pass it on. */
  async function cascade(): Promise<string> {
    const directive = { title: anew('Từng cấp '), body: 'Nội dung', cascade: true };
    return (await notices.send({ from: 'admin-above', unit: 'X1', ...directive })).id;
  }

  /** The same, passed on by the cell, to whose members it has not gone yet. */
  async function passedOn(): Promise<string> {
    const id = await cascade();
    await notices.cascade.passOn({ memberId: admin.memberId, via: 'console' }, id, { unit: 'X1-C' });
    return id;
  }

  async function noticeWithFile(): Promise<{ id: string; file: string }> {
    const file = { name: 'ke-hoach.txt', mediaType: 'text/plain', content: Buffer.from('Kế hoạch') };
    const given = { from: admin.code, unit: 'X1-C', title: anew('Kèm tệp '), body: '', attachments: [file] };
    const { id } = await notices.send(given);
    const [row] = await database.query<{ id: string }>('select id from attachment where notice_id = $1', [
      id,
    ]);
    return { id, file: row!.id };
  }

  async function importDraft(
    { memberId: owner }: Person,
    file: { name: string; content: string },
  ): Promise<string> {
    const kept = { fileName: file.name, bytes: Buffer.from(file.content) };
    return (await ofPeople.saveDraft({ memberId: owner, via: 'console' }, 'members', kept)).id;
  }

  async function request(): Promise<string> {
    const id = await memberId(await member());
    await ofPeople.ask(id, 'correction', 'Đề nghị sửa ngày vào Đảng');
    const [row] = await database.query<{ id: string }>('select id from member_request where member_id = $1', [
      id,
    ]);
    return row!.id;
  }

  /** A cell of its own under X1, so that closing it takes nobody else's place away. */
  async function unit(): Promise<string> {
    const code = anew('X1-N');
    await ofPeople.importUnits(
      operator,
      csv('code,name,kind,parent_code', `${code},Chi bộ thử ${next},cell,X1`),
    );
    return code;
  }

  /** A group that is linked to the cell. */
  async function group(): Promise<string> {
    const { id: unitId } = await ofPeople.unitByCode('X1-C');
    const { code: text } = await hub.groups.makeCode({ channel: 'zalo', unitId, by: admin.memberId });
    const said = { channel: 'zalo', address: anew('group-'), text } as const;
    const link = await database.transaction((sql) => hub.groups.link(said, sql));
    if (link.kind !== 'linked') throw new Error(link.kind);
    return link.groupId;
  }

  const word = () => randomBytes(6).toString('hex');

  /** What a browser hands out so that it can be woken, made for this key of ours. */
  function subscription(madeFor: string): Record<string, string> {
    return {
      endpoint: `https://fcm.googleapis.com/fcm/send/${word()}`,
      p256dh: createECDH('prime256v1').generateKeys('base64url'),
      auth: randomBytes(16).toString('base64url'),
      madeFor,
    };
  }

  return {
    member,
    memberId,
    notice,
    noticeWithFile,
    cascade,
    passedOn,
    chat,
    deadLetter,
    stay,
    held,
    reduced,
    draft,
    importDraft,
    request,
    unit,
    group,
    subscription,
    word,
    anew,
  };
}
