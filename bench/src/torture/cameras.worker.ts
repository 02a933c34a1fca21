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
    inPicture: () => media.every((bot) => bot.isConnected() && bot.sees().length >= media.length - 1),
  },
  async () => {
    await Promise.all(media.map((one) => one.close()));
    for (const bot of bots) bot.close();
  },
);
