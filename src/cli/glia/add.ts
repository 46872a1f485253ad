// glia add: an NMODL file becomes part of a package.
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { GliaError, NmodlError, PackageError } from "../../core/errors.js";
import { discover, inherited } from "../../glia/packages/discover.js";
import { type Manifest, readManifest } from "../../glia/packages/manifest.js";
import { namesOf, readNmodl } from "../../glia/packages/nmodl.js";
import { includesIn, readBytes } from "../../glia/packages/nmodl-text.js";
import { renamed } from "../../glia/packages/rename.js";
import { type Call, type Result, UsageError } from "../command.js";
import { shortPath } from "../output.js";
import { projectFolder } from "./project.js";

export function run(call: Call): Result {
  const from = resolve(call.words[0] as string);
  if (!existsSync(from) || !statSync(from).isFile()) throw new GliaError(`There is no file ${from}.`);
  if (!/\.mod$/i.test(from)) throw new UsageError(`glia add: expected an NMODL file, FILE.mod, got ${basename(from)}.`);
  const manifest = manifestOf(call);
  const text = readBytes(from);
  const source = readNmodl(text, from);
  const [, oldName, oldVariant] = inherited.exec(source.name) ?? [];
  const name = call.value("name") ?? oldName ?? source.name;
  const variant = call.value("variant") ?? oldVariant ?? namesOf(from).variant ?? "0";
  check(name, variant, source.kind === "functions" && name !== source.name);
  const to = join(manifest.mods, variant === "0" ? `${name}.mod` : `${name}__${variant}.mod`);
  // Its place may be taken by a file of another name.
  const same = discover(manifest.folder).assets.find(
    (asset) => asset.package === manifest.name && asset.name === name && asset.variant === variant,
  );
  const inWay = existsSync(to) ? to : same?.file;
  if (inWay !== undefined)
    throw new GliaError(
      `${inWay} is there already, and nothing is overwritten. Give the new one another variant: --variant NAME.`,
    );
  const along = companions(from, text, manifest.mods);
  const content = name === source.name ? text : renamed(text, source, name);
  try {
    for (const [file, target] of along) if (!existsSync(target)) copyFileSync(file, target);
    writeFileSync(to, content, { encoding: "latin1", flag: "wx" });
  } catch (cause) {
    throw new GliaError(`${to} cannot be written: ${(cause as Error).message}`, { cause });
  }
  const also = [...along.values()].map((file) => `, with ${basename(file)}`).join("");
  return {
    data: { asset: name, variant, package: manifest.name, file: to, along: [...along.values()] },
    text: `${name}, variant ${variant}, of ${manifest.name}: ${shortPath(to)}${also}.`,
  };
}

function manifestOf(call: Call): Manifest {
  const given = call.value("package");
  const folder = given === undefined ? projectFolder(call) : resolve(given);
  if (!existsSync(join(folder, "package.json")))
    throw new PackageError(`${folder} is no package: it has no package.json. glia new makes one.`);
  const manifest = readManifest(folder);
  if (manifest === undefined)
    throw new PackageError(
      `${join(folder, "package.json")} has no "glia" field, which says where a package has its mechanisms. To add it, in ${folder}: mkdir -p mod && npm pkg set glia.mods=mod`,
    );
  return manifest;
}

function check(name: string, variant: string, isRenamedLibrary: boolean): void {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name))
    throw new UsageError(`glia add: --name: "${name}" can be no mechanism's: letters, digits and _, a letter first.`);
  if (name.includes("__"))
    throw new UsageError(
      `glia add: --name: "${name}": what follows __ in a file's name is the variant; use --variant.`,
    );
  if (!/^[\w.-]+$/.test(variant))
    throw new UsageError(`glia add: --variant: "${variant}": letters, digits, _ . and - only.`);
  if (isRenamedLibrary)
    throw new UsageError("glia add: --name: this file (SUFFIX nothing) holds functions, which keep their names.");
}

/** What the file includes from beside it, and what that includes: each with its place in the package. */
function companions(from: string, text: string, mods: string): Map<string, string> {
  const found = new Map<string, string>();
  const home = dirname(from);
  const follow = (content: string, folder: string): void => {
    const { nmodl, c } = includesIn(content);
    for (const path of [...nmodl, ...c]) {
      const file = resolve(folder, path);
      if (found.has(file) || !existsSync(file)) continue;
      if (dirname(file) !== home)
        throw new NmodlError(
          `${from}: it includes ${path}, which does not lie beside it (${relative(home, file)}). Put it there, and change the include.`,
        );
      const target = join(mods, basename(file));
      if (existsSync(target) && !readFileSync(target).equals(readFileSync(file)))
        throw new GliaError(
          `${from} includes ${basename(file)}, and the package has another file of that name: ${target}.`,
        );
      found.set(file, target);
      follow(readBytes(file), dirname(file));
    }
  };
  follow(text, home);
  return found;
}
