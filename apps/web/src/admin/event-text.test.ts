import { text } from '@klubba/i18n';
import type { HistoryEntry } from '@klubba/protocol';
import { describe, expect, it } from 'vitest';
import { eventText } from './event-text.ts';

const names = { p1: 'Johan Ekeroth', kf: 'Kommunfullmäktige' };
const told = (event: HistoryEntry['event']) =>
  eventText((key, values) => text('sv', key, values), {
    seq: 1,
    at: 0,
    actor: 'p1',
    actorName: 'Nadja Ekvall',
    event,
    names,
  });

describe('what has been done, in sentences', () => {
  it('names people, bodies and decisions instead of ids', () => {
    const seat = { type: 'SeatGiven', body: 'kf', seat: 22, person: 'p1', basis: 'successor', from: '2025-04-03' };
    expect(told(seat)).toBe('Johan Ekeroth fick plats 22 i Kommunfullmäktige från 2025-04-03.');
    expect(told({ ...seat, reference: 'Länsstyrelsen 201-1877-2025' })).toBe(
      'Johan Ekeroth fick plats 22 i Kommunfullmäktige från 2025-04-03. Länsstyrelsen 201-1877-2025.',
    );
  });

  it('says why a seat was left', () => {
    expect(told({ type: 'MandateEnded', body: 'kf', seat: 22, person: 'p1', to: '2025-04-02', why: 'resigned' })).toBe(
      'Johan Ekeroth lämnar plats 22 i Kommunfullmäktige, sista dagen 2025-04-02: avsägelse.',
    );
  });

  it('gives a rule the words of its setting and the decision it rests on', () => {
    const decision = { by: 'kf', date: '2023-04-24', section: '47' };
    expect(
      told({ type: 'RuleRegistered', body: 'kf', rule: 'remoteAllowed', value: true, decision, from: '2023-05-01' }),
    ).toBe(
      'Kommunfullmäktige: Deltagande på distans, beslut av Kommunfullmäktige 2023-04-24, § 47. Gäller från 2023-05-01.',
    );
  });

  it('tells what a key for another system was given out for', () => {
    const event = { type: 'ApiKeyMade', key: 'k1', name: 'Personalsystemet', until: '2026-06-30' };
    const scopes = ['notices', 'register.read'];
    expect(
      eventText((key, values) => text('sv', key, values), {
        ...{ seq: 1, at: 0, actor: 'p1', actorName: 'Nadja Ekvall' },
        event: { ...event, scopes },
        names: { k1: 'Personalsystemet' },
      }),
    ).toBe(
      'Nyckeln Personalsystemet lämnades ut till och med 2026-06-30. Med den får systemet läsa kallelser och läsa registret.',
    );
  });

  it('tells a refused attempt by what was tried', () => {
    expect(told({ type: 'AttemptRefused', act: 'registerRule', rule: 'GOV-03', about: 'kf' })).toBe(
      'Nekat försök: registrera regel (GOV-03).',
    );
  });
});
