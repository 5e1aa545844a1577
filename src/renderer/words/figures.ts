/** Figures of calls: of one campaign and of what spans campaigns. */
import { countOf } from '../../shared/domain/time-words.ts';

export const figures = {
  nobodySpoke: 'nobody spoke yet',
  inCalls: (calls: number) => `in ${countOf(calls, 'call')}`,
  longest: (time: string) => `longest ${time}`,
  nobodyAnswered: 'nobody answered yet',
  median: (value: string) => `median ${value}`,
  noCost: 'nothing charged yet',
  and: (amount: string) => `and ${amount}`,
  eachSuccess: (amount: string) => `${amount} a success`,
} as const;
