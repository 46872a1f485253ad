#!/usr/bin/env node
// The command `glia`: mechanisms as packages, from a terminal.
import { main, type Program } from "./command.js";

const choice = {
  package: { value: "NAME", help: "of this package" },
  variant: { value: "NAME", help: "this variant" },
};

const program: Program = {
  name: "glia",
  summary: "Mechanisms as packages: finds, compiles, tests and describes NMODL mechanisms for nrn-patch.",
  common: {
    project: { value: "FOLDER", help: "the project; else the nearest folder upward that has a package.json" },
  },
  verbs: {
    list: {
      summary: "lists the mechanisms of the project and its dependencies",
      options: { all: { help: "NEURON's own too" } },
      load: () => import("./glia/list.js"),
    },
    show: {
      takes: ["ASSET"],
      summary: "shows which mechanism a name means and why, and its parameters",
      options: choice,
      load: () => import("./glia/show.js"),
    },
    compile: {
      summary: "compiles what has changed",
      more: "This happens by itself when a model first uses a mechanism; the command does it beforehand. What failed before is tried again.",
      options: { coreneuron: { help: "for CoreNEURON too: ten times the work" } },
      load: () => import("./glia/compile.js"),
    },
    test: {
      takes: ["[ASSET…]"],
      summary: "inserts each mechanism in a section and runs it",
      more: "Without names, all that NEURON does not bring itself. A mechanism is ok when it compiles, can be inserted, runs, and all its variables are numbers afterwards. What receives events gets some; what points to a voltage gets one. A mechanism that ends the process or never comes to an end fails alone.",
      options: {
        duration: { value: "MS", help: "how long each runs, ms of the model; 20 unless given" },
        timeout: { value: "S", help: "how long each may take, s; 60 unless given" },
      },
      load: () => import("./glia/test.js"),
    },
    select: {
      takes: ["ASSET"],
      summary: "writes down which mechanism the project means by a name",
      more: "The choice stands in .glia.json beside the project's package.json. A call's own options, g.context and g.select go before it.",
      options: { ...choice, clear: { help: "takes the choice back" } },
      load: () => import("./glia/select.js"),
    },
    new: {
      takes: ["NAME"],
      summary: "makes a mechanism package, ready for npm, in a folder of that name",
      load: () => import("./glia/new.js"),
    },
    add: {
      takes: ["FILE.mod"],
      summary: "copies an NMODL file into the package's folder of mechanisms",
      more: "The copy is named NAME__variant.mod, or NAME.mod for the variant 0. What the file includes from beside it is copied along. Nothing is overwritten.",
      options: {
        name: { value: "NAME", help: "its name; else that in its NEURON block" },
        variant: { value: "NAME", help: "its variant; else what follows __ in the file's name" },
        package: { value: "FOLDER", help: "the package's folder; else the project's" },
      },
      load: () => import("./glia/add.js"),
    },
    types: {
      summary: "writes TypeScript declarations of the mechanisms",
      more: "A mistyped parameter is a compile error then. The file has to be among those that tsconfig.json includes.",
      options: { out: { value: "FILE", help: "where to; glia.d.ts in the project's folder unless given" } },
      load: () => import("./glia/types.js"),
    },
    cache: {
      takes: ["path|clear"],
      summary: "tells where compiled mechanisms are kept, or throws them away",
      load: () => import("./glia/cache.js"),
    },
  },
};

await main(program, process.argv.slice(2));
