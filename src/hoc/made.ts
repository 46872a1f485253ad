// Who wants to know of everything that is made from JavaScript: the scopes of the patch layer.

/** Called with each section and object that JavaScript made, and before HOC text or files that may make some. */
export const made: {
  told: ((object: object) => void) | undefined;
  beforeHoc: (() => void) | undefined;
} = { told: undefined, beforeHoc: undefined };
