import { Check } from 'lucide-react';
import { Icon } from './icon.tsx';
import { VisuallyHidden } from './text.tsx';
import css from './who-voted.module.css';

export type WhoVotedProps = {
  readonly label: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly voted: boolean }[];
  /** Read out after each name: "har röstat", "har inte röstat". */
  readonly words: { readonly voted: string; readonly waiting: string };
};

/** Who has voted, never how: a tick or a ring. */
export function WhoVoted({ label, people, words }: WhoVotedProps) {
  return (
    <ul aria-label={label} className={css.list}>
      {people.map((person) => (
        <li key={person.id} className={person.voted ? undefined : css.waiting}>
          {person.voted ? <Icon shape={Check} /> : <span className={css.ring} />}
          <span>
            {person.name}
            <VisuallyHidden>, {person.voted ? words.voted : words.waiting}</VisuallyHidden>
          </span>
        </li>
      ))}
    </ul>
  );
}
