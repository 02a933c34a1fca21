import { createHmac, randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { type Answered, type Asked, type Served, serveMutual } from './serve.ts';

export type SimulatedPerson = { readonly personalNumber: string; readonly givenName: string; readonly surname: string };

type Order = {
  readonly orderRef: string;
  readonly autoStartToken: string;
  readonly qrStartToken: string;
  readonly qrStartSecret: string;
  readonly at: number;
  readonly endUserIp: string;
  state: 'pending' | 'failed' | 'complete';
  hint: string;
  started: boolean;
  person: SimulatedPerson | undefined;
  collectedAt: number;
};

export type BankIdSimulator = Served & {
  readonly orders: readonly Pick<Order, 'orderRef' | 'autoStartToken' | 'state' | 'hint' | 'endUserIp'>[];
  /** The app reads a code. It takes a fresh one alone. */
  scan(code: string): 'opened' | 'expired' | 'invalid';
  /** The app is opened on the same device. */
  open(autoStartToken: string): boolean;
  /** The newest order gets this pending hint. */
  hint(hint: string): void;
  approve(person: SimulatedPerson): void;
  fail(hint: string): void;
  /** What the whole service answers with; undefined: it works. */
  trouble: Answered | undefined;
};

/** The times of the service: an unopened order, an order in all, how old a code may be, how often one may collect. */
const UNOPENED_MS = 30_000;
const ORDER_MS = 180_000;
const CODE_SECONDS = 3;
const COLLECT_EVERY_MS = 1_000;

const problem = (status: number, errorCode: string, details: string): Answered => ({
  status,
  body: { errorCode, details },
});

/** BankID's relying party API v6.0 as documented, with nobody behind it: whoever runs it decides what the app does. */
export async function startBankIdSimulator(now: () => number = Date.now, port = 0): Promise<BankIdSimulator> {
  const orders: Order[] = [];
  const newest = (): Order => {
    const order = orders.at(-1);
    if (order === undefined) throw new Error('Nobody has asked for an order');
    return order;
  };
  const begin = (body: Readonly<Record<string, unknown>>): Answered => {
    const { endUserIp } = body;
    if (typeof endUserIp !== 'string' || isIP(endUserIp) === 0)
      return problem(400, 'invalidParameters', 'No such endUserIp');
    const order: Order = {
      orderRef: randomUUID(),
      autoStartToken: randomUUID(),
      qrStartToken: randomUUID(),
      qrStartSecret: randomUUID(),
      at: now(),
      endUserIp,
      state: 'pending',
      hint: 'outstandingTransaction',
      started: false,
      person: undefined,
      collectedAt: 0,
    };
    orders.push(order);
    const { orderRef, autoStartToken, qrStartToken, qrStartSecret } = order;
    return { status: 200, body: { orderRef, autoStartToken, qrStartToken, qrStartSecret } };
  };
  const collect = (order: Order): Answered => {
    if (now() - order.collectedAt < COLLECT_EVERY_MS)
      return problem(429, 'tooManyRequests', 'Collect every two seconds');
    order.collectedAt = now();
    age(order, now());
    const { orderRef, state: status, hint: hintCode, person } = order;
    if (person === undefined || status !== 'complete') return { status: 200, body: { orderRef, status, hintCode } };
    orders.splice(orders.indexOf(order), 1);
    return { status: 200, body: { orderRef, status, completionData: completionOf(person, order) } };
  };
  const byRef = (body: Readonly<Record<string, unknown>>, then: (order: Order) => Answered): Answered => {
    const order = orders.find((one) => one.orderRef === body['orderRef']);
    return order === undefined ? problem(400, 'invalidParameters', 'No such order') : then(order);
  };
  const cancel = (order: Order): Answered => {
    orders.splice(orders.indexOf(order), 1);
    return { status: 200, body: {} };
  };
  const paths: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => Answered>> = {
    '/rp/v6.0/auth': begin,
    '/rp/v6.0/sign': (body) =>
      typeof body['userVisibleData'] === 'string'
        ? begin(body)
        : problem(400, 'invalidParameters', 'Missing userVisibleData'),
    '/rp/v6.0/collect': (body) => byRef(body, collect),
    '/rp/v6.0/cancel': (body) => byRef(body, cancel),
  };
  const answer = (asked: Asked): Answered => simulator.trouble ?? answered(asked, paths);
  const served = await serveMutual('BankID', answer, port);
  const simulator: BankIdSimulator = {
    ...served,
    orders,
    trouble: undefined,
    scan(code) {
      const [prefix, token, seconds, seal] = code.split('.');
      const order = orders.find((one) => one.qrStartToken === token);
      if (prefix !== 'bankid' || order === undefined || seconds === undefined) return 'invalid';
      if (createHmac('sha256', order.qrStartSecret).update(seconds).digest('hex') !== seal) return 'invalid';
      const isFresh = Math.abs((now() - order.at) / 1_000 - Number(seconds)) <= CODE_SECONDS;
      age(order, now());
      if (!isFresh || order.state !== 'pending') return 'expired';
      openOrder(order);
      return 'opened';
    },
    open(autoStartToken) {
      const order = orders.find((one) => one.autoStartToken === autoStartToken && one.state === 'pending');
      if (order !== undefined) openOrder(order);
      return order !== undefined;
    },
    hint(hint) {
      const order = newest();
      order.hint = hint;
      order.started ||= hint !== 'outstandingTransaction' && hint !== 'noClient';
    },
    approve(person) {
      const order = newest();
      // One person, one order: an older one of the same person's is cancelled by the service.
      for (const other of orders)
        if (other !== order && other.person?.personalNumber === person.personalNumber) fail(other, 'cancelled');
      Object.assign(order, { person, state: 'complete', hint: '' });
    },
    fail: (hint) => fail(newest(), hint),
  };
  return simulator;
}

function answered(
  { method, path, contentType, body }: Asked,
  paths: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => Answered>>,
): Answered {
  const act = paths[path];
  if (act === undefined) return problem(404, 'notFound', 'No such path');
  if (method !== 'POST') return problem(405, 'methodNotAllowed', 'POST is expected');
  if (contentType !== 'application/json') return problem(415, 'unsupportedMediaType', 'application/json is expected');
  try {
    return act(JSON.parse(body) as Readonly<Record<string, unknown>>);
  } catch {
    return problem(400, 'invalidParameters', 'No JSON');
  }
}

function openOrder(order: Order): void {
  order.started = true;
  order.hint = 'userSign';
}

function fail(order: Order, hint: string): void {
  order.state = 'failed';
  order.hint = hint;
}

function age(order: Order, now: number): void {
  if (order.state !== 'pending') return;
  if (!order.started && now - order.at > UNOPENED_MS) fail(order, 'startFailed');
  else if (now - order.at > ORDER_MS) fail(order, 'expiredTransaction');
}

function completionOf({ personalNumber, givenName, surname }: SimulatedPerson, { endUserIp }: Order): unknown {
  return {
    user: { personalNumber, givenName, surname, name: `${givenName} ${surname}` },
    device: { ipAddress: endUserIp, uhi: 'simulated' },
    bankIdIssueDate: '2024-01-15',
    signature: Buffer.from('<simulated/>').toString('base64'),
    ocspResponse: Buffer.from('simulated').toString('base64'),
  };
}
