import { sha256, toInteger, utf8 } from '../encoding/bytes.ts';
import type { CommitmentTerm, Element, ElementReading, Engine, FixedBase, Group, GroupName } from './group.ts';
import { modulo } from './group.ts';
import { montgomeryKernels } from './montgomery.ts';
import { kernelPowers } from './powers-kernel.ts';
import type { Table, Term } from './powers.ts';
import { plainPowers } from './powers-plain.ts';

interface Parameters {
  readonly name: GroupName;
  readonly p: bigint;
  readonly q: bigint;
  readonly g: bigint;
}

/** Belenios specification 1, "BELENIOS-2048": FIPS 186-4 parameters, q of 256 bits. */
export const BELENIOS_2048: Parameters = {
  name: 'BELENIOS-2048',
  p: 20694785691422546401013643657505008064922989295751104097100884787057374219242717401922237254497684338129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049081167099310535867780980030790491654063777173764198678527273474476341835600035698305193144284561701911000786737307333564123971732897913240474578834468260652327974647951137672658693582180046317922073668860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201320481118852408731077014151666200162313177169372189248078507711827842317498073276598828825169183103125680162072880719n,
  q: 78571733251071885079927659812671450121821421258408794611510081919805623223441n,
  g: 2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678799694668298749389095083896573425601900601068477164491735474137283104610458681314511781646755400527402889846139864532661215055797097162016168270312886432456663834863635782106154918419982534315189740658186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982665103606822406635076697764025346253773085133173495194248967754052573659049492477631475991575198775177711481490920456600205478127054728238140972518639858334115700568353695553423781475582491896050296680037745308460627n,
};

/** Longer texts are no numbers of this group; reading them would only cost time. */
const MAX_DIGITS = 1300;
/** A ballot takes about fifty powers of g and y; a meeting's tablet makes a few ballots. */
const TYPICAL_USES = 100;

const numberOf = (element: Element): bigint => element as unknown as bigint;
const elementOf = (value: bigint): Element => value as unknown as Element;

/** BELENIOS-2048. Elements are integers mod p, written in decimal. */
export function belenios2048(engine: Engine = {}): Group {
  const { name, p, q, g } = BELENIOS_2048;
  const kernels = montgomeryKernels(p);
  /** The platform's single powers are as fast as the kernel's, but getting it ready takes longer. */
  const powers = kernels
    ? kernelPowers(kernels)
    : plainPowers(p, (base, exponent) => engine.modPow?.(base, exponent, p));
  const modPow = powers.pow;
  const hashBytes = engine.sha256 ?? sha256;
  const powPublic = (base: Element, exponent: bigint): Element =>
    elementOf(modPow(numberOf(base), modulo(exponent, q)));
  const tables = new WeakMap<FixedBase, Table>();
  const fixedBase = (base: Element, uses: number): FixedBase => {
    const table = powers.table(numberOf(base), uses);
    const fixed: FixedBase = {
      base,
      powPublic: (exponent) => elementOf(table.pow(modulo(exponent, q), false)),
      powSecret: (exponent) => elementOf(table.pow(modulo(exponent, q), true)),
    };
    tables.set(fixed, table);
    return fixed;
  };
  const termOf = ({ exponent, times }: CommitmentTerm): Term<Table> => ({
    exponent: modulo(exponent, q),
    times: times.map(({ base, exponent: power }) => {
      const table = tables.get(base);
      if (table === undefined) throw new Error('The base has its table in another group');
      return { table, exponent: modulo(power, q) };
    }),
  });
  const spellings = lastSpellings();
  const write = (element: Element): string => {
    const value = numberOf(element);
    return spellings.of(value) ?? value.toString();
  };
  let made: FixedBase | undefined;
  const generator = (): FixedBase => (made ??= fixedBase(elementOf(g), engine.generatorUses ?? TYPICAL_USES));
  // x^(q+1) = x says the same as x^q = 1, and is a power that every platform computes.
  const isMember = (value: bigint): boolean => modPow(value, q + 1n) === value;
  return {
    name,
    q,
    identity: elementOf(1n),
    get generator(): FixedBase {
      return generator();
    },
    read(text) {
      const reading = readDecimal(text, p);
      if (reading.canonical && reading.inRange) spellings.keep(numberOf(reading.element as Element), text);
      return reading;
    },
    write,
    writeAll: (elements) => elements.map(write),
    isMember: (element) => isMember(numberOf(element)),
    isIdentity: (element) => numberOf(element) === 1n,
    equal: (a, b) => numberOf(a) === numberOf(b),
    multiply: (a, b) => elementOf((numberOf(a) * numberOf(b)) % p),
    invert: (a) => powPublic(a, q - 1n),
    powPublic,
    examine(parts, ofProduct) {
      const worked = powers.work(
        q,
        parts.map(({ element, terms, isFactor }) => ({ base: numberOf(element), terms: terms.map(termOf), isFactor })),
        ofProduct.map(termOf),
      );
      return {
        parts: worked.parts.map(({ values, toOrder }) => ({ values: values.map(elementOf), isMember: toOrder === 1n })),
        product: worked.product.map(elementOf),
      };
    },
    powSecret: (base, exponent) => elementOf(powers.powSecret(numberOf(base), modulo(exponent, q))),
    fixedBase,
    sha256: hashBytes,
    hash: (text) => toInteger(hashBytes(utf8(text))) % q,
  };
}

/** The texts that numbers were lately read from: most are soon written again, and a decimal costs several products. */
function lastSpellings(): { of(value: bigint): string | undefined; keep(value: bigint, text: string): void } {
  const MOST = 512;
  const texts = new Map<bigint, string>();
  return {
    of: (value) => texts.get(value),
    keep(value, text) {
      if (texts.size === MOST) texts.clear();
      texts.set(value, text);
    },
  };
}

function readDecimal(text: string, p: bigint): ElementReading {
  if (text.length > MAX_DIGITS || !/^[0-9]+$/.test(text))
    return { element: undefined, canonical: false, inRange: false };
  const value = BigInt(text);
  const inRange = value > 0n && value < p;
  return { element: elementOf(value % p), canonical: text === '0' || !text.startsWith('0'), inRange };
}
