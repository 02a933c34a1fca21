import type { ApiKeyScope } from '@klubba/register';
import type { HttpRule } from '../http/refusals.ts';
import { CAPACITIES, type Capacity } from './capacities.ts';
import type { ConditionName } from './conditions.ts';
import type { Sureness } from './sureness.ts';

/** Who may reach a resource, and in which state. What is not here is nobody's. */
export type Permission = {
  readonly about: string;
  /** `anyone`: no session is even looked at. */
  readonly to: 'anyone' | readonly Exclude<Capacity, 'apiKey'>[];
  /** The state in which it holds; absent: always. */
  readonly when?: ConditionName;
  /** The rule by which others are refused. `HTTP-NOT-FOUND`: that the thing exists is not told either. */
  readonly refusal: HttpRule;
  /** What another system may do it by: a key of this scope, in this state. Absent: no key may. */
  readonly key?: { readonly scope: ApiKeyScope; readonly when?: ConditionName };
  /** An address names the meeting: it must exist, and capacities are those in it. */
  readonly inMeeting?: true;
  /** For what the login must be as sure as the meeting demands (IDA-03, IDA-10). */
  readonly sure?: Sureness;
};

const EYES = CAPACITIES.filter((one) => one !== 'apiKey');
const PEOPLE = EYES.filter((one) => one !== 'public');
const ACCOUNTS = PEOPLE.filter((one) => one !== 'heard');
const PARTS = ACCOUNTS.filter((one) => one !== 'stranger' && one !== 'administrator');
const CHATTERS = ['member', 'substitute', 'leader', 'presidium', 'secretary', 'technician', 'official'] as const;
const DESK = ['leader', 'presidium', 'secretary'] as const;

const anyone = (about: string): Permission => ({ about, to: 'anyone', refusal: 'HTTP-NOT-FOUND' });
const account = (about: string): Permission => ({ about, to: ACCOUNTS, refusal: 'SES-ONLY-MEETING' });

