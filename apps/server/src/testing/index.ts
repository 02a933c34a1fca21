/** For benches: a real directory to log in through, and a browser without pages. */
export { directoryReturn } from '../identity/directory-routes.ts';
export { TestBrowser } from '../identity/testing/test-browser.ts';
export { AT_KEYBOARD, startTestDirectory, type TestDirectory } from '../identity/testing/test-directory.ts';
