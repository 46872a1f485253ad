// What JavaScript itself gave to a function that makes an item of a panel: HOC is only told where its cells lie.

/** The function that is called, with its arguments. */
export const calling: { name: string; args: readonly unknown[] } = { name: "", args: [] };

/** Those whose arguments are kept for as long as there is a panel. */
export const keepsArguments = new Set([
  "xvalue",
  "xpvalue",
  "xfixedvalue",
  "xcheckbox",
  "xstatebutton",
  "xslider",
  "xvarlabel",
]);

/** Calls one of them. */
export function withArguments<T>(name: string, args: readonly unknown[], call: () => T): T {
  const before = { ...calling };
  Object.assign(calling, { name, args: [...args] });
  try {
    return call();
  } finally {
    Object.assign(calling, before);
  }
}
