import { html, type Html } from '@klubba/portal';
import type { PaperWords } from './pdf.ts';
import type { Sheet, SheetPart, SheetTable } from './sheet.ts';

/** The minutes as one accessible page that needs no script and no style to be read. */
export function minutesPage(
  sheet: Sheet,
  words: PaperWords,
  downloads: readonly { readonly href: string; readonly label: string }[],
): string {
  const body = html`<body>
    <p class="bar">${downloads.map(({ href, label }) => html`<a href="${href}">${label}</a> `)}</p>
    <main class="sheet">
      <header><p><strong>${sheet.municipality}</strong><br>${sheet.body}</p><p>${sheet.kind}<br>${sheet.date}</p></header>
      <h1>${sheet.documentTitle}</h1>
      ${sheet.missing.length > 0 && html`<section class="draft"><p><strong>${words.draft}</strong></p><ul>${sheet.missing.map((one) => html`<li>${one}</li>`)}</ul></section>`}
      <dl>${sheet.front.map(({ term, lines }) => html`<dt>${term}</dt>${lines.map((line) => html`<dd>${line}</dd>`)}`)}</dl>
      ${sheet.general.map((part) => partOf(part, 2))}
      ${sheet.sections.map(
        (section) =>
          html`<section><p class="number">${section.number} ${section.diary}</p><h2>${section.title}</h2>${section.parts.map((part) => partOf(part, 3))}</section>`,
      )}
      ${sheet.signers.length > 0 && html`<section><h2>${words.signing}</h2><p>${sheet.adjustment}</p><ul class="signers">${sheet.signers.map(({ name, role }) => html`<li>${name}, ${role.toLowerCase()}</li>`)}</ul></section>`}
      ${sheet.annexes.map((annex) => html`<section><h2>${annex.title}</h2>${annex.about !== '' && html`<p>${annex.about}</p>`}${annex.tables.map(tableOf)}</section>`)}
    </main>
  </body>`;
  const head = html`<head><meta charset="utf-8"><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>${sheet.documentTitle}</title><link rel="stylesheet" href="/minutes.css"></head>`;
  return `<!doctype html><html lang="${sheet.language}">${head.html}${body.html}</html>`;
}

function partOf({ heading, blocks }: SheetPart, level: 2 | 3): Html {
  const title = level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`;
  return html`${heading !== '' && title}${blocks.map(({ kind, text }) => (kind === 'quote' ? html`<blockquote><p>${text}</p></blockquote>` : html`<p>${text}</p>`))}`;
}

function tableOf({ caption, head, rows, total }: SheetTable): Html {
  return html`<table${total.length > 0 && html` class="figures"`}>
    <caption>${caption}</caption>
    <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`)}</tbody>
    ${total.length > 0 && html`<tfoot><tr>${total.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr></tfoot>`}
  </table>`;
}

/** Its style, served from our own origin: the content policy allows none inline. */
export const MINUTES_CSS = `
body { margin: 0; background: #e6eceb; color: #16201f; font: 18px/1.5 "Source Serif 4", Georgia, serif; }
.bar { margin: 0; padding: 16px 24px; background: #fff; font-family: "Source Sans 3", system-ui, sans-serif; }
.bar a { color: #0b5563; font-weight: 600; }
.sheet { max-width: 794px; margin: 24px auto; padding: 56px 64px; background: #fff; box-sizing: border-box; }
.sheet > header { display: flex; justify-content: space-between; border-bottom: 1px solid; font: 16px/1.4 "Source Sans 3", system-ui, sans-serif; }
h1, h2, h3, dt, caption, .number, .draft { font-family: "Source Sans 3", system-ui, sans-serif; }
h1 { font-size: 26px; } h2 { font-size: 24px; margin: 4px 0 16px; } h3 { font-size: 19px; margin: 24px 0 4px; }
p { margin: 0 0 12px; } .number { margin: 40px 0 0; } dt { font-weight: 600; margin-top: 16px; } dd { margin: 0; }
blockquote { margin: 0 0 12px 24px; white-space: pre-line; }
.draft { border: 2px solid #8a5300; padding: 12px 16px; }
table { border-collapse: collapse; width: 100%; margin: 16px 0; font: 16px/1.4 "Source Sans 3", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; } th, td { text-align: left; padding: 6px 8px; border-bottom: 1px solid #c5cfce; font-weight: 400; }
thead th, tfoot th, tfoot td { font-weight: 600; border-bottom: 2px solid; } .figures td, .figures thead th:not(:first-child) { text-align: right; }
@media (max-width: 700px) { .sheet { padding: 24px 16px; margin: 0; } }
@media print { .bar { display: none; } body { background: none; } .sheet { margin: 0; padding: 0; max-width: none; } }
`;
