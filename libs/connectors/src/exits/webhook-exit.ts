import type { WebhookSettings } from '@sturmwarte/contracts';
import type { Exit, SendOutcome } from './exit.js';
import { guardedRequest } from './guarded-request.js';
import { signWebhook } from './sign-webhook.js';
import { webhookBody } from './webhook-body.js';

const AGENT = 'Sturmwarte';
const READ_BACK_MS = 10_000;
const LINK_CHARS = 2_000;

/** A newsroom or a website that takes signed requests. */
export function webhookExit(
  settings: WebhookSettings,
  secrets: readonly string[],
  nowMs: () => number,
): Exit {
  const { url, readBackUrl, privateNetwork, timeoutSeconds } = settings;
  return {
    async send(dispatch, { signal }) {
      const body = webhookBody(dispatch);
      const seconds = Math.floor(nowMs() / 1_000);
      const answer = await guardedRequest({
        ...{ method: 'POST', url, body, signal, privateNetwork },
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': AGENT,
          ...signWebhook(secrets, dispatch.key, seconds, body),
        },
        timeoutMs: timeoutSeconds * 1_000,
      });
      if (answer.kind === 'not-sent') return { kind: 'refused', why: answer.why };
      if (answer.kind === 'no-answer') return { kind: 'unknown', why: answer.why };
      return outcomeOf(answer.status, answer.body);
    },
    readBack:
      readBackUrl === null
        ? null
        : async (key, signal) => {
            const seconds = Math.floor(nowMs() / 1_000);
            const answer = await guardedRequest({
              ...{ method: 'GET', body: null, signal, privateNetwork, timeoutMs: READ_BACK_MS },
              url: readBackUrl.replaceAll('{id}', encodeURIComponent(key)),
              headers: {
                'user-agent': AGENT,
                ...signWebhook(secrets, key, seconds, Buffer.alloc(0)),
              },
            });
            if (answer.kind !== 'answered') return { kind: 'unclear', why: answer.why };
            if (answer.status === 404) return { kind: 'absent' };
            if (answer.status !== 200) return { kind: 'unclear', why: `http-${answer.status}` };
            return { kind: 'found', ...whereItStands(answer.body) };
          },
  };
}

/**
 * What an answer proves. Not out for certain is only what a receiver says before it looks at the content: 4xx, and
 * "go elsewhere with it" (307, 308). 408 and 409 may follow a delivery that arrived (a proxy tried twice); after 5xx and
 * other redirects it may have been stored all the same.
 */
function outcomeOf(status: number, body: string | null): SendOutcome {
  const why = `http-${status}`;
  if (status >= 200 && status < 300) return { kind: 'confirmed', ...whereItStands(body) };
  if (status === 408 || status === 409) return { kind: 'unknown', why };
  const notTaken = (status >= 400 && status < 500) || status === 307 || status === 308;
  return { kind: notTaken ? 'refused' : 'unknown', why };
}

function whereItStands(body: string | null): {
  readonly link: string | null;
  readonly foreignId: string | null;
} {
  const nowhere = { link: null, foreignId: null };
  if (body === null || body.trim() === '') return nowhere;
  let told: unknown;
  try {
    told = JSON.parse(body);
  } catch {
    return nowhere; // "ok" is an answer too
  }
  if (typeof told !== 'object' || told === null) return nowhere;
  const { link, id } = told as { readonly link?: unknown; readonly id?: unknown };
  return { link: webLink(link), foreignId: shortText(id) };
}

/** Shown and clicked by people: only what a browser opens harmlessly. */
function webLink(link: unknown): string | null {
  if (typeof link !== 'string' || link.length > LINK_CHARS || !URL.canParse(link)) return null;
  const { protocol, href } = new URL(link);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

function shortText(id: unknown): string | null {
  if (typeof id === 'number') return String(id);
  return typeof id === 'string' && /^[\x20-\x7e]{1,200}$/.test(id) ? id : null;
}
