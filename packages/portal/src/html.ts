/** HTML that is safe to send: made only by `html`, which escapes every text put into it. */
export type Html = { readonly html: string };

type Part = string | number | Html | readonly (string | Html)[] | undefined | false;

/** `html\`<li>${name}</li>\``: texts are escaped, other `Html` goes in as it is, lists are joined, `undefined` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((all, text, index) => all + flat(parts[index - 1]) + text) };
}

function flat(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map(flat).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
