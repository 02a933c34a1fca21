import { listOf, timeText } from '@klubba/i18n';
import { type Meeting, personWithParty } from '@klubba/meeting';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { Button, Panel } from '../ui/index.ts';
import { HandOutDialog } from './hand-out-dialog.tsx';
import { receipts } from './receipts.ts';
import css from './secretary.module.css';

/** So many are named who have not opened a paper; of more, how many. */
const NAMED = 4;

/** What was handed out at the meeting, who has opened it, and the way to hand out more. */
export function Papers({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const [handing, setHanding] = useState(false);
  const all = receipts(meeting);
  return (
    <Panel title={t('secretary.papers')}>
      {all.length === 0 && <p>{t('secretary.papers.none')}</p>}
      <ul className={css.papers}>
        {all.map((one) => {
          const number = meeting.agenda.items[one.item]?.number;
          const names = one.missing.map((person) => personWithParty(meeting.plan, person));
          const handed = timeText(one.document.handedOutAt ?? 0);
          return (
            <li key={one.document.id}>
              <div className={css.paperHead}>
                <a
                  href={`/api/meetings/${meeting.plan.meeting}/documents/${one.document.id}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {one.document.title}
                </a>
                <span>{t('chair.of', { present: one.have, seats: one.wanted })}</span>
              </div>
              <meter
                min={0}
                max={Math.max(1, one.wanted)}
                value={one.have}
                aria-label={t('secretary.papers.meter', { title: one.document.title })}
                className={css.meter}
              />
              <span className={css.soft}>
                {one.missing.length === 0
                  ? t('secretary.papers.all', { time: handed, number: number ?? 0 })
                  : names.length <= NAMED
                    ? t('secretary.papers.missing', { names: listOf(language, names) })
                    : t('secretary.papers.missingMany', {
                        names: listOf(language, names.slice(0, NAMED)),
                        more: names.length - NAMED,
                      })}
              </span>
            </li>
          );
        })}
      </ul>
      {meeting.agenda.phase !== 'closed' && (
        <Button wide icon={FileUp} onPress={() => setHanding(true)}>
          {t('secretary.handOut')}
        </Button>
      )}
      {handing && <HandOutDialog meeting={meeting} onClose={() => setHanding(false)} />}
    </Panel>
  );
}
