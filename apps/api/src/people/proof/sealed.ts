import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Secrets the server must be able to read again (those of authenticator apps), encrypted with a key drawn from the
 * secret of the house. `about` names what it belongs to: a row copied to another person does not open.
 */
export function seal(houseSecret: string, about: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(houseSecret), nonce);
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws when the secret of the house is another one now, or the value was changed */
export function unseal(houseSecret: string, about: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(
    ALGORITHM,
    keyOf(houseSecret),
    sealed.subarray(0, NONCE_BYTES),
    { authTagLength: TAG_BYTES },
  );
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = sealed.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

function keyOf(houseSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', houseSecret, '', 'sturmwarte sealed secrets', KEY_BYTES));
}
