import { isTextKey, type TextValues } from '@klubba/i18n';
import type { HistoryEntry } from '@klubba/protocol';
import type { Translate } from '../app/text.tsx';

/** What a sentence may leave out says `none` in its gap. */
const LEFT_OUT: TextValues = { reference: 'none', to: 'none', about: 'none', keptName: 'no', person: '', body: '' };

/** What was done, in a sentence with names instead of ids. */
export function eventText(t: Translate, { event, names }: HistoryEntry): string {
  const key = `admin.event.${event.type}`;
  if (!isTextKey(key)) return event.type;
  return t(key, { ...LEFT_OUT, ...valuesOf(t, event, names) });
}

function valuesOf(t: Translate, event: object, names: Readonly<Record<string, string>>): TextValues {
  const values: Record<string, TextValues[string]> = {};
  for (const [field, value] of Object.entries(event) as readonly (readonly [string, unknown])[]) {
    if (typeof value === 'number') values[field] = value;
    else if (typeof value === 'boolean') values[field] = value ? 'yes' : 'no';
    else if (field === 'scopes')
      values[field] = (value as readonly string[]).map((one) => word(t, field, one.replace('.', '_')) ?? one);
    else if (typeof value === 'string') values[field] = word(t, field, value) ?? names[value] ?? value;
    else if (
      field === 'decision' ||
      field === 'party' ||
      field === 'term' ||
      field === 'template' ||
      field === 'constituency'
    ) {
      Object.assign(values, valuesOf(t, value as object, names));
    }
  }
  return values;
}

/** The word for a value of one of the closed lists. */
function word(t: Translate, field: string, value: string): string | undefined {
  const lists: Readonly<Record<string, string>> = {
    duty: 'label.duty.',
    why: 'admin.why.',
    rule: 'admin.setting.',
    what: 'admin.exported.',
    act: 'admin.act.',
    scopes: 'admin.keys.right.',
    cause: 'admin.chatCause.',
  };
  const key = `${lists[field] ?? 'none.'}${value}`;
  return isTextKey(key) ? t(key) : undefined;
}
