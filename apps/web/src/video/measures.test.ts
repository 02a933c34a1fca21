import { describe, expect, it } from 'vitest';
import { type Finding, HEARD_LOUDNESS, inOrder, loudness, resultOf, type Trial, UNTRIED } from './device-test.ts';
import { FROZEN_AFTER_MS, isFrozen, watchFrames } from './frame-watch.ts';
import { ownDevice, personOfIdentity } from './pass.ts';
import { loadBetween, summarise } from './telemetry.ts';
import { type Measured, NO_VIDEO } from './view.ts';

const GOOD: Finding = { is: 'good' };

describe('a picture that stands still', () => {
  it('is frozen when no frame has come for four seconds, and lives again with the next', () => {
    let watch = watchFrames(undefined, 10, 0);
    watch = watchFrames(watch, 20, 1_000);
    watch = watchFrames(watch, 20, 1_000 + FROZEN_AFTER_MS - 1);
    expect(isFrozen(watch, 1_000 + FROZEN_AFTER_MS - 1)).toBe(false);
    expect(isFrozen(watch, 1_000 + FROZEN_AFTER_MS)).toBe(true);
    expect(isFrozen(watchFrames(watch, 21, 6_000), 6_000)).toBe(false);
  });
});

describe('what a page tells of its link', () => {
  const start: Measured = {
    at: 0,
    bytesSent: 0,
    bytesReceived: 0,
    packetsReceived: 100,
    packetsLost: 0,
    framesReceived: 0,
    framesDropped: 0,
    framesSent: 0,
    framesCaptured: 0,
    receives: [{ person: 'p1' as never, video: 100, audio: 50, videoExpected: true, audioExpected: false }],
  };
  const later: Measured = {
    ...start,
    at: 5_000,
    bytesSent: 625_000,
    bytesReceived: 1_250_000,
    packetsReceived: 1_090,
    packetsLost: 10,
    framesSent: 60,
    framesCaptured: 125,
    roundTripMs: 41.6,
    receives: [{ person: 'p1' as never, video: 220, audio: 40, videoExpected: true, audioExpected: true }],
  };
  const around = { at: 7_000.4, visible: true, battery: 81.2, device: 'iPad' };

  it('counts since the last time, in bits, per mille and packets', () => {
    const told = summarise({ ...NO_VIDEO, link: 'connected', camera: 'on', microphone: 'ready' }, start, later, around);
    expect(told).toMatchObject({
      at: 7_000,
      link: 'connected',
      camera: 'on',
      microphone: 'off',
      sendKbps: 1_000,
      receiveKbps: 2_000,
      lossPermille: 10,
      roundTripMs: 42,
      battery: 81,
    });
    expect(told.framesSent).toBe(125);
  });

  it('takes a counter that began anew for what it is', () => {
    const told = summarise({ ...NO_VIDEO, link: 'connected' }, start, later, around);
    expect(told.receives).toEqual([{ from: 'p1', video: 120, audio: 40, videoExpected: true, audioExpected: false }]);
  });

  it('knows how hard receiving is', () => {
    expect(loadBetween(start, { ...later, framesReceived: 200, framesDropped: 20 })).toEqual({
      lossPermille: 10,
      droppedPermille: 100,
    });
    expect(loadBetween(start, start)).toEqual({ lossPermille: 0, droppedPermille: 0 });
  });

  it('draws no conclusion from a moment', () => {
    const moment = { ...later, at: 300 };
    expect(summarise({ ...NO_VIDEO, link: 'connected' }, start, moment, around).receives).toEqual([]);
  });

  it('tells nothing false the first time', () => {
    const told = summarise(NO_VIDEO, undefined, later, around);
    expect(told).toMatchObject({ sendKbps: 0, receiveKbps: 0, lossPermille: 0, camera: 'off', link: 'none' });
  });
});

describe('the trial of the equipment', () => {
  const done: Trial = { camera: GOOD, microphone: GOOD, sound: GOOD, connection: GOOD, battery: 90 };

  it('says nothing before everything is tried', () => {
    expect(resultOf(UNTRIED)).toBeUndefined();
    expect(resultOf({ ...done, sound: { is: 'waiting' } })).toBeUndefined();
    expect(resultOf(done)).toEqual({ camera: true, microphone: true, sound: true, connection: true, battery: 90 });
    expect(resultOf({ ...done, battery: null })).not.toHaveProperty('battery');
  });

  it('lists the faulty first', () => {
    expect(inOrder({ ...done, microphone: { is: 'bad', reason: 'denied' }, battery: 12 }).slice(0, 2)).toEqual([
      'microphone',
      'battery',
    ]);
    expect(inOrder(done)[0]).toBe('camera');
  });

  it('an installation without a video server is no fault of the device', () => {
    expect(resultOf({ ...done, connection: { is: 'passed', because: 'none' } })?.connection).toBe(true);
    expect(resultOf({ ...done, connection: { is: 'bad', step: 'webrtc' } })?.connection).toBe(false);
  });

  it('tells a voice from a still room', () => {
    const voice = Float32Array.from({ length: 480 }, (_, index) => 0.1 * Math.sin(index / 5));
    const still = Float32Array.from({ length: 480 }, (_, index) => 0.001 * Math.sin(index / 5));
    expect(loudness(voice)).toBeGreaterThan(HEARD_LOUDNESS);
    expect(loudness(still)).toBeLessThan(HEARD_LOUDNESS);
    expect(loudness(new Float32Array())).toBe(0);
  });
});

describe('the name of a device', () => {
  it('survives a reload of the tab, and is fit for an identity', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const first = ownDevice(storage, () => '3f2a-9c11-bbbb');
    expect(first).toMatch(/^[A-Za-z0-9]{1,24}$/);
    expect(ownDevice(storage, () => 'another')).toBe(first);
  });

  it('is what stands after the last #', () => {
    expect(personOfIdentity('person:1#tablet')).toEqual({ person: 'person:1', device: 'tablet' });
  });
});
