import { Button } from '@mantine/core';
import { useMantineColorScheme } from '@mantine/core';
import { CircleCheck, CircleX, FileText, Plus } from 'lucide-react';
import { ZoneProvider } from '../../ui/FormatProvider.tsx';
import { BarTable, SplitBar } from '../../ui/Bar.tsx';
import { Code } from '../../ui/Code.tsx';
import { Columns, Panel, Row, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { CheckLine, DueList, DueRow, InboxRow, PlainList } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState, PartialNote, SkeletonRows } from '../../ui/States.tsx';
import { Status, statusKinds } from '../../ui/Status.tsx';
import { Steps } from '../../ui/Steps.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { showToast } from '../../ui/toasts.ts';
import { Acting } from './Acting.tsx';
import { Asking } from './Asking.tsx';
import { Tables } from './Tables.tsx';
import classes from './Gallery.module.css';

const words: Record<(typeof statusKinds)[number], string> = {
  late: 'Lewat 2 jam',
  wait: 'Menunggu jawaban',
  ok: 'Dikenali',
  info: 'Dipetakan Anda',
  mut: 'Diabaikan',
  ink: 'Sedang ditulis',
};

/** Every part in every state, to be looked at in light and dark, at 360, 768 and 1,440 px. */
export function Gallery() {
  const { setColorScheme } = useMantineColorScheme();
  return (
    <ZoneProvider zone="Asia/Makassar">
      <main className={classes['page']}>
        <PageHeader
          crumbs={[
            <a key="a" href="#top">
              Impor
            </a>,
            <a key="b" href="#top">
              Triwulan III 2026
            </a>,
          ]}
          title="23 dari 186 baris yang sudah diperiksa perlu diperbaiki"
          sub="TPPO_TW3_2026.xlsx · lembar “Rekap” · 214 baris, 9 kolom · diunggah 08.09 WITA"
          acts={<Button onClick={() => setColorScheme('dark')}>Gelap</Button>}
          primary={
            <Button
              variant="filled"
              leftSection={<Plus size={18} aria-hidden />}
              onClick={() => setColorScheme('light')}
            >
              Terang
            </Button>
          }
        />
        <Columns
          main={
            <>
              <Section title="Terlewat" note="1 tugas">
                <DueList>
                  <DueRow
                    state="late"
                    when="06.00"
                    left="lewat 2 jam"
                    what="Minta RSUD A.W. Sjahranie menjawab rujukan"
                    about={
                      <>
                        <Code>TPPO/64.72/2026/0131</Code> · Cempaka
                      </>
                    }
                    basis="SOP rujukan: jawaban paling lama 24 jam sejak dikirim"
                    act={<Button size="sm">Hubungi</Button>}
                  />
                  <DueRow
                    state="near"
                    when="11.40"
                    left="sisa 3 jam 28 mnt"
                    what="Teruskan laporan ke Unit PPA Polresta Samarinda"
                    about={
                      <>
                        <Code>TPPO/64.72/2026/0131</Code> · Cempaka
                      </>
                    }
                    basis="UU 12/2022: 3 × 24 jam sejak laporan diterima"
                    act={<Button size="sm">Teruskan</Button>}
                  />
                  <DueRow
                    state="calm"
                    when="Sen, 23 Nov"
                    left="4 hari"
                    what="Lengkapi dua lampiran berkas restitusi untuk LPSK"
                    about={
                      <>
                        <Code>TPPO/64.71/2025/0093</Code> · Meranti
                      </>
                    }
                    basis="Periksa kelengkapan LPSK: 7 hari sejak diajukan"
                    act={<Button size="sm">Lengkapi</Button>}
                  />
                  <DueRow
                    state="paused"
                    when="Rab, 25 Nov"
                    left="dihentikan sementara"
                    what="Tinjau rencana pemulihan"
                  />
                </DueList>
              </Section>
              <Section title="Status" act={<a href="#top">Semua 9</a>}>
                <Row>
                  {statusKinds.map((kind) => (
                    <Status key={kind} kind={kind}>
                      {words[kind]}
                    </Status>
                  ))}
                </Row>
                <Row top>
                  {statusKinds.map((kind) => (
                    <Status key={kind} kind={kind} strong ground>
                      {words[kind]}
                    </Status>
                  ))}
                </Row>
              </Section>
              <Section title="Langkah">
                <Steps
                  label="Langkah impor"
                  steps={[
                    { key: 'a', label: 'Unggah', state: 'done' },
                    { key: 'b', label: 'Kenali kolom', state: 'done' },
                    { key: 'c', label: 'Periksa baris', state: 'now', note: 'sejak 08.09' },
                    { key: 'd', label: 'Padankan', state: 'partial', note: 'sebagian' },
                    { key: 'e', label: 'Masukkan', state: 'todo' },
                  ]}
                />
                <SplitBar
                  label="186 dari 214 baris diperiksa"
                  parts={[
                    { key: 'a', label: '161 siap', value: 161, tone: 'for' },
                    { key: 'b', label: '23 perlu diperbaiki', value: 23, tone: 'against' },
                    { key: 'c', label: '2 mungkin ganda', value: 2, tone: 'other' },
                    { key: 'd', label: '28 belum diperiksa', value: 28, tone: 'rest' },
                  ]}
                />
              </Section>
              <Section title="Yang terjadi" level={2}>
                <SummaryList
                  items={[
                    {
                      key: '1',
                      term: 'Unsur TPPO',
                      value: 'Perekrutan, pengangkutan, penampungan; tujuan eksploitasi seksual.',
                      act: <a href="#top">Ubah</a>,
                    },
                    {
                      key: '2',
                      term: 'Dihitung di',
                      value: (
                        <>
                          Simfoni PPA 2026. <Status kind="wait">Polri: menunggu LP</Status>
                        </>
                      ),
                      act: <a href="#top">Ubah</a>,
                    },
                    { key: '3', term: 'Kode', value: <Code boxed>6403</Code> },
                  ]}
                />
              </Section>
            </>
          }
          side={
            <>
              <Section title="Kembali dari pihak lain" act={<a href="#top">Semua 9</a>}>
                <PlainList>
                  <InboxRow icon={CircleCheck} kind="ok" when="hari ini, 07.51">
                    <strong>Dinsos Kaltim</strong> menerima rujukan Ulin. Janji temu Sab, 21 Nov, 09.00.
                  </InboxRow>
                  <InboxRow icon={CircleX} kind="wait" when="kemarin, 16.35">
                    <strong>DP3A Kukar</strong> menolak rujukan Gaharu: domisili di Kutai Timur. Alihkan.
                  </InboxRow>
                  <InboxRow icon={FileText} kind="info" when="kemarin, 11.08">
                    <strong>Polresta Balikpapan</strong> mencatat nomor LP untuk Kenanga.
                  </InboxRow>
                </PlainList>
              </Section>
              <Section title="Belum dapat ditutup" note="1 dari 3 beres">
                <PlainList>
                  <CheckLine done={false} note="0 dari 6 tercapai">
                    Tujuan rencana pemulihan
                  </CheckLine>
                  <CheckLine done={false}>Persetujuan penyelia</CheckLine>
                  <CheckLine done>Kontak aman tercatat</CheckLine>
                </PlainList>
              </Section>
              <Section title="31 kasus menurut tahap">
                <BarTable
                  caption="Kasus menurut tahap"
                  headings={['Tahap', 'Kasus']}
                  rows={[
                    { key: 'a', label: 'Identifikasi', value: 4, text: '4' },
                    { key: 'b', label: 'Asesmen', value: 6, text: '6' },
                    { key: 'c', label: 'Intervensi', value: 9, text: '9' },
                    { key: 'd', label: 'Pemantauan', value: 2, text: '2', tone: 'against' },
                  ]}
                />
              </Section>
            </>
          }
        />
        <Section title="Keadaan">
          <Stack>
            <EmptyState title="Tidak ada tenggat sampai Rabu, 25 November">
              Tugas baru muncul di sini begitu jamnya mulai berjalan.
            </EmptyState>
            <PartialNote retry={() => undefined}>
              Simfoni PPA belum menjawab. Angka di bawah tanpa sumber itu.
            </PartialNote>
            <SkeletonRows rows={3} />
            <ProblemStates error={{ name: 'NoAnswerError' }} retry={() => undefined} />
            <ProblemStates error={{ status: 403 }} />
            <ProblemStates error={{ status: 404 }} />
            <ProblemStates
              error={{ status: 500, problem: { requestId: '7f31a2c4' } }}
              retry={() => undefined}
            />
            <Row>
              {(['sunken', 'wait', 'late', 'ok', 'info'] as const).map((tone) => (
                <Panel key={tone} tone={tone}>
                  {tone}
                </Panel>
              ))}
            </Row>
          </Stack>
        </Section>
        <Section title="Tombol dan pemberitahuan">
          <Row>
            <Button variant="filled">Utama</Button>
            <Button>Biasa</Button>
            <Button variant="light">Ringan</Button>
            <Button variant="subtle">Halus</Button>
            <Button variant="filled" color="danger">
              Hapus
            </Button>
            <Button disabled>Belum bisa</Button>
            <Button variant="filled" loading>
              Menyimpan
            </Button>
            <Button size="sm">Kecil</Button>
            <Button
              onClick={() =>
                showToast({
                  kind: 'ok',
                  text: 'Pasangan 46 diputuskan sama',
                  undo: { label: 'Urungkan', run: () => undefined },
                  seconds: 600,
                })
              }
            >
              Pemberitahuan
            </Button>
          </Row>
        </Section>
        <Asking />
        <Acting />
        <Tables />
      </main>
      <Toasts />
    </ZoneProvider>
  );
}
