/** The reference of REST: the document as an independent linter reads it. */
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { theDocument } from '../helpers/reference.ts';

const RULES: Parameters<typeof createConfig>[0] = {
  extends: ['recommended-strict'],
  rules: {
    // It belongs to whoever runs it.
    'info-license': 'off',
    // A part that varies stands beside fixed words: `/campaigns/tabs` is no campaign, for ids begin with their kind.
    'no-ambiguous-paths': 'off',
    'parameter-description': 'error',
    'operation-4xx-response': 'error',
    'no-unused-components': 'error',
    'no-invalid-media-type-examples': 'error',
    'no-invalid-schema-examples': 'error',
    'no-invalid-parameter-examples': 'error',
    'no-schema-type-mismatch': 'error',
    'no-required-schema-properties-undefined': 'error',
  },
};

/** What the linter finds: rule, place, and what is wrong. */
async function problemsOf(document: object): Promise<string[]> {
  const config = await createConfig(RULES);
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: '/openapi.json', config });
  return problems.map(({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer}: ${message}`);
}

describe('the document of REST', () => {
  it('is valid OpenAPI 3.1 without a fault that the linter knows', async () => {
    const document = await theDocument();
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(await problemsOf(document)).toEqual([]);
  });

  it.each<[rule: string, spoil: (document: Awaited<ReturnType<typeof theDocument>>) => void]>([
    ['operation-operationId-unique', ({ paths }) => void (paths['/me']!.get!.operationId = 'agents.list')],
    ['parameter-description', ({ paths }) => void delete (paths['/agents']!.get!.parameters![0] as { description?: string }).description],
    ['security-defined', (document) => void ((document.security as unknown) = undefined)],
    ['no-unused-components', ({ components }) => void (components.schemas.Nobody = { type: 'object' })],
    ['no-invalid-media-type-examples', ({ components }) => void ((components.responses as Record<string, object>)['NotFound'] = spoilt)],
    ['path-parameters-defined', ({ paths }) => void delete paths['/agents/{id}']!.get!.parameters],
  ])('would be refused for: %s', async (rule, spoil) => {
    const document = structuredClone(await theDocument());
    spoil(document);
    expect((await problemsOf(document)).map((problem) => problem.split(' ')[0])).toContain(rule);
  });
});

const spoilt = {
  description: 'Spoilt',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' }, example: { success: true } } },
};
