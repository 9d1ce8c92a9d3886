/** Under which names people find us, as the hub last said. */
interface Accounts {
  names(): Promise<{ telegram?: string; zalo?: string; web?: string }>;
}

/**
 * Where people find us: our own pages, and each channel whose name we know.
 *
 * @param publicUrl while nothing is known: what the hub last said of itself goes before a command's own settings
 */
export function addresses(accounts: Accounts, publicUrl: string) {
  /** Where people reach our pages, as the hub last said. */
  async function ofPages(): Promise<string> {
    const { web = publicUrl } = await accounts.names();
    return web;
  }

  /** Where a person can use a code. */
  async function linksFor(code: string): Promise<{ telegram?: string; zalo?: string; web: string }> {
    const plain = code.replaceAll('-', '');
    const { telegram, zalo } = await accounts.names();
    return {
      ...(telegram ? { telegram: `https://t.me/${telegram}?start=${plain}` } : {}),
      // Zalo carries no code: whoever opens the account says it there.
      ...(zalo ? { zalo: `https://zalo.me/${zalo}` } : {}),
      web: `${await ofPages()}/join/${plain}`,
    };
  }

  /** @param to the page of the console that it leads to; default: the first one */
  async function signInUrl(token: string, to?: string): Promise<string> {
    const leadingTo = to === undefined ? '' : `?${new URLSearchParams({ to }).toString()}`;
    return `${await ofPages()}/signin/${token}${leadingTo}`;
  }

  return { publicUrl: ofPages, linksFor, signInUrl };
}
