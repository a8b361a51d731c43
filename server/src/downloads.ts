import { clearingDownloads } from './modules/clearing/index.ts';
import { figuresDownloads } from './modules/figures/index.ts';
import { reportingDownloads } from './modules/reporting/index.ts';
import type { DownloadRoute } from './platform/http/uploads.ts';

/** Everything that leaves as a file, by module: `GET /api/downloads/<path>`. */
export const downloads: DownloadRoute[] = [...clearingDownloads, ...figuresDownloads, ...reportingDownloads];
