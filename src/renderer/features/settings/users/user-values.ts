/** A user as their form holds them, and what is sent of them. */
import { Email, type NewUser, Password, PersonName, type User, type UserChange } from '../../../../shared/contract/users.ts';
import type { Role } from '../../../../shared/domain/states.ts';
import { type FieldErrors, fieldErrors } from '../../../lib/field-errors.ts';
import { numberProblem, readNumber } from '../form/number-text.ts';

export interface UserValues {
  name: string;
  email: string;
  role: Role;
  concurrentCallsLimit: string;
  /** Empty for somebody who is there: theirs stays. */
  password: string;
}

/** What nobody has set has its usual value. */
const USUAL_LIMIT = 2;
const MOST_CALLS = 10_000;

export const valuesOf = (user: User | null): UserValues => ({
  name: user?.name ?? '',
  email: user?.email ?? '',
  role: user?.role ?? 'supervisor',
  concurrentCallsLimit: String(user?.concurrentCallsLimit ?? USUAL_LIMIT),
  password: '',
});

export function userErrors(values: UserValues, isNew: boolean): FieldErrors<UserValues> {
  const limit = numberProblem(values.concurrentCallsLimit, { least: 0, most: MOST_CALLS });
  return {
    ...fieldErrors({ name: PersonName, email: Email }, { name: values.name, email: values.email }),
    ...(limit !== undefined && { concurrentCallsLimit: limit }),
    ...((isNew || values.password !== '') && fieldErrors({ password: Password }, { password: values.password })),
  };
}

const plainOf = ({ name, email, role, concurrentCallsLimit }: UserValues) => ({
  name: name.trim(),
  email,
  role,
  concurrentCallsLimit: readNumber(concurrentCallsLimit) ?? USUAL_LIMIT,
});

export const newUser = (values: UserValues): NewUser => ({ ...plainOf(values), password: values.password });

export const userChange = (values: UserValues): UserChange => ({
  ...plainOf(values),
  ...(values.password !== '' && { password: values.password }),
});
