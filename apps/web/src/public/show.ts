import type { Html } from '@klubba/portal';
import { morph } from './morph.ts';

/** Puts a page where the server's stands. */
export function show(page: Html, title: string): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id "root".');
  const fresh = document.createElement('template');
  fresh.innerHTML = page.html;
  const wanted = document.createElement('div');
  wanted.append(fresh.content);
  morph(root, wanted);
  if (document.title !== title) document.title = title;
}
