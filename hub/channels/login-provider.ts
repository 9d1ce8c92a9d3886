import type { Secret } from '../platform/secret.ts';

/** What a provider that changes its tokens gives for a consent, or for the refresh token of the pair before. */
export interface TokenPair {
  access: Secret;
  refresh: Secret;
  /** From the answer on, in milliseconds. */
  accessLivesMs: number;
  refreshLivesMs: number;
}

export type LoginExchange =
  | { kind: 'pair'; pair: TokenPair }
  /**
   * For good. `problem` is a short word without anything secret; `spent`: the code or token is used up or expired, so
   * that mending something else does not help.
   */
  | { kind: 'refused'; problem: string; spent: boolean }
  /** Not `asked`: it cannot have arrived. Asked: the provider may have changed the tokens all the same. */
  | { kind: 'no-answer'; asked: boolean; detail: string };

/** What may keep an account from doing what the hub wants of it. */
export type AccountFault = 'not-verified' | 'plan-too-low' | 'no-cloud-account';

/** The account for which we speak, as the provider describes it. */
export interface ProviderAccount {
  /** The provider's id; empty where it does not say. */
  id: string;
  name: string;
  /** As the provider calls it. */
  plan: string;
  verified: boolean;
  faults: readonly AccountFault[];
}

/** How somebody lets us speak for an account at a provider. */
export interface LoginProvider {
  /** What binds a consent to the exchange of its code (PKCE). */
  newVerifier(): Secret;
  /** Where to send the browser of whoever may consent; it comes back to `redirectUri` with a code and the state. */
  consentUrl(request: { redirectUri: string; state: string; verifier: Secret }): string;
  /** A code is good for one exchange, with the verifier of its consent. */
  byCode(code: string, verifier: Secret): Promise<LoginExchange>;
  /** A refresh token is good for one exchange, with which also the access token of its pair dies. */
  byRefreshToken(token: Secret): Promise<LoginExchange>;
}
