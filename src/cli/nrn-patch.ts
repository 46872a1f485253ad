#!/usr/bin/env node
// The command `nrn-patch`.
import { main, type Program } from "./command.js";

const program: Program = {
  name: "nrn-patch",
  summary: "Patch for TypeScript: the NEURON simulator in the Node process.",
  common: {},
  verbs: {
    doctor: {
      summary: "tells what is installed, found and missing, with the command that mends it",
      more: "Changes nothing.",
      load: () => import("./doctor.js"),
    },
  },
};

await main(program, process.argv.slice(2));
