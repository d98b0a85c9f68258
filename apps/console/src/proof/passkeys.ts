import type { PasskeyAssertion, PasskeyAttestation, PasskeyOptions } from '@sturmwarte/contracts';

/** The person closed the browser's question, it took too long, or the device has no fitting key. */
export class PasskeyStopped extends Error {}

/** Lets the browser answer a question with one of the person's passkeys. @throws {PasskeyStopped} */
export async function answerWithPasskey(options: PasskeyOptions): Promise<PasskeyAssertion> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  // Made by the server's half of the same library: WebAuthn's own JSON.
  const optionsJSON = options as unknown as Parameters<
    typeof startAuthentication
  >[0]['optionsJSON'];
  const { id, rawId, type, response } = await orStopped(startAuthentication({ optionsJSON }));
  const { clientDataJSON, authenticatorData, signature } = response;
  return { id, rawId, type, response: { clientDataJSON, authenticatorData, signature } };
}

/** Lets the browser make a new passkey. @throws {PasskeyStopped} */
export async function makePasskey(options: PasskeyOptions): Promise<PasskeyAttestation> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'];
  const { id, rawId, type, response } = await orStopped(startRegistration({ optionsJSON }));
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { id, rawId, type, response: { clientDataJSON, attestationObject, transports } };
}

async function orStopped<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new PasskeyStopped('the browser did not use a passkey', { cause });
  }
}
