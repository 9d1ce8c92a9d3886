export { notices, type Notices } from './notices.ts';
export type { NoticeStatus } from './following.ts';
export type { NewAttachment, NewNotice } from './new-notice.ts';
export type { WaitingNotice } from './answers.ts';
export { acknowledgePrefix, noticeContent } from './content.ts';
export { noticeData } from './personal-data.ts';
