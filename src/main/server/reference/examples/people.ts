/** Who one is, who uses the program, and who is called. */
import type { Examples } from './example.ts';

const ADA = { email: 'ada@example.com', password: 'correct horse' };
const FIRST = { email: 'maya@example.com', name: 'Maya Okafor', password: 'a quiet Tuesday in May' };
const CODE = 'K7QF-2M9X-PT4D-W3HB';
export const PEOPLE_CSV =
  'name,phone_number,email,company\nGrace Hopper,+18005550101,grace@example.com,Navy\nAlan Turing,+18005550102,,\nNobody,12,,\n';
const FILE = { fields: { defaultCountry: 'US' }, fileName: 'people.csv', text: PEOPLE_CSV };
const TOKEN = { name: 'CRM, every night', scope: 'write', expiresAt: '2024-07-29T00:00:00Z' };

export const PEOPLE: Examples = {
  'auth.state': { as: 'nobody' },
  'auth.createFirstAdmin': { as: 'nobody', body: FIRST },
  'auth.login': { as: 'nobody', body: ADA },
  'auth.signIn': { as: 'nobody', body: { ...ADA, keep: true } },
  'auth.recover': {
    as: 'nobody',
    body: { email: FIRST.email, code: CODE, newPassword: 'another quiet Tuesday' },
    after: ['auth.createFirstAdmin', 'recoveryCode', CODE],
  },
  'auth.logout': { body: {} },
  'auth.me': {},
  'auth.changeMe': { body: { name: 'Ada Byron' } },
  'auth.changePassword': { body: { currentPassword: ADA.password, newPassword: 'battery staple' } },

  'access.tokens': { after: ['access.createToken', 'details.id', 'token-1'] },
  'access.createToken': { body: TOKEN },
  'access.revokeToken': { id: 'token-1', after: ['access.createToken', 'details.id', 'token-1'] },
  'access.settings': {},
  'access.changeSettings': { as: 'admin', body: { perSecond: 300, corsOrigins: ['https://crm.example.com'] } },

  'users.list': { as: 'admin' },
  'users.create': {
    as: 'admin',
    body: { email: 'cleo@example.com', name: 'Cleo', password: 'a long enough one', concurrentCallsLimit: 2 },
  },
  'users.update': { as: 'admin', id: 'user-ben', body: { concurrentCallsLimit: 3 } },
  'users.switchOff': { as: 'admin', id: 'user-ben' },
  'users.handOver': { as: 'admin', id: 'user-ada', body: { toUserId: 'user-ben' } },

  'contacts.list': { query: { search: 'doe', sortBy: 'name', sortDir: 'asc', limit: 20 } },
  'contacts.get': { id: 42 },
  'contacts.create': {
    body: {
      phoneNumber: '+18005550123',
      firstName: 'Grace',
      lastName: 'Hopper',
      email: 'grace@example.com',
      company: 'Navy',
      timeZone: 'America/New_York',
      customFields: { contract: 'A-1906' },
    },
  },
  'contacts.update': { id: 42, body: { company: 'Doe & Co.' } },
  'contacts.delete': { id: 42 },
  'contacts.matching': { query: { search: 'doe', limit: 1_000 } },
  'contacts.read': { body: { contactIds: [42, 43] } },
  'contacts.campaigns': { id: 42 },
  'contacts.touched': { body: { contactIds: [42, 43] } },
  'contacts.deleteMany': { body: { contactIds: [42, 43] } },
  'contacts.markMany': { body: { contactIds: [42, 43], reason: 'Asked not to be called' } },
  'contacts.export': { query: { doNotCall: 'false' } },
  'contacts.import': { form: FILE },

  'compliance.listNumbers': { query: { search: '1800', limit: 20 } },
  'compliance.addNumbers': { body: { phoneNumbers: ['+18005550150', '+18005550151'], reason: 'Asked not to be called' } },
  'compliance.addNumbers (file)': { form: { fields: {}, fileName: 'numbers.csv', text: 'phone_number\n+18005550152\n+18005550153\n' } },
  'compliance.removeNumber': { as: 'admin', query: { phoneNumber: '+18005550100', reason: 'Asked to be called again' } },
  'compliance.listRemovals': { as: 'admin' },
  'compliance.listHolidays': { query: { from: '2023-01-01', to: '2023-12-31' } },
  'compliance.addHoliday': { as: 'admin', body: { date: '2023-12-26', name: 'Boxing Day' } },
  'compliance.removeHoliday': { as: 'admin', query: { date: '2023-12-25' } },

  'notices.list': {},
  'notices.close': { id: 'notice-1', body: {} },

  'imports.takeIn': { form: { fields: { target: 'contacts' }, fileName: 'people.csv', text: PEOPLE_CSV } },
  'imports.get': { id: 'import-1', after: ['imports.takeIn', 'import.id', 'import-1'] },
  'imports.rows': { id: 'import-1', query: { kind: 'invalid', limit: 50 }, after: ['imports.takeIn', 'import.id', 'import-1'] },
  'imports.change': { id: 'import-1', body: { delimiter: ',', hasHeader: true }, after: ['imports.takeIn', 'import.id', 'import-1'] },
  'imports.begin': { id: 'import-1', body: {}, after: ['imports.takeIn', 'import.id', 'import-1'] },
  'imports.cancel': { id: 'import-1', body: {}, after: ['imports.takeIn', 'import.id', 'import-1'] },
  'imports.undo': { id: 'import-1', body: {}, after: ['contacts.import', 'import.id', 'import-1'] },
  'imports.refused': { id: 'import-1', after: ['contacts.import', 'import.id', 'import-1'] },
  'files.takeIn': { body: { fileToken: 'a-token-of-the-desktop', target: 'contacts' } },
};
