import { text } from '@klubba/i18n';
import { defaultSettings } from '@klubba/meeting';
import { describe, expect, it } from 'vitest';
import type { Translate } from '../app/text.tsx';
import { RULE_FORMS, RULE_GROUPS, ruleEffect, type RuleName, ruleStatutes, ruleWhy } from './rule-words.ts';

const sv: Translate = (key, values) => text('sv', key, values);
const NAMES = Object.keys(RULE_FORMS) as RuleName[];

describe('a body’s settings in words', () => {
  it('each setting stands in one group, once', () => {
    expect(RULE_GROUPS.flatMap((group) => group.rules).toSorted()).toEqual(NAMES.toSorted());
  });

  it('every value that can be chosen has a sentence of its own, in both languages', () => {
    for (const name of NAMES) {
      const form = RULE_FORMS[name];
      if (form.kind !== 'choice') continue;
      for (const language of ['sv', 'en'] as const) {
        const sentences = form.values.map((value) =>
          ruleEffect((key, values) => text(language, key, values), name, value),
        );
        expect([name, new Set(sentences).size]).toEqual([name, form.values.length]);
      }
    }
  });

  it('what holds without a decision has a sentence without gaps, and its reason where the law is unsettled', () => {
    for (const kind of ['council', 'board', 'companyBoard'] as const) {
      for (const [name, setting] of Object.entries(defaultSettings(kind, '2026-11-25'))) {
        expect(`${name}: ${ruleEffect(sv, name as RuleName, setting.value)}`).not.toMatch(/[{}]/u);
        const isUnsettled = setting.source.kind === 'unsettledDefault';
        expect(`${name}: ${isUnsettled ? ruleWhy(sv, name as RuleName) : ''}`).not.toContain('undefined');
      }
    }
  });

  it('a number has its sentence, and none is no limit', () => {
    expect(ruleEffect(sv, 'remoteMaximum', 10)).toContain('Högst 10 deltar på distans');
    expect(ruleEffect(sv, 'remoteMaximum', null)).toContain('Ingen gräns');
    expect(ruleEffect(sv, 'mustBeInRoom', ['chair', 'secretary'])).toContain('ordföranden och sekreteraren');
  });

  it('is founded on the chapter that governs the body', () => {
    expect(ruleStatutes('sv', 'quorumNumber', 'council')).toBe('KL 5 kap. 45 §');
    expect(ruleStatutes('sv', 'quorumNumber', 'board')).toBe('KL 6 kap. 27 §');
    expect(ruleStatutes('sv', 'speechSeconds', 'council')).toBeUndefined();
  });
});
