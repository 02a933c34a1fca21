import { parseArgs } from 'node:util';
import { replayFiles } from './replay.ts';

const { values } = parseArgs({
  options: {
    votes: { type: 'string' },
    attendance: { type: 'string' },
    remits: { type: 'string' },
    remarks: { type: 'boolean' },
  },
});
const report = await replayFiles(values);
for (const line of report.remarks) console.log(`remark: ${line}`);
for (const line of report.deviations) console.log(`deviation: ${line}`);
console.log(
  `replayed ${report.votes} votes, ${report.meetings} meetings, ${report.remits} remits: ${report.deviations.length} deviations`,
);
process.exitCode = report.unreadable ? 1 : 0;
