/** What a route answers with, for other systems' makers; `file`: its media type, where it is no JSON. */
export type Described = {
  readonly summary: string;
  readonly description?: string;
  readonly file?: string;
};

/** Every route that a key may open, in words. A test holds the list to the table of permissions. */
export const DESCRIBED: Readonly<Record<string, Described>> = {
  'GET /api/meetings': {
    summary: 'The meetings that the public may know of',
    description:
      'Each as the public sees it, in the order of time. What is about one person is empty: a key is nobody. `capacity` is `none`.',
  },
  'GET /api/meetings/:meeting/agenda': {
    summary: 'A meeting’s agenda',
    description:
      'The items in order, with the names of the documents that the public may read. A secret item has no title.',
  },
  'GET /api/meetings/:meeting/notice.pdf': { summary: 'The notice on paper (PDF)', file: 'application/pdf' },
  'GET /api/meetings/:meeting/notice.ics': { summary: 'The meeting for a calendar (iCalendar)', file: 'text/calendar' },
  'GET /api/meetings/:meeting/documents/:document': {
    summary: 'A document of an open item (PDF)',
    description: '404 for a document that the public may not read, as for one that there is not.',
    file: 'application/pdf',
  },
  'GET /api/meetings/:meeting/minutes.json': {
    summary: 'The draft minutes as data',
    description: 'Of a closed meeting none of whose items was behind closed doors or secret; 404 of any other.',
  },
  'GET /api/meetings/:meeting/minutes.html': { summary: 'The draft minutes as a web page', file: 'text/html' },
  'GET /api/meetings/:meeting/minutes.pdf': {
    summary: 'The draft minutes on paper (PDF/A-2a, or PDF/UA-1)',
    file: 'application/pdf',
  },
  'GET /api/register': { summary: 'What the register holds, in figures' },
  'GET /api/register/people': {
    summary: 'People by name, party, title or body',
    description: 'In Swedish order, fifty a page. People with protected identity are left out.',
  },
  'GET /api/register/people/:person': {
    summary: 'A person and the places that he or she has had',
    description: '404 for one with protected identity.',
  },
  'GET /api/register/bodies': { summary: 'Bodies of a day' },
  'GET /api/register/bodies/:body': { summary: 'A body of a day: seats, substitutes, duties and rules' },
  'POST /api/register/commands': {
    summary: 'Changes people and places in the register',
    description:
      'One change with an id of the caller’s own; the same id again gives the same answer and changes nothing more. A key may give keepParty, keepTerm, addPerson, changePerson, addBody, changeBody, giveSeat, endMandate, addSubstitute, endSubstitute, orderSubstitutes, giveDuty and endDuty; the rest, and a change of one with protected identity, is refused with 403 `REG-KEY-ACT`. A change that the register’s own rules do not allow is refused with 409 and the rule.',
  },
};
