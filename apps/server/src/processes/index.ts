export { explain, terminalLanguage } from './explain.ts';
export { unreachableDatabase } from './unreachable-database.ts';
export { StartProblem, type StartProblemKey } from './start-problem.ts';
export {
  type LivekitChoice,
  type ProcessEvent,
  type Processes,
  type ProcessesOptions,
  type ProcessName,
  startProcesses,
  stopOnSignals,
} from './supervise.ts';
