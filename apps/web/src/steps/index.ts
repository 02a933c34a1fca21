export { CommandDialog } from './command-dialog.tsx';
export { RefusalLine } from './refusal-line.tsx';
export { refusalText, statutesFor } from './refusal-text.ts';
export { stepIcon } from './step-icons.ts';
export { type Steps, useSteps } from './use-steps.tsx';
