import { create } from 'zustand';

/** Where the people of a new campaign come from. */
export const WAYS = ['csv', 'contacts'] as const;
export type Way = (typeof WAYS)[number];

/** Kept outside of the screen, so that a look at another one does not change it. */
export const useWay = create<{ way: Way }>()(() => ({ way: 'csv' }));

export const chooseWay = (way: Way): void => useWay.setState({ way });
