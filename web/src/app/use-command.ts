import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CallContext } from './api-client.ts';
import { createKeyKeeper } from './idempotency.ts';
import { isPassing } from './problem.ts';

type Procedure<I, O> = (input: I, options: { context: CallContext; signal?: AbortSignal }) => Promise<O>;

interface CommandOptions<I, O> {
  /** Queries that no longer hold; default: everything on screen is read again. */
  invalidates?: readonly (readonly unknown[])[] | 'nothing';
  purpose?: string;
  signal?: () => AbortSignal | undefined;
  onSuccess?: (output: O, input: I) => void;
  onError?: (error: Error, input: I) => void;
}

/**
 * Runs a command of the contract. The idempotency key is made once per intended act: retries of the same input
 * after a lost answer carry the same key, so that nothing is done twice.
 */
export function useCommand<I, O>(
  procedure: Procedure<I, O>,
  options: CommandOptions<I, O> = {},
): UseMutationResult<O, Error, I> {
  const queries = useQueryClient();
  const keys = useRef(createKeyKeeper());
  return useMutation<O, Error, I>({
    mutationFn: (input) => {
      const signal = options.signal?.();
      return procedure(input, {
        ...(signal ? { signal } : {}),
        context: {
          idempotencyKey: keys.current.keyFor(input),
          ...(options.purpose === undefined ? {} : { purpose: options.purpose }),
        },
      });
    },
    retry: (count, error) => count < 2 && isPassing(error),
    onSuccess: async (output, input) => {
      keys.current.done();
      options.onSuccess?.(output, input);
      const { invalidates } = options;
      if (invalidates === 'nothing') return;
      if (invalidates === undefined) await queries.invalidateQueries();
      else await Promise.all(invalidates.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (error, input) => {
      if (!isPassing(error)) keys.current.done();
      options.onError?.(error, input);
    },
  });
}
