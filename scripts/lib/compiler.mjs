// The C++ compiler and make, for the addon and for users' mechanisms.

import { Failure } from "./failure.mjs";
import { which } from "./run.mjs";

export const compilerCure =
  process.platform === "darwin"
    ? "xcode-select --install"
    : "sudo apt-get install -y g++ make   # or your system's equal";

/** What to run for C++ and C; the variables CXX and CC win. */
export function compiler() {
  return {
    cxx: process.env.CXX || which("g++", "clang++", "c++"),
    cc: process.env.CC || which("gcc", "clang", "cc"),
    make: which("make", "gmake"),
  };
}

export function neededCompiler() {
  const { cxx, cc, make } = compiler();
  if (cxx && cc && make) return { cxx, cc, make };
  const tried = ["g++, clang++, c++ and the variable CXX", "gcc, clang, cc and the variable CC", "make, gmake"];
  const missing = [!cxx && "C++ compiler", !cc && "C compiler", !make && "make"].filter(Boolean).join(", ");
  throw new Failure(`Not found in PATH: ${missing}.`, { tried, cure: compilerCure });
}
