import { createFileRoute, notFound } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

/** Every part of `ui` in every state; exists in development and in builds made with `--mode gallery` only. */
const inUse = import.meta.env.DEV || import.meta.env.MODE === 'gallery';
const Gallery = inUse
  ? lazy(() => import('../features/gallery/Gallery.tsx').then((m) => ({ default: m.Gallery })))
  : () => null;

export const Route = createFileRoute('/_galeri')({
  beforeLoad: () => {
    if (!inUse) throw notFound();
  },
  component: GalleryPage,
});

function GalleryPage() {
  return (
    <Suspense fallback={null}>
      <Gallery />
    </Suspense>
  );
}
