import type { BallotJob, BallotReport } from '@klubba/ballot';
import type { Report } from '../report.ts';
import type { Language } from '../texts.ts';

/** What is sent to a worker of the page. */
export type Request =
  | {
      readonly kind: 'verify';
      readonly bytes: Uint8Array;
      readonly language: Language;
      readonly receipts?: string;
      readonly source: string;
    }
  | { readonly kind: 'examine'; readonly id: number; readonly job: BallotJob };

/** What a worker answers. */
export type Answer =
  | { readonly kind: 'progress'; readonly examined: number; readonly all: number }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'examined'; readonly id: number; readonly reports: readonly BallotReport[] };
