import { describe, expect, it } from 'vitest';
import { PUBLIC_AUDIENCE } from '../audience/audience.ts';
import { showFact } from '../audience/show.ts';
import { decide } from '../decide.ts';
import type { BodyId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import { councilPlan, given, item, person, type Scene } from '../testing/index.ts';

const lena = person('Lena Torstensson');
const petter = person('Petter Boman');
const secretary = councilPlan().duties.find((one) => one.duty === 'secretary')!.person;
const scene = given(councilPlan({ remoteGranted: [], notice: { announcedOn: null, sentOn: null } }));
const source = { kind: 'unsettledDefault' } as const;
const changed = (change: Partial<MeetingPlan>, from: Scene = scene) =>
  from.when({ type: 'changePlan', plan: { ...from.meeting.plan, ...change }, by: secretary }, 'system');
const titles = ({ meeting }: Scene) => meeting.agenda.order.map((id) => meeting.agenda.items[id]?.title);

describe('changing the plan of a meeting', () => {
  it('MTG-PLAN-CHANGE time, place and items are as the desk wants them, as long as nobody has come', () => {
    const tabled = { by: 'Kommunstyrelsen', text: 'Taxan fastställs.' };
    const items = [item(1, 'Upprop', 'rollCall'), item(2, 'Taxa för vatten', 'matter', { tabled })];
    const startsAt = scene.meeting.plan.startsAt + 3_600_000;
    const after = changed({ place: 'Folkets hus', startsAt, items }).then({ type: 'PlanChanged', by: secretary });
    expect([after.meeting.plan.place, after.meeting.plan.startsAt]).toEqual(['Folkets hus', startsAt]);
    expect(titles(after)).toEqual(['Upprop', 'Taxa för vatten']);
    expect(Object.values(after.meeting.proposals.byId).map(({ text }) => text)).toEqual(['Taxan fastställs.']);
  });

  it('MTG-PLAN-CHANGE what people have answered and applied for stands', () => {
    const answered = scene
      .after({ type: 'answerNotice', person: lena, answer: 'absent' }, lena)
      .after({ type: 'applyRemote', person: petter, reason: 'Bor långt bort' }, petter);
    const { notice, remote } = changed({ place: 'Folkets hus' }, answered).then({ type: 'PlanChanged' }).meeting;
    expect([notice.answers[lena]?.answer, remote.permissions[petter]?.state]).toEqual(['absent', 'applied']);
    const inRoom = changed({ form: 'physical' }, answered).then({ type: 'PlanChanged' }).meeting;
    expect(inRoom.remote.permissions).toEqual({});
  });

  it('MTG-PLAN-CHANGE once check-in is open, and for another body, no more', () => {
    const open = scene.after({ type: 'openCheckIn' }, secretary);
    changed({ place: 'Folkets hus' }, open).refuses('MTG-PLAN-CHANGE', { state: 'checkIn' });
    const body = { ...scene.meeting.plan.body, id: 'another' as BodyId };
    changed({ body }).refuses('MTG-PLAN-CHANGE', { state: 'another' });
  });

  it('MTG-BALLOT-PLANNED what needs a closed ballot is not on an agenda at a distance before the body has decided so', () => {
    const employment = { office: 'förvaltningsdirektör', places: 1, closed: true };
    const director = item(9, 'Anställning av förvaltningsdirektör', 'election', { election: employment });
    const items = [...scene.meeting.plan.items, director];
    const { body } = scene.meeting.plan;
    const allowing = { ...body, settings: { ...body.settings, remoteClosedBallot: { value: true, source } } };
    changed({ form: 'hybrid', items }).refuses('MTG-BALLOT-PLANNED', { number: 9 });
    changed({ form: 'physical', items }).then({ type: 'PlanChanged' });
    changed({ form: 'hybrid', items, body: allowing }).then({ type: 'PlanChanged' });
    const open = { ...director, election: { ...employment, closed: false } };
    changed({ form: 'hybrid', items: [open] }).then({ type: 'PlanChanged' });
  });

  it('MTG-BALLOT-PLANNED nor planned so from the start, nor taken up at the meeting', () => {
    const employment = { office: 'förvaltningsdirektör', places: 1, closed: true };
    const director = item(9, 'Anställning', 'election', { election: employment });
    const plan = { ...scene.meeting.plan, form: 'hybrid' as const };
    const context = { actor: 'system', at: 0, id: 'first' } as const;
    const planned = (items: MeetingPlan['items']) =>
      decide({ plan: undefined, seq: 0 }, { type: 'planMeeting', plan: { ...plan, items } }, context);
    expect(planned([director])).toMatchObject({ ok: false, refusal: { rule: 'MTG-BALLOT-PLANNED' } });
    expect(planned(plan.items)).toMatchObject({ ok: true });
    const announced = { ...director, announcedOn: '2025-01-01' as const };
    const chair = plan.duties.find((one) => one.duty === 'chair')!.person;
    given(councilPlan({ form: 'hybrid' }))
      .when({ type: 'addItem', item: announced, consent: [] }, chair)
      .refuses('MTG-BALLOT-PLANNED', { number: 9 });
  });

  it('shows the public no more of a changed plan than of the first: not what was made secret, not who changed it', () => {
    const secret = item(9, 'Vitesföreläggande mot fastighetsägare', 'matter', { doors: 'secret' });
    const after = changed({ items: [...scene.meeting.plan.items, secret] }).then({ type: 'PlanChanged' });
    const fact = after.facts.at(-1)!;
    const shown = showFact(fact, PUBLIC_AUDIENCE, scene.meeting);
    expect(JSON.stringify(shown)).toContain('item-9');
    expect(JSON.stringify(shown)).not.toContain('Vitesföreläggande');
    expect(shown?.event).not.toHaveProperty('by');
  });
});
