/** Whether the engine can be reached, for every screen to see. */
import { create } from 'zustand';

export type LineState = 'connecting' | 'up' | 'down';

export const useLine = create<{ state: LineState }>()(() => ({ state: 'connecting' }));

export const setLine = (state: LineState): void => useLine.setState({ state });
