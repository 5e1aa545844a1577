import type { MouseEvent } from 'react';

interface TickProps {
  label: string;
  checked: boolean;
  /** Some of what it stands for is ticked, not all. */
  some?: boolean;
  /** Out of the order of the keyboard, where keys of the list do the same. */
  quiet?: boolean;
  onTick: (event: MouseEvent) => void;
}

/** A box to tick, as light as the browser's own: a list draws dozens of them in one frame. */
export function Tick({ label, checked, some = false, quiet = false, onTick }: TickProps) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={checked}
      tabIndex={quiet ? -1 : 0}
      ref={(box) => {
        if (box) box.indeterminate = some && !checked;
      }}
      onChange={() => undefined}
      onClick={(event) => {
        event.stopPropagation();
        onTick(event);
      }}
      className="rm-tick"
    />
  );
}
