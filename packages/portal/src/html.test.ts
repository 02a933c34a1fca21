import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes every text, and nothing twice', () => {
  const name = `<script>alert('Åsa & "Bo"')</script>`;
  const inner = html`<b title="${name}">${name}</b>`;
  const escaped = '&lt;script&gt;alert(&#39;Åsa &amp; &quot;Bo&quot;&#39;)&lt;/script&gt;';
  expect(html`<p>${inner}${undefined}${false}${[inner, '<']}${7}</p>`.html).toBe(
    `<p><b title="${escaped}">${escaped}</b><b title="${escaped}">${escaped}</b>&lt;7</p>`,
  );
});
