import { expect, it } from 'vitest';
import { headersOf } from './routes.ts';

const named = (title: string, isForAll = true) =>
  headersOf({ title, item: '§ 1' as never, bytes: Buffer.from(''), sha256: 'ab' }, isForAll);

it('a document is always sent as PDF, and no title of it can begin a header or a parameter of its own', () => {
  const headers = named('a"; filename=evil.html\r\nset-cookie: x=1; Å');
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['content-disposition']).toBe(
    "inline; filename*=UTF-8''a%22%3B%20filename%3Devil.html%0D%0Aset-cookie%3A%20x%3D1%3B%20%C3%85.pdf",
  );
});

it('what the public may not read is left on no disk of a reader', () => {
  expect(named('Köpekontrakt', false)['cache-control']).toBe('no-store');
  expect(named('Budget')['cache-control']).toBe('private, no-cache');
});
