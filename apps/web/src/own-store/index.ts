export type { OwnStore } from './own-store.ts';
export { useOwnStore } from './use-own-store.ts';
