import type { Meeting, PersonId, Unplanned } from '@klubba/meeting';
import { encode } from '../meetings/audience-view.ts';
import type { Meetings } from '../meetings/meetings.ts';
import type { HeardElsewhere } from './heard-elsewhere.ts';
import { LOOK_EVERY_MS, type LinkMonitor, linkMonitor } from './link-monitor.ts';

const LINKS_EVERY_MS = 2_000;

/** Looks after the links of those at a distance in every meeting that runs here, and shows them to the technicians. */
export function watchLinks(
  meetings: Meetings,
  elsewhere: HeardElsewhere,
  now: () => number,
  onTrouble: (error: unknown) => void,
): { readonly monitor: LinkMonitor; stop(): void } {
  const monitor = linkMonitor({
    meetingOf: (id) =>
      plannedOnly(
        meetings
          .running()
          .find(({ live }) => live.id === id)
          ?.live.now(),
      ),
    report: (id, command) => {
      meetings.bySystem(id, command).catch(onTrouble);
    },
    heardElsewhere: elsewhere.within,
    onTrouble,
    now,
  });
  for (const { live } of meetings.running()) {
    const meeting = plannedOnly(live.now());
    if (meeting !== undefined) monitor.expect(meeting);
  }
  const looking = setInterval(() => monitor.look(), LOOK_EVERY_MS);
  const showing = setInterval(() => {
    for (const { live, gallery } of meetings.running()) {
      const technicians = gallery.withDuty(['technician']);
      if (technicians.length === 0) continue;
      const bytes = encode({ type: 'links', links: monitor.views(live.id) });
      for (const technician of technicians) technician.send(bytes);
    }
  }, LINKS_EVERY_MS);
  return {
    monitor: {
      ...monitor,
      heard(meeting: Meeting, person: PersonId, telemetry) {
        elsewhere.note(meeting.plan.meeting, person);
        monitor.heard(meeting, person, telemetry);
      },
    },
    stop() {
      clearInterval(looking);
      clearInterval(showing);
      elsewhere.stop();
    },
  };
}

function plannedOnly(meeting: Meeting | Unplanned | undefined): Meeting | undefined {
  return meeting?.plan === undefined ? undefined : meeting;
}
