/** What a form does with a key that it cannot read: empty leaves it as it is, null takes it away, anything else takes its place. */
export type KeyEdit = string | null;
