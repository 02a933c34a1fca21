import { memoryJournal } from './memory-journal.ts';
import { journalContract } from './testing/journal-contract.ts';

const shared = memoryJournal();
journalContract('in memory', async () => shared);
