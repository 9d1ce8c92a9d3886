import type { Action, RoleName } from '../../hub/people/index.ts';

/** Written here once more, on purpose: what may.ts says is held against this. */
const leads: readonly Action[] = [
  'notice.send',
  'notice.read',
  'notice.cancel',
  'notice.remind',
  'notice.tell',
  'notice.resend',
  'notice.export',
  'member.read',
  'member.invite',
  'member.import',
  'member.export',
  'member.edit',
  'member.status',
  'member.unlink',
  'member.answer',
  'unit.read',
  'unit.export',
  'audit.read',
  'meeting.read',
  'meeting.call',
  'meeting.run',
  'attendance.people',
  'feedback.report',
  'consultation.ask',
  'library.keep',
  'library.gaps',
];
/** Held in the very unit, none below. */
export const withoutReach: readonly Action[] = ['attendance.people', 'feedback.answer', 'consultation.names'];
const office: readonly Action[] = [
  ...leads,
  'member.move',
  'member.data',
  'member.erase',
  'role.give',
  'unit.import',
  'unit.reorganise',
  'channel.manage',
];
export const rightsOf: Readonly<Record<RoleName | 'plain', readonly Action[]>> = {
  plain: [],
  secretary: [...leads, 'feedback.answer', 'consultation.names'],
  deputy: [...leads, 'feedback.answer', 'consultation.names'],
  committee: ['notice.read', 'member.read', 'unit.read', 'meeting.read', 'feedback.report'],
  officer: [...office, 'feedback.answer', 'consultation.names'],
  admin: [...office, 'role.give-admin', 'token.create', 'feedback.unseal'],
};
