// Compiles: the package is found by its name, as users import it.

import { EngineError, type PatchError } from "nrn-patch";

const error: PatchError = new EngineError("text");
error.code satisfies string;

// @ts-expect-error a code is a text
error.code satisfies number;
