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
    run: {
      summary: "runs a published model, and writes what its graphs show",
      takes: ["MODEL"],
      options: {
        list: { help: "lists the panels that are open after all that is pressed and called; does not run" },
        press: { value: "LABEL", help: "presses a button or a menu's item; several" },
        set: { value: "NAME=VALUE", help: "sets a field of that label or variable, else HOC's variable; several" },
        call: { value: "HOC", help: "runs HOC text; several" },
        tstop: { value: "MS", help: "how long a run is" },
        vinit: { value: "MV", help: "membrane potential at the start" },
        dt: { value: "MS", help: "the time step, and the time between two points of a graph" },
        record: { value: "VARIABLE", help: 'records one, such as "soma.v(0.5)", for record.csv; several' },
        mods: {
          value: "FOLDER",
          help: "the model's mod files, where they are not beside it or in a folder below; several",
        },
        csv: { value: "FOLDER", help: "writes each graph's lines, and what was recorded" },
        svg: { value: "FOLDER", help: "draws each graph" },
        serve: { help: "serves the live page with the model's panels and graphs, instead of running at the end" },
        port: { value: "PORT", help: "of --serve: the port on 127.0.0.1; one that is free unless given" },
        yes: { help: "answers yes in dialogs; no unless given" },
        quiet: { help: "no progress, and nothing of what the model prints" },
      },
      more: "MODEL is a folder with mosinit.hoc or init.hoc, a .hoc or .ses file, or a program (.js, .mjs, .cjs; .ts where Node runs it). Its mod files are compiled first. --press, --set, --call, --tstop, --vinit and --dt happen in the order in which they are given. Then the model runs, unless it has run since the last setting. Numbers are those of NEURON with a display.",
      ends: true,
      load: () => import("./run.js"),
    },
    view: {
      summary: "serves the live page of a model: its shape, traces and spikes while it runs",
      takes: ["MODEL"],
      options: {
        port: { value: "PORT", help: "the port on 127.0.0.1; one that is free unless given" },
        open: { help: "opens the page in the browser" },
      },
      more: "MODEL is a program (.js, .mjs, .cjs; .ts where Node runs it) or a file of HOC (.hoc, .ses) that builds the model and does not run it.",
      load: () => import("./view.js"),
    },
  },
};

await main(program, process.argv.slice(2));
