import { createECDH, randomBytes } from 'node:crypto';
import type { GivenFile } from '../../hub/feedback/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from '../people/given.ts';
import { mayOverTheCell, type Cast, type Person } from './cast.ts';

/** What is said to the cell in these tests: who answers for it reads this in their list. */
export const saidToTheCell = 'Đề nghị sửa đường thôn';

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

  async function meetingWithDocument(): Promise<{ id: string; document: string }> {
    const id = await meeting();
    const file = { name: 'du-thao.txt', mediaType: 'text/plain', content: Buffer.from('Dự thảo') };
    return { id, document: (await hub.meetings.addDocument(operator, id, file)).id };
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

  /** A meeting of the cell, called and not yet open. */
  async function meeting(): Promise<string> {
    const startsAt = new Date(Date.now() + 3_600_000);
    return (await hub.meetings.call({ from: admin.code, unit: 'X1-C', title: anew('Họp '), startsAt })).id;
  }

  async function openMeeting(): Promise<string> {
    const id = await meeting();
    await hub.meetings.open({ memberId: admin.memberId, via: 'console' }, id);
    return id;
  }

  /** Somebody who will not come to a meeting, and waits for the secretary to accept it. */
  async function absence(): Promise<{ id: string; member: string }> {
    const id = await meeting();
    const given = { answer: 'no', reason: 'Ốm' } as const;
    await hub.attendance.answer(await memberId('plain-inside'), id, given, 'chat');
    return { id, member: 'plain-inside' };
  }

  /** The first item of its agenda. */
  async function itemOf(meetingId: string): Promise<string> {
    const [item] = await database.query<{ id: string }>(
      'select id from meeting_item where meeting_id = $1 order by position limit 1',
      [meetingId],
    );
    return item!.id;
  }

  /** A secret vote on one name, not counted yet. */
  async function ballot(): Promise<{ id: string; ballot: string }> {
    const id = await openMeeting();
    const given = { title: anew('Phiếu '), threshold: 'majority', names: ['Lê Văn Thử'] } as const;
    const by = { memberId: admin.memberId, via: 'console' } as const;
    return {
      id,
      ballot: (await hub.meetings.running.prepareBallot(by, id, { ...given, countingBoard: [] })).id,
    };
  }

  /** A meeting of the cell that is over, with minutes that were begun. */
  async function minutes(): Promise<string> {
    const id = await openMeeting();
    await hub.meetings.close(operator, id);
    await hub.meetings.papers.begin(operator, id, 'minutes');
    return id;
  }

  async function approvedMinutes(): Promise<string> {
    const id = await minutes();
    await hub.meetings.papers.approve(operator, id, { kind: 'minutes', revision: 0 });
    return id;
  }

  let sent: Promise<string> | null = null;
  /** Minutes that went to the members: the same for all, since making and reading the file takes its time. */
  function sentMinutes(): Promise<string> {
    return (sent ??= (async () => {
      const id = await approvedMinutes();
      const by = { memberId: admin.memberId, via: 'console' } as const;
      await hub.meetings.papers.sendPaper(by, id, 'minutes');
      return id;
    })());
  }

  /** Work that a meeting gave somebody: its address. */
  async function task(): Promise<string> {
    const meetingId = await openMeeting();
    const given = { what: 'Sửa đường', who: 'đồng chí An' };
    const { id } = await hub.meetings.papers.addTask(operator, meetingId, given);
    return `/console/meetings/${meetingId}/tasks/${id}`;
  }

  /** What a member says to the cell with a name; under the same key, once. */
  async function said(code: string, text: string, requestKey?: string, files: GivenFile[] = []) {
    const given = { unit: 'X1-C', kind: 'proposal', level: 'named', text, requestKey, files } as const;
    const { number } = await hub.feedback.saying.say(await memberId(code), given, 'api');
    const [row] = await database.query<{ id: string }>('select id from feedback_item where number = $1', [
      number,
    ]);
    return row!.id;
  }

  /** An opinion that waits at the cell. Each from another member: one may say only so much in a day. */
  async function opinion(): Promise<string> {
    return await said(await member(), saidToTheCell);
  }

  async function opinionWithFile(): Promise<{ id: string; file: string }> {
    const file = { name: 'ghi-chu.txt', mediaType: 'text/plain', content: Buffer.from('Ghi chú') };
    const id = await said(await member(), saidToTheCell, undefined, [file]);
    const [row] = await database.query<{ id: string }>('select id from feedback_file where item_id = $1', [
      id,
    ]);
    return { id, file: row!.id };
  }

  /** One that this person works on; of who may not, the secretary of the cell does. */
  async function taken(person: Person): Promise<string> {
    const id = await opinion();
    const secretary = people.find(({ code }) => code === 'secretary-inside')!;
    const taker = mayOverTheCell(person, 'feedback.answer') ? person : secretary;
    await hub.feedback.answering.take({ memberId: taker.memberId, via: 'console' }, id);
    return id;
  }

  async function answered(): Promise<string> {
    const id = await opinion();
    await hub.feedback.answering.reply(operator, id, { text: 'Chi bộ đã tiếp thu' });
    return id;
  }

  /** A topic that the cell offers. */
  async function topic(): Promise<string> {
    return (await hub.feedback.answering.addTopic(operator, 'X1-C', { name: anew('Việc thôn ') })).id;
  }

  async function cannedAnswer(): Promise<string> {
    const title = anew('Câu hay dùng ');
    const { answering } = hub.feedback;
    await answering.saveCannedAnswer(operator, 'X1-C', { title, text: 'Chi bộ đã tiếp thu' });
    const kept = await answering.cannedAnswers(operator, 'X1-C');
    return kept.find((one) => one.title === title)!.id;
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
    meeting,
    meetingWithDocument,
    openMeeting,
    absence,
    itemOf,
    ballot,
    minutes,
    approvedMinutes,
    sentMinutes,
    task,
    said,
    opinion,
    opinionWithFile,
    taken,
    answered,
    topic,
    cannedAnswer,
    subscription,
    word,
    anew,
  };
}
