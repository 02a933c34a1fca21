/**
 * The address that opens the app on this device. BankID's app has to be told where to go afterwards: only Safari on an
 * iPhone or iPad needs an address; everywhere else the browser is simply still there (`null`).
 */
export function sameDeviceLink(open: string, userAgent: string, here: string): string {
  if (!open.startsWith('https://app.bankid.com/')) return open;
  const isApple = /iPhone|iPad|iPod/.test(userAgent);
  return `${open}&redirect=${isApple ? encodeURIComponent(here) : 'null'}`;
}
