import { type DocumentId, type MeetingId, type PersonId, PUBLIC_AUDIENCE } from '@klubba/meeting';
import { DOCUMENT_BYTES_MAX, documentParams, itemId, meetingParams, uploadedDocument } from '@klubba/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import { newId } from '../meetings/meetings.ts';
import { isPdf, PDF, type StoredDocument } from './documents.ts';
import type { Scanner } from './scanner.ts';

const TITLE_LENGTH_MAX = 200;

/** A document may be read by those whose picture of the meeting shows it, and by nobody else (`documents.read`). */
export function documentRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { meetings, documents } = services;
  const isPublic = async (meeting: MeetingId, id: DocumentId, { item }: StoredDocument): Promise<boolean> => {
    const shown = (await meetings.find(meeting))?.gallery.shownTo(PUBLIC_AUDIENCE)?.agenda.items[item];
    return shown?.documents.some((one) => one.id === id) ?? false;
  };

  app.get(
    '/api/meetings/:meeting/documents/:document',
    { schema: { params: documentParams } },
    async (request, reply) => {
      const { meeting: id, document: documentId } = request.params;
      const stored = await documents.find(id, documentId);
      if (stored === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      return reply.headers(headersOf(stored, await isPublic(id, documentId, stored))).send(stored.bytes);
    },
  );

  app.post(
    '/api/meetings/:meeting/documents',
    { schema: { params: meetingParams, response: { 200: uploadedDocument } }, bodyLimit: DOCUMENT_BYTES_MAX },
    async (request) => {
      const { person } = await requireSession(request, services);
      const now = (await meetings.find(request.params.meeting))?.live.now();
      if (now?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      const file = await request.file({ limits: { files: 1, fileSize: DOCUMENT_BYTES_MAX } });
      if (file === undefined) throw new HttpRefusal(400, 'HTTP-MALFORMED');
      const bytes = await file.toBuffer();
      const item = itemId.safeParse(fieldOf(file.fields['item']));
      const title = fieldOf(file.fields['title']).trim() || file.filename;
      if (!item.success || now.agenda.items[item.data] === undefined) throw new HttpRefusal(400, 'HTTP-MALFORMED');
      if (!isPdf(bytes)) throw new HttpRefusal(415, 'DOC-NOT-PDF');
      await mustBeClean(bytes, person, request, services.scanner);
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

/** Refused when something was found, and when nobody could tell: what is served to others has been looked through, or it is not served. */
async function mustBeClean(
  bytes: Uint8Array,
  by: PersonId,
  { log }: FastifyRequest,
  scanner: Scanner | undefined,
): Promise<void> {
  const found = (await scanner?.scan(bytes)) ?? 'clean';
  if (found === 'clean') return;
  log.warn({ by, found }, 'a document was not taken');
  throw found === 'infected' ? new HttpRefusal(422, 'DOC-INFECTED') : new HttpRefusal(503, 'DOC-NOT-SCANNED');
}

/** What goes before the bytes. `isForAll`: the public may read it too. */
export function headersOf({ title, sha256 }: StoredDocument, isForAll: boolean): Record<string, string> {
  return {
    'content-type': PDF,
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(`${title}.pdf`)}`,
    etag: `"${sha256}"`,
    // Rights change with the meeting, so every reading asks anew; what the public may not read is left on no disk.
    'cache-control': isForAll ? 'private, no-cache' : 'no-store',
  };
}

function fieldOf(field: unknown): string {
  const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
  return typeof value === 'string' ? value : '';
}
