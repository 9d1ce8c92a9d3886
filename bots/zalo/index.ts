export { zaloOfficialAccount, type ZaloOfficialAccount } from './official-account.ts';
export { zaloFileHosts } from './files.ts';
