export { type Area, area } from './area.ts';
export { catalogues, type TextKey } from './catalogues.ts';
export { isTextKey, type Language, listOf, type TextValues, text } from './format.ts';
export { plain, say } from './phrase.ts';
export { quotientText } from './quotient.ts';
export { statutesText, statuteText } from './statute.ts';
export { dateText, durationText, TIME_ZONE, timeSpan, timeText, timeWithSeconds, weekdayText } from './time.ts';
export { groupHeading, passageText } from './minutes-text.ts';
