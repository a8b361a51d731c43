import { createFileRoute } from '@tanstack/react-router';
import { RouteNotFound } from '../../app/RouteStates.tsx';

/** Any address nobody else answers, inside the frame, so that a person finds on from there. */
export const Route = createFileRoute('/_app/$')({ component: RouteNotFound });
