import type { Operation } from './open-api.ts';
export function addExamples(_paths: Record<string, Record<string, Operation>>): void {}
