import type { BodyId, ItemId, Meeting, MeetingCommand, PersonId } from '@klubba/meeting';
import {
  type Assurance,
  ASSURANCE_ACTS,
  type AssuranceAct,
  type AssuranceDemand,
  ASSURANCES,
  type BodyAssuranceDemand,
  isEnough,
} from '@klubba/protocol';
import type pg from 'pg';

/** What a body, a meeting or an item demands; the highest holds, so that a meeting or an item can only demand more. */
export type Demands = {
  set(meeting: Meeting, demand: AssuranceDemand, by: PersonId): Promise<void>;
  setOfBody(body: BodyId, demand: BodyAssuranceDemand, by: PersonId): Promise<void>;
  list(meeting: Meeting): Promise<readonly AssuranceDemand[]>;
  /** What the body demands in every meeting. */
  ofBody(body: BodyId): Promise<readonly BodyAssuranceDemand[]>;
  /** Called when a demand was set on this server. */
  onSet(listener: () => void): void;
  /** What is demanded for this act, in this item where it concerns one. */
  demanded(meeting: Meeting, act: AssuranceAct, item?: ItemId): Promise<Assurance>;
};

type Row = Pick<AssuranceDemand, 'scope' | 'act' | 'assurance'> & { readonly item: ItemId | '' };

export function openDemands(pool: pg.Pool, now: () => number = Date.now): Demands {
  const listeners = new Set<() => void>();
  const list = async ({ plan }: Meeting): Promise<readonly AssuranceDemand[]> => {
    const { rows } = await pool.query<Row>({
      name: 'assurance-demands',
      text: `select scope, item, act, assurance from assurance_demands
             where (scope = 'body' and of = $1) or (scope <> 'body' and of = $2) order by scope, item, act`,
      values: [plan.body.id, plan.meeting],
    });
    return rows.map(({ item, ...rest }) => ({ ...rest, ...(item === '' ? {} : { item }) }));
  };
  const keep = async (values: readonly unknown[]): Promise<void> => {
    await pool.query(
      `insert into assurance_demands (scope, of, item, act, assurance, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (scope, of, item, act) do update set assurance = excluded.assurance, set_by = excluded.set_by,
         set_at = excluded.set_at`,
      [...values],
    );
    for (const listener of listeners) listener();
  };
  return {
    list,
    set: ({ plan }, { scope, item, act, assurance }, by) =>
      keep([scope, scope === 'body' ? plan.body.id : plan.meeting, item ?? '', act, assurance, by, now()]),
    setOfBody: (body, { act, assurance }, by) => keep(['body', body, '', act, assurance, by, now()]),
    async ofBody(body) {
      const { rows } = await pool.query<BodyAssuranceDemand>(
        `select act, assurance from assurance_demands where scope = 'body' and of = $1 order by act`,
        [body],
      );
      return rows;
    },
    onSet(listener) {
      listeners.add(listener);
    },
    async demanded(meeting, act, item) {
      return demandedOf(await list(meeting), act, item);
    },
  };
}

/** What a list of demands comes to for this act, in this item where it concerns one. */
export function demandedOf(all: readonly AssuranceDemand[], act: AssuranceAct, item?: ItemId): Assurance {
  const holding = all.filter((one) => one.act === act && (one.scope !== 'item' || one.item === item));
  return highest(holding.map((one) => one.assurance));
}

function highest(all: readonly Assurance[]): Assurance {
  return ASSURANCES.findLast((one) => all.includes(one)) ?? 'low';
}

/** Which act a command is, of those for which more may be demanded. Nobody steps up for somebody else at the desk. */
export function actOf(command: MeetingCommand, actor: PersonId): AssuranceAct | undefined {
  switch (command.type) {
    case 'checkIn':
      return command.person === actor ? 'checkIn' : undefined;
    case 'declareRoom':
      return 'closedItem';
    case 'castVote':
      return 'vote';
    default:
      return undefined;
  }
}

/** For which acts this login is not sure enough now; in the open item, where one is open. */
export async function shortOf(demands: Demands, meeting: Meeting, held: Assurance): Promise<readonly AssuranceAct[]> {
  const short = await Promise.all(
    ASSURANCE_ACTS.map(async (act) =>
      isEnough(held, await demands.demanded(meeting, act, meeting.agenda.current)) ? [] : [act],
    ),
  );
  return short.flat();
}
