import { Button, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../ui/answer.ts';
import { ChoiceQuestion, TextQuestion } from '../../ui/AnswerFields.tsx';
import { AreaPicker, type AreaOption } from '../../ui/AreaPicker.tsx';
import { Field } from '../../ui/Field.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { Masked } from '../../ui/Masked.tsx';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { Section } from '../../ui/Section.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';

const areas: readonly AreaOption[] = [
  { code: '64', name: 'Kalimantan Timur', level: 'province', path: [] },
  { code: '62', name: 'Kalimantan Tengah', level: 'province', path: [] },
  { code: '64.72', name: 'Kota Samarinda', level: 'regency', path: ['Kalimantan Timur'] },
  {
    code: '64.09',
    name: 'Kabupaten Penajam Paser Utara',
    level: 'regency',
    path: ['Kalimantan Timur'],
    note: 'sebagian IKN',
  },
  { code: '64.72.01', name: 'Palaran', level: 'district', path: ['Kalimantan Timur', 'Kota Samarinda'] },
];
const load = (parent: string | null, text: string) =>
  Promise.resolve(
    areas.filter((a) =>
      text === ''
        ? parent === null
          ? a.level === 'province'
          : a.code.startsWith(`${parent}.`) && a.code.split('.').length === parent.split('.').length + 1
        : a.name.toLowerCase().includes(text.toLowerCase()),
    ),
  );

const purposes = [
  { value: 'clearing.review', label: 'Mencocokkan pasangan' },
  { value: 'clearing.ask_owner', label: 'Menanyakan pemilik data' },
  { value: 'referral.letter', label: 'Mengisi surat rujukan' },
  { value: 'other', label: 'Lainnya, tuliskan alasan', free: true },
];

export function Asking() {
  const [where, setWhere] = useState<Answer<'home' | 'work'>>({ state: 'blank' });
  const [story, setStory] = useState<Answer<string>>({ state: 'unknown' });
  const [born, setBorn] = useState<Answer<string>>({ state: 'blank' });
  const [due, setDue] = useState<Answer<string>>({ state: 'given', value: '2026-11-31' });
  const [area, setArea] = useState<readonly AreaOption[]>(areas.slice(0, 1));
  const [wrong, setWrong] = useState(false);
  const reveal = () =>
    new Promise<string>((done) => {
      setTimeout(() => done('Nama rekaan'), 400);
    });
  return (
    <>
      <Section title="Tersamar">
        <SummaryList
          items={[
            {
              key: 'name',
              term: 'Nama',
              value: (
                <Masked
                  what="nama ini"
                  shape="2 kata, 13 huruf"
                  purposes={purposes}
                  reveal={reveal}
                  watchers="Kedua pemilik data diberi tahu."
                />
              ),
            },
            {
              key: 'nik',
              term: 'NIK',
              value: (
                <Masked
                  what="NIK ini"
                  shape="16 angka"
                  purposes={purposes}
                  reveal={reveal}
                  watchers=""
                  closed
                />
              ),
            },
          ]}
        />
      </Section>
      <Section title="Isian">
        {wrong && (
          <ProblemSummary
            problems={[
              { field: 'g-where', message: 'Pilih tempat kejadian, atau tandai tidak ditanyakan' },
              { field: 'g-reason', message: 'Tulis alasan, sedikitnya delapan huruf' },
            ]}
          />
        )}
        <ChoiceQuestion
          id="g-where"
          question="Di mana orang itu ditemukan?"
          hint="Tempat pertama yang disebut."
          value={where}
          onChange={setWhere}
          error={wrong && 'Pilih tempat kejadian, atau tandai tidak ditanyakan'}
          options={[
            { value: 'home', label: 'Rumah tinggal', hint: 'Termasuk kos dan kontrakan' },
            { value: 'work', label: 'Tempat kerja' },
          ]}
        />
        <TextQuestion
          id="g-story"
          question="Apa yang terjadi, dengan kata orang itu sendiri?"
          lines={3}
          value={story}
          onChange={setStory}
        />
        <PartialDateField
          id="g-born"
          question="Kapan orang itu lahir?"
          value={born}
          onChange={setBorn}
          notAfter="2026-11-19"
        />
        <PartialDateField
          id="g-due"
          question="Sampai kapan?"
          complete
          offer="none"
          value={due}
          onChange={setDue}
          error="Tanggal itu tidak ada di kalender"
        />
        <Field
          id="g-reason"
          label="Alasan"
          hint="Singkat saja; wajib bila ragu"
          error={wrong && 'Tulis alasan, sedikitnya delapan huruf'}
        >
          {(described) => <TextInput {...described} error={wrong} />}
        </Field>
        <Row top>
          <Button variant="filled" onClick={() => setWrong(!wrong)}>
            Periksa
          </Button>
        </Row>
      </Section>
      <Section title="Isian Mantine">
        <Stack>
          <TextInput label="Surel dinas" description="Alamat kantor" placeholder="nama@kantor.go.id" />
          <TextInput label="Dengan kesalahan" error="Tulis alamat surel lengkap" defaultValue="nama@" />
          <TextInput label="Tidak dapat diubah" disabled defaultValue="Kalimantan Timur" />
          <PasswordInput
            label="Kata sandi"
            visibilityToggleButtonProps={{ 'aria-label': 'Tampilkan', 'aria-hidden': false, tabIndex: 0 }}
          />
          <Select
            label="Dikenali sebagai"
            data={['Nomor LP', 'Tanggal laporan', 'Tempat kejadian']}
            defaultValue="Nomor LP"
          />
          <Textarea label="Catatan" rows={3} />
          <AreaPicker
            id="g-area"
            label="Daerah asal"
            load={load}
            value={area}
            onChange={setArea}
            deepest="district"
          />
        </Stack>
      </Section>
      <Section title="Berkas">
        <Stack>
          <FileDrop
            label="Berkas lembaga Anda"
            accept={{
              'text/csv': ['.csv'],
              'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
            }}
            maxBytes={50_000_000}
            onFile={() => undefined}
          />
          <FileDrop
            label="Berkas lembaga Anda"
            accept={{ 'text/csv': ['.csv'] }}
            maxBytes={50_000_000}
            onFile={() => undefined}
            error="Berkas ini dilindungi kata sandi. Simpan ulang tanpa kata sandi, lalu kirim lagi."
          />
          <FileDrop
            label="Berkas lembaga Anda"
            accept={{ 'text/csv': ['.csv'] }}
            maxBytes={50_000_000}
            onFile={() => undefined}
            progress={0.42}
            fileName="TPPO_TW3_2026.xlsx"
            onCancel={() => undefined}
          />
        </Stack>
      </Section>
    </>
  );
}
