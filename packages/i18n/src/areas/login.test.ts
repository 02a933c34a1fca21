import { expect, it } from 'vitest';
import { catalogues } from '../catalogues.ts';

/** Every hint of BankID's and Freja's documentation, and every rule by which a login is refused. */
const SAID = {
  'login.bankId': [
    ...['outstandingTransaction', 'noClient', 'started', 'userMrtd', 'userCallConfirm', 'userSign', 'processing'],
    ...['expiredTransaction', 'certificateErr', 'userCancel', 'cancelled', 'startFailed', 'userDeclinedCall'],
    ...['notSupportedByUserApp', 'transactionRiskBlocked', 'unknownPending', 'unknownFailed'],
  ],
  'login.freja': [
    ...['STARTED', 'DELIVERED_TO_MOBILE', 'CANCELED', 'RP_CANCELED', 'EXPIRED', 'REJECTED'],
    ...['unknownPending', 'unknownFailed'],
  ],
  refusal: [
    ...[
      'LGN-CANCELLED',
      'LGN-EXPIRED',
      'LGN-FAILED',
      'LGN-PROVIDER',
      'LGN-NOT-ALLOWED',
      'LGN-ADDRESS',
      'LGN-TOO-WEAK',
      'LGN-UNKNOWN',
    ],
    ...[
      'HRG-NOT-YOURS',
      'HRG-NOT-CALLED',
      'HRG-UNKNOWN',
      'HRG-CODE',
      'HRG-CODE-OLD',
      'HRG-USED',
      'HRG-ENDED',
      'SES-ONLY-MEETING',
    ],
  ],
};

it('every hint and every refusal of a login is a sentence in both languages', () => {
  for (const [area, words] of Object.entries(SAID))
    for (const word of words)
      for (const texts of [catalogues.sv, catalogues.en])
        expect((texts as Readonly<Record<string, string>>)[`${area}.${word}`]).toMatch(/^\p{Lu}.*\.$/u);
});
