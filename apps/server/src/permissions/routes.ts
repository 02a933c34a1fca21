import type { Resource } from './table.ts';

/** What each route asks for. A route that is not here answers nobody. */
export const ROUTES: Readonly<Record<string, Resource>> = {
  'GET /api/openapi.json': 'app',
  'GET /api/health': 'app',
  'GET /minutes.css': 'app',

  'GET /api/login/ways': 'logIn',
  'POST /api/login/demo': 'logIn',
  'GET /in/:token': 'logIn',
  'POST /api/logout': 'logIn',
  'GET /api/login/directory/:provider': 'logIn',
  'GET /api/login/directory/:provider/return': 'logIn',
  'POST /api/login/directory/:provider/answer': 'logIn',
  'POST /api/login/app/:provider': 'logIn',
  'GET /api/login/app/:provider': 'logIn',
  'DELETE /api/login/app/:provider': 'logIn',
  'POST /api/login/passkey/options': 'logIn',
  'POST /api/login/passkey': 'logIn',
  'POST /api/login/hearing/window': 'logIn',
  'POST /api/login/hearing': 'logIn',
  // By the code where the server was started; once.
  'POST /api/register/first': 'logIn',

  'GET /public': 'portal',
  'GET /public/:meeting': 'portal',
  'GET /public/api/meetings': 'portal',
  'GET /public/api/meetings/:meeting': 'portal',

  'GET /rtc/*': 'videoRelay',
  'POST /api/video/webhook': 'videoSignal',

  'GET /api/me': 'me.read',
  'GET /api/me/storage-key': 'me.devices',
  'GET /api/sessions': 'me.devices',
  'DELETE /api/sessions': 'me.devices',
  'DELETE /api/sessions/:session': 'me.devices',
  'POST /api/passkeys/options': 'me.devices',
  'POST /api/passkeys': 'me.devices',
  'GET /api/passkeys': 'me.devices',
  'DELETE /api/passkeys/:passkey': 'me.devices',

  'GET /api/register': 'register.read',
  'GET /api/register/people': 'register.read',
  'GET /api/register/people/:person': 'register.read',
  'GET /api/register/bodies': 'register.read',
  'GET /api/register/bodies/:body': 'register.read',
  'POST /api/register/commands': 'register.write',

  'GET /api/meetings': 'meetings.list',
  'GET /api/meetings/bodies': 'register',
  'POST /api/meetings': 'register',
  'PUT /api/meetings/:meeting/plan': 'register',
  'GET /api/meetings/:meeting/agenda': 'agenda.read',
  'GET /api/meetings/:meeting/record': 'record.export',
  'GET /api/meetings/:meeting/minutes.json': 'minutes.read',
  'GET /api/meetings/:meeting/minutes.html': 'minutes.read',
  'GET /api/meetings/:meeting/minutes.pdf': 'minutes.read',
  'GET /api/meetings/:meeting/documents/:document': 'documents.read',
  'POST /api/meetings/:meeting/documents': 'documents.handOut',
  'GET /api/meetings/:meeting/assurance': 'assurance.read',
  'PUT /api/meetings/:meeting/assurance': 'assurance.set',
  'GET /api/meetings/:meeting/notice.pdf': 'notice.read',
  'GET /api/meetings/:meeting/notice.ics': 'notice.read',
  'GET /api/meetings/:meeting/notice/dispatches': 'notice.send',
  'POST /api/meetings/:meeting/notice/dispatches': 'notice.send',
  'POST /api/meetings/:meeting/notice/calling-off': 'notice.send',
  'POST /api/meetings/:meeting/hearings': 'hearings.manage',
  'GET /api/meetings/:meeting/hearings': 'hearings.manage',
  'DELETE /api/meetings/:meeting/hearings/:hearing': 'hearings.manage',
  'POST /api/meetings/:meeting/hearings/:hearing/code': 'hearings.manage',
  'POST /api/meetings/:meeting/video': 'video.pass',
  'POST /api/meetings/:meeting/video/trial': 'video.trial',

  'GET /api/meetings/:meeting/chat': 'chat.use',
  'POST /api/meetings/:meeting/chat': 'chat.use',
  'PUT /api/meetings/:meeting/chat/notice': 'chat.use',
  'DELETE /api/meetings/:meeting/chat/:message': 'chat.moderate',
  'GET /api/meetings/:meeting/chat/group': 'chat.group',
  'POST /api/meetings/:meeting/chat/group': 'chat.group',

  'GET /api/meetings/:meeting/ballots/:ballot': 'ballots.read',
  'GET /api/meetings/:meeting/ballots/:ballot/list': 'ballots.read',
  'GET /api/meetings/:meeting/ballots/:ballot/archive': 'ballots.read',
  'POST /api/meetings/:meeting/ballots/:ballot/register': 'ballots.register',
  'POST /api/meetings/:meeting/ballots/:ballot/voted': 'ballots.voted',
  'POST /api/meetings/:meeting/ballots/:ballot/share': 'ballots.keys',
  'POST /api/meetings/:meeting/ballots/:ballot/credentials': 'ballotBox',
  'POST /api/meetings/:meeting/ballots/:ballot/cast': 'ballotBox',
  'POST /api/meetings/:meeting/ballots/:ballot/spoil': 'ballotBox',
  'GET /api/meetings/:meeting/ballots/:ballot/booth': 'ballots.booth',
  'PUT /api/meetings/:meeting/ballots/:ballot/booth': 'ballots.admit',
  'DELETE /api/meetings/:meeting/ballots/:ballot/booth': 'ballots.booth',
  'POST /api/meetings/:meeting/ballots/:ballot/booth/register': 'ballots.device',
  'POST /api/meetings/:meeting/ballots/:ballot/booth/voted': 'ballots.device',
  'POST /api/meetings/:meeting/ballots/:ballot/booth/checked': 'ballots.device',
  'GET /api/meetings/:meeting/keys': 'ballots.keys',
  'POST /api/meetings/:meeting/keys': 'ballots.keys',
};

/** Where the body says which of several rooms is meant, and what is asked for then. Another body asks for what the route does. */
export const ROOM_WISHES: Readonly<Record<string, Readonly<Record<string, Resource>>>> = {
  'POST /api/meetings/:meeting/video': { group: 'video.group', break: 'video.break' },
};

/** What this very request asks for, where its body may say so. */
export function meantBy(method: string, url: string | undefined, body: unknown): Resource | undefined {
  const wishes = ROOM_WISHES[`${method} ${url}`];
  const room = typeof body === 'object' && body !== null && 'room' in body ? body.room : undefined;
  return wishes !== undefined && typeof room === 'string' && Object.hasOwn(wishes, room) ? wishes[room] : undefined;
}

/** The register's own routes, all under one address. */
const REGISTER = '/api/register';

/** What a route asks for; undefined: nobody has said, so nobody may. HEAD asks for what GET gives. */
export function resourceOf(method: string, url: string): Resource | undefined {
  const own = ROUTES[`${method === 'HEAD' ? 'GET' : method} ${url}`];
  if (own !== undefined) return own;
  return url === REGISTER || url.startsWith(`${REGISTER}/`) ? 'register' : undefined;
}
