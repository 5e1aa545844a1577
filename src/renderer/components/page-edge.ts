/** A list that reaches from edge to edge of the page stands where the page's other parts do. */
export const PAGE_EDGE = {
  '& th:first-of-type, & td:first-of-type': { pl: 3 },
  '& th:last-of-type, & td:last-of-type': { pr: 3 },
} as const;
