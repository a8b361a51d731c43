import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Prose } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { credits } from './credits.ts';

/** What Simpul is made of and owes. */
export function About({ crumbs }: { crumbs: readonly ReactNode[] }) {
  const { t } = useTranslation('about');
  return (
    <>
      <PageHeader crumbs={crumbs} title={t('title')} sub={t('sub')} />
      <Section title={t('what.title')}>
        <Prose>
          <p>{t('what.text')}</p>
          <p>{t('what.licence')}</p>
        </Prose>
      </Section>
      <Section title={t('credits.title')}>
        <SummaryList
          items={credits.map((credit) => ({
            key: credit.key,
            term: (
              <a href={credit.url} target="_blank" rel="noreferrer">
                {credit.name}
              </a>
            ),
            value: (
              <>
                {t(`credits.${credit.key}`)}{' '}
                <a href={credit.licenceUrl} target="_blank" rel="noreferrer">
                  {credit.licence}
                </a>
              </>
            ),
          }))}
        />
      </Section>
      <Section title={t('software.title')}>
        <Prose>
          <p>{t('software.text')}</p>
          <p>
            <a href="/licenses.md">{t('software.list')}</a>
          </p>
        </Prose>
      </Section>
    </>
  );
}
