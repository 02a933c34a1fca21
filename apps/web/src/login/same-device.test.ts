import { expect, it } from 'vitest';
import { sameDeviceLink } from './same-device.ts';

const open = 'https://app.bankid.com/?autostarttoken=t';

it('comes back to the page on an iPhone, and stays where it is elsewhere', () => {
  expect(sameDeviceLink(open, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)', 'https://k.se/login/bankId?next=/m/a')).toBe(
    `${open}&redirect=https%3A%2F%2Fk.se%2Flogin%2FbankId%3Fnext%3D%2Fm%2Fa`,
  );
  expect(sameDeviceLink(open, 'Mozilla/5.0 (Linux; Android 16)', 'https://k.se/')).toBe(`${open}&redirect=null`);
});

it('adds nothing to another app’s address', () => {
  const freja = 'frejaeid://bindUserToTransaction?transactionReference=r';
  expect(sameDeviceLink(freja, 'iPhone', 'https://k.se/')).toBe(freja);
});
