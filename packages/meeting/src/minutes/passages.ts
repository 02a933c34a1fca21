import type { ItemState } from '../agenda/types.ts';
import { personWithParty } from '../phrase.ts';
import type { Fact } from '../types.ts';
import { afterwards } from './afterwards.ts';
import { duringPassages } from './during.ts';
import { PASSAGE_GROUPS, type Passage } from './shape.ts';
import { factsOf } from './facts-by-item.ts';
import { factsOfType, type Known, passage, worded } from './known.ts';
import { passageKey } from './passage-key.ts';
import { decisionPassages, procedurePassages } from './procedure.ts';
import { proposalPassages } from './proposals-told.ts';
import { votingRegister } from './voting-register.ts';

/** Everything told under one §, in the order of a Swedish protokoll. */
export function itemPassages(known: Known, item: ItemState): readonly Passage[] {
  const all = [
    ...decisionPassages(known, item),
    ...duringPassages(known, item),
    ...proposalPassages(known, item),
    ...procedurePassages(known, item),
    ...afterwards(known, item),
    ...notePassages(known, item.id, factsOf(known.byItem, item.id).own),
  ];
  const wordings = known.meeting.minutes.wordings;
  return PASSAGE_GROUPS.flatMap((group) => all.filter((p) => p.group === group)).map((p) => worded(p, wordings));
}

/** Told before the first §: formal faults and what the chair said of them, who led, items taken in and out, the secretary's own notes. */
export function frontPassages(known: Known, facts: readonly Fact[]): readonly Passage[] {
  const { meeting } = known;
  const notice = factsOfType(facts, 'NoticeChecked').flatMap((fact) => {
    const form = fact.event.faults.length === 0 ? 'none' : 'faults';
    const rules = fact.event.faults.map((fault) => fault.rule);
    return [
      passage('presentation', passageKey(null, 'notice'), `notice.${form}`, form === 'none' ? {} : { rules }, [fact], {
        verbatim: [fact.event.reason ?? ''],
      }),
    ];
  });
  const added = factsOfType(facts, 'ItemAdded').map((fact) =>
    passage(
      'presentation',
      passageKey(fact.event.item.id, 'added'),
      'itemAdded',
      { number: fact.event.item.number, title: fact.event.item.title },
      [fact],
    ),
  );
  const withdrawn = factsOfType(facts, 'ItemWithdrawn').map((fact) => {
    const item = meeting.agenda.items[fact.event.item];
    return passage(
      'presentation',
      passageKey(fact.event.item, 'withdrawn'),
      'itemWithdrawn',
      { number: item?.number ?? 0, title: item?.title ?? '' },
      [fact],
      {
        verbatim: [fact.event.reason],
      },
    );
  });
  const led = factsOfType(facts, 'ChairHandedOver').map((fact) =>
    passage(
      'presence',
      passageKey(null, 'led', fact.seq),
      'chairHandedOver',
      { from: name(known, fact.event.from), to: name(known, fact.event.to), at: { at: fact.at } },
      [fact],
    ),
  );
  const register = votingRegister(known, facts);
  return [...notice, ...register, ...added, ...withdrawn, ...led, ...notePassages(known, null, facts)].map((p) =>
    worded(p, meeting.minutes.wordings),
  );
}

function notePassages({ meeting }: Known, item: ItemState['id'] | null, facts: readonly Fact[]): readonly Passage[] {
  return meeting.minutes.notes
    .filter((note) => note.item === item)
    .map((note) => {
      const written = factsOfType(facts, 'NoteWritten').filter((fact) => fact.event.note === note.id);
      return passage('notes', passageKey(item, 'note', note.id), 'note', {}, written, { verbatim: [note.text] });
    });
}

function name(known: Known, person: Parameters<typeof personWithParty>[1]): string {
  return personWithParty(known.meeting.plan, person);
}
