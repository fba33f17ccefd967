/** Passwords, kept as scrypt hashes. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

type Cost = { readonly N: number; readonly r: number; readonly p: number };

/** 32 MB and some tens of milliseconds for each guess. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 1 };
const MEMORY = 64 * 1024 * 1024;
const LENGTH = 32;

/** The hash of a password, with all that is needed to verify it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return encode(COST, salt, await derive(password, salt, COST));
}

/** Whether a password fits a hash. It takes equally long whether it does or not. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false;
  const wanted = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function encode({ N, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { ...cost, maxmem: MEMORY };
    // The same password must fit however a keyboard composes its letters.
    scrypt(password.normalize('NFKC'), salt, LENGTH, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** A hash that no password fits: verifying against it takes as long as against a real one. */
export const NOBODY = encode(COST, Buffer.alloc(16), Buffer.alloc(LENGTH));
