/** My account: who one is, one's password, and how the screens look on this computer. */
import { PASSWORD_LENGTH } from '../../../shared/contract/users.ts';
import type { Appearance } from '../../app/theme/appearance.ts';

export const account = {
  intro: 'Who you are here, and how Ringmaster looks on this computer.',
  you: 'You',
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  roleWhat: {
    admin: 'Admin: you see everyone’s campaigns, and set limits, telephony, users and what is not called.',
    supervisor: 'Supervisor: you see and run your own contacts, campaigns and calls. An admin can change your role and your limit.',
  },
  yours: 'Your account',
  password: 'Password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  newPasswordHelp: `At least ${PASSWORD_LENGTH} characters. Every other session of yours ends.`,
  changePassword: 'Change password',
  passwordChanged: 'Your password is changed. Every other session has ended.',
  appearance: 'Appearance',
  appearanceNote: 'kept on this computer',
  appearances: { system: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<Appearance, string>,
} as const;
