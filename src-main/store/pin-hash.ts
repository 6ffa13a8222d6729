import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** Cost of one try: 128 MiB of memory and most of a second on a kiosk's processor (OWASP's scrypt parameters). */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const LEAST_N = 2 ** 10;
const MAX_MEMORY = 256 * 2 ** 20;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/**
 * Returns the hash of a PIN as `scrypt$N$r$p$salt$key`, with a salt of its own; it takes most of a second. `N`: another
 * cost than the kiosk's own, for tests.
 */
export async function hashPin(pin: string, N: number = COST.N): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(pin, salt, { ...COST, N, maxmem: MAX_MEMORY });
  return ['scrypt', N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Returns the cost that a text names: a power of two below the kiosk's own; undefined where it names none. */
export function cheaperCost(text: string | undefined): number | undefined {
  const N = Number(text);
  return Number.isInteger(Math.log2(N)) && N >= LEAST_N && N < COST.N ? N : undefined;
}

/** Returns whether this is the PIN of that hash; throws where the hash is not one of `hashPin`. */
export async function isPin(pin: string, hash: string): Promise<boolean> {
  const [name, N, r, p, salt, key] = hash.split('$');
  if (name !== 'scrypt' || salt === undefined || key === undefined) throw new Error('not a hash of a PIN');
  const expected = Buffer.from(key, 'base64');
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: MAX_MEMORY };
  return timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64'), options), expected);
}

function derive(pin: string, salt: Uint8Array, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
