import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { parseSync } from "oxc-parser";
import { projectRoot } from "../steps/project-root";
import type { Template } from "./check-typst-words";

/** A TypeScript file of the project, with the modules it imports. */
export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  imports: Import[];
  program: ReturnType<typeof parseSync>["program"];
}

export interface Import {
  /** As written. */
  specifier: string;
  /** The file of the project that it names; null for a package, and for files that are not TypeScript. */
  file: string | null;
  /** UTF-16 offset of the statement in the file. */
  offset: number;
}

/** A catalogue of lib/words, by the path of its file. */
export interface CatalogueFile {
  path: string;
  messages: Readonly<Record<string, string>>;
}

/** A style sheet of the project. */
export interface StyleSheet {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
}

const SOURCES = ["app", "components", "e2e", "lib", "prisma", "scripts"].map(
  (room) => `${room}/**/*.{ts,tsx}`,
);

/** Whether a file is a test or what several tests share, which can import what the code beside it cannot. */
export function isTest(path: string): boolean {
  return /\.test(ing)?\.tsx?$/.test(path) || path.startsWith("e2e/");
}

/** Every TypeScript file of the project but generated ones, parsed. */
export function readSourceFiles(): SourceFile[] {
  const paths = globSync([...SOURCES, "*.ts"], { cwd: projectRoot })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("lib/db/generated/"))
    .sort();
  const known = new Set(paths);
  return paths.map((path) => parseSource(path, readFileSync(`${projectRoot}/${path}`, "utf8"), known));
}

/** Every style sheet of the project. */
export function readStyleSheets(): StyleSheet[] {
  return globSync("{app,components}/**/*.css", { cwd: projectRoot }).map((path) => ({
    path: path.replaceAll("\\", "/"),
    text: readFileSync(`${projectRoot}/${path}`, "utf8"),
  }));
}

/** Every Typst template. */
export function readTemplates(): Template[] {
  return globSync("lib/**/*.typ", { cwd: projectRoot }).map((path) => ({
    path: path.replaceAll("\\", "/"),
    text: readFileSync(`${projectRoot}/${path}`, "utf8"),
  }));
}

/** Every catalogue of words in English. */
export function readCatalogues(): CatalogueFile[] {
  return globSync("lib/words/en/*.json", { cwd: projectRoot }).map((path) => ({
    path: path.replaceAll("\\", "/"),
    messages: JSON.parse(readFileSync(`${projectRoot}/${path}`, "utf8")),
  }));
}

/** @param known paths of all files, by which imports are resolved */
export function parseSource(path: string, text: string, known: ReadonlySet<string>): SourceFile {
  const { module, program } = parseSync(path, text);
  const found = [
    ...module.staticImports.map(({ moduleRequest, start }) => ({
      specifier: moduleRequest.value,
      offset: start,
    })),
    ...module.staticExports.flatMap(({ entries, start }) =>
      entries.flatMap(({ moduleRequest }) =>
        moduleRequest ? { specifier: moduleRequest.value, offset: start } : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest, start }) => ({
      specifier: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      offset: start,
    })),
  ];
  const imports = found.map((each) => ({ ...each, file: resolve(path, each.specifier, known) }));
  return { path, text, imports, program };
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const target = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(from), specifier)
      : null;
  if (target === null) return null;
  return [target, `${target}.ts`, `${target}.tsx`].find((path) => known.has(path)) ?? null;
}

/** "lib/claims/claim.ts:12", for a message. */
export function positionIn({ path, text }: SourceFile, offset: number): string {
  return `${path}:${text.slice(0, offset).split("\n").length}`;
}
