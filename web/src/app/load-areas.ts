import { useTranslation } from 'react-i18next';
import type { AreaOption } from '../ui/AreaPicker.tsx';
import { client } from './api.ts';

/** What `AreaPicker` asks for: one step down, or the few that match a text. */
export function useLoadAreas(): (
  parent: string | null,
  text: string,
  signal: AbortSignal,
) => Promise<readonly AreaOption[]> {
  const { t } = useTranslation('ui');
  return async (parent, text, signal) => {
    const within = parent ?? undefined;
    if (text.length < 2) {
      const { items } = await client.regions.listChildren(
        { parent: within, limit: 200 },
        { signal, context: {} },
      );
      const starts = items.filter((area) => area.name.toLowerCase().includes(text.toLowerCase()));
      return starts.map((area) => ({ code: area.code, name: area.name, level: area.level, path: [] }));
    }
    const { items } = await client.regions.searchAreas({ text, within }, { signal, context: {} });
    return items.map((hit) => ({
      code: hit.code,
      name: hit.name,
      level: hit.level,
      path: hit.path,
      ...(hit.note ? { note: t(`area.note.${hit.note.kind}`, { text: hit.note.text }) } : {}),
    }));
  };
}
