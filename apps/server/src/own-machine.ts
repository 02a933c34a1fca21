/** Whether an address never leaves this machine: only then may what is sent there go unencrypted. */
export function isOwnMachine(address: string): boolean {
  const { hostname } = new URL(address);
  // Nothing: a socket in the file system.
  return ['', 'localhost', '[::1]'].includes(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname);
}
