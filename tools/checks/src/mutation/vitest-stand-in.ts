/** What a test gets when it imports `vitest` under Stryker: vitest's own `expect`, and tests that can be run again and again. */
export { expect } from 'vitest';
export { describe, it, it as test } from './recorded-tests.ts';
