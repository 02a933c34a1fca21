import { z } from 'zod';
import { count, listOf, localDate, optional, partyId, personId, shortText, text } from './fields.ts';

const type = <const Name extends string>(name: Name) => ({ type: z.literal(name) });

export const deviceTest = z.strictObject({
  camera: z.boolean(),
  microphone: z.boolean(),
  sound: z.boolean(),
  connection: z.boolean(),
  battery: optional(z.number().min(0).max(100)),
});

/** The notice: sent, read, answered. */
export const notice = [
  z.strictObject({ ...type('answerNotice'), person: personId, answer: z.enum(['room', 'absent']) }),
  z.strictObject({ ...type('readNotice'), person: personId }),
  z.strictObject({
    ...type('sendNotice'),
    version: count,
    digest: shortText,
    announcedOn: localDate,
    sentOn: localDate,
  }),
] as const;

const remoteCheck = z.enum(['alone', 'camera', 'rules']);
/** Permission to take part at a distance. */
export const remote = [
  z.strictObject({
    ...type('applyRemote'),
    person: personId,
    reason: optional(text),
    confirmed: optional(listOf(remoteCheck)),
    test: optional(deviceTest),
  }),
  z.strictObject({ ...type('testRemote'), person: personId, test: deviceTest }),
  z.strictObject({
    ...type('grantRemote'),
    person: personId,
    reason: optional(text),
    premises: optional(shortText),
    standing: optional(z.boolean()),
  }),
  z.strictObject({ ...type('denyRemote'), person: personId, reason: text, premises: optional(shortText) }),
  z.strictObject({ ...type('withdrawRemote'), person: personId, reason: text }),
  z.strictObject({
    ...type('agreeRemote'),
    agreedOn: localDate,
    numbers: listOf(z.strictObject({ party: partyId, most: count })),
  }),
] as const;
