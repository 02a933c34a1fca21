import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** `getconf CLK_TCK`: what Linux counts processor time in, on every machine there is. */
const TICKS_PER_SECOND = 100;
const GIB = 1024 ** 3;

/** What figures were measured on, in one line: without it they mean nothing. */
export function machineFacts(): string {
  const [first] = cpus();
  return [
    `${availableParallelism()} cores (${first?.model.trim() ?? 'unknown'})`,
    `${(totalmem() / GIB).toFixed(1)} GiB`,
    `Node ${process.versions.node}`,
    `${platform()} ${release()}`,
    `load ${loadavg()[0]?.toFixed(1) ?? '?'} before the run`,
    new Date().toISOString().slice(0, 16).replace('T', ' '),
  ].join(' · ');
}

/** Processor time of a process so far, in ms: its own and the system's for it. */
export function cpuMs(pid: number): number {
  const [, fields = ''] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  const all = fields.split(' ');
  return ((Number(all[11]) + Number(all[12])) * 1_000) / TICKS_PER_SECOND;
}
