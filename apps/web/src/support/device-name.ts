const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/iPad/u, 'iPad'],
  [/iPhone/u, 'iPhone'],
  [/Android/u, 'Android'],
  [/CrOS/u, 'Chromebook'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'Mac'],
  [/Linux/u, 'Linux'],
];
/** Most browsers also claim to be the ones further down, so the order matters. */
const BROWSERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/Edg(?:A|iOS)?\/(\d+)/u, 'Edge'],
  [/Firefox\/(\d+)|FxiOS\/(\d+)/u, 'Firefox'],
  [/Chrome\/(\d+)|CriOS\/(\d+)/u, 'Chrome'],
  [/Version\/(\d+).*Safari/u, 'Safari'],
];

/** "iPad, Safari 18" from what the browser calls itself; what is not recognised is shown as it is. */
export function deviceName(told: string | undefined): string | undefined {
  if (told === undefined || !told.startsWith('Mozilla/')) return told;
  const system = SYSTEMS.find(([sign]) => sign.test(told))?.[1];
  const browser = BROWSERS.flatMap(([sign, name]) => {
    const found = sign.exec(told);
    return found === null ? [] : [`${name} ${found.slice(1).find((part) => part !== undefined) ?? ''}`.trim()];
  })[0];
  const known = [system, browser].filter((part) => part !== undefined);
  return known.length === 0 ? told : known.join(', ');
}
