import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { gridKeys } from '../../../lib/grid-keys.ts';
import type { SteadyRow } from '../../../lib/steady-rows.ts';
import { useStable } from '../../../lib/use-stable.ts';
import { rowId } from './queue-row.tsx';
import type { MenuPlace } from './row-menu.tsx';
import type { Ticking } from './use-ticked.ts';

/** Rows that Page Down goes over. */
const A_VIEW = 12;

interface Grid {
  grid: RefObject<HTMLTableElement | null>;
  activeId: number | null;
  menu: { place: MenuPlace; open: boolean } | null;
  closeMenu: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: (item: QueueItem) => void;
  onTick: (item: QueueItem, event: MouseEvent) => void;
  onMenu: (item: QueueItem, event: MouseEvent) => void;
}

/**
 * What mouse and keyboard do with the rows. The row that keys speak of is known by whom it is about, not by its place: what moves
 * in a list that is alive takes it along.
 */
export function useGrid(rows: readonly SteadyRow<QueueItem>[], ticking: Ticking, open: (item: QueueItem) => void): Grid {
  const grid = useRef<HTMLTableElement>(null);
  const [activeId, setActiveId] = useState<number | null>(null);
  const [menu, setMenu] = useState<Grid['menu']>(null);
  useEffect(() => {
    if (activeId !== null) document.getElementById(rowId(activeId))?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const listed = rows.map(({ row }) => row);
  const place = listed.findIndex(({ id }) => id === activeId);
  const active = listed[place];

  const take = (item: QueueItem) => {
    grid.current?.focus({ preventScroll: true });
    setActiveId(item.id);
  };
  const openMenu = (item: QueueItem, at: { left: number; top: number }) => {
    take(item);
    setMenu({ place: { item, ...at }, open: true });
  };
  const onMenu = useStable((item: QueueItem, event: MouseEvent) => {
    event.preventDefault();
    // By the key of the menu a click comes from nowhere.
    const isAtPointer = event.type === 'contextmenu' && event.clientX > 0;
    openMenu(item, isAtPointer ? { left: event.clientX, top: event.clientY } : belowOf(event.currentTarget));
  });
  const onOpen = useStable((item: QueueItem) => {
    take(item);
    open(item);
  });
  const onTick = useStable((item: QueueItem, event: MouseEvent) => {
    setActiveId(item.id);
    if (event.shiftKey) ticking.tickTo(item, listed);
    else ticking.tick(item);
  });

  const withRow = (act: (item: QueueItem) => void) => (row: number) => {
    const item = listed[row];
    if (item) act(item);
  };
  const walk = gridKeys({
    total: listed.length,
    fits: A_VIEW,
    active: active ? place : null,
    firstInView: () => 0,
    onActive: withRow(({ id }) => setActiveId(id)),
    onOpen: withRow(onOpen),
    onTick: withRow(ticking.tick),
    onTickTo: withRow((item) => {
      // A range begins where one stands.
      if (active && !ticking.ticked.ids.has(active.id)) ticking.tick(active);
      ticking.tickTo(item, listed);
    }),
    onTickAll: ticking.tickAll,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const asksMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (!asksMenu || !active || event.target !== grid.current) return walk(event);
    event.preventDefault();
    openMenu(active, belowOf(document.getElementById(rowId(active.id))));
  };
  const closeMenu = () => setMenu((shown) => shown && { ...shown, open: false });
  return { grid, activeId: active ? activeId : null, menu, closeMenu, onKeyDown, onOpen, onTick, onMenu };
}

function belowOf(element: Element | null): { left: number; top: number } {
  const { left = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {};
  return { left, top: bottom };
}
