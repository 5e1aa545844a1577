/** Users, as admins run them. */
import { PASSWORD_LENGTH } from '../../../shared/contract/users.ts';
import { countOf } from '../../../shared/domain/time-words.ts';

const campaigns = (count: number) => countOf(count, 'campaign');

export const users = {
  intro: 'Who may sign in. A supervisor sees and runs what is theirs; an admin sees everyone’s and these settings.',
  add: 'Add user',
  table: 'Users',
  name: 'Name',
  email: 'E-mail',
  emailHelp: 'They sign in with it. Nothing is sent to it.',
  role: 'Role',
  roles: { supervisor: 'Supervisor', admin: 'Admin' },
  limit: 'Limit',
  limitField: 'Calls at a time',
  limitHelp: '0: no new calls',
  state: 'State',
  active: 'Active',
  off: 'Switched off',
  you: 'you',
  addTitle: 'Add a user',
  editTitle: (name: string) => `Edit ${name}`,
  password: 'Password',
  passwordHelp: `At least ${PASSWORD_LENGTH} characters. Tell it to them; they can change it under My account.`,
  newPassword: 'New password',
  newPasswordHelp: 'Empty: it stays. A new one ends all their sessions and tokens.',
  ownPassword: 'Your own password is changed under My account.',
  keep: 'Keep as it is',
  addIt: 'Add user',
  added: (name: string) => `${name} can sign in now.`,
  saved: (name: string) => `${name} is saved.`,
  switchOff: 'Switch off…',
  switchOffTitle: (name: string) => `Switch off ${name}?`,
  switchOffWhat:
    'Their campaigns pause, and their sessions and tokens end at once. Calls that are up go on to their end; nothing follows them. You can hand their campaigns over, or switch them on again.',
  keepOn: 'Keep it on',
  switchOffIt: 'Switch off',
  switchedOff: (name: string, paused: number) =>
    `${name} is switched off.${paused > 0 ? ` ${campaigns(paused)} ${paused === 1 ? 'is' : 'are'} paused.` : ''}`,
  switchOn: 'Switch on',
  switchedOn: (name: string) => `${name} can sign in again. Paused campaigns stay paused until they are resumed.`,
  handOver: 'Hand campaigns over…',
  handOverTitle: (name: string) => `Hand over the campaigns of ${name}`,
  handOverWhat: 'All their campaigns go, with the people in them and the figures. One that runs is held meanwhile and goes on after it.',
  handOverTo: 'To',
  nobodyElse: 'There is nobody else who is active. Add a user first.',
  needsSomebody: 'Choose who gets them.',
  keepThem: 'Keep them',
  handOverIt: 'Hand over',
  handedOver: (count: number, to: string) =>
    count === 0 ? 'There was no campaign to hand over.' : `${campaigns(count)} ${count === 1 ? 'belongs' : 'belong'} to ${to} now.`,
} as const;
