/** Whether somebody is being asked about Pause all: by the button in the header, or from the menu of the desktop program. */
import { create } from 'zustand';

const useAsked = create<{ isAsked: boolean }>()(() => ({ isAsked: false }));

export const usePauseAllAsked = (): boolean => useAsked(({ isAsked }) => isAsked);
export const askPauseAll = (): void => useAsked.setState({ isAsked: true });
export const pauseAllAnswered = (): void => useAsked.setState({ isAsked: false });
