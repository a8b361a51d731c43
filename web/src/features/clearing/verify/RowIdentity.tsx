import { identityPurposes } from '@simpul/contract/clearing/purposes';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { Code } from '../../../ui/Code.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Masked } from '../../../ui/Masked.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SummaryList } from '../../../ui/SummaryList.tsx';
import type { RowDetail } from '../queries.ts';

type Identity = NonNullable<Awaited<ReturnType<typeof client.clearing.getRowIdentity>>['identity']>;

/** Who the row speaks of: fetched after a purpose and a second look at the person, hidden again by itself. */
export function RowIdentity({ row }: { row: RowDetail }) {
  const { t } = useTranslation('clearing-verify');
  return (
    <Section title={t('identity.title')} level={3}>
      <Masked
        what={t('identity.what')}
        shape={t('identity.shape')}
        watchers={t('identity.watchers')}
        purposes={identityPurposes.map((value) => ({ value, label: t(`identity.purpose.${value}`) }))}
        reveal={async (purpose) => {
          const { identity } = await client.clearing.getRowIdentity({ id: row.id }, { context: { purpose } });
          return identity ? <Facts identity={identity} /> : t('identity.none');
        }}
      />
    </Section>
  );
}

function Facts({ identity }: { identity: Identity }) {
  const { t } = useTranslation('clearing-verify');
  const { partialDate } = useFormat();
  const facts = [
    ['name', identity.name],
    ['initials', identity.initials],
    ['aliases', identity.aliases.length > 0 ? identity.aliases.join(', ') : undefined],
    ['nik', identity.nik && <Code>{identity.nik}</Code>],
    ['passport', identity.passport && <Code>{identity.passport}</Code>],
    ['birthDate', identity.birthDate && partialDate(identity.birthDate)],
    ['phones', identity.phones.length > 0 ? identity.phones.join(', ') : undefined],
    ['address', identity.address],
    ['modus', identity.modus],
  ] as const;
  return (
    <SummaryList
      items={facts.flatMap(([key, value]) =>
        value === undefined ? [] : [{ key, term: t(`identity.${key}`), value }],
      )}
    />
  );
}
