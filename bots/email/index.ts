export { openEmail, type Email, type EmailParts } from './email.ts';
export { openReturns, type Returns, type Taken } from './returns.ts';
export { mailTokens } from './tokens.ts';
export { sealAddress } from './address.ts';
