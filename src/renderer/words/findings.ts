/** What a test of a provider found, wherever it is told. */
import type { Finding } from '../../shared/contract/telephony.ts';
import type { ProviderAccount } from '../../shared/contract/telephony-settings.ts';
import { countOf } from '../../shared/domain/time-words.ts';

export const findingWords = {
  test: 'Test connection',
  saveAndTest: 'Save and test connection',
  testing: 'Testing the connection',
  list: 'What the test found',
  listOf: (provider: string) => `What the test of ${provider} found`,
  what: {
    key: 'Key',
    agent: 'Agent',
    number: 'Caller number',
    limits: 'Limits',
    deliveries: 'Deliveries',
  } satisfies Record<Finding['what'], string>,
  result: { works: 'Works', fails: 'Does not work', unknown: 'Cannot be told' } satisfies Record<Finding['result'], string>,
} as const;

/** The whole in one sentence: what fails comes first, for it is what somebody has to mend. */
export function foundInAll(findings: readonly Pick<Finding, 'result'>[]): string {
  const of = (result: Finding['result']) => findings.filter((finding) => finding.result === result).length;
  const fails = of('fails');
  if (fails > 0)
    return `${fails} of ${countOf(findings.length, 'thing')} that ${findings.length === 1 ? 'was' : 'were'} looked at ${fails === 1 ? 'does' : 'do'} not work.`;
  const unknown = of('unknown');
  if (unknown > 0) return unknown === findings.length ? 'Nothing could be told for sure.' : 'What can be told without a call works.';
  return 'Everything works.';
}

/** The account as it spoke of itself: `ada@example.com, 10 calls at once`. */
export function accountWords({ name, limit }: Pick<ProviderAccount, 'name' | 'limit'>): string {
  return limit === null ? name : `${name}, ${countOf(limit, 'call')} at once`;
}
