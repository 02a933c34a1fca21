import type { Meeting, MeetingId, PersonId } from '@klubba/meeting';
import {
  type ChatMessage,
  chatMessageParams,
  chatRemoval,
  chatView,
  type ChatView,
  type ChatWish,
  chatWish,
  holdsPersonalNumber,
  meetingParams,
  readChatText,
} from '@klubba/protocol';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import type { StoredMessage } from './chat-store.ts';
import { chatRefusal, groupChatRefusal, type GroupRoom, groupRoomOf, mayReadOf, moderatorAs } from './law.ts';

type Where = 'meeting' | 'group';
type ChatServices = Pick<Services, 'chat' | 'meetings' | 'sessions' | 'secure' | 'registry'>;

/** Reading, writing and taking away in the chat. Who may, and when, the gate has asked the permission function before any of these is reached. */
export function chatRoutes(root: FastifyInstance, services: ChatServices): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const channel = (url: string, where: Where): void => {
    app.get(url, { schema: { params: meetingParams, response: { 200: chatView } } }, async (request, reply) => {
      const { person } = await requireSession(request, services);
      reply.header('cache-control', 'no-store');
      return viewOf(services, request.params.meeting, person, where);
    });
    app.post(url, { schema: { params: meetingParams, body: chatWish } }, async (request, reply) => {
      const { person } = await requireSession(request, services);
      await write(services, request.params.meeting, person, where, request.body);
      return reply.code(204).send();
    });
  };
  channel('/api/meetings/:meeting/chat', 'meeting');
  channel('/api/meetings/:meeting/chat/group', 'group');

  app.put('/api/meetings/:meeting/chat/notice', { schema: { params: meetingParams } }, async (request, reply) => {
    const { person } = await requireSession(request, services);
    await services.chat.store.accept(request.params.meeting, person);
    return reply.code(204).send();
  });

  app.delete(
    '/api/meetings/:meeting/chat/:message',
    { schema: { params: chatMessageParams, body: chatRemoval } },
    async (request, reply) => {
      const { person } = await requireSession(request, services);
      const { meeting: id, message } = request.params;
      const { cause } = request.body;
      const meeting = await meetingOf(services, id);
      const as = moderatorAs(meeting, person);
      if (as === undefined) throw new HttpRefusal(403, 'CHAT-NOT-MODERATOR');
      const removed = await services.chat.store.remove(id, message, { by: person, as, cause });
      if (removed === undefined) throw new HttpRefusal(404, 'CHAT-GONE');
      const { writer, at: written } = removed;
      const about = { person: writer, body: meeting.plan.body.id, meeting: id, written };
      await services.registry.note(person, { type: 'ChatMessageRemoved', ...about, cause });
      await services.chat.ring(id, undefined);
      return reply.code(204).send();
    },
  );
}

async function meetingOf({ meetings }: ChatServices, id: MeetingId): Promise<Meeting> {
  const meeting = (await meetings.find(id))?.live.now();
  if (meeting?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
  return meeting;
}

function roomOf(meeting: Meeting, person: PersonId, where: Where): GroupRoom | undefined {
  if (where === 'meeting') return undefined;
  const room = groupRoomOf(meeting, person);
  if (room === undefined) throw new HttpRefusal(403, 'CHAT-NOT-GROUP');
  return room;
}

async function viewOf(services: ChatServices, id: MeetingId, person: PersonId, where: Where): Promise<ChatView> {
  const { store } = services.chat;
  const room = roomOf(await meetingOf(services, id), person, where);
  const [messages, accepted] = await Promise.all([store.list(id, room), store.hasAccepted(id, person)]);
  // By the meeting as it is now, not as it was when the reading began.
  const meeting = await meetingOf(services, id);
  mustBeOpen(meeting, person, where);
  const mayModerate = moderatorAs(meeting, person) !== undefined;
  return {
    accepted,
    messages: messages
      .filter(({ item }) => mayReadOf(meeting, person, item))
      .map((message) => shown(message, person, mayModerate)),
  };
}

function mustBeOpen(meeting: Meeting, person: PersonId, where: Where): void {
  const rule = (where === 'group' ? groupChatRefusal : chatRefusal)(meeting, person);
  if (rule !== undefined) throw new HttpRefusal(403, rule);
}

/** Why it was taken away is told to its writer and to those who may do so. */
function shown(message: StoredMessage, person: PersonId, mayModerate: boolean): ChatMessage {
  const { id, writer, at, text, removedAs, cause, sent } = message;
  const isOwn = writer === person;
  const isTold = cause !== null && (isOwn || mayModerate);
  return {
    id,
    writer,
    at,
    ...(isOwn ? { sent } : {}),
    ...(text === null ? {} : { text }),
    ...(removedAs === null ? {} : { removed: { by: removedAs, ...(isTold ? { cause } : {}) } }),
  };
}

async function write(
  services: ChatServices,
  id: MeetingId,
  writer: PersonId,
  where: Where,
  { id: sent, text: written, confirmed }: ChatWish,
): Promise<void> {
  const { store, ring } = services.chat;
  const read = readChatText(written);
  if (!read.ok) throw new HttpRefusal(400, read.rule);
  if (!(await store.hasAccepted(id, writer))) throw new HttpRefusal(409, 'CHAT-NOTICE');
  if (confirmed !== true && holdsPersonalNumber(read.text)) throw new HttpRefusal(409, 'CHAT-PERSONAL-NUMBER');
  const before = await meetingOf(services, id);
  mustBeOpen(before, writer, where);
  const room = roomOf(before, writer, where);
  const kept = await store.add({ meeting: id, room, item: before.agenda.current, writer, sent, text: read.text });
  if (kept === 'tooOften') throw new HttpRefusal(429, 'CHAT-TOO-OFTEN');
  const after = await meetingOf(services, id);
  try {
    // The doors may have been closed, or the break ended, while it was being kept.
    mustBeOpen(after, writer, where);
    if (roomOf(after, writer, where)?.breakFrom !== room?.breakFrom) throw new HttpRefusal(403, 'CHAT-NO-BREAK');
  } catch (error) {
    if (kept === 'kept') await store.takeBack(id, writer, sent);
    throw error;
  }
  if (kept === 'kept') await ring(id, room?.party);
}
