import type { Instant, Meeting } from '@klubba/meeting';
import type { ReactNode } from 'react';
import { useServerNow } from '../live/index.ts';
import { WallVote } from '../ui/index.ts';
import { pageTurn } from './page-turn.ts';

/** Words or figures above, every seat below; in the largest bodies each in its turn, without motion. */
export function VotePages(props: {
  readonly meeting: Meeting;
  /** Since when this is shown: from there the pages take turns, the same on every screen. */
  readonly since: Instant;
  readonly top: ReactNode;
  readonly seats: ReactNode;
}) {
  const { meeting, since, top, seats } = props;
  const now = useServerNow(1_000);
  switch (pageTurn(meeting.plan.seats.length, since, now)) {
    case 'all':
      return <WallVote top={top} seats={seats} />;
    case 'figures':
      return <WallVote top={top} />;
    case 'names':
      return <WallVote seats={seats} />;
  }
}
