export { type Area, area } from './area.ts';
export { catalogues, type TextKey } from './catalogues.ts';
export { isTextKey, type Language, listOf, type TextValues, text } from './format.ts';
