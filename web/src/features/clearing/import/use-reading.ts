import type { ImportMapping } from '@simpul/contract/clearing/columns';
import { useState } from 'react';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { clearingKey, type Import } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';
import { changedColumns } from './mapping.ts';

export interface Reading {
  /** How the file is read, with what was changed on the page but not sent yet. */
  mapping: ImportMapping | null;
  /** Something was changed that has not been checked. */
  dirty: boolean;
  columnsChanged: number;
  change: (next: ImportMapping) => void;
  reset: () => void;
  /** Sends the mapping; the file is checked again from its first row. */
  apply: (next?: ImportMapping) => void;
  /** Another sheet or another row of headings: columns are recognised afresh. */
  reread: (other: { sheet?: string; headerRow?: number }) => void;
  busy: boolean;
  fault: string | undefined;
}

/** The mapping of an import as a draft, laid over what the server has. */
export function useReading(imp: Import): Reading {
  const problemText = useClearingProblem();
  const [draft, setDraft] = useState<{ version: number; mapping: ImportMapping }>();
  const [fault, setFault] = useState<string>();
  const send = useCommand(client.clearing.setMapping, {
    invalidates: [clearingKey],
    onSuccess: () => {
      setDraft(undefined);
      setFault(undefined);
    },
    onError: (error) => setFault(problemText(error)),
  });
  // Whatever changed on the server meanwhile is the new ground.
  const own = draft?.version === imp.version ? draft.mapping : undefined;
  const mapping = own ?? imp.mapping;
  return {
    mapping,
    dirty: own !== undefined,
    columnsChanged: own && imp.mapping ? changedColumns(imp.mapping, own) : 0,
    change: (next) => setDraft({ version: imp.version, mapping: next }),
    reset: () => {
      setDraft(undefined);
      setFault(undefined);
    },
    apply: (next) => {
      const chosen = next ?? mapping;
      if (chosen) send.mutate({ id: imp.id, version: imp.version, mapping: chosen });
    },
    reread: (other) => send.mutate({ id: imp.id, version: imp.version, ...other }),
    busy: send.isPending,
    fault,
  };
}
