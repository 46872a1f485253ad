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
    view: {
      summary: "serves the live page of a model: its shape, traces and spikes while it runs",
      takes: ["MODEL"],
      options: {
        port: { value: "PORT", help: "the port on 127.0.0.1; one that is free unless given" },
        open: { help: "opens the page in the browser" },
      },
      more: "MODEL is a program (.js, .mjs, .cjs) or a file of HOC (.hoc, .ses) that builds the model and does not run it.",
      load: () => import("./view.js"),
    },
  },
};

await main(program, process.argv.slice(2));
