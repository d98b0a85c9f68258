import type { SignInAnswer } from '@sturmwarte/contracts';
import type { FastifyReply } from 'fastify';
import type { Entered } from './entrance.js';
import { answerCookie, type Visitor } from './visitor.js';

/** A session with its cookie, or 202: the second factor is still to come. */
export function answerEntered(
  reply: FastifyReply,
  { token, view }: Entered,
  visitor: Visitor,
): SignInAnswer {
  if (token === null) void reply.status(202);
  else answerCookie(reply, token, visitor);
  return view;
}
