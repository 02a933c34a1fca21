/** One login link of the demo: where, and the single token in it. */
export type DemoLink = { readonly origin: string; readonly token: string; readonly name: string };

const LINK = /(https?:\/\/[^\s/]+)\/in\/([\w-]+)/;

/** Reads the links as the server prints them: one a line, with the person's name somewhere before it. */
export function readLinks(text: string): readonly DemoLink[] {
  return text.split('\n').flatMap((line) => {
    const found = LINK.exec(line);
    if (found === null) return [];
    const [, origin = '', token = ''] = found;
    return [
      {
        origin,
        token,
        name: line
          .slice(0, found.index)
          .replaceAll(/[\t:|]+/g, ' ')
          .trim(),
      },
    ];
  });
}

/** Logs in by a demo link, and gives the session's cookie as it is to be sent back. */
export async function logIn(link: Pick<DemoLink, 'origin' | 'token'>): Promise<string> {
  const response = await fetch(`${link.origin}/api/login/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.token }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!response.ok || cookie === undefined)
    throw new Error(`No login by this link: HTTP ${response.status} ${await response.text()}`);
  return cookie.split(';', 1)[0] ?? '';
}
