import { createFileRoute, notFound } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

/**
 * Every part of `ui` in every state; exists in development and in builds made with `--mode gallery` only. The
 * condition stands in place: through a constant the bundler would keep the gallery in every build.
 */
const Gallery =
  import.meta.env.DEV || import.meta.env.MODE === 'gallery'
    ? lazy(() => import('../features/gallery/Gallery.tsx').then((m) => ({ default: m.Gallery })))
    : undefined;

export const Route = createFileRoute('/_galeri')({
  beforeLoad: () => {
    if (!Gallery) throw notFound();
  },
  component: GalleryPage,
});

function GalleryPage() {
  return <Suspense fallback={null}>{Gallery && <Gallery />}</Suspense>;
}