/** The one table of rights to what is asked for over HTTP. */
export const PERMISSIONS = {
  app: anyone('the pages of the app, its description and its health; they hold nothing of any meeting'),
  logIn: anyone('the ways in, and logging in and out; what each way demands is told in security.md'),
  portal: anyone('what the public may read, as the public’s fold of each meeting'),
  videoRelay: anyone('the video server’s signalling; it judges the token itself'),
  videoSignal: anyone('what the video server reports, judged by its signature'),
  ballotBox: anyone(
    'credentials, ballots and spoiled ballots: judged by their proofs, never by who brings them (DEC-09)',
  ),

  'me.read': { about: 'who I am', to: PEOPLE, refusal: 'SES-NONE' },
  'me.devices': account('own sessions, own passkeys and the key to what the own browser keeps'),
  'meetings.list': {
    ...account('the meetings in which one has a part; to a key, those that the public may know of'),
    key: { scope: 'meetings' },
  },
  register: account('the register of people and bodies; its own roles judge further (apps/server/src/register)'),
  'register.read': {
    ...account('its people and bodies, to read; to a key, without those whose identity is protected'),
    key: { scope: 'register.read' },
  },
  'register.write': {
    ...account(
      'a change of the register; a key changes people and places, and no rule, administrator or protected person',
    ),
    key: { scope: 'register.write' },
  },

  'record.export': {
    about: 'the meeting’s sealed record, whole',
    to: DESK,
    when: 'seesAll',
    sure: 'closedItems',
    refusal: 'MIN-NOT-YOURS',
    inMeeting: true,
  },
  'minutes.read': {
    about: 'the draft minutes, as data, page and PDF',
    to: DESK,
    when: 'seesAll',
    key: { scope: 'minutes', when: 'openToTheEnd' },
    sure: 'closedItems',
    refusal: 'MIN-NOT-YOURS',
    inMeeting: true,
  },
  'documents.read': {
    about: 'a document of an item',
    to: EYES,
    when: 'documentShown',
    key: { scope: 'documents', when: 'documentShown' },
    sure: 'closedDocument',
    refusal: 'HTTP-NOT-FOUND',
    inMeeting: true,
  },
  'documents.handOut': { about: 'upload a document for an item', to: DESK, refusal: 'DOC-NOT-YOURS', inMeeting: true },
  'assurance.read': {
    about: 'what is demanded of a login at this meeting, and how the own one stands to it',
    to: PEOPLE,
    refusal: 'SES-NONE',
    inMeeting: true,
  },
  'assurance.set': {
    about: 'demand a surer login in the meeting or an item; in the whole body, the register’s administrators',
    to: [...DESK, 'administrator'],
    refusal: 'IDA-SETTING',
    inMeeting: true,
  },
  'agenda.read': {
    about: 'the items in order, with the names of their documents, as this person, or the public, sees them',
    to: PARTS,
    key: { scope: 'meetings', when: 'shown' },
    refusal: 'HTTP-NOT-FOUND',
    inMeeting: true,
  },
  'notice.read': {
    about: 'the notice, on paper and for the calendar',
    to: PARTS,
    key: { scope: 'notices', when: 'shown' },
    refusal: 'HTTP-NOT-FOUND',
    inMeeting: true,
  },
  'notice.send': {
    about: 'send the notice, and its dispatch log',
    to: DESK,
    refusal: 'NTC-NOT-YOURS',
    inMeeting: true,
  },
  'hearings.manage': {
    about: 'make, see and end single-use links to be heard in an item',
    to: DESK,
    refusal: 'HRG-NOT-YOURS',
    inMeeting: true,
  },
  'video.pass': {
    about:
      'a token for the own place in the meeting’s room, in the room behind closed doors, or where the desk asks who waits',
    to: [...PARTS, 'heard', 'stranger'],
    when: 'hasPlace',
    sure: 'closedRoom',
    refusal: 'VIDEO-NO-PLACE',
    inMeeting: true,
  },
  'video.group': {
    about: 'a token for the own party’s room in a group break; nobody else’s, whatever the duty (CHT-03)',
    to: ['member', 'substitute'],
    when: 'inGroupBreak',
    sure: 'closedRoom',
    refusal: 'BREAK-ROOM-NOT-GROUP',
    inMeeting: true,
  },
  'video.break': {
    about: 'a token for the room across parties in any break; the elected alone (CHT-04)',
    to: ['member', 'substitute', 'leader', 'presidium'],
    when: 'inBreak',
    sure: 'closedRoom',
    refusal: 'VIDEO-NO-PLACE',
    inMeeting: true,
  },
  'video.trial': {
    about: 'a token for an empty room of one’s own, to try the equipment',
    to: PARTS,
    when: 'hasPart',
    refusal: 'VIDEO-NO-PLACE',
    inMeeting: true,
  },
  'chat.use': {
    about: 'read and write in the meeting’s chat, which is no part of its record (CHT-01, CHT-05, SEC-08, JAV-02)',
    to: CHATTERS,
    when: 'chatOpen',
    refusal: 'CHAT-NOT-YOURS',
    inMeeting: true,
  },
  'chat.group': {
    about: 'read and write in the own party’s room in a group break; nobody else, whatever the duty (CHT-02)',
    to: ['member', 'substitute'],
    when: 'groupRoomOpen',
    refusal: 'CHAT-NOT-GROUP',
    inMeeting: true,
  },
  'chat.moderate': {
    about: 'take a message of the meeting’s chat away, with its cause (CHT-05)',
    to: ['leader', 'secretary'],
    when: 'chatOpen',
    refusal: 'CHAT-NOT-MODERATOR',
    inMeeting: true,
  },
  'ballots.read': {
    about: 'a closed ballot’s board, list and archive',
    to: EYES,
    when: 'ballotShown',
    refusal: 'HTTP-NOT-FOUND',
    inMeeting: true,
  },
  'ballots.register': {
    about: 'have the own tablet’s blinded credential signed',
    to: PARTS,
    when: 'elector',
    sure: 'ballot',
    refusal: 'BALLOT-NOT-YOURS',
    inMeeting: true,
  },
  'ballots.voted': {
    about: 'say that one has voted, never what',
    to: PARTS,
    when: 'registered',
    refusal: 'BALLOT-NOT-YOURS',
    inMeeting: true,
  },
  'ballots.booth': {
    about: 'who is at the hall’s voting tablet, and that it is free again',
    to: ['leader', 'secretary', 'hallDevice'],
    when: 'ballotShown',
    refusal: 'BALLOT-NOT-YOURS',
    inMeeting: true,
  },
  'ballots.admit': {
    about: 'let a voter in to the hall’s voting tablet',
    to: ['leader', 'secretary'],
    when: 'ballotShown',
    refusal: 'BALLOT-NOT-YOURS',
    inMeeting: true,
  },
  'ballots.device': {
    about: 'what the hall’s voting tablet does for those whom the desk has let in',
    to: ['hallDevice'],
    when: 'ballotShown',
    refusal: 'BALLOT-NOT-YOURS',
    inMeeting: true,
  },
  'ballots.keys': {
    about: 'take part in the ceremony of keys, and decrypt one’s share',
    to: ACCOUNTS,
    when: 'keyHolder',
    refusal: 'BALLOT-NOT-YOURS',
    inMeeting: true,
  },
} satisfies Readonly<Record<string, Permission>>;
export type Resource = keyof typeof PERMISSIONS;
