/** What a browser says of itself, in a few words a person recognises: `Chrome · Android`. No version, no more. */
export function deviceOf(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  const browser = /Zalo/i.test(agent)
    ? 'Zalo'
    : /CocCoc|coc_coc/i.test(agent)
      ? 'Cốc Cốc'
      : /Edg/i.test(agent)
        ? 'Edge'
        : /SamsungBrowser/i.test(agent)
          ? 'Samsung Internet'
          : /Firefox|FxiOS/i.test(agent)
            ? 'Firefox'
            : /Chrome|CriOS/i.test(agent)
              ? 'Chrome'
              : /Safari/i.test(agent)
                ? 'Safari'
                : 'Web';
  const system = /Android/i.test(agent)
    ? 'Android'
    : /iPhone|iPad/i.test(agent)
      ? 'iPhone, iPad'
      : /Windows/i.test(agent)
        ? 'Windows'
        : /Mac OS X/i.test(agent)
          ? 'Mac'
          : /Linux/i.test(agent)
            ? 'Linux'
            : '';
  return system ? `${browser} · ${system}` : browser;
}
