export { escapeHtml } from './page.ts';
export { phone, phoneList, type PhoneButton, type PhoneMessage, type PhoneView } from './phones.ts';
