import { insert } from "../../dist/bundle/glia.js";
import { p } from "../../dist/bundle/index.js";

export const title = "Glia: insert of a synapse (p.ExpSyn, in our h's column)";
export const count = 10_000;
/** The first Glia takes longer for each that is there already: ten thousand would be two minutes. */
export const counts = { "nrn-patch": 10 };
export const plainLimit = 1.1;

const remove = (made) => () => {
  for (const synapse of made) synapse.dispose();
};

export function prepare() {
  const soma = p.Section({ name: "soma" });
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++) made.push(insert(soma, "ExpSyn"));
    return remove(made);
  };
}

export function plain() {
  const soma = p.Section({ name: "soma" });
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++) made.push(p.ExpSyn(soma));
    return remove(made);
  };
}
