import { isTextKey, type TextKey } from '@klubba/i18n';
import type { AgendaDocument, ItemId, MeetingId } from '@klubba/meeting';
import type { HttpProblem } from '@klubba/protocol';

export type Uploaded =
  | { readonly is: 'kept'; readonly document: AgendaDocument }
  | { readonly is: 'refused'; readonly why: TextKey | undefined };

/** Sends a PDF to lie behind an item. Nobody sees it before it is handed out. `why`: undefined where the server did not answer. */
export async function uploadDocument(meeting: MeetingId, item: ItemId, title: string, file: File): Promise<Uploaded> {
  const form = new FormData();
  form.set('item', item);
  form.set('title', title);
  form.set('file', file);
  try {
    const response = await fetch(`/api/meetings/${meeting}/documents`, { method: 'POST', body: form });
    const body: unknown = await response.json();
    if (response.ok) return { is: 'kept', document: body as AgendaDocument };
    const key = `refusal.${(body as HttpProblem).rule}`;
    return { is: 'refused', why: isTextKey(key) ? key : undefined };
  } catch {
    return { is: 'refused', why: undefined };
  }
}

/** What a file's name says of it. */
export function titleOf({ name }: File): string {
  return name.replace(/\.pdf$/iu, '');
}
