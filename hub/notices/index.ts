export {
  notices,
  type NewAttachment,
  type NewNotice,
  type Notices,
  type NoticeStatus,
  type WaitingNotice,
} from './notices.ts';
export { acknowledgePrefix, noticeContent } from './content.ts';
