/** The landmark that something stands in: what opens over it belongs there, since at the end of the page it would belong to nothing. */
export const landmarkOf = (element: Element | null): HTMLElement =>
  element?.closest<HTMLElement>('main, [role="dialog"], aside') ?? document.body;
