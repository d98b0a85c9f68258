import { ERROR_STATUS, type ErrorCode, type ErrorParams } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { Refusal } from '../api/refusal.js';
import { useRefusalText } from '../api/refusal-text.js';

/** Why a line was refused, in the reader's words. */
export function useLineRefusal(): (code: string, params: ErrorParams) => string {
  const text = useRefusalText();
  return useCallback(
    (code, params) => {
      const known: ErrorCode = Object.hasOwn(ERROR_STATUS, code)
        ? (code as ErrorCode)
        : 'invalid-input';
      return text(new Refusal(known, params, null));
    },
    [text],
  );
}
