export { RefusalLine } from './refusal-line.tsx';
export { refusalText } from './refusal-text.ts';
export { stepIcon } from './step-icons.ts';
export { type Steps, useSteps } from './use-steps.tsx';
