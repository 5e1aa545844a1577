/** Agents, how it dials and through what, and the data. */
import type { Examples } from './example.ts';

export const SETTINGS: Examples = {
  'agents.list': { query: { provider: 'practice' } },
  'agents.get': { id: 'agent-789' },
  'agents.create': {
    body: {
      name: 'Nora',
      provider: 'practice',
      callerNumber: '+18005559876',
      options: { ringSeconds: 30, longestMinutes: 10, record: true },
    },
  },
  'agents.update': { id: 'agent-789', body: { options: { ringSeconds: 45 } } },
  'agents.delete': { id: 'agent-790' },
  'agents.testCall': { id: 'agent-789', body: { phoneNumber: '+18005550199', nextAction: 'Say hello.' } },

  'settings.dialing': { as: 'admin' },
  'settings.changeDialing': { as: 'admin', body: { gapMinutes: 120, timeZone: 'Europe/Berlin', defaultCountry: 'DE' } },
  'settings.concurrency': { as: 'admin' },
  'settings.changeConcurrency': { as: 'admin', body: { systemLimit: 12, users: [{ userId: 'user-ada', limit: 3 }] } },
  'desktop.get': {},
  'desktop.change': { body: { notifications: { imported: false }, quietHours: { on: true, from: '20:00', to: '08:00' } } },
  'settings.telephony': { as: 'admin' },
  'settings.changeTelephony': { as: 'admin', body: { practice: { speed: 60, outcomes: { busy: 2 } } } },

  'telephony.providers': {},
  'telephony.test': { as: 'admin', body: { provider: 'practice' } },
  'telephony.agents': { id: 'practice' },
  'telephony.numbers': { id: 'practice' },
  'telephony.agentWebhook': { id: 'agent-789' },
  'telephony.setAgentWebhook': { as: 'admin', id: 'agent-789', body: { to: 'ours' } },

  'tunnel.get': { as: 'admin' },
  'tunnel.change': { as: 'admin', body: { kind: 'address', publicUrl: 'https://hooks.example.com' } },
  'tunnel.tryNow': { as: 'admin', body: {} },
  'tunnel.forgetHostKey': { as: 'admin' },
  'tunnel.refused': { as: 'admin' },

  'data.get': { as: 'admin' },
  'data.backUp': { as: 'admin', body: {} },
  'data.clearPractice': { as: 'admin', body: { includeRunning: false } },
  'data.diagnostics': { as: 'admin' },
};
