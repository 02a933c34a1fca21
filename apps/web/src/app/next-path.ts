/** Where to go after logging in: a path of our own, never another site's address. */
export function nextPath(wanted: string | null): string {
  if (wanted === null || !wanted.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return '/';
  return wanted;
}

/** The token of a demo link, whether the whole address or its end was pasted. */
export function demoToken(pasted: string): string {
  return pasted.trim().split('/').at(-1) ?? '';
}
