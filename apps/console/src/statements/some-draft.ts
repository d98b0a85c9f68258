import type { CommandOf } from '@sturmwarte/domain';
import { SOME_REASON } from '../room/room-context.js';

/** A draft as anybody might begin it: for asking whether this person may. */
export const SOME_DRAFT: CommandOf<'draft-statement'> = {
  type: 'draft-statement',
  title: SOME_REASON,
  purpose: 'statement',
  ...{ step: null, template: null, core: '', claims: [] },
  ...{ corrects: null, promise: null, chain: [], variants: [] },
};
