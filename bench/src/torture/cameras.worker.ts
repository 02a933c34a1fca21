import { connectBot, type MediaBot, type ProtocolBot, startMediaBot } from '@klubba/bots';
import type { MeetingId } from '@klubba/meeting';
import { serve } from '../worker.ts';

export type Filmed = { readonly origin: string; readonly meeting: MeetingId; readonly cookies: readonly string[] };

const bots: ProtocolBot[] = [];
const media: MediaBot[] = [];

serve(
  {
    async open({ origin, meeting, cookies }: Filmed) {
      for (const cookie of cookies) {
        const bot = await connectBot({ origin, meeting, cookie });
        bots.push(bot);
        media.push(startMediaBot({ origin, meeting, cookie, bot }));
      }
    },
    missing: () =>
      media.flatMap((one, index) => {
        const who = bots[index]?.you()?.name ?? `camera ${index + 1}`;
        if (!one.isConnected()) return [`${who} is not in the video room`];
        const seen = one.sees().length;
        return seen < media.length - 1 ? [`${who} sees ${seen} of ${media.length - 1} others`] : [];
      }),
  },
  async () => {
    await Promise.all(media.map((one) => one.close()));
    for (const bot of bots) bot.close();
  },
);
