import type { Person, PersonId } from '@klubba/meeting';
import type pg from 'pg';

/** Who can be known here at all. */
export type People = {
  find(id: PersonId): Promise<Person | undefined>;
  keep(people: readonly Person[]): Promise<void>;
  all(): Promise<readonly Person[]>;
};

type Row = {
  id: PersonId;
  given_name: string;
  family_name: string;
  party: Person['party'] | null;
  phone: string | null;
};
const COLUMNS = 'id, given_name, family_name, party, phone';

export function openPeople(pool: pg.Pool): People {
  return {
    async find(id) {
      const { rows } = await pool.query<Row>(`select ${COLUMNS} from people where id = $1`, [id]);
      return rows.map(asPerson)[0];
    },
    async keep(people) {
      await pool.query(
        `insert into people (${COLUMNS})
         select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
         on conflict (id) do update set given_name = excluded.given_name, family_name = excluded.family_name,
           party = excluded.party, phone = excluded.phone`,
        [
          people.map((person) => person.id),
          people.map((person) => person.givenName),
          people.map((person) => person.familyName),
          people.map((person) => person.party ?? null),
          people.map((person) => person.phone ?? null),
        ],
      );
    },
    async all() {
      const { rows } = await pool.query<Row>(`select ${COLUMNS} from people`);
      return rows.map(asPerson);
    },
  };
}

function asPerson({ id, given_name: givenName, family_name: familyName, party, phone }: Row): Person {
  return {
    id,
    givenName,
    familyName,
    ...(party === null ? {} : { party }),
    ...(phone === null ? {} : { phone }),
  } as Person;
}
