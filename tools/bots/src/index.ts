export { type Evening, type EveningOptions, type Guest, startEvening } from './evening.ts';
export { type DemoLink, logIn, readLinks } from './log-in.ts';
export { type MediaBot, type MediaBotOptions, startMediaBot } from './media-bot.ts';
export { type BotOptions, type BotOutcome, connectBot, type ProtocolBot } from './protocol-bot.ts';
export { PATTERN_HEIGHT, PATTERN_WIDTH, patternFrame, SAMPLE_RATE, toneSamples } from './test-pattern.ts';
