import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Hall } from './hall.ts';

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** The draft as the secretary reads it, as a web page and as PDF: the words alone. */
export async function readMinutes(
  hall: Hall,
  secretary: Page,
): Promise<{ readonly page: string; readonly pdf: string }> {
  const address = `${hall.origin}/api/meetings/${encodeURIComponent(hall.plan.meeting)}/minutes`;
  const paper = await secretary.context().request.get(`${address}.pdf`);
  const pdf = await wordsOf(new Uint8Array(await paper.body()));
  await secretary.goto(`${address}.html`);
  return { page: oneLine(await secretary.locator('body').innerText()), pdf };
}

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const words: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) words.push(item.str, item.hasEOL ? ' ' : '');
  }
  await document.cleanup();
  // Typeset lines are broken with soft hyphens.
  return oneLine(words.join('')).replaceAll('\u00ad ', '').replaceAll('\u00ad', '');
}
