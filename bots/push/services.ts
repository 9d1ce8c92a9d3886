/**
 * Push services of the browsers there are: Chrome and what is built on it, Firefox, Edge and Windows, Safari. Endpoints
 * come from browsers, so whoever could name any would let us knock at any door, and believe any answer.
 */
const known = [
  'fcm.googleapis.com',
  'jmt17.google.com',
  'updates.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
];

/**
 * Says whether an endpoint belongs to a push service that we send to.
 *
 * @param more further hosts, such as `push.example.org` or `*.example.org`; or a whole origin on this machine, such as
 *   `http://127.0.0.1:8090`
 */
export function pushServices(more: readonly string[] = []): (endpoint: string) => boolean {
  const allowed = [...known, ...more];
  return (endpoint) => {
    const url = URL.parse(endpoint);
    if (!url || url.username !== '' || url.password !== '') return false;
    if (allowed.includes(url.origin)) return true;
    if (url.protocol !== 'https:' || url.port !== '') return false;
    return allowed.some((host) =>
      host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host,
    );
  };
}
