import { Button } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '../../ui/Confirm.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { KeyHelp } from '../../ui/KeyHelp.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Row, Stack } from '../../ui/Layout.tsx';
import { ProgressPanel } from '../../ui/ProgressPanel.tsx';
import { Section } from '../../ui/Section.tsx';
import { TabCount, TabLinks } from '../../ui/TabLinks.tsx';

export function Acting() {
  const [asking, setAsking] = useState<'confirm' | 'dialog'>();
  const [help, setHelp] = useState(false);
  useKeys([
    { key: 'y', label: 'Sama', run: () => undefined },
    { key: 't', label: 'Beda', run: () => undefined },
  ]);
  return (
    <>
      <Section title="Kerja panjang">
        <Stack>
          <ProgressPanel
            state="running"
            title="Memeriksa baris 186 dari 214"
            note="sisa sekitar 20 detik."
            onCancel={() => undefined}
            aside="“Lanjut” terbuka setelah semua baris diperiksa"
            parts={[
              { key: 'a', label: '161 siap', value: 161, tone: 'for' },
              { key: 'b', label: '23 perlu diperbaiki', value: 23, tone: 'against' },
              { key: 'd', label: '28 belum diperiksa', value: 28, tone: 'rest' },
            ]}
          />
          <ProgressPanel state="running" title="Menyusun laporan" share={0.6} onCancel={() => undefined} />
          <ProgressPanel state="cancelling" title="Menyusun laporan" share={0.6} onCancel={() => undefined} />
          <ProgressPanel
            state="done"
            title="Laporan selesai disusun"
            note="26 halaman, 12 angka dibekukan."
            acts={<Button size="sm">Unduh</Button>}
          />
          <ProgressPanel
            state="failed"
            title="Impor berhenti di baris 120"
            note="Tidak ada baris yang masuk."
            share={0.5}
          />
          <ProgressPanel state="cancelled" title="Dibatalkan" note="Tidak ada yang berubah." share={0.3} />
        </Stack>
      </Section>
      <Section title="Tab">
        <TabLinks label="Tampilan tersimpan" act={<a href="#top">Simpan tampilan</a>}>
          <a href="#a">
            Tugas saya<TabCount>31</TabCount>
          </a>
          <a href="#b" aria-current="page">
            Risiko tinggi dan sedang<TabCount>38</TabCount>
          </a>
          <a href="#c">
            Menunggu pihak lain<TabCount>14</TabCount>
          </a>
        </TabLinks>
      </Section>
      <Section title="Dialog">
        <Row>
          <Button onClick={() => setAsking('confirm')}>Tanya</Button>
          <Button onClick={() => setAsking('dialog')}>Dialog</Button>
          <Button onClick={() => setHelp(true)}>Pintasan</Button>
          <Disclosure label="Buka panel" className="link-button" align="start">
            {(close) => (
              <Stack gap="sm">
                <p>Isi panel</p>
                <Button size="sm" onClick={close}>
                  Tutup
                </Button>
              </Stack>
            )}
          </Disclosure>
        </Row>
        <Confirm
          open={asking === 'confirm'}
          title="Hapus berkas ini?"
          yes="Hapus berkas"
          danger
          onYes={() => setAsking(undefined)}
          onNo={() => setAsking(undefined)}
        >
          Berkas asli dan 214 baris belum disetujui ikut terhapus. Ini tidak dapat diurungkan.
        </Confirm>
        <Dialog open={asking === 'dialog'} title="Rincian tugas" onClose={() => setAsking(undefined)}>
          <p>Isi dialog.</p>
        </Dialog>
        <KeyHelp open={help} onOpenChange={setHelp} />
      </Section>
    </>
  );
}
