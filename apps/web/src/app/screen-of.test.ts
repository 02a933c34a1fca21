import { describe, expect, it } from 'vitest';
import { screenOf } from './screen-of.ts';

describe("the participant's own screen", () => {
  it('is the member’s for those with no other duty, and for presenters and others who are heard', () => {
    expect(screenOf([])).toBe('member');
    expect(screenOf(['presenter'])).toBe('member');
    expect(screenOf(['external'])).toBe('member');
  });

  it('is the chair’s for the chair, and the member’s for a vice chair who does not lead', () => {
    expect(screenOf(['chair'])).toBe('chair');
    expect(screenOf(['viceChair'])).toBe('member');
  });

  it('is the secretary’s for both at the secretary’s table', () => {
    expect(screenOf(['secretary'])).toBe('secretary');
    expect(screenOf(['assistant'])).toBe('secretary');
  });

  it('is support for the technician and the wall for the hall’s own device', () => {
    expect(screenOf(['technician'])).toBe('support');
    expect(screenOf(['hallDevice'])).toBe('display');
  });

  it('lets the gravest duty decide', () => {
    expect(screenOf(['technician', 'secretary'])).toBe('secretary');
  });
});
