import { posix } from "node:path";
import { findLoops } from "./find-loops";
import { LISTS, MAX_FILES_IN_A_FOLDER, type Room, roomOf, rooms } from "./rooms";
import { isTest, positionIn, type SourceFile } from "./source-file";

/** What is wrong with the imports and the folders of the project, a sentence each. */
export function checkImports(files: readonly SourceFile[]): string[] {
  const code = files.filter(({ path }) => !isTest(path));
  return [
    ...code.flatMap(boundsOf),
    ...loopsOfFiles(code),
    ...loopsOfFolders(code),
    ...fullFolders(code),
    ...generatedImports(files),
  ];
}

function boundsOf(file: SourceFile): string[] {
  const name = roomOf(file.path);
  if (name === null) return [];
  const room = rooms[name] as Room;
  return file.imports.flatMap(({ specifier, file: target, offset }) => {
    if (target === null) {
      const isPackage = !specifier.startsWith("@/") && !specifier.startsWith(".");
      return isPackage && room.withoutPackages?.some((each) => each.test(specifier))
        ? `${positionIn(file, offset)}: ${name} must not import ${specifier}.`
        : [];
    }
    const other = roomOf(target);
    if (other === name || other === "lib" || (other !== null && room.imports.includes(other))) return [];
    if (other === null && room.imports.some((each) => target.startsWith(`${each}/`))) return [];
    return `${positionIn(file, offset)}: ${name} must not import ${target}. What it can import is in scripts/lint/rooms.ts.`;
  });
}

/** Loops of files that import each other, types included. */
function loopsOfFiles(files: readonly SourceFile[]): string[] {
  const graph = new Map(
    files.map(({ path, imports }) => [path, new Set(imports.flatMap(({ file }) => file ?? []))] as const),
  );
  return findLoops(graph).map((loop) => `These files import each other: ${loop.join(", ")}.`);
}

/** Loops of folders. A folder and one that lies in it can import each other: they are one room. */
function loopsOfFolders(files: readonly SourceFile[]): string[] {
  const graph = new Map<string, Set<string>>();
  const folders = new Set(files.map(({ path }) => posix.dirname(path)));
  // A folder below another counts as the other one where the two import each other.
  const uses = (from: string, to: string) =>
    files.some(
      ({ path, imports }) =>
        posix.dirname(path) === from &&
        imports.some(({ file }) => file !== null && posix.dirname(file) === to),
    );
  const top = new Map<string, string>();
  for (const folder of folders) {
    const above = [...folders].find(
      (each) => folder.startsWith(`${each}/`) && uses(each, folder) && uses(folder, each),
    );
    top.set(folder, above ?? folder);
  }
  const roomFor = (folder: string): string => {
    const above = top.get(folder) ?? folder;
    return above === folder ? folder : roomFor(above);
  };
  for (const { path, imports } of files) {
    const from = roomFor(posix.dirname(path));
    const targets = graph.get(from) ?? new Set();
    graph.set(from, targets);
    for (const { file } of imports) {
      const to = file === null ? from : roomFor(posix.dirname(file));
      if (to !== from) targets.add(to);
    }
  }
  return findLoops(graph).map((loop) => `These folders import each other: ${loop.join(", ")}.`);
}

function fullFolders(files: readonly SourceFile[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of files) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(
      ([folder, count]) => count > MAX_FILES_IN_A_FOLDER && !(LISTS as readonly string[]).includes(folder),
    )
    .map(
      ([folder, count]) =>
        `${folder} holds ${count} source files. Sort them into rooms (at most ${MAX_FILES_IN_A_FOLDER} each).`,
    );
}

/** Prisma's client is imported by lib/db alone, also in tests. */
function generatedImports(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !path.startsWith("lib/db/"))
    .flatMap((file) =>
      file.imports
        .filter(({ specifier }) => specifier.includes("lib/db/generated"))
        .map(({ offset }) => `${positionIn(file, offset)}: only lib/db can import Prisma's client.`),
    );
}
