import { type Audience, audienceOf, type DocumentId, type Meeting, PUBLIC_AUDIENCE } from '@klubba/meeting';
import { DOCUMENT_BYTES_MAX, documentParams, itemId, meetingParams, uploadedDocument } from '@klubba/protocol';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import { sessionOf } from '../http/who.ts';
import { newId, type RunningMeeting } from '../meetings/meetings.ts';
import { isPdf, PDF, type StoredDocument } from './documents.ts';

const TITLE_LENGTH_MAX = 200;

/** A document may be read by those whose picture of the meeting shows it, and by nobody else. */
export function documentRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { meetings, documents, sessions, secure } = services;

  app.get(
    '/api/meetings/:meeting/documents/:document',
    { schema: { params: documentParams } },
    async (request, reply) => {
      const { meeting: id, document: documentId } = request.params;
      const running = await meetings.find(id);
      const found = await sessionOf(request.raw, sessions, secure);
      // One who is heard in a single item reads what the public reads (EXT-05).
      const session = found?.onlyMeeting === undefined ? found : undefined;
      const now = running?.live.now();
      if (running === undefined || now?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      const eyes = session === undefined ? PUBLIC_AUDIENCE : audienceOf(now, session.person);
      // The same answer for what is not there and what is not yours: its existence is not told either.
      if (!isShown(running, eyes, documentId))
        throw new HttpRefusal(session === undefined ? 401 : 404, session === undefined ? 'SES-NONE' : 'HTTP-NOT-FOUND');
      const stored = await documents.find(id, documentId);
      if (stored === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      return reply.headers(headersOf(stored)).send(stored.bytes);
    },
  );

  app.post(
    '/api/meetings/:meeting/documents',
    { schema: { params: meetingParams, response: { 200: uploadedDocument } }, bodyLimit: DOCUMENT_BYTES_MAX },
    async (request) => {
      const { person } = await requireSession(request, services);
      const now = (await meetings.find(request.params.meeting))?.live.now();
      if (now?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      if (!mayHandOut(now, person)) throw new HttpRefusal(403, 'DOC-NOT-YOURS');
      const file = await request.file({ limits: { files: 1, fileSize: DOCUMENT_BYTES_MAX } });
      if (file === undefined) throw new HttpRefusal(400, 'HTTP-MALFORMED');
      const bytes = await file.toBuffer();
      const item = itemId.safeParse(fieldOf(file.fields['item']));
      const title = fieldOf(file.fields['title']).trim() || file.filename;
      if (!item.success || now.agenda.items[item.data] === undefined) throw new HttpRefusal(400, 'HTTP-MALFORMED');
      if (!isPdf(bytes)) throw new HttpRefusal(415, 'DOC-NOT-PDF');
      const id = newId() as DocumentId;
      return documents.keep({
        id,
        meeting: request.params.meeting,
        item: item.data,
        title: title.slice(0, TITLE_LENGTH_MAX),
        bytes,
        by: person,
      });
    },
  );
}

/** The meeting as these eyes know it names the document in one of its items. */
function isShown({ gallery }: RunningMeeting, eyes: Audience, document: DocumentId): boolean {
  const items = Object.values(gallery.shownTo(eyes)?.agenda.items ?? {});
  return items.some((item) => item.documents.some((one) => one.id === document));
}

function mayHandOut(meeting: Meeting, person: Parameters<typeof audienceOf>[1]): boolean {
  return audienceOf(meeting, person).kind === 'presidium';
}

function headersOf({ title, sha256 }: StoredDocument): Record<string, string> {
  return {
    'content-type': PDF,
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(`${title}.pdf`)}`,
    etag: `"${sha256}"`,
    // Rights change with the meeting, so every reading asks anew.
    'cache-control': 'private, no-cache',
  };
}

function fieldOf(field: unknown): string {
  const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
  return typeof value === 'string' ? value : '';
}
