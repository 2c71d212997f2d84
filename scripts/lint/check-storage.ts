import { BROWSER_STORAGE_ROOM, READER_STORAGE_FILES } from "./rooms";
import { isTest, positionIn, type SourceFile } from "./source-file";

/** What browsers store data in. Each can be full, blocked or missing. */
const STORAGES = new Set(["localStorage", "sessionStorage", "indexedDB"]);

/** Where the product uses the browser's storage directly, and would crash where that is full or blocked. */
export function checkStorage(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^(app|components|lib)\//.test(path) && !isTest(path))
    .filter(
      ({ path }) => !path.startsWith(`${BROWSER_STORAGE_ROOM}/`) && !READER_STORAGE_FILES.includes(path),
    )
    .flatMap((file) =>
      usesIn(file.program).map(
        ({ name, offset }) =>
          `${positionIn(file, offset)}: ${name} may be full or blocked. Use ${BROWSER_STORAGE_ROOM} instead.`,
      ),
    );
}

/** Every identifier of that name: `localStorage`, `window.localStorage`, and, as a string, `window["localStorage"]`. */
function usesIn(program: unknown): { name: string; offset: number }[] {
  const found: { name: string; offset: number }[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const node = value as { type?: string; name?: unknown; value?: unknown; start?: number };
    const name = node.type === "Identifier" ? node.name : node.type === "Literal" ? node.value : null;
    if (typeof name === "string" && STORAGES.has(name)) found.push({ name, offset: node.start ?? 0 });
    for (const [field, each] of Object.entries(node)) if (field !== "parent") visit(each);
  };
  visit(program);
  return found;
}
