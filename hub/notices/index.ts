export { notices, type Notices, type NoticeStatus } from './notices.ts';
export type { NewAttachment, NewNotice } from './new-notice.ts';
export type { WaitingNotice } from './answers.ts';
export { acknowledgePrefix, noticeContent } from './content.ts';
