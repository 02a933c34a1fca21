import type { AgendaDocument, MeetingPlan } from '@klubba/meeting';
import type { Documents } from '../documents/documents.ts';
import type { People } from '../identity/people.ts';
import type { Meetings } from '../meetings/meetings.ts';
import type { Registry } from '../register/registry.ts';
import { NoTypesetter } from '../typesetting/typst.ts';
import { documentId, type DraftItem } from './agenda.ts';
import { boardMeeting, companyMeeting } from './boards.ts';
import { daysAfter, localDate } from './calendar.ts';
import { councilEvening, type DraftPlan } from './council.ts';
import { demoDocument } from './demo-document.ts';
import { budgetEvening } from './goteborg.ts';
import { seedRegister } from './register.ts';

export type DemoStores = {
  readonly meetings: Meetings;
  readonly people: People;
  readonly documents: Documents;
  readonly registry: Registry;
};

/** The demo's meetings of a day: tonight's council first, its copies last. */
function demoPlans(now: number, copies: readonly string[]): readonly DraftPlan[] {
  const today = localDate(now);
  return [
    councilEvening(today),
    boardMeeting(daysAfter(today, 1)),
    companyMeeting(daysAfter(today, 6)),
    budgetEvening(),
    ...copies.map((copy) => councilEvening(today, copy)),
  ];
}

/** Plans the demo's meetings that are not there yet; what has been played stays as it is. Returns the plans, as they now are. */
export async function seedDemo(
  { meetings, people, documents, registry }: DemoStores,
  now: number,
  copies: readonly string[] = [],
): Promise<readonly MeetingPlan[]> {
  const plans: MeetingPlan[] = [];
  const drafts = demoPlans(now, copies);
  await seedRegister(registry, drafts);
  for (const draft of drafts) {
    const known = (await meetings.find(draft.meeting))?.live.now().plan;
    if (known !== undefined) {
      plans.push(known);
      continue;
    }
    await people.keep(draft.people);
    const plan = {
      ...draft,
      items: await Promise.all(draft.items.map((item) => withDocuments(documents, draft, item, now))),
    };
    // Two servers that start at once seed the same: one id, so the second gets the first one's answer.
    const outcome = await meetings.plan(plan, `seed-${plan.meeting}`);
    if (outcome.kind !== 'done')
      throw new Error(`The demo meeting ${plan.meeting} was not planned: ${JSON.stringify(outcome)}`);
    plans.push(plan);
  }
  return plans;
}

async function withDocuments(
  documents: Documents,
  plan: DraftPlan,
  { drafts, ...item }: DraftItem,
  now: number,
): Promise<MeetingPlan['items'][number]> {
  const kept: AgendaDocument[] = [];
  for (const [index, draft] of drafts.entries()) {
    const bytes = typesetOrNothing(() => demoDocument(plan.municipality, { ...item, drafts }, draft, now));
    if (bytes === undefined) continue;
    const id = documentId(item.id, index);
    const stored = await documents.keep({
      id,
      meeting: plan.meeting,
      item: item.id,
      title: draft.title,
      bytes,
      by: 'system',
    });
    kept.push({ ...stored, pages: draft.pages });
  }
  return { ...item, documents: kept };
}

/** Without a typesetter the demo has no files, and is otherwise whole. */
function typesetOrNothing(make: () => Buffer): Buffer | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof NoTypesetter) return undefined;
    throw error;
  }
}
