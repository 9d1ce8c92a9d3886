export { zaloOfficialAccount, type ZaloOfficialAccount } from './official-account.ts';
