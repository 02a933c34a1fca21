/** The whole of the law, and why it says no: large, so the member's first screen comes without it. See `use-law.ts`. */
export { refusalText } from '../steps/index.ts';
export { inTheWayOf } from './lawful.ts';
